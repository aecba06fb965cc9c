//! They write from a free mailbox, where the business sells to firms and says that it counts.

use super::{Find, Group, Signal, Worth};
use crate::scoring::reading::domain_of;

pub const SIGNAL: Signal = Signal {
    key: "free_mail",
    group: Group::Against,
    worth: Worth::Points(-3),
    because: "Writes from a free mailbox",
    find: Find::Fact {
        shown: "",
        holds: |facts| {
            facts.playbook.scoring.fit.free_mail_counts && is_free(&facts.lead.profile.email)
        },
    },
};

/// Providers that use one name under many endings.
const PROVIDERS: [&str; 11] = [
    "aol",
    "freenet",
    "gmail",
    "gmx",
    "googlemail",
    "hotmail",
    "outlook",
    "protonmail",
    "t-online",
    "yahoo",
    "yandex",
];

/// Providers known by one whole name only.
const NAMED: [&str; 11] = [
    "att.net",
    "bluewin.ch",
    "comcast.net",
    "fastmail.com",
    "icloud.com",
    "live.com",
    "mail.com",
    "me.com",
    "pm.me",
    "proton.me",
    "web.de",
];

fn is_free(email: &str) -> bool {
    let Some(host) = domain_of(email) else { return false };
    let host = host.to_lowercase();
    let name = host.split('.').next().unwrap_or_default();
    PROVIDERS.contains(&name) || NAMED.contains(&host.as_str())
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
