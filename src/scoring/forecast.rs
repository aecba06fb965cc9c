//! How likely a lead is won, by what own history has taught, and what that is worth in points.
//!
//! A chance is worth the points that as many past leads stayed under as had a lower chance. So the
//! tiers stay as full as the points would make them, whatever share of leads a firm wins.

use super::learn::Explained;
use super::signals::Found;
use super::telling::{read_from, told};
use crate::lead::Lead;
use crate::playbook::Playbook;
use crate::playbook::learned::{Counts, Learned, Model};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Reasons shown for a chance, and as many against it.
const REASONS_MAX: usize = 3;

/// What the past says of a lead.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    pub explained: Explained,
    /// Of 100 past leads, how many had a lower chance.
    pub above: u8,
    /// Points, from 0 to 100.
    pub worth: f64,
    pub counts: Counts,
}

/// What the past says of a lead with its reasons; `None` before anything was learned.
pub(super) fn forecast(lead: &Lead, playbook: &Playbook, found: &[Found]) -> Option<Forecast> {
    let learned = playbook.scoring.learned.as_ref()?;
    let model = &learned.model;
    let texts = texts(lead, playbook, found, model);
    let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
    let explained = model.explain(&model.columns, &texts);
    let explained = explained.joined(read_from).shortened(REASONS_MAX);
    let place = place(learned, explained.chance);
    let worth = worth(learned, place);
    let above = (place / (learned.steps.len().max(2) - 1) as f64 * 100.0).round() as u8;
    Some(Forecast { explained, above, worth, counts: learned.counts })
}

/// What a chance adds to the points of a lead, or takes from them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Weight {
    worth: f64,
    share: f64,
}

impl Weight {
    /// How much the past weighs for a lead; `None` where it does not count. The chance is the one
    /// that is given, else that of the model.
    pub(super) fn of(
        lead: &Lead,
        playbook: &Playbook,
        found: &[Found],
        chance: Option<f64>,
    ) -> Option<Weight> {
        let learned = playbook.scoring.learned.as_ref()?;
        let share = match learned.counts {
            Counts::Beside => return None,
            Counts::Blended => 0.5,
            Counts::Drives => 1.0,
        };
        let by_model = || {
            let model = &learned.model;
            let texts = texts(lead, playbook, found, model);
            let levels = model.shapes.iter().map(|shape| shape.level(&texts[shape.view.column]));
            model.chance(&levels.collect::<Vec<u16>>())
        };
        let worth = worth(learned, place(learned, chance.unwrap_or_else(by_model)));
        Some(Weight { worth, share })
    }

    /// What it adds to so many points.
    pub(super) fn adds(self, points: f64) -> f64 {
        (self.worth - points) * self.share
    }
}

/// What a lead says in each column that a model reads.
fn texts<'a>(
    lead: &'a Lead,
    playbook: &Playbook,
    found: &[Found],
    model: &'a Model,
) -> Vec<Cow<'a, str>> {
    model.columns.iter().map(|name| told(lead, playbook, found, name)).collect()
}

/// Where a chance lies on the scale, counted in its steps.
fn place(learned: &Learned, chance: f64) -> f64 {
    let steps = &learned.steps;
    let above = steps.partition_point(|step| *step <= chance);
    match (above.checked_sub(1).and_then(|below| steps.get(below)), steps.get(above)) {
        (Some(low), Some(high)) => {
            (above - 1) as f64 + (chance - low) / (high - low).max(f64::MIN_POSITIVE)
        }
        (None, _) => 0.0,
        (_, None) => (steps.len() - 1) as f64,
    }
}

/// The points at a place of the scale.
fn worth(learned: &Learned, place: f64) -> f64 {
    let worth = &learned.worth;
    let at = |step: usize| worth.get(step).or(worth.last()).copied().unwrap_or_default();
    let below = place.floor() as usize;
    at(below) + (at(below + 1) - at(below)) * place.fract()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::{Evidence, HandRaise, LeadId, Sign};
    use crate::playbook::checked;
    use crate::playbook::learned::{Level, LevelRule, Pair, Side};
    use crate::scoring::backtest::{Judged, backtest};
    use crate::scoring::compared::Twice;
    use crate::scoring::examples::house;
    use crate::scoring::learn::{History, Lesson, NoReport, one_by_one};
    use crate::scoring::{ledger, mark};
    use jiff::{SignedDuration, Timestamp};
    use std::collections::BTreeMap;

    fn noon() -> Timestamp {
        "2026-05-08T10:00:00Z".parse().expect("a moment")
    }

    fn lead(nth: i64, industry: &str) -> Lead {
        let mut lead = Lead::unborn(LeadId(1));
        lead.captured_at = Some(noon() - SignedDuration::from_hours(nth));
        lead.source = "form:contact".into();
        lead.profile.role = if nth % 3 == 0 { "Owner" } else { "" }.into();
        lead.profile.name = format!("Person {nth}");
        lead.profile.email = format!("person{nth}@roth.example");
        lead.fields.insert("industry".into(), industry.into());
        lead
    }

    /// Printers are won four times in five, all others once in ten.
    fn lesson(playbook: &Playbook, leads: i64) -> Result<Lesson, NoReport> {
        let mut history = History::new(playbook);
        for nth in 0..leads {
            let (industry, won) = match nth % 4 {
                0 => ("Printing", nth % 20 != 0),
                1 => ("Farming", nth % 40 == 1),
                _ => ("Trade", nth % 20 == 2),
            };
            history.push(&lead(nth, industry), noon(), won);
        }
        history.learn(noon(), &one_by_one)
    }

    fn taught(counts: Counts) -> Playbook {
        let mut playbook = house();
        let learned = lesson(&playbook, 400).expect("history enough").learned;
        playbook.scoring.learned = Some(Learned { counts, ..learned });
        playbook.sealed()
    }

    #[test]
    fn what_was_won_before_is_likelier_and_says_why() {
        let playbook = taught(Counts::Beside);
        let of = |industry| {
            let ledger = ledger(&lead(1, industry), &playbook, noon());
            ledger.forecast.expect("something was learned")
        };
        let (printer, farmer) = (of("Printing"), of("Farming"));
        assert!(printer.explained.chance > 0.6, "{printer:?}");
        assert!(farmer.explained.chance < 0.2, "{farmer:?}");
        assert!(printer.above > 60 && farmer.above < printer.above, "{printer:?} {farmer:?}");
        assert!(printer.worth > 0.0, "{printer:?}");
        assert_eq!(printer.explained.speaks_for[0].of[0].0, "fact.industry");
        assert_eq!(farmer.explained.speaks_against[0].of[0].0, "fact.industry");
    }

    #[test]
    fn what_was_not_told_is_no_no_and_a_fact_speaks_once() {
        let playbook = taught(Counts::Beside);
        let of = |lead: &Lead| {
            let ledger = ledger(lead, &playbook, noon());
            let told = ledger.forecast.expect("something was learned").explained;
            let reasons = told.speaks_for.into_iter().chain(told.speaks_against);
            reasons.flat_map(|one| one.of).map(|(name, _)| name).collect::<Vec<_>>()
        };
        let mut silent = lead(1, "Printing");
        silent.fields.clear();
        let found = super::super::signals::found(&silent, &playbook);
        assert_eq!(told(&silent, &playbook, &found, "signal.industry"), "");
        let told = of(&lead(1, "Printing"));
        assert!(told.contains(&"fact.industry".to_owned()), "{told:?}");
        assert!(!told.contains(&"signal.industry".to_owned()), "{told:?}");
    }

    #[test]
    fn beside_the_points_it_changes_nothing_and_else_as_much_as_the_owner_says() {
        let plain = house();
        let one = lead(1, "Printing");
        let points = mark(&one, &plain, noon());
        let beside = taught(Counts::Beside);
        assert_eq!(beside.model, plain.sealed().model);
        assert_eq!(mark(&one, &beside, noon()), points);
        let told = ledger(&one, &beside, noon());
        assert_eq!(told.taught, None);

        let worth = told.forecast.expect("something was learned").worth;
        for (counts, share) in [(Counts::Blended, 0.5), (Counts::Drives, 1.0)] {
            let playbook = taught(counts);
            assert_ne!(playbook.model, beside.model);
            let ledger = ledger(&one, &playbook, noon());
            let adds = ledger.taught.expect("it counts");
            assert!((adds - (worth - ledger.total) * share).abs() < 1e-9);
            assert_eq!(ledger.score, (ledger.total + adds).round() as u8);
        }
    }

    #[test]
    fn whoever_asks_for_an_answer_is_held_up_whatever_the_past_says() {
        let playbook = taught(Counts::Drives);
        let mut one = lead(1, "Farming");
        let sign = Sign::Asked(HandRaise::ALL[0]);
        one.evidence.push(Evidence { seq: 1, at: noon(), sign });
        one.awaiting_since = Some(noon());
        one.request_waits = true;
        let ledger = ledger(&one, &playbook, noon());
        let floor = ledger.floor.expect("a floor");
        assert!(ledger.score >= floor.score);
    }

    #[test]
    fn it_stands_in_the_text_of_the_playbook_without_loss_and_names_nobody() {
        let playbook = taught(Counts::Blended);
        let text = playbook.to_text();
        let names = |nth: i64| [format!("Person {nth}"), format!("person{nth}@")];
        assert!(!(0..400).flat_map(names).any(|name| text.contains(&name)), "{text}");
        let read = checked(&text, &crate::decide::known()).expect("it may come into force");
        assert_eq!(read, playbook);
    }

    #[test]
    fn parts_that_do_not_belong_together_are_refused() {
        let whole = taught(Counts::Blended);
        type Break = fn(&mut Learned);
        let breaks: [Break; 11] = [
            |one| one.steps[0] = 2.0,
            |one| one.model.effects.truncate(1),
            |one| one.model.effects[0].truncate(1),
            |one| one.model.shapes[0].view.column = 99,
            |one| one.model.base = f64::NAN,
            |one| one.model.columns.clear(),
            |one| one.won = one.leads + 1,
            |one| {
                let shape = &mut one.model.shapes[0];
                shape.levels.clear();
                (shape.view.side, shape.rule) = (Side::Words, LevelRule::Words(BTreeMap::new()));
                (one.model.effects[0], one.model.seen[0]) = (Vec::new(), Vec::new());
            },
            |one| {
                let shape = &mut one.model.shapes[0];
                shape.levels.truncate(1);
                (shape.view.side, shape.rule) = (Side::Filled, LevelRule::Words(BTreeMap::new()));
                one.model.effects[0].truncate(1);
                one.model.seen[0].truncate(1);
            },
            |one| {
                let levels = one.model.shapes[0].levels.len();
                one.model.pairs = vec![Pair {
                    first: 0,
                    second: 0,
                    first_sides: vec![4; levels],
                    second_sides: vec![0; levels],
                    wide: 1 << (usize::BITS - 2),
                    cells: vec![0],
                    width: 1,
                }];
                (one.model.pair_effects, one.model.pairs_seen) = (vec![vec![0.0]], vec![vec![1]]);
            },
            |one| one.model.shapes[0].levels[0] = Level::Month(i8::MIN),
        ];
        for broken in breaks {
            let mut playbook = whole.clone();
            broken(playbook.scoring.learned.as_mut().expect("a model"));
            let faults = crate::playbook::check(&playbook, &crate::decide::known());
            assert!(faults[0].sentence.contains("do not belong together"), "{faults:?}");
        }
    }

    #[test]
    fn a_past_lead_is_judged_by_a_model_that_had_not_seen_it() {
        let playbook = taught(Counts::Drives);
        let one = lead(1, "Printing");
        let by = |chance| {
            let seen = (one.id, &one, noon());
            Twice::of(seen, true, &playbook, &playbook, |_| chance).before.0
        };
        assert_eq!(by(None), mark(&one, &playbook, noon()).0);
        assert!(by(Some(0.0)) < by(Some(1.0)));
        let lesson = lesson(&playbook, 400).expect("history enough");
        assert!(lesson.unseen(&playbook, one.id).is_some_and(|chance| chance < 1.0));
        assert_eq!(lesson.unseen(&house(), one.id), None, "another model counts there");
        assert_eq!(lesson.unseen(&playbook, LeadId(2)), None, "it was not there yet");
    }

    #[test]
    fn it_is_held_against_the_score_that_the_points_alone_would_give_floors_and_all() {
        let mut plain = house();
        plain.scoring.points.insert("asked".into(), 1);
        let mut blended = plain.clone();
        blended.scoring.learned = taught(Counts::Blended).scoring.learned;
        let past: Vec<(Lead, bool)> = (0..200)
            .map(|nth| {
                let (mut one, won) = (lead(nth, "Trade"), nth % 4 == 1);
                if won {
                    let sign = Sign::Asked(HandRaise::ALL[0]);
                    one.evidence.push(Evidence { seq: 1, at: noon(), sign });
                    one.request_waits = true;
                }
                (one, won)
            })
            .collect();
        let points = |playbook: &Playbook| {
            let mut history = History::new(playbook);
            past.iter().for_each(|(one, won)| history.push(one, noon(), *won));
            history.learn(noon(), &one_by_one).expect("history enough").points
        };
        let judge = |(one, won): &(Lead, bool)| {
            let (score, tier) = mark(one, &plain, noon());
            Judged { score, tier, won: *won }
        };
        let in_force = backtest(&past.iter().map(judge).collect::<Vec<Judged>>()).auc;
        assert_eq!(in_force.map(|told| told.auc), Some(1.0), "the floor is above all others");
        assert_eq!(points(&plain), in_force);
        assert_eq!(points(&blended), in_force);
    }

    #[test]
    fn what_only_came_with_the_end_of_leads_from_a_list_is_no_reason() {
        let playbook = house();
        let learn = |is_listed: fn(i64) -> bool| {
            let mut history = History::new(&playbook);
            for nth in 0..400 {
                let (mut one, won) = (lead(nth, "Trade"), nth % 4 == 0);
                if won || nth % 10 == 1 {
                    one.fields.insert("decision_on".into(), format!("2026-06-{:02}", 1 + nth % 28));
                }
                match is_listed(nth) {
                    true => history.push_listed(&one, noon(), won),
                    false => history.push(&one, noon(), won),
                }
            }
            history.learn(noon(), &one_by_one).expect("history enough")
        };
        let reads = |lesson: &Lesson| {
            let columns = &lesson.learned.model.columns;
            columns.iter().any(|name| name == "fact.decision_on")
        };
        let own = learn(|_| false);
        assert_eq!((own.listed, reads(&own)), (0, true));
        assert!(own.report.suspects.iter().all(|one| !one.dropped), "{:?}", own.report.suspects);
        let half = learn(|nth| nth % 3 == 0);
        assert_eq!((half.listed, reads(&half)), (134, false));
        assert!(half.report.suspects[0].dropped, "{:?}", half.report.suspects);
    }

    #[test]
    fn with_too_little_history_nothing_is_learned() {
        let no = lesson(&house(), 40).expect_err("40 leads are few").to_string();
        assert!(
            no.contains("Too little history: 40 leads") && no.contains("points decide"),
            "{no}"
        );
    }
}
