//! Their mail or their website belongs to a competitor that the playbook names.

use super::{Find, Group, Signal, Worth};
use crate::lead::profile::domain_of;
use crate::scoring::reading::{Facts, is_of_domain};

pub const SIGNAL: Signal = Signal {
    key: "competitor",
    group: Group::Against,
    worth: Worth::Points(-20),
    find: Find::Fact { shown: "", holds: is_competitor },
};

fn is_competitor(facts: &Facts) -> bool {
    let competitors = &facts.playbook.scoring.fit.competitors;
    if competitors.is_empty() {
        return false;
    }
    let theirs = [domain_of(&facts.lead.profile.email), domain_of(&facts.lead.profile.website)];
    competitors.iter().any(|rival| theirs.iter().flatten().any(|host| is_of_domain(host, rival)))
}
