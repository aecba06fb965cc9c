//! The ladder from a reader to somebody sales should speak with, and the reason for each rung.

use super::is_refused;
use crate::lead::{Event, Finding, Grade, Lead, Sign};
use crate::playbook::Playbook;

/// The signal of the score that says that a budget is in range.
const BUDGET: &str = "budget";

/// Says how ready a lead is where that has changed.
pub fn climbed(lead: &Lead, playbook: &Playbook) -> Option<Event> {
    let now = grade(lead, playbook);
    let grade = now.as_ref().map(|(grade, _)| *grade);
    if grade == lead.grade() {
        return None;
    }
    let none = match is_refused(lead) {
        true => "Sales sent it back, and nothing is new since.",
        false => "Nothing that speaks for it holds any more.",
    };
    let why = now.map_or_else(|| none.into(), |now| now.1);
    Some(Event::Graded { grade, why })
}

/// The rung a lead stands on, and why it does now. Of what has ended the reason is the last written.
pub fn rung(lead: &Lead, playbook: &Playbook) -> Option<(Grade, String)> {
    let (kept, why) = lead.grade.clone()?;
    let now = grade(lead, playbook).filter(|(now, _)| lead.is_open() && *now == kept);
    Some(now.unwrap_or((kept, why)))
}

/// The highest rung a lead stands on, and why.
fn grade(lead: &Lead, playbook: &Playbook) -> Option<(Grade, String)> {
    let rungs = [
        (Grade::Sql, sql(lead, playbook)),
        (Grade::Pql, pql(lead, playbook)),
        (Grade::Mql, mql(lead, playbook)),
        (Grade::Iql, iql(lead)),
    ];
    rungs.into_iter().find_map(|(grade, why)| Some((grade, why?)))
}

/// Ready for sales: by what they asked for, by their answers, or because sales has taken them on. What
/// sales has sent back is not, until there is news.
fn sql(lead: &Lead, playbook: &Playbook) -> Option<String> {
    if is_refused(lead) {
        return None;
    }
    let rules = &playbook.qualification;
    let at_submit = rules.sql_at_submit && lead.hand_raise().is_some();
    if at_submit && is_ideal(lead, rules.ideal_percent) && has_budget(lead, playbook) {
        return Some(
            "They ask for an answer, are the right kind of customer and have the budget.".into(),
        );
    }
    let good = rules.counted(lead).good;
    let enough = usize::from(rules.sql_good_answers);
    if good >= enough {
        return Some(format!("{good} answers are good, and {enough} are enough."));
    }
    let from = playbook.pipeline.handover_from;
    let is_ripe = lead.score() >= from || lead.grade() == Some(Grade::Sql);
    (lead.taken_on_at.is_some() && is_ripe)
        .then(|| format!("Sales took the lead on with a score of at least {from}."))
}

/// Whether so much of what is known of the ideal customer matches, and nothing is against it.
fn is_ideal(lead: &Lead, percent: u8) -> bool {
    let Some(standing) = &lead.standing else { return false };
    let fit = &standing.fit;
    !fit.mismatch
        && fit.matching > 0
        && u32::from(fit.matching) * 100 >= u32::from(fit.known) * u32::from(percent)
}

fn has_budget(lead: &Lead, playbook: &Playbook) -> bool {
    let by_fact = lead.standing.iter().any(|one| one.fit.signals.iter().any(|key| key == BUDGET));
    let about = playbook.qualification.asked().filter(|one| one.signal == BUDGET);
    let mut answers = about.filter_map(|one| lead.answers.get(&one.key));
    let said = answers.find(|answered| !answered.means.is_of_the_house());
    said.map_or(by_fact, |answered| answered.finding == Finding::Good)
}

fn pql(lead: &Lead, playbook: &Playbook) -> Option<String> {
    let uses = lead.evidence.iter().any(|one| one.sign == Sign::UsedProduct);
    let percent = fit_percent(lead, playbook).filter(|_| uses)?;
    Some(format!("They use the product, and their fit is {percent} % of the most there is."))
}

fn mql(lead: &Lead, playbook: &Playbook) -> Option<String> {
    let interested = lead.standing.as_ref().is_some_and(|one| one.fit.interested);
    let percent = fit_percent(lead, playbook).filter(|_| interested)?;
    Some(format!("They show interest, and their fit is {percent} % of the most there is."))
}

/// How well they fit, where that is enough.
fn fit_percent(lead: &Lead, playbook: &Playbook) -> Option<u8> {
    let percent = lead.standing.as_ref()?.fit.percent;
    (percent >= playbook.qualification.mql_fit_percent).then_some(percent)
}

/// Whoever took something to read and asked for nothing.
fn iql(lead: &Lead) -> Option<String> {
    let read = |sign: &Sign| matches!(sign, Sign::Downloaded(_) | Sign::AttendedWebinar);
    let only_reads = lead.hand_raise().is_none() && lead.evidence.iter().any(|one| read(&one.sign));
    only_reads.then(|| "They took something to read or to watch, and asked for nothing.".into())
}
