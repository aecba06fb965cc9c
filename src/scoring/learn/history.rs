//! A model learned from the leads of this house that have ended, as they came in.

use super::auc::{Auc, auc};
use super::report::{NoReport, Question, Report, report};
use super::table::{Draft, Table};
use super::validation::Workers;
use crate::lead::{Lead, LeadId};
use crate::playbook::Playbook;
use crate::playbook::learned::{Counts, Learned, Model};
use crate::scoring::signals::found;
use crate::scoring::sum::Sum;
use crate::scoring::telling::{ARRIVAL, NO, everything_told};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// The column that says how a lead ended, and its word for the won.
const END: &str = "end";
const WON: &str = "won";
const LOST: &str = "lost";

/// Folds in which a model is tried on leads it has not seen.
const FOLDS: usize = 5;

/// Steps of the scale that says what a chance is worth.
const STEPS: usize = 20;

/// Leads that have ended, while they are read.
pub struct History<'a> {
    playbook: &'a Playbook,
    draft: Draft,
    points: Vec<f64>,
    /// What the points make of each lead, raised by its floor and rounded.
    scores: Vec<f64>,
    won: Vec<bool>,
    /// Whether its end came with it, so that all that is known of it is of then.
    listed: Vec<bool>,
    leads: Vec<LeadId>,
}

/// What was learned, how, and how well the score by points told the same leads apart.
#[derive(Debug)]
pub struct Lesson {
    pub learned: Learned,
    pub report: Report,
    pub points: Option<Auc>,
    /// Leads that came from a list with their end.
    pub listed: usize,
    /// The chance of each lead by models that had not seen it.
    unseen: BTreeMap<LeadId, f64>,
}

impl Lesson {
    /// The chance of a lead by models that had not seen it, where this lesson is what counts in a
    /// playbook.
    pub fn unseen(&self, playbook: &Playbook, lead: LeadId) -> Option<f64> {
        self.is_in(playbook).then(|| self.unseen.get(&lead).copied()).flatten()
    }

    /// Whether this lesson is the one in a playbook.
    pub fn is_in(&self, playbook: &Playbook) -> bool {
        let learned = playbook.scoring.learned.as_ref();
        learned.is_some_and(|one| one.learned_at == self.learned.learned_at)
    }
}

impl<'a> History<'a> {
    /// No lead yet; they are read by this playbook.
    pub fn new(playbook: &'a Playbook) -> History<'a> {
        let draft = Draft::of(&[END.to_owned()]);
        let (points, scores) = (Vec::new(), Vec::new());
        let (won, listed, leads) = (Vec::new(), Vec::new(), Vec::new());
        History { playbook, draft, points, scores, won, listed, leads }
    }

    /// Takes up a lead as it was at a moment, and how it ended.
    pub fn push(&mut self, then: &Lead, at: Timestamp, won: bool) {
        let found = found(then, self.playbook);
        let end = (END.into(), if won { WON } else { LOST }.into());
        let mut told = everything_told(then, self.playbook, &found);
        told.push(end);
        self.draft.push_named(&told);
        let by_points = Sum::from_found(then, self.playbook, &found).untaught();
        let mark = by_points.at(&self.playbook.scoring, at.as_second());
        self.points.push(mark.points.clamp(0.0, 100.0));
        self.scores.push(f64::from(mark.score));
        self.won.push(won);
        self.listed.push(false);
        self.leads.push(then.id);
    }

    /// Takes up a lead that came from a list with its end, so that all that is known of it is of then.
    pub fn push_listed(&mut self, lead: &Lead, at: Timestamp, won: bool) {
        self.push(lead, at, won);
        if let Some(last) = self.listed.last_mut() {
            *last = true;
        }
    }

    /// Learns from all of them. What is learned is shown beside the points until somebody lets it
    /// count for more.
    pub fn learn(self, now: Timestamp, workers: Workers) -> Result<Lesson, NoReport> {
        if self.won.is_empty() {
            return Err(NoReport::TooLittle { leads: 0, won: 0, lost: 0 });
        }
        let question = Question {
            outcome: END.into(),
            positive: vec![WON.into()],
            time: Some(ARRIVAL.into()),
            doubted: Some(self.listed.clone()),
            blanks: vec![NO.into()],
            folds: FOLDS,
            seeds: 1,
            ..Question::default()
        };
        let table: Table = self.draft.finish();
        let mut report = report(table, &question, workers)?;
        let figures = report.figures;
        let listed = self.listed.iter().filter(|listed| **listed).count();
        let chances = std::mem::take(&mut report.chances);
        let unseen = self.leads.into_iter().zip(chances.iter().copied()).collect();
        let steps = quantiles(chances).into_iter().map(rounded).collect();
        let worth = quantiles(self.points).into_iter().map(rounded).collect();
        let learned = Learned {
            counts: Counts::Beside,
            learned_at: now,
            leads: report.rows as u32,
            won: report.won as u32,
            auc: rounded(figures.auc.auc),
            auc_low: rounded(figures.auc.low),
            auc_high: rounded(figures.auc.high),
            brier: rounded(figures.brier),
            brier_baseline: rounded(report.brier_baseline),
            steps,
            worth,
            model: lasting(report.model.clone()),
        };
        Ok(Lesson { learned, report, points: auc(&self.scores, &self.won), listed, unseen })
    }
}

/// The values that ever more of them stay under, from the lowest to the highest in even steps.
fn quantiles(mut values: Vec<f64>) -> Vec<f64> {
    values.sort_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    (0..=STEPS).filter_map(|step| values.get(last * step / STEPS).copied()).collect()
}

/// The model as it is kept: figures as fine as matter, and no columns but those it reads.
fn lasting(mut model: Model) -> Model {
    let mut columns = Vec::new();
    for shape in &mut model.shapes {
        let name = &model.columns[shape.view.column];
        shape.view.column = columns.iter().position(|known| known == name).unwrap_or_else(|| {
            columns.push(name.clone());
            columns.len() - 1
        });
    }
    model.columns = columns;
    model.base = rounded(model.base);
    let effects = model.effects.iter_mut().chain(&mut model.pair_effects);
    effects.flatten().for_each(|adds| *adds = rounded(*adds));
    model
}

fn rounded(figure: f64) -> f64 {
    (figure * 1e4).round() / 1e4
}
