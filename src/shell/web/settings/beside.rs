//! What is wrong with rules, and what is worth a second look: on top of the page with the way to the
//! part it concerns, on this page or another, and beside that part.

use super::condition::{choices, facts, label};
use super::{HINTS_SHOWN, may_open, qualification, routing, scoring};
use crate::language::Words;
use crate::lead::words::{capitalised, fault, unknown};
use crate::playbook::{Fault, Playbook, Role, nearest};
use crate::shell::web::parts::icon;
use maud::{Markup, html};

/// The pages on which rules are edited, each with its part of the playbook and the tables that have a
/// place of their own on it.
const PAGES: [(&str, &str, &[&str]); 5] = [
    ("learned", scoring::learned::HERE, &[]),
    ("routing", routing::HERE, &["rule", "pool"]),
    ("scoring", scoring::HERE, &["floor", "fit_rule", "tiers", "caps"]),
    ("qualification", qualification::HERE, &["criterion"]),
    ("sla", qualification::HERE, &["urgent", "high", "medium", "low", "sla"]),
];

/// Faults told at once on top.
const FAULTS_SHOWN: usize = 5;

/// The page on which something is said, of which rules, and to whom.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    pub here: &'static str,
    /// As the form would have it.
    pub playbook: &'a Playbook,
    pub role: Role,
    pub words: Words,
}

/// Everything that is to be said of the rules on a page.
#[derive(Default)]
pub struct Beside {
    told: Vec<Told>,
}

struct Told {
    /// The part of this page that it stands beside.
    part: Option<(&'static str, usize)>,
    /// Where it can be mended.
    to: Option<String>,
    sentence: String,
    is_wrong: bool,
}

impl Beside {
    /// What keeps rules from coming into force, and what is only worth a second look.
    pub fn of(faults: &[Fault], hints: &[Fault], seen: Seen) -> Beside {
        let told = |is_wrong| {
            move |fault: &Fault| {
                let (page, part) = place(fault);
                let address = match (page, part) {
                    (Some(page), Some((table, nth))) => Some(format!("{page}#{}", id(table, nth))),
                    (Some(page), None) => Some(page.to_owned()),
                    (None, _) => elsewhere(fault, seen.playbook),
                };
                let to = address.and_then(|address| seen.way(address));
                let part = part.filter(|_| page == Some(seen.here));
                Told { part, to, sentence: seen.sentence(&fault.sentence), is_wrong }
            }
        };
        Beside {
            told: faults.iter().map(told(true)).chain(hints.iter().map(told(false))).collect(),
        }
    }

    /// What is wrong, each with the way to where it can be mended.
    pub fn wrong(&self) -> Markup {
        let wrong = self.told.iter().filter(|one| one.is_wrong).take(FAULTS_SHOWN);
        html! { @for (nth, one) in wrong.enumerate() { @if nth > 0 { " " } (one.leading()) } }
    }

    /// What is worth a second look, each with the way to its part.
    pub fn hints(&self) -> Markup {
        html! {
            @for one in self.told.iter().filter(|one| !one.is_wrong).take(HINTS_SHOWN) {
                div.alert role="status" { (icon("info")) p { (one.leading()) } }
            }
        }
    }

    /// What is said of one part, beside it.
    pub fn at(&self, table: &str, nth: usize) -> Markup {
        html! {
            @if let Some(id) = self.about(table, nth) {
                div #(id) {
                    @for one in self.told.iter().filter(|one| one.is_of(table, nth)) {
                        @if one.is_wrong {
                            p.error { (icon("warn")) (one.sentence) }
                        } @else {
                            p.line.hint { (icon("info")) span.grow { (one.sentence) } }
                        }
                    }
                }
            }
        }
    }

    /// The id of what is said of a part, by which it is described; none where nothing is.
    pub fn about(&self, table: &str, nth: usize) -> Option<String> {
        let is_said = self.told.iter().any(|one| one.is_of(table, nth));
        is_said.then(|| format!("{}-h", id(table, nth)))
    }
}

impl Told {
    fn is_of(&self, table: &str, nth: usize) -> bool {
        self.part.is_some_and(|part| part == (table, nth))
    }

    fn leading(&self) -> Markup {
        html! {
            @match &self.to {
                Some(to) => a href=(to) { (self.sentence) },
                None => (self.sentence),
            }
        }
    }
}

impl Seen<'_> {
    /// The way from this page to an address; none where it is this page, or closed to who looks.
    fn way(&self, address: String) -> Option<String> {
        match address.strip_prefix(self.here) {
            Some("") => None,
            Some(within) if within.starts_with('#') => Some(within.to_owned()),
            _ => may_open(self.role, &address).then_some(address),
        }
    }

    /// A sentence of the check, with a proposal by the names that editors show.
    fn sentence(&self, sentence: &str) -> String {
        let (words, playbook) = (self.words, self.playbook);
        let Some(unknown) = unknown(sentence) else { return fault(words, sentence) };
        let known: Vec<(String, String)> = match unknown.what {
            "field" => {
                let name = |key| capitalised(&label(words, playbook, key));
                facts(playbook).map(|key| (key.to_owned(), name(key))).collect()
            }
            "tag" => choices("tags", playbook, words),
            "request" => choices("hand_raise", playbook, words),
            what @ ("tier" | "class" | "source") => choices(what, playbook, words),
            _ => return fault(words, sentence),
        };
        let said = fault(words, unknown.sentence);
        let called = known.iter().flat_map(|(key, name)| [key.as_str(), name.as_str()]);
        let meant = nearest(unknown.named, called)
            .and_then(|meant| known.iter().find(|(key, name)| key == meant || name == meant));
        match meant {
            Some((_, name)) => {
                let with = [("key", name.as_str().into())];
                format!("{said} {}", words.fill("fault-did-you-mean", &with))
            }
            None => said,
        }
    }
}

/// The page on which something is edited, and its place there, where rules have such a page.
fn place(fault: &Fault) -> (Option<&'static str>, Option<(&'static str, usize)>) {
    let page = PAGES.into_iter().find(|(part, ..)| fault.place(part).is_some());
    let Some((_, page, tables)) = page else { return (None, None) };
    (Some(page), tables.iter().find_map(|table| Some((*table, fault.place(table)?))))
}

/// The address at which what is no rule can be mended; none where that is on no page.
fn elsewhere(fault: &Fault, playbook: &Playbook) -> Option<String> {
    let (table, nth) = *fault.within.first()?;
    match table {
        "teammate" => playbook.team.get(nth).map(|mate| format!("/team/{}", mate.id)),
        "source" => {
            playbook.sources.get(nth).map(|one| format!("/settings/sources#source-{}", one.key))
        }
        "field" => playbook.fields.get(nth).map(|one| format!("/settings/fields/{}", one.key)),
        "tag" => Some("/settings/tags".into()),
        "business" | "hours" => Some("/settings".into()),
        _ => None,
    }
}

/// The id of a part of the page.
pub fn id(table: &str, nth: usize) -> String {
    format!("{table}-{nth}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decide;
    use crate::language::Language;
    use crate::playbook::{Condition, Playbook, Test, check, fixture::house};

    fn asks(field: &str, value: &str) -> Condition {
        Condition { field: field.into(), is: Test::In, value: vec![value.to_owned()] }
    }

    fn wrong(playbook: &Playbook, here: &'static str, role: Role, language: Language) -> String {
        let faults = check(playbook, &decide::known());
        let seen = Seen { here, playbook, role, words: Words::of(language) };
        Beside::of(&faults, &[], seen).wrong().into_string()
    }

    #[test]
    fn a_fault_leads_to_where_it_can_be_mended() {
        let mut playbook = house(&["maya", "tom"]);
        playbook.routing.rules[0].name.clear();
        let said = |here, role| wrong(&playbook, here, role, Language::English);
        assert!(said(routing::HERE, Role::Manager).contains("href=\"#rule-0\""));
        let there = said(scoring::HERE, Role::Manager);
        assert!(there.contains("href=\"/settings/routing#rule-0\""), "{there}");

        let mut playbook = house(&["maya", "tom"]);
        playbook.team[1].name.clear();
        playbook.sla.clock.values_mut().for_each(|clock| clock.respond_minutes = 0);
        playbook.business.name.clear();
        let said = |here, role| wrong(&playbook, here, role, Language::English);
        let owner = said(scoring::HERE, Role::Owner);
        for way in ["/team/tom", "/settings/qualification#urgent-0", "/settings"] {
            assert!(owner.contains(&format!("href=\"{way}\"")), "{way}: {owner}");
        }
        let manager = said(qualification::HERE, Role::Manager);
        assert!(manager.contains("href=\"#urgent-0\""), "{manager}");
        assert!(!manager.contains("href=\"/settings\""), "closed to managers: {manager}");
    }

    #[test]
    fn what_was_probably_meant_is_called_as_the_editor_calls_it() {
        let mut playbook = house(&["maya"]);
        let tests = [
            ("tier", "Urgnt", "Did you mean “Urgent”?", "Meinten Sie „Dringend“?"),
            ("tier", "Drigend", "does not exist.</a>", "Meinten Sie „Dringend“?"),
            ("class", "referal", "Did you mean “Somebody sent them”?", "Meinten Sie „"),
            ("contry", "Spain", "Did you mean “Country”?", "Meinten Sie „Land“?"),
        ];
        for (field, value, english, german) in tests {
            playbook.routing.rules[0].conditions = vec![asks(field, value)];
            for (language, text) in [(Language::English, english), (Language::German, german)] {
                let said = wrong(&playbook, routing::HERE, Role::Owner, language);
                assert!(said.contains(text), "{text}: {said}");
            }
        }
    }
}
