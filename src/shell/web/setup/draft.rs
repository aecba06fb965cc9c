//! What was answered so far, and the playbook it makes.
//!
//! It lies in the data file until the set-up is finished, so that one may go away and come back. The
//! password of the owner is never part of it.

use super::ask::name_of;
use super::step::Step;
use crate::language::{Language, Words};
use crate::lead::Profile;
use crate::lead::hours::Hours;
use crate::lead::profile::{country_code, currency_of, zone_of};
use crate::playbook::{Kind, Playbook, Teammate, starter_in};
use crate::shell::desk::Order;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::kept_bytes;
use crate::shell::store::office::Change;
use crate::shell::web::holidays::{self, Here};
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::{read, week};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The name under which it is kept.
const KEY: &str = "set-up";

/// The longest answer that is kept, in characters.
const ANSWER_MAX: usize = 12_000;

/// The longest name of a company.
const COMPANY_MAX: usize = 120;

/// What the week looks like before anybody has said so.
const USUAL_HOURS: [(&str, &str); 2] = [("from", "09:00"), ("to", "17:30")];

/// The set-up so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    answers: BTreeMap<String, String>,
    done: BTreeSet<String>,
}

impl Draft {
    /// The set-up as it was left; `None` where none is under way.
    pub async fn read(house: &House) -> Result<Option<Draft>, Error> {
        read(house, |reading| reading.setting(KEY)).await
    }

    /// Keeps it for the next page, or for the next day.
    pub async fn keep(&self, house: &House) -> Result<(), Error> {
        let change = Change::PutSetting { key: KEY, value: kept_bytes(self) };
        house.desk.ask(Order::Office(vec![change])).await.map(drop)
    }

    /// Nothing is left to be asked.
    pub async fn forget(house: &House) -> Result<(), Error> {
        let change = Change::DropSetting { key: KEY };
        house.desk.ask(Order::Office(vec![change])).await.map(drop)
    }

    /// Whether a question is answered.
    pub fn is_done(&self, step: Step) -> bool {
        self.done.contains(step.key())
    }

    /// Marks a question as answered.
    pub fn finish(&mut self, step: Step) {
        self.done.insert(step.key().to_owned());
    }

    /// The first question that is not answered; `None` where all are.
    pub fn next(&self, has_owner: bool) -> Option<Step> {
        let asked = Step::ALL.into_iter().filter(|step| step.is_before_owner() != has_owner);
        asked.into_iter().find(|step| !self.is_done(*step))
    }

    /// Takes the answers of a page.
    pub fn take(&mut self, step: Step, sent: &Sent) {
        for name in names(step) {
            self.answers.remove(&name);
            let answer: String = sent.get(&name).chars().take(ANSWER_MAX).collect();
            if !answer.trim().is_empty() {
                self.answers.insert(name, answer);
            }
        }
    }

    /// What stands in the fields of a page before anybody types: what was answered, else what follows
    /// from other answers.
    pub fn shown(&self) -> Sent {
        let mut shown = self.answers.clone();
        let mut usually = |name: &str, value: String| {
            shown.entry(name.to_owned()).or_insert(value);
        };
        if let Some(zone) = self.zone_of_country() {
            usually("time_zone", zone);
        }
        if !self.is_done(Step::Hours) {
            for day in ["mon", "tue", "wed", "thu", "fri"] {
                for (end, hour) in USUAL_HOURS {
                    usually(&format!("{day}_{end}"), hour.to_owned());
                }
            }
        }
        shown.into_iter().collect()
    }

    fn get(&self, name: &str) -> &str {
        self.answers.get(name).map_or("", |answer| answer.trim())
    }

    /// The language that was chosen, if one was.
    pub fn language(&self) -> &str {
        self.get("language")
    }

    /// What is wrong with the answers of a page, if anything is.
    pub fn fault(&self, step: Step, words: Words) -> Option<Wrong> {
        let wrong = |field: &str, key: &str| Some(Wrong::with(field, words.say(key)));
        match step {
            Step::Company if self.get("company").is_empty() => {
                wrong("company", "setup-company-lacking")
            }
            Step::Company if self.get("company").chars().count() > COMPANY_MAX => {
                wrong("company", "setup-company-long")
            }
            Step::Place if country_code(self.get("country")).is_none() => {
                wrong("country", "setup-country-wrong")
            }
            Step::Place if self.currency().is_none() => wrong("currency", "setup-currency-wrong"),
            Step::Zone if TimeZone::get(self.get("time_zone")).is_err() => {
                wrong("time_zone", "setup-zone-wrong")
            }
            Step::Hours => self.hours(words).err(),
            Step::Kind if Kind::of(self.get("kind")).is_none() => {
                wrong("kind", "setup-kind-lacking")
            }
            _ => None,
        }
    }

    /// What was answered on a page, in a few words; empty where nothing was.
    pub fn answer(&self, step: Step, words: Words) -> String {
        match step {
            Step::Company => self.get("company").to_owned(),
            Step::Place => {
                let currency = self.currency().unwrap_or_default();
                let said = [self.get("country"), &currency];
                said.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" · ")
            }
            Step::Zone => self.get("time_zone").to_owned(),
            Step::Hours => {
                self.hours(words).map_or(String::new(), |hours| week::told(&hours.week, words))
            }
            Step::Kind => {
                let kind = Kind::of(self.get("kind"));
                kind.map_or(String::new(), |kind| words.say(name_of(kind)))
            }
            Step::Code | Step::Owner | Step::Team | Step::Mail | Step::Form => String::new(),
        }
    }

    /// The playbook these answers make, for its owner.
    pub fn playbook(&self, owner: Teammate) -> Playbook {
        let words = Words::default();
        let language = Language::of(self.language()).unwrap_or_default();
        let mut playbook = starter_in(language, self.get("company"), owner);
        let business = &mut playbook.business;
        if let Some(country) = country_code(self.get("country")) {
            business.country = country.to_owned();
        }
        business.currency = self.currency().unwrap_or(business.currency.clone());
        if TimeZone::get(self.get("time_zone")).is_ok() {
            business.time_zone = self.get("time_zone").to_owned();
        }
        if let Ok(hours) = self.hours(words) {
            playbook.hours = hours;
        }
        if let Some(kind) = Kind::of(self.get("kind")) {
            kind.shape(&mut playbook);
        }
        playbook
    }

    fn hours(&self, words: Words) -> Result<Hours, Wrong> {
        let answers: Sent =
            self.answers.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        let week = week::read(&answers, words)?;
        if week.is_empty() {
            return Err(Wrong::with("mon_from", words.say("setup-hours-lacking")));
        }
        Ok(Hours { holidays: holidays::read(self.get(holidays::NAME), words)?, week })
    }

    /// Where the business is, as far as that is answered.
    pub fn here(&self, words: Words, now: Timestamp) -> Here<'static> {
        let zone = TimeZone::get(self.get("time_zone")).unwrap_or(TimeZone::UTC);
        let country = country_code(self.get("country")).unwrap_or_default();
        Here { country, year: zone.to_datetime(now).year(), words }
    }

    /// The currency that was named, else that of the country.
    fn currency(&self) -> Option<String> {
        let named = self.get("currency").to_ascii_uppercase();
        if named.is_empty() {
            return country_code(self.get("country")).and_then(currency_of).map(str::to_owned);
        }
        let is_code = named.len() == 3 && named.bytes().all(|byte| byte.is_ascii_uppercase());
        is_code.then_some(named)
    }

    fn zone_of_country(&self) -> Option<String> {
        let country = country_code(self.get("country"))?.to_owned();
        zone_of(&Profile { country, ..Profile::default() }).map(str::to_owned)
    }
}

/// The names of the fields of a page.
fn names(step: Step) -> Vec<String> {
    let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    match step {
        Step::Company => own(&["company"]),
        Step::Place => own(&["country", "language", "currency"]),
        Step::Zone => own(&["time_zone"]),
        Step::Hours => week::names().chain([holidays::NAME.to_owned()]).collect(),
        Step::Kind => own(&["kind"]),
        Step::Code | Step::Owner | Step::Team | Step::Mail | Step::Form => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(pairs: &[(&str, &str)], step: Step) -> Draft {
        let mut draft = Draft::default();
        let pairs = pairs.iter().map(|(name, value)| (name.to_string(), value.to_string()));
        draft.take(step, &pairs.collect());
        draft
    }

    #[test]
    fn a_country_brings_its_money_and_its_clock() {
        let draft = answered(&[("country", "Germany"), ("language", "de")], Step::Place);
        assert_eq!(draft.fault(Step::Place, Words::default()), None);
        assert_eq!(draft.currency().as_deref(), Some("EUR"));
        assert_eq!(draft.shown().get("time_zone"), "Europe/Berlin");
        let atlantis = answered(&[("country", "Atlantis")], Step::Place);
        let wrong = atlantis.fault(Step::Place, Words::default()).expect("no such country");
        assert_eq!(wrong.field, "country");
    }

    #[test]
    fn an_answer_is_told_in_a_few_words() {
        let hours = ["mon", "tue", "wed"].map(|day| {
            [(format!("{day}_from"), "08:00".to_owned()), (format!("{day}_to"), "18:00".to_owned())]
        });
        let hours = hours.into_iter().flatten().chain([
            ("sat_from".to_owned(), "9".to_owned()),
            ("sat_to".to_owned(), "12".to_owned()),
        ]);
        let mut draft = answered(&[("country", "Germany")], Step::Place);
        draft.take(Step::Hours, &hours.collect());
        let answer = |step: Step| draft.answer(step, Words::default());
        assert_eq!(answer(Step::Place), "Germany · EUR");
        assert_eq!(answer(Step::Hours), "Mon–Wed 08:00–18:00 · Sat 09:00–12:00");
        assert_eq!((answer(Step::Company), answer(Step::Kind)), (String::new(), String::new()));
    }

    #[test]
    fn a_country_whose_money_we_do_not_know_is_asked_for_it() {
        let draft = answered(&[("country", "FJ")], Step::Place);
        let wrong = draft.fault(Step::Place, Words::default()).expect("no currency");
        assert_eq!(wrong.field, "currency");
        let draft = answered(&[("country", "FJ"), ("currency", "fjd")], Step::Place);
        assert_eq!(draft.fault(Step::Place, Words::default()), None);
    }

    #[test]
    fn one_goes_on_where_one_left_off() {
        let mut draft = Draft::default();
        assert_eq!(draft.next(false), Some(Step::Company));
        draft.finish(Step::Company);
        draft.finish(Step::Zone);
        assert_eq!(draft.next(false), Some(Step::Place));
        assert_eq!(draft.next(true), Some(Step::Team));
    }
}
