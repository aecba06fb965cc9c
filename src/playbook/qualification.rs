//! When a lead is ready for sales: the questions everybody asks, and the ladder of the answers.

use super::{Condition, holds};
use crate::lead::{Finding, Lead};
use serde::{Deserialize, Serialize};

/// The questions every lead is held against, and what it takes to climb.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Qualification {
    /// Points of fit, in percent of the most there are, from which a lead is one for marketing.
    pub mql_fit_percent: u8,
    /// Good answers with which a lead is one for sales.
    pub sql_good_answers: u8,
    /// Whether a request of the right kind of customer with the budget is one for sales at once.
    pub sql_at_submit: bool,
    /// How much of what is known of their fit must match for the right kind of customer, in percent.
    pub ideal_percent: u8,
    /// Sequence in which whoever is sent back is kept in mind of us; empty for none.
    pub nurture: String,
    /// Why sales may send a lead back, beside the reasons for which a lead is none.
    pub send_back_reasons: Vec<String>,
    #[serde(rename = "criterion", skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Criterion>,
}

impl Default for Qualification {
    fn default() -> Qualification {
        Qualification {
            mql_fit_percent: 50,
            sql_good_answers: 3,
            sql_at_submit: true,
            ideal_percent: 50,
            nurture: String::new(),
            send_back_reasons: Vec::new(),
            criteria: Vec::new(),
        }
    }
}

/// One question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Stable, never reused.
    pub key: String,
    pub label: String,
    /// What to ask, word for word.
    #[serde(default)]
    pub question: String,
    #[serde(default)]
    pub framework: Framework,
    /// Whether it is asked. What was answered is read all the same.
    #[serde(default = "super::yes")]
    pub active: bool,
    /// The fact that answers it; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub field: String,
    /// The fact that answers it where the first is not known; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub or_field: String,
    /// The signal of the score that says that the fact is a good answer; empty for none. Where it
    /// holds, a good answer gives no points of its own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub signal: String,
    /// Under which conditions the fact is a good answer. With neither these nor a signal it is good
    /// that it is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub good: Vec<Condition>,
    /// Points of a good answer.
    #[serde(default)]
    pub points: i32,
}

/// The set of questions a criterion belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Framework {
    /// Budget, authority, need, timeline.
    Bant,
    /// Metrics, economic buyer, decision criteria and process, pain, champion.
    Meddic,
    #[default]
    Own,
}

impl Framework {
    /// All of them, in the order of a page.
    pub const ALL: [Framework; 3] = [Framework::Bant, Framework::Meddic, Framework::Own];

    /// The key used in forms.
    pub fn key(self) -> &'static str {
        match self {
            Framework::Bant => "bant",
            Framework::Meddic => "meddic",
            Framework::Own => "own",
        }
    }
}

impl Qualification {
    /// The criterion with this key.
    pub fn criterion(&self, key: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.key == key)
    }

    /// The criteria that are asked, in their order.
    pub fn asked(&self) -> impl Iterator<Item = &Criterion> {
        self.criteria.iter().filter(|criterion| criterion.active)
    }

    /// How many of the criteria that are asked have an answer, of how many, and how many are good.
    pub fn counted(&self, lead: &Lead) -> Counted {
        let mut counted = Counted::default();
        for criterion in self.asked() {
            counted.all += 1;
            if let Some(answered) = lead.answers.get(&criterion.key) {
                counted.answered += 1;
                counted.good += usize::from(answered.finding == Finding::Good);
            }
        }
        counted
    }
}

/// How far the questions are answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    pub answered: usize,
    pub good: usize,
    pub all: usize,
}

impl Criterion {
    /// The facts that answer it, the first before the second.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        [&*self.field, &*self.or_field].into_iter().filter(|key| !key.is_empty())
    }

    /// The fact of a lead that answers it, with its key.
    pub fn fact<'a, 'l>(&'a self, lead: &'l Lead) -> Option<(&'a str, &'l str)> {
        self.fields().find_map(|key| Some((key, lead.fact(key)?)))
    }

    /// What the facts of a lead say to it, with the fact; nothing where they say nothing. `signals`
    /// are those of the score that hold.
    pub fn read<'a>(&self, lead: &'a Lead, signals: &[String]) -> Option<(Finding, &'a str)> {
        let (key, fact) = self.fact(lead)?;
        // What is asked of the first fact is asked of the one that stands in for it.
        let is_met = |one: &Condition| match one.field == self.field {
            true => holds(&Condition { field: key.to_owned(), ..one.clone() }, lead),
            false => holds(one, lead),
        };
        let by_signal = self.signal.is_empty() || signals.contains(&self.signal);
        let is_good = by_signal && self.good.iter().all(is_met);
        Some((if is_good { Finding::Good } else { Finding::Weak }, fact))
    }
}
