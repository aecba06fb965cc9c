//! What was learned last and does not count yet: how good it is, beside the points, and what to
//! beware of.

use super::super::model::percent;
use super::super::proof::{hundredths, listed};
use super::{Tried, choice, looks_at, origin};
use crate::language::Words;
use crate::playbook::learned::Learned;
use crate::scoring::learn::{
    Auc, Calibrated, Filled, Lesson, OfColumn, OverTime, Suspect, Suspicion, Use, Useless,
};
use crate::shell::desk::InForce;
use crate::shell::house::House;
use crate::shell::learning::Learnt;
use crate::shell::web::learned::Told;
use crate::shell::web::parts::{State as Mood, alert, icon};
use crate::shell::web::times::Times;
use maud::{Markup, html};

/// The model that was learned last, if one was.
pub fn of(house: &House) -> Option<Learned> {
    match house.learning.state() {
        Learnt::Lesson(lesson) => Some(lesson.learned.clone()),
        _ => None,
    }
}

/// The lesson; only a line of it once it is in force.
pub fn section(lesson: &Lesson, live: &InForce, tried: Option<&Tried>, times: &Times) -> Markup {
    let words = times.words;
    let told = Told { words, playbook: &live.playbook };
    let learned = &lesson.learned;
    let in_force = live.playbook.scoring.learned.as_ref();
    let is_in_force = in_force.is_some_and(|one| one.learned_at == learned.learned_at);
    html! {
        section."card stack tight" #lesson {
            h2 { (words.say("learned-lesson")) }
            p { (origin(learned, times)) }
            (listed(lesson.listed, words))
            (figures(lesson, words))
            (compared(lesson, words))
            @if let Some(over_time) = &lesson.report.over_time { (moved(over_time, words)) }
            @for suspect in &lesson.report.suspects { (suspected(suspect, told)) }
            (calibration(&lesson.report.calibration, words))
            @if !is_in_force { (choice(learned, live.version, tried, words, false)) }
        }
        @if !is_in_force { (looks_at::section(&learned.model, &live.playbook, words)) }
        (left_out(&lesson.report.columns, told))
    }
}

fn area(auc: &Auc, words: Words) -> Markup {
    let bounds =
        [("low", hundredths(words, auc.low).into()), ("high", hundredths(words, auc.high).into())];
    html! { b { (hundredths(words, auc.auc)) } " " (words.fill("scoring-auc-between", &bounds)) }
}

fn figures(lesson: &Lesson, words: Words) -> Markup {
    let report = &lesson.report;
    let thousandths = |share: f64| format!("{share:.3}").replace('.', &words.say("number-point"));
    html! {
        p.hint { (words.say("learned-unseen")) }
        section.scroll-x tabindex="0" aria-label=(words.say("learned-lesson")) {
            dl.strip {
                div.stat { dt { (words.say("learned-auc")) } dd { (area(&report.figures.auc, words)) } }
                @if let Some(points) = &lesson.points {
                    div.stat { dt { (words.say("learned-auc-points")) } dd { (area(points, words)) } }
                }
                div.stat {
                    dt { (words.say("learned-brier")) }
                    dd {
                        b { (thousandths(report.figures.brier)) } " "
                        (words.fill("learned-brier-baseline", &[("figure", thousandths(report.brier_baseline).into())]))
                    }
                }
            }
        }
    }
}

/// Whether it tells the won from the lost better than the points, as surely as can be said.
fn compared(lesson: &Lesson, words: Words) -> Markup {
    let (model, points) = (&lesson.report.figures.auc, lesson.points.as_ref());
    let key = match points {
        Some(points) if model.low > points.high => "learned-better",
        Some(points) if model.high < points.low => "learned-worse",
        Some(_) => "learned-alike",
        None => return html! {},
    };
    html! { p { (words.say(key)) } }
}

fn moved(over_time: &OverTime, words: Words) -> Markup {
    let (first, last) = (over_time.shares.first(), over_time.shares.last());
    let (Some(first), Some(last)) = (first, last) else { return html! {} };
    let with = [("first", percent(words, *first).into()), ("last", percent(words, *last).into())];
    let latest = over_time.latest.as_ref().map(|latest| {
        let with = [
            ("auc", hundredths(words, latest.auc.auc).into()),
            ("foretold", percent(words, latest.foretold).into()),
            ("won", percent(words, latest.won).into()),
        ];
        words.fill("learned-latest", &with)
    });
    let said = html! {
        @if over_time.moved { (words.fill("learned-moved", &with)) " " }
        @if let Some(latest) = latest { (latest) }
    };
    if over_time.moved {
        alert(Mood::Soon, said)
    } else {
        html! { p.hint { (said) } }
    }
}

fn suspected(suspect: &Suspect, told: Told) -> Markup {
    let why = match suspect.why {
        Suspicion::KnowsTheEnd => "learned-knows-the-end",
        Suspicion::OnlyWon => "learned-only-won",
        Suspicion::OnlyLost => "learned-only-lost",
        Suspicion::MostlyWon => "learned-mostly-won",
        Suspicion::MostlyLost => "learned-mostly-lost",
        Suspicion::FilledLater => "learned-filled-later",
        Suspicion::SaysAsMuchAsAll => "learned-as-much-as-all",
    };
    let then = if suspect.dropped { "learned-dropped" } else { "learned-kept" };
    let names = std::iter::once(&suspect.name).chain(&suspect.with);
    let names: Vec<String> = names.map(|name| told.column(name)).collect();
    let share =
        |of: fn(&Filled) -> f64| percent(told.words, suspect.filled.as_ref().map_or(0.0, of));
    let with = [
        ("what", names.join(" × ").into()),
        ("won", share(|filled| filled.won).into()),
        ("lost", share(|filled| filled.lost).into()),
    ];
    let said = html! { (told.words.fill(why, &with)) " " (told.words.say(then)) };
    match suspect.why {
        Suspicion::SaysAsMuchAsAll => html! { p.hint { (said) } },
        Suspicion::KnowsTheEnd
        | Suspicion::OnlyWon
        | Suspicion::OnlyLost
        | Suspicion::MostlyWon
        | Suspicion::MostlyLost
        | Suspicion::FilledLater => alert(Mood::Soon, said),
    }
}

/// What was foretold beside what came, from the least promising tenth to the most.
fn calibration(groups: &[Calibrated], words: Words) -> Markup {
    html! {
        details {
            summary { (words.say("learned-calibration")) span.turn { (icon("down")) } }
            section.scroll-x tabindex="0" aria-label=(words.say("learned-calibration")) {
                table.table {
                    thead {
                        tr {
                            th.num scope="col" { (words.say("leads-title")) }
                            th.num scope="col" { (words.say("learned-foretold")) }
                            th.num scope="col" { (words.say("scoring-won")) }
                        }
                    }
                    tbody {
                        @for group in groups {
                            tr {
                                td.num { (group.rows) }
                                td.num { (percent(words, group.foretold)) }
                                td.num { (percent(words, group.won)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Columns that were not used, each with why.
fn left_out(columns: &[OfColumn], told: Told) -> Markup {
    let words = told.words;
    let why = |column: &OfColumn| {
        let because = match column.used {
            Use::Dropped(why) | Use::Filled(why) => words.say(match why {
                Useless::Empty => "learned-useless-empty",
                Useless::Constant => "learned-useless-constant",
                Useless::Counting => "learned-useless-counting",
                Useless::Unique => "learned-useless-unique",
                Useless::Prose => "learned-useless-prose",
            }),
            Use::Twin => {
                let same = told.column(column.twin_of.as_ref()?);
                words.fill("learned-twin", &[("what", same.into())])
            }
            Use::Numbers | Use::Words | Use::Moments | Use::Asked | Use::Outcome => return None,
        };
        let only_filled = matches!(column.used, Use::Filled(_)).then_some("learned-only-filled");
        Some((told.column(&column.name), because, only_filled))
    };
    let left: Vec<_> = columns.iter().filter_map(why).collect();
    html! {
        @if !left.is_empty() {
            details.card #left-out {
                summary { (words.fill("learned-left-out", &[("count", left.len().into())])) span.turn { (icon("down")) } }
                ul.items {
                    @for (name, why, only_filled) in left {
                        li {
                            b { (name) }
                            span.mute { (why) @if let Some(key) = only_filled { " " (words.say(key)) } }
                        }
                    }
                }
            }
        }
    }
}
