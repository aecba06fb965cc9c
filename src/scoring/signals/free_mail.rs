//! They write from a free mailbox, where the business sells to firms and says that it counts.

use super::{Find, Group, Signal, Worth};
use crate::lead::profile::{domain_of, is_free_mail};

pub const SIGNAL: Signal = Signal {
    key: "free_mail",
    group: Group::Against,
    worth: Worth::Points(-3),
    find: Find::Fact {
        shown: "",
        holds: |facts| {
            facts.playbook.scoring.fit.free_mail_counts && is_free(&facts.lead.profile.email)
        },
    },
};

fn is_free(email: &str) -> bool {
    domain_of(email).is_some_and(|domain| is_free_mail(&domain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_free_mailbox_is_known_in_every_country() {
        for address in ["a@gmail.com", "a@GMX.net", "a@yahoo.co.uk", "a@web.de", "a@t-online.de"] {
            assert!(is_free(address), "{address}");
        }
    }

    #[test]
    fn a_firm_that_only_sounds_like_one_is_not_held_back() {
        for address in
            ["a@web.example", "a@gmailers.com", "a@mail.roth.example", "a@live.example", ""]
        {
            assert!(!is_free(address), "{address}");
        }
    }
}
