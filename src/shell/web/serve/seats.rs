//! The seats at one door: so many in all, and no more than a share of them for one address.
//!
//! Each door has its own, so that strangers cannot take those of the team.

use crate::shell::config::Config;
use crate::shell::web::address::Visitor;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// One address may take this part of the seats. An office behind one address reads its pages with
/// far fewer; whoever takes them all must have many addresses.
const SHARE: usize = 4;

/// The seats at one door.
pub struct Seats {
    all: Arc<Semaphore>,
    an_address: usize,
    /// How many each address has taken; only those who have any.
    taken: Mutex<HashMap<String, usize>>,
}

/// A seat that is taken; given back with the value.
pub struct Seat {
    seats: Arc<Seats>,
    /// The address it counts for, unless it is one that speaks for many.
    by: Option<String>,
    _permit: Option<OwnedSemaphorePermit>,
}

impl Seats {
    /// So many seats.
    pub fn of(connections: usize) -> Arc<Seats> {
        let an_address = (connections / SHARE).max(1);
        let all = Arc::new(Semaphore::new(connections));
        Arc::new(Seats { all, an_address, taken: Mutex::default() })
    }

    /// Waits for a free seat, for whoever comes next.
    pub async fn free(&self) -> Option<OwnedSemaphorePermit> {
        self.all.clone().acquire_owned().await.ok()
    }

    /// Gives a free seat to a neighbour, unless their address has its share. This machine and the
    /// proxies we trust speak for many, and have no share.
    pub fn give(
        self: &Arc<Seats>,
        free: Option<OwnedSemaphorePermit>,
        neighbour: IpAddr,
        config: &Config,
    ) -> Option<Seat> {
        let speaks_for_many = neighbour.to_canonical().is_loopback() || config.trusts(neighbour);
        let by = (!speaks_for_many).then(|| Visitor(neighbour).bucket());
        if let Some(by) = &by {
            let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
            let theirs = taken.get(by).copied().unwrap_or(0);
            if theirs >= self.an_address {
                return None;
            }
            taken.insert(by.clone(), theirs + 1);
        }
        Some(Seat { seats: self.clone(), by, _permit: free })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let Some(by) = &self.by else { return };
        let mut taken = self.seats.taken.lock().unwrap_or_else(PoisonError::into_inner);
        match taken.get_mut(by) {
            Some(theirs) if *theirs > 1 => *theirs -= 1,
            _ => drop(taken.remove(by)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config() -> Config {
        Config::parse("trusted_proxies = [\"10.0.0.0/8\"]").expect("a configuration")
    }

    /// How many of so many who come from an address are given a seat.
    fn seated(seats: &Arc<Seats>, address: &str, count: usize) -> Vec<Seat> {
        let address = address.parse().expect("an address");
        (0..count).filter_map(|_| seats.give(None, address, &config())).collect()
    }

    #[test]
    fn an_address_has_a_quarter_of_the_seats_and_gets_them_back() {
        let seats = Seats::of(16);
        let ann = seated(&seats, "203.0.113.9", 9);
        assert_eq!((ann.len(), seated(&seats, "203.0.113.10", 9).len()), (4, 4));
        assert_eq!(seated(&seats, "203.0.113.9", 1).len(), 0);
        drop(ann);
        assert_eq!(seated(&seats, "203.0.113.9", 9).len(), 4);
        assert!(seats.taken.lock().expect("nobody panicked").is_empty(), "all have gone");
    }

    #[test]
    fn a_network_of_somebodys_own_counts_as_one_address() {
        let seats = Seats::of(16);
        let one = seated(&seats, "2001:db8:1:2::1", 9);
        assert_eq!((one.len(), seated(&seats, "2001:db8:1:2:ffff::9", 9).len()), (4, 0));
    }

    #[test]
    fn who_speaks_for_many_has_no_share() {
        let seats = Seats::of(16);
        for address in ["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.1.2.3"] {
            assert_eq!(seated(&seats, address, 16).len(), 16, "{address}");
        }
    }
}
