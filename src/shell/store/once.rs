//! What was answered to requests with an idempotency key: for a day, and so many to a token.

use super::tables::Tables;
use super::{Result, from_row, to_kept};
use jiff::{SignedDuration, Timestamp};
use redb::ReadableTable;
use serde::{Deserialize, Serialize};

/// How long an idempotency key is remembered.
pub const ONCE_FOR: SignedDuration = SignedDuration::from_hours(24);

/// Keys of one token that are remembered; the oldest goes for a new one. More than an honest
/// program sends in a day, and less than fifty megabytes of the disk.
pub const KEYS_A_TOKEN: u64 = 200_000;

/// What was answered to a request with an idempotency key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Once {
    /// Hash of the request it was the answer to.
    pub request: Vec<u8>,
    pub lead: u64,
    pub outcome: String,
    pub expires_at: Timestamp,
    /// Its place among the keys of its token, in the order they came.
    #[serde(default)]
    pub place: u64,
}

impl Once {
    /// Whether it counts no more.
    pub fn has_expired(&self, now: Timestamp) -> bool {
        self.expires_at <= now
    }
}

/// What was answered under a key of a token, unless that is a day ago.
pub fn answered(tables: &Tables, token: &str, key: &[u8], now: Timestamp) -> Result<Option<Once>> {
    Ok(kept(tables, token, key)?.filter(|once| !once.has_expired(now)))
}

/// Remembers an answer, and forgets the oldest of the token where there are more than `most`.
pub fn remember(
    tables: &mut Tables,
    token: &str,
    key: &[u8],
    answer: Once,
    most: u64,
) -> Result<()> {
    forget(tables, token, key)?;
    let last = tables.once_order.range((token, 0)..=(token, u64::MAX))?.next_back().transpose()?;
    let place = last.map_or(1, |(order, _)| order.value().1 + 1);
    if let Some(surplus) = place.checked_sub(most) {
        let oldest = tables.once_order.get((token, surplus))?.map(|key| key.value().to_vec());
        if let Some(oldest) = oldest {
            forget(tables, token, &oldest)?;
        }
    }
    tables.once_order.insert((token, place), key)?;
    tables.once.insert((token, key), to_kept(&Once { place, ..answer }).as_slice())?;
    Ok(())
}

/// Forgets a key that has expired by now.
pub(super) fn expire(tables: &mut Tables, token: &str, key: &[u8], now: Timestamp) -> Result<()> {
    match kept(tables, token, key)? {
        Some(once) if once.has_expired(now) => forget(tables, token, key),
        _ => Ok(()),
    }
}

fn kept(tables: &Tables, token: &str, key: &[u8]) -> Result<Option<Once>> {
    let row = tables.once.get((token, key))?;
    row.map(|row| from_row(row.value(), "an idempotency key")).transpose()
}

fn forget(tables: &mut Tables, token: &str, key: &[u8]) -> Result<()> {
    if let Some(once) = kept(tables, token, key)? {
        tables.once_order.remove((token, once.place))?;
        tables.once.remove((token, key))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::store::Store;
    use redb::ReadableTableMetadata;

    #[test]
    fn a_token_has_so_many_keys_and_a_new_one_takes_the_place_of_the_oldest() {
        let store = Store::in_memory().expect("a store in memory");
        let tx = store.write().expect("a transaction");
        let mut tables = Tables::open(&tx).expect("tables");
        let answer = Once {
            request: vec![1],
            lead: 1,
            outcome: "done".into(),
            expires_at: Timestamp::MAX,
            place: 0,
        };
        for key in [1, 2, 3, 2, 4] {
            remember(&mut tables, "shop", &[key], answer.clone(), 3).expect("a row");
        }
        remember(&mut tables, "other", &[1], answer, 3).expect("a row");
        let known = |token, key| {
            let found = answered(&tables, token, &[key], Timestamp::UNIX_EPOCH);
            found.expect("a row").is_some()
        };
        assert_eq!([1, 2, 3, 4].map(|key| known("shop", key)), [false, true, true, true]);
        assert!(known("other", 1));
        let rows = (tables.once.len(), tables.once_order.len());
        assert_eq!((rows.0.expect("a number"), rows.1.expect("a number")), (4, 4));
    }
}
