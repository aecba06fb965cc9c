//! What is asked of the team by every page that changes it: ids, addresses, and one change at a time.

use super::guard::Who;
use crate::lead::Actor;
use crate::lead::profile::email_normal;
use crate::playbook::{Playbook, Role, Teammate, free_key, key_from};
use crate::shell::error::Error;
use crate::shell::house::House;
use tokio::sync::Mutex;

/// The longest name of a teammate, in characters.
pub const NAME_MAX: usize = 100;

/// The longest address.
pub const EMAIL_MAX: usize = 254;

/// Who reads something, decides and then writes holds this, so that nobody writes in between.
pub static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());

/// A short id nobody on the team has or had: `maya`, then `maya2`.
pub fn id_for(team: &[Teammate], name: &str) -> String {
    let first = name.split_whitespace().next().unwrap_or_default();
    let base = Some(key_from(first, NAME_MAX, '-')).filter(|key| !key.is_empty());
    let is_taken = |id: &str| team.iter().any(|mate| mate.id == id);
    free_key(base.as_deref().unwrap_or("teammate"), is_taken)
}

/// An address as accounts are found by it; `None` for what is none.
pub fn address(typed: &str) -> Option<String> {
    let address = typed.trim().to_lowercase();
    let fits = address.len() <= EMAIL_MAX && email_normal(&address).is_some();
    let host = address.split_once('@').map(|(_, host)| host)?;
    (fits && host.contains('.')).then_some(address)
}

/// Puts a changed playbook into force, in the name of who changed it. What came into force in
/// between is kept: the change is made to what is in force now.
pub async fn change(
    house: &House,
    by: Actor,
    change: impl FnOnce(&mut Playbook),
) -> Result<(), Error> {
    let in_force = house.playbook();
    let mut playbook = in_force.playbook.clone();
    change(&mut playbook);
    if playbook != in_force.playbook {
        house.apply_playbook(&playbook, by).await?;
    }
    Ok(())
}

/// Whether somebody may give this role away: owners every one, managers that of a rep.
pub fn may_give(who: &Who, role: Role) -> bool {
    who.role == Role::Owner || (who.role == Role::Manager && role == Role::Rep)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_teammates_have_one_id() {
        let maya = Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner);
        assert_eq!(id_for(std::slice::from_ref(&maya), "Maya Lind"), "maya2");
        assert_eq!(id_for(&[maya], "Örjan Ek"), "orjan");
        assert_eq!(id_for(&[], "…"), "teammate");
    }

    #[test]
    fn an_address_is_found_however_it_is_typed() {
        assert_eq!(address(" Maya@Roth.example ").as_deref(), Some("maya@roth.example"));
        for none in ["", "maya", "maya@roth", "a@b@c.example", "maya roth@x.example"] {
            assert_eq!(address(none), None, "{none}");
        }
    }
}
