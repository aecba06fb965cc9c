//! The questions a lead is scored by: one file each, all of them in [`ALL`].

mod answers;
mod asked;
mod budget;
mod case_study;
mod click;
mod company_size;
mod competitor;
mod decision_maker;
mod download;
mod engaged;
mod free_mail;
mod industry;
mod location;
mod long_visit;
mod manager;
mod met;
mod mismatch;
mod open;
mod outside_area;
mod own_rule;
mod price_view;
mod product_used;
mod qualified;
mod reply;
mod source;
mod student;
mod timeline;
mod unsubscribed;
mod webinar;

pub use answers::{denied, points as by_answers};

use crate::language::Words;
use crate::lead::{Answered, Evidence, HandRaise, Lead, Seq, Sign};
use crate::playbook::{Criterion, Engagement, FitRule, Playbook, holds};
use crate::scoring::decay::Fading;
use crate::scoring::reading::Facts;
use jiff::{SignedDuration, Timestamp};

/// Every signal, by group, in the order a person reads them.
pub static ALL: [Signal; 29] = [
    industry::SIGNAL,
    company_size::SIGNAL,
    decision_maker::SIGNAL,
    manager::SIGNAL,
    location::SIGNAL,
    budget::SIGNAL,
    timeline::SIGNAL,
    answers::SIGNAL,
    own_rule::SIGNAL,
    asked::SIGNAL,
    reply::SIGNAL,
    price_view::SIGNAL,
    case_study::SIGNAL,
    download::SIGNAL,
    webinar::SIGNAL,
    product_used::SIGNAL,
    click::SIGNAL,
    open::SIGNAL,
    long_visit::SIGNAL,
    source::SIGNAL,
    engaged::SIGNAL,
    qualified::SIGNAL,
    met::SIGNAL,
    mismatch::SIGNAL,
    outside_area::SIGNAL,
    student::SIGNAL,
    competitor::SIGNAL,
    free_mail::SIGNAL,
    unsubscribed::SIGNAL,
];

/// A question with points.
#[derive(Debug)]
pub struct Signal {
    /// Stable: the playbook and the journal refer to it.
    pub key: &'static str,
    pub group: Group,
    pub worth: Worth,
    pub find: Find,
}

/// What belongs together under one cap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Fit,
    /// Interest, which alone fades.
    Engagement,
    Source,
    Stage,
    /// What speaks against a lead; without a cap.
    Against,
}

/// How many points a signal gives.
#[derive(Clone, Copy, Debug)]
pub enum Worth {
    /// So many, unless the playbook says otherwise under the signal's key.
    Points(i32),
    /// As many as another place of the playbook says: to a lead, and to any at most.
    Told { points: fn(&Lead, &Playbook) -> i32, most: fn(&Playbook) -> i32 },
}

/// How a signal is found.
#[derive(Clone, Copy, Debug)]
pub enum Find {
    /// In what is known of the lead. The fact of this key is shown beside it; empty shows none.
    Fact { shown: &'static str, holds: fn(&Facts) -> bool },
    /// In good answers to the questions of qualification, each with its own points.
    Answers,
    /// In what has come of the lead, as the last entry of its kind says.
    Entry { holds: fn(&Facts) -> bool, told_in: fn(&Lead) -> (Seq, Option<Timestamp>) },
    /// By the firm's own rules of fit, each with its own points.
    Rules,
    /// In signs of interest, the latest first, of which so many count.
    Signs { most: usize, counts: fn(&Sign, &Engagement) -> bool },
}

/// A signal found on a lead.
pub struct Found<'a> {
    pub signal: &'static Signal,
    /// Points when it was fresh.
    pub original: i32,
    pub at: Timestamp,
    pub basis: Basis<'a>,
    /// When it counts no more, where that was set.
    pub until: Option<Timestamp>,
}

/// What a signal was found in.
#[derive(Clone, Copy, Debug)]
pub enum Basis<'a> {
    /// What is known of the lead, or has come of it.
    Known,
    /// A good answer to a question.
    Answer(&'a Criterion, &'a Answered),
    /// A rule of the firm's own.
    Rule(&'a FitRule),
    /// A sign of interest.
    Shown(&'a Evidence),
}

/// How many signs of a behaviour count, and for how many days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counting {
    /// The latest so many.
    pub most: usize,
    /// `None` where they only fade.
    pub days: Option<u32>,
}

impl Counting {
    /// When a sign shown at this moment counts no more.
    fn until(self, shown: Timestamp) -> Option<Timestamp> {
        let days = i64::from(self.days?);
        shown.checked_add(SignedDuration::from_hours(24 * days)).ok()
    }
}

impl Group {
    pub const COUNT: usize = 5;

    /// Every group, in the order a person reads them.
    pub const ALL: [Group; Group::COUNT] =
        [Group::Fit, Group::Engagement, Group::Source, Group::Stage, Group::Against];

    /// The word a person reads.
    pub fn label(self, words: Words) -> String {
        words.say(match self {
            Group::Fit => "group-fit",
            Group::Engagement => "group-engagement",
            Group::Source => "group-source",
            Group::Stage => "group-stage",
            Group::Against => "group-against",
        })
    }
}

/// The signal with this key.
pub fn signal(key: &str) -> Option<&'static Signal> {
    ALL.iter().find(|signal| signal.key == key)
}

/// Everything that gives a lead points, before fading and caps.
pub fn found<'a>(lead: &'a Lead, playbook: &'a Playbook) -> Vec<Found<'a>> {
    let facts = Facts::of(lead, playbook);
    let came_in = lead.captured_at.unwrap_or_default();
    let mut all = Vec::with_capacity(12);
    for signal in &ALL {
        let stays = |original, basis| Found { signal, original, at: came_in, basis, until: None };
        match signal.find {
            Find::Fact { holds, .. } | Find::Entry { holds, .. }
                if !holds(&facts) || answers::is_denied(signal.key, lead, playbook) => {}
            Find::Fact { .. } | Find::Entry { .. } => {
                all.push(stays(signal.points(lead, playbook), Basis::Known));
            }
            Find::Answers => {
                let good = answers::good(lead, playbook);
                all.extend(good.map(|(one, told)| stays(one.points, Basis::Answer(one, told))));
            }
            Find::Rules => {
                let rules = playbook.scoring.fit_rules.iter();
                let met = rules.filter(|rule| rule.conditions.iter().all(|one| holds(one, lead)));
                all.extend(met.map(|rule| stays(rule.points, Basis::Rule(rule))));
            }
            Find::Signs { most, counts } => {
                let engagement = &playbook.scoring.engagement;
                let counting = signal.counting(playbook).unwrap_or(Counting { most, days: None });
                let shown = lead.evidence.iter().rev().filter(|one| counts(&one.sign, engagement));
                for evidence in shown.take(counting.most) {
                    let original = signal.points(lead, playbook);
                    let until = counting.until(evidence.at).filter(|_| signal.fades(original));
                    let (at, basis) = (evidence.at, Basis::Shown(evidence));
                    all.push(Found { signal, original, at, basis, until });
                }
            }
        }
    }
    all
}

impl Signal {
    /// The points a playbook gives it under its own key; `None` where another place tells them.
    pub fn set_points(&self, playbook: &Playbook) -> Option<i32> {
        match self.worth {
            Worth::Points(points) => {
                Some(playbook.scoring.points.get(self.key).copied().unwrap_or(points))
            }
            Worth::Told { .. } => None,
        }
    }

    /// Whether it is interest shown by what a lead does, of which there may be more than one sign.
    pub fn is_behaviour(&self) -> bool {
        self.group == Group::Engagement && matches!(self.find, Find::Signs { .. })
    }

    /// How its signs count under a playbook; `None` for what is no behaviour.
    pub fn counting(&self, playbook: &Playbook) -> Option<Counting> {
        let Find::Signs { most, .. } = self.find else { return None };
        let set = playbook.scoring.counts.get(self.key).copied().unwrap_or_default();
        let most = set.most.map_or(most, |most| most as usize);
        self.is_behaviour().then_some(Counting { most, days: set.days })
    }

    /// Whether so many points fade. What speaks against a lead stays, so that a score never rises by
    /// itself.
    fn fades(&self, original: i32) -> bool {
        self.group == Group::Engagement && original > 0
    }

    /// What it gives this lead under this playbook.
    fn points(&self, lead: &Lead, playbook: &Playbook) -> i32 {
        match self.worth {
            Worth::Points(points) => self.set_points(playbook).unwrap_or(points),
            Worth::Told { points, .. } => points(lead, playbook),
        }
    }

    /// Whether the playbook says what it is to look for, where somebody must.
    pub fn is_asked(&self, playbook: &Playbook) -> bool {
        let (fit, interest) = (&playbook.scoring.fit, &playbook.scoring.engagement);
        match self.key {
            "industry" => !fit.industries.is_empty(),
            "company_size" => fit.size_from.or(fit.size_to).is_some(),
            "budget" => fit.budget_from.is_some(),
            "location" | "outside_area" => !fit.served.is_empty(),
            "mismatch" => !fit.industries.is_empty() || fit.size_from.or(fit.size_to).is_some(),
            "competitor" => !fit.competitors.is_empty(),
            "free_mail" => fit.free_mail_counts,
            "price_view" => !interest.price_pages.is_empty(),
            "case_study" => !interest.case_pages.is_empty(),
            _ => true,
        }
    }

    /// The facts it reads that somebody may tell with an enquiry.
    pub fn reads(&self) -> &'static [&'static str] {
        match self.key {
            "source" => &["source"],
            "asked" => &["hand_raise"],
            "industry" => &["industry"],
            "company_size" => &["company_size"],
            "mismatch" => &["industry", "company_size"],
            "decision_maker" | "manager" | "student" => &["role"],
            "location" | "outside_area" => &["country", "region", "postcode", "city"],
            "budget" => &["budget"],
            "timeline" => &["timeline"],
            "competitor" => &["email", "website"],
            "free_mail" => &["email"],
            _ => &[],
        }
    }

    /// The one fact it is found in, if it is one.
    pub fn fact(&self) -> Option<&'static str> {
        match self.find {
            Find::Fact { shown, .. } if !shown.is_empty() => Some(shown),
            Find::Fact { .. }
            | Find::Entry { .. }
            | Find::Answers
            | Find::Rules
            | Find::Signs { .. } => None,
        }
    }

    /// The most points it gives any lead under this playbook.
    pub fn most_points(&self, playbook: &Playbook) -> i32 {
        match self.worth {
            _ if !self.is_asked(playbook) => 0,
            Worth::Points(points) => self.set_points(playbook).unwrap_or(points),
            Worth::Told { most, .. } => most(playbook),
        }
    }
}

impl Found<'_> {
    /// How it fades; `None` for what stays.
    pub fn fading(&self) -> Option<Fading> {
        let until = self.until.map_or(i64::MAX, Timestamp::as_second);
        self.signal.fades(self.original).then_some(Fading { shown: self.at.as_second(), until })
    }

    /// The entry that proves it, and when that was; `None` where several together do.
    pub fn told_in(&self, lead: &Lead) -> Option<(Seq, Timestamp)> {
        let last = |keys: &mut dyn Iterator<Item = &str>| {
            keys.filter(|key| lead.fact(key).is_some()).map(|key| lead.told_in(key)).max()
        };
        match (self.basis, self.signal.find) {
            (Basis::Shown(evidence), _) => Some((evidence.seq, evidence.at)),
            (Basis::Answer(_, answered), _) => Some((answered.seq, answered.at)),
            (Basis::Rule(rule), _) => {
                last(&mut rule.conditions.iter().map(|one| one.field.as_str()))
            }
            (Basis::Known, Find::Entry { told_in, .. }) => {
                let (seq, at) = told_in(lead);
                Some((seq, at.unwrap_or(self.at)))
            }
            (Basis::Known, _) if self.signal.group == Group::Source => Some((lead.id.0, self.at)),
            (Basis::Known, _) => last(&mut self.signal.reads().iter().copied()),
        }
    }

    /// The fact, the page, the question or the request it rests on.
    pub fn rests_on(&self, lead: &Lead) -> Proof {
        let text = match self.basis {
            Basis::Shown(evidence) => match &evidence.sign {
                Sign::Asked(ask) => return Proof::Request(*ask),
                Sign::Visited(page) | Sign::Downloaded(page) => page,
                _ => "",
            },
            Basis::Answer(one, _) => &one.label,
            Basis::Rule(rule) => &rule.name,
            Basis::Known => self.signal.fact().and_then(|key| lead.fact(key)).unwrap_or_default(),
        };
        Proof::Text(text.to_owned())
    }
}

/// What a point rests on, as far as a person can read it.
#[derive(Clone, Debug, PartialEq)]
pub enum Proof {
    /// A fact or a page as somebody wrote it; empty where there is nothing to show.
    Text(String),
    Request(HandRaise),
}

impl Proof {
    /// Why a signal gives points, with what it rests on.
    pub fn because(&self, signal: &str, words: Words) -> String {
        let why = words.say(&format!("signal-{signal}"));
        let what = match self {
            Proof::Text(text) if text.is_empty() => return why,
            Proof::Text(text) => text.clone(),
            Proof::Request(ask) => words.say(&format!("request-{}", ask.key())),
        };
        words.fill("signal-shown", &[("why", why.into()), ("what", what.into())])
    }
}
