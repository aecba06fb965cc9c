//! The columns a report settles for: those that may know the end are tried with and without.

use super::nature::is_missing;
use super::past::Past;
use super::report::{Figures, NoReport, Question};
use super::suspects::{Suspect, Suspicion, TOO_GOOD, alone_together, filled_later, suspects};
use super::validation::{Validated, Workers, in_folds};
use crate::playbook::learned::{Model, View};

/// From where on a column by itself is worth comparing with all others, and leads of either end
/// without which it may be chance.
const STRONG: f64 = 0.8;
const STRONG_ENDS: usize = 50;

/// How close to all others together a column by itself is suspicious, as a share of what they lack
/// to be certain.
const AS_MUCH: f64 = 0.2;

/// How close to a column by itself all others must come for the end to be merely easy to tell.
const EASY: f64 = 0.02;

/// What a model is made from, how good it is, and how good it would be otherwise.
pub struct Trial {
    pub views: Vec<View>,
    /// Learned from all of the past.
    pub model: Model,
    pub suspects: Vec<Suspect>,
    pub validated: Validated,
    pub with_dropped: Option<Figures>,
    pub without_kept: Option<Figures>,
}

/// Tries the columns of the past, where `time` says when; `kept` are not dropped, whatever they are suspected of.
pub fn trial(
    past: &Past,
    asked: &Question,
    kept: &[usize],
    time: Option<usize>,
    workers: Workers,
) -> Result<Trial, NoReport> {
    let folds = Folds { past, folds: asked.folds, workers };
    let later = filled_later(past, time);
    let mut suspects = suspects(past, &later, kept);
    let mut views = past.views_without(&dropped(&suspects));
    if views.is_empty() {
        return Err(NoReport::no_columns(&suspects));
    }
    let mut validated = folds.validate(&views, asked.seeds)?;
    if folds.is_easy(&suspects, &views, &validated)? {
        suspects.retain(|one| one.why != Suspicion::KnowsTheEnd);
        views = past.views_without(&dropped(&suspects));
        validated = folds.validate(&views, asked.seeds)?;
    }
    let with_dropped = match dropped(&suspects).is_empty() {
        true => None,
        false => Some(folds.validate(&past.choice.views, 1)?.figures()),
    };
    let without_kept = folds.without_suspects(&views, validated.auc.auc, &mut suspects)?;
    let all: Vec<usize> = (0..past.won.len()).collect();
    let model = Model::learn(&past.table, &views, &past.won, &all);
    folds.suspect_pairs(&views, &model, &mut suspects)?;
    Ok(Trial { views, model, suspects, validated, with_dropped, without_kept })
}

fn dropped(suspects: &[Suspect]) -> Vec<usize> {
    suspects.iter().filter(|one| one.dropped).map(|one| one.column).collect()
}

struct Folds<'a> {
    past: &'a Past,
    folds: usize,
    workers: Workers<'a>,
}

impl Folds<'_> {
    fn validate(&self, views: &[View], seeds: usize) -> Result<Validated, NoReport> {
        let Past { table, won, .. } = self.past;
        in_folds(table, views, won, (self.folds, seeds), self.workers)
            .ok_or_else(|| self.past.too_little())
    }

    /// Whether the end is told as well without any column that is suspected, be it kept or not: then
    /// those that seem to know it do not, it is merely easy to tell.
    fn is_easy(
        &self,
        suspects: &[Suspect],
        views: &[View],
        validated: &Validated,
    ) -> Result<bool, NoReport> {
        let knows = |one: &&Suspect| one.why == Suspicion::KnowsTheEnd && one.dropped;
        let strongest = suspects.iter().filter(knows).map(|one| one.alone).reduce(f64::max);
        let Some(strongest) = strongest else { return Ok(false) };
        let named: Vec<usize> = suspects.iter().map(|one| one.column).collect();
        let rest = self.past.views_without(&named);
        let told = match rest.len() {
            0 => return Ok(false),
            all if all == views.len() => validated.auc.auc,
            _ => self.validate(&rest, 1)?.auc.auc,
        };
        Ok(told >= strongest - EASY)
    }

    /// Names the strongest column if it says about as much as all others together, and they less than
    /// with it, and with it strong ones that are filled in for just the same leads; answers the figures
    /// without whatever is named and kept.
    fn without_suspects(
        &self,
        views: &[View],
        with_all: f64,
        suspects: &mut Vec<Suspect>,
    ) -> Result<Option<Figures>, NoReport> {
        let kept: Vec<usize> =
            suspects.iter().filter(|one| !one.dropped).map(|one| one.column).collect();
        let told = |view: &View| Some((view.column, self.past.alone[view.column]?));
        let open = views.iter().filter(|view| !kept.contains(&view.column)).filter_map(told);
        let wins = self.past.wins();
        let is_many = wins.min(self.past.won.len() - wins) >= STRONG_ENDS;
        let strongest = open.max_by(|a, b| a.1.total_cmp(&b.1));
        let strongest = strongest.filter(|(_, told)| is_many && *told >= STRONG);
        let carry = strongest.map_or(Vec::new(), |(place, _)| {
            let mut carry = self.with_same_gaps(views, place);
            carry.retain(|place| !kept.contains(place));
            carry
        });
        let away: Vec<usize> = kept.iter().chain(&carry).copied().collect();
        let rest: Vec<View> =
            views.iter().filter(|view| !away.contains(&view.column)).copied().collect();
        if away.is_empty() || rest.is_empty() {
            return Ok(None);
        }
        let without = self.validate(&rest, 1)?.figures();
        let others = without.auc.auc;
        let close = others - AS_MUCH * (1.0 - others);
        let overshadows = strongest.filter(|(_, alone)| *alone >= close && others < with_all);
        for column in carry.into_iter().filter(|_| overshadows.is_some()) {
            let name = self.past.table.columns[column].name.clone();
            let (why, filled) = (Suspicion::SaysAsMuchAsAll, None);
            let alone = self.past.alone[column].unwrap_or_default();
            suspects.push(Suspect { column, name, with: None, why, filled, alone, dropped: false });
        }
        let is_told = overshadows.is_some() || !kept.is_empty();
        Ok(is_told.then_some(without))
    }

    /// The strongest column and other strong ones that are filled in for just the same leads, so that
    /// they carry the same; the strongest alone where it is filled in for all.
    fn with_same_gaps(&self, views: &[View], strongest: usize) -> Vec<usize> {
        let gaps = |place: usize| {
            let column = &self.past.table.columns[place];
            let missing: Vec<bool> = column.texts.iter().map(|text| is_missing(text)).collect();
            column.rows.iter().map(|text| missing[*text as usize]).collect::<Vec<bool>>()
        };
        let own = gaps(strongest);
        let is_alike = |place: &usize| {
            let alone = self.past.alone[*place].unwrap_or_default();
            alone >= STRONG && own.contains(&true) && gaps(*place) == own
        };
        let others = views.iter().map(|view| view.column).filter(|place| *place != strongest);
        let mut all: Vec<usize> =
            std::iter::once(strongest).chain(others.filter(is_alike)).collect();
        all.dedup();
        all
    }

    /// Suspects two columns that foretell the end almost perfectly together, if the others do not.
    fn suspect_pairs(
        &self,
        views: &[View],
        model: &Model,
        suspects: &mut Vec<Suspect>,
    ) -> Result<(), NoReport> {
        let Past { table, won, .. } = self.past;
        let name = |column: usize| table.columns[column].name.clone();
        for pair in &model.pairs {
            let [column, other] = [pair.first, pair.second].map(|at| model.shapes[at].view.column);
            let with = Some(name(other));
            let is_said = suspects.iter().any(|one| one.column == column && one.with == with);
            let alone = alone_together(model, pair, table, won);
            if is_said || column == other || alone < TOO_GOOD {
                continue;
            }
            let is_other = |view: &&View| ![column, other].contains(&view.column);
            let rest: Vec<View> = views.iter().filter(is_other).copied().collect();
            if rest.is_empty() || self.validate(&rest, 1)?.auc.auc < alone - EASY {
                let (name, why, filled) = (name(column), Suspicion::KnowsTheEnd, None);
                suspects.push(Suspect { column, name, with, why, filled, alone, dropped: false });
            }
        }
        Ok(())
    }
}
