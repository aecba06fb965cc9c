//! A report about past leads as a person reads it, and as a program does.

use crate::playbook::learned::{Level, Side};
use crate::scoring::learn::{
    Figures, Filled, OfColumn, OverTime, Report, Suspect, Suspicion, Use, Useless,
};
use serde_json::{Value, json};
use std::fmt::Write;

/// Columns whose levels are shown, and levels of each.
const FIELDS_SHOWN: usize = 8;
const LEVELS_SHOWN: usize = 5;

/// Words of the outcome that are shown.
const WORDS_SHOWN: usize = 8;

/// The report with a sentence for everything that has a reason.
pub fn for_machines(report: &Report, bad_lines: usize) -> Value {
    let mut told = serde_json::to_value(report).unwrap_or_default();
    told["bad_lines"] = json!(bad_lines);
    told["warnings"] = json!(warnings(report));
    if let Some(columns) = told["columns"].as_array_mut() {
        for (column, of) in columns.iter_mut().zip(&report.columns) {
            column["why"] = json!(why(of, report));
            for (level, told) in
                of.levels.iter().zip(column["levels"].as_array_mut().into_iter().flatten())
            {
                told["level"] = json!(level_name(&level.level));
            }
        }
    }
    let dropped: Vec<&str> =
        report.columns.iter().filter(|of| is_left_out(of, report)).map(|of| &*of.name).collect();
    let used: Vec<&str> =
        report.columns.iter().filter(|of| is_used(of, report)).map(|of| &*of.name).collect();
    told["used"] = json!(used);
    told["dropped"] = json!(dropped);
    if let Some(suspects) = told["suspects"].as_array_mut() {
        for (suspect, of) in suspects.iter_mut().zip(&report.suspects) {
            suspect["sentence"] = json!(suspicion(of));
        }
    }
    told
}

/// The report as a text.
pub fn in_words(report: &Report) -> String {
    let mut text = String::new();
    let mut say = |line: &str| {
        let _ = writeln!(text, "{line}");
    };
    say(&format!(
        "{} leads have ended; {} of them ({}) were won: {} says {}.",
        number(report.rows),
        number(report.won),
        percent(report.base_rate),
        report.outcome,
        quoted(&report.positive, " or "),
    ));
    say(&format!(
        "{} of them were lost: {} says {}.",
        number(report.rows - report.won),
        report.outcome,
        quoted(&report.negative, " or "),
    ));
    if report.open > 0 {
        let said = quoted(&report.left_out, ", ");
        let words = if said.is_empty() { said } else { format!(" ({said})") };
        say(&format!(
            "{} more do not say how they ended{words} and are left out.",
            number(report.open)
        ));
    }
    say("");
    let area = &report.figures.auc;
    say(&format!(
        "ROC AUC      {:.3}   (95 % interval {:.3} to {:.3}; 0.5 is a guess, 1 is certain)",
        area.auc, area.low, area.high
    ));
    say(&format!(
        "Brier score  {:.4}  (foretelling {} for everybody gives {:.4})",
        report.figures.brier,
        percent(report.base_rate),
        report.brier_baseline
    ));
    let seeds =
        if report.seeds > 1 { format!(", mean of {} seeds", report.seeds) } else { String::new() };
    say(&format!(
        "Each lead was foretold by a model that had not seen it ({} folds{seeds}).",
        report.folds
    ));
    section(&mut say, "Beware", &warnings(report));
    let used =
        report.columns.iter().filter(|of| is_used(of, report)).map(|of| used_line(of, report));
    section(&mut say, "Used", &used.collect::<Vec<_>>());
    let together = report.pairs.iter();
    let together = together.map(|pair| format!("{} × {}", pair.first, pair.second));
    section(&mut say, "Taken together, since they say more so", &together.collect::<Vec<_>>());
    let dropped = report.columns.iter().filter(|of| is_left_out(of, report));
    let dropped = dropped.map(|of| format!("{}: {}", of.name, why(of, report)));
    section(&mut say, "Left out", &dropped.collect::<Vec<_>>());
    section(&mut say, "What speaks for a win (+) and against it (−)", &strongest(report));
    section(
        &mut say,
        "Foretold and won, from the least promising tenth to the most",
        &calibration(report),
    );
    text
}

/// The first of some words; an empty one is that of an empty cell.
fn quoted(words: &[String], between: &str) -> String {
    let quoted = |word: &String| match word.is_empty() {
        true => "nothing".to_owned(),
        false => format!("“{word}”"),
    };
    let named: Vec<String> = words.iter().take(WORDS_SHOWN).map(quoted).collect();
    let more = if words.len() > WORDS_SHOWN { ", …" } else { "" };
    named.join(between) + more
}

fn section(say: &mut impl FnMut(&str), title: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    say("");
    say(title);
    lines.iter().for_each(|line| say(&format!("  {line}")));
}

fn is_used(of: &OfColumn, report: &Report) -> bool {
    let is_suspect = report.suspects.iter().any(|one| one.name == of.name && one.dropped);
    match of.used {
        Use::Numbers | Use::Words | Use::Moments | Use::Filled(_) => !is_suspect,
        Use::Dropped(_) | Use::Twin | Use::Asked | Use::Outcome => false,
    }
}

fn is_left_out(of: &OfColumn, report: &Report) -> bool {
    of.used != Use::Outcome && !is_used(of, report)
}

fn used_line(of: &OfColumn, report: &Report) -> String {
    let alone = of.alone.map_or(String::new(), |alone| format!("; alone {alone:.3}"));
    format!("{}: {}{alone}", of.name, why(of, report))
}

/// How a column is used, or why it is not.
fn why(of: &OfColumn, report: &Report) -> String {
    if let Some(suspect) = report.suspects.iter().find(|one| one.name == of.name && one.dropped) {
        return suspicion(suspect);
    }
    let missing = match of.missing {
        share if share > 0.0 => format!("; missing in {}", percent(share)),
        _ => String::new(),
    };
    let pooled = match of.pooled {
        0 => String::new(),
        1 => "; 1 rare word counts as “other”".into(),
        many => format!("; {} rare words count as one", number(many)),
    };
    match of.used {
        Use::Numbers => format!("numbers{missing}"),
        Use::Words => format!("words{missing}{pooled}"),
        Use::Moments if is_by_month(of, report) => format!("days, by weekday and month{missing}"),
        Use::Moments => {
            format!("days, by weekday; by month they would have to span two years{missing}")
        }
        Use::Filled(useless) => {
            format!("only whether it is filled in, for {}{missing}", because(useless))
        }
        Use::Dropped(useless) => because(useless).to_owned(),
        Use::Twin => {
            format!("it says the same as {}", of.twin_of.as_deref().unwrap_or("another"))
        }
        Use::Asked => "you asked for it".into(),
        Use::Outcome => "it is what is to be foretold".into(),
    }
}

fn is_by_month(of: &OfColumn, report: &Report) -> bool {
    let months = report.model.shapes.iter().filter(|shape| shape.view.side == Side::Month);
    let mut columns = months.map(|shape| &report.model.columns[shape.view.column]);
    columns.any(|name| *name == of.name)
}

fn because(useless: Useless) -> &'static str {
    match useless {
        Useless::Empty => "it is empty",
        Useless::Constant => "it says the same of everybody",
        Useless::Counting => "it only counts the rows",
        Useless::Unique => "it says something else of nearly everybody",
        Useless::Prose => "it is written freely",
    }
}

fn suspicion(suspect: &Suspect) -> String {
    let Suspect { alone, dropped, .. } = suspect;
    let why = match suspect.why {
        Suspicion::KnowsTheEnd => {
            format!("by itself it foretells the outcome almost perfectly (alone {alone:.3})")
        }
        Suspicion::OnlyWon => "it is filled in for won leads only".into(),
        Suspicion::OnlyLost => "it is filled in for lost leads only".into(),
        Suspicion::MostlyWon | Suspicion::MostlyLost => mostly(suspect),
        Suspicion::FilledLater => "its days are practically never before those of another column, so it seems to be filled in after it".into(),
        Suspicion::SaysAsMuchAsAll => {
            format!("by itself it says as much as all others together (alone {alone:.3})")
        }
    };
    let then = match dropped {
        true => "it may be known only afterwards, so it is left out; --keep takes it in",
        false => "if it is known only afterwards, leave it out with --drop",
    };
    format!("{why}; {then}")
}

/// That a column is filled in for most leads of one end and for few of the other.
fn mostly(suspect: &Suspect) -> String {
    let share = |of: fn(&Filled) -> f64| percent(suspect.filled.as_ref().map_or(0.0, of));
    let (won, lost) = (share(|filled| filled.won), share(|filled| filled.lost));
    match suspect.why {
        Suspicion::MostlyLost => format!(
            "it is filled in for most lost leads and for few won ones ({lost} against {won})"
        ),
        _ => format!(
            "it is filled in for most won leads and for few lost ones ({won} against {lost})"
        ),
    }
}

/// From here on a model knows more than leads tell when they come in, as a rule.
const TOO_GOOD_FOR_LEADS: f64 = 0.98;

/// By how much the shares of won in the first and the last fifth differ in a list that is sorted by
/// its outcome.
const SORTED_BY_END: f64 = 0.9;

/// What whoever reads the figures has to know.
fn warnings(report: &Report) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    if report.positive_guessed {
        let word = report.positive.first().map_or("", String::as_str);
        said.push(format!(
            "“{word}” was taken for won, since it is the rarer of the two. If it is not: --positive."
        ));
    }
    if report.negative_guessed {
        said.push(format!(
            "{} {} taken for lost, since nothing says they are open. Name what is lost with --negative.",
            quoted(&report.negative, " and "),
            if report.negative.len() == 1 { "was" } else { "were" },
        ));
    }
    let suspects = report.suspects.iter();
    said.extend(suspects.map(|one| {
        let with = one.with.as_ref().map(|with| format!(" × {with}")).unwrap_or_default();
        let is = match one.why {
            Suspicion::SaysAsMuchAsAll => "carries most of it",
            Suspicion::KnowsTheEnd
            | Suspicion::OnlyWon
            | Suspicion::OnlyLost
            | Suspicion::MostlyWon
            | Suspicion::MostlyLost
            | Suspicion::FilledLater => "is suspected",
        };
        format!("{}{with} {is}: {}.", one.name, suspicion(one))
    }));
    let figures = |what: &str, figures: &Option<Figures>| {
        let of = figures.as_ref()?;
        Some(format!("{what}: ROC AUC {:.3}, Brier {:.4}.", of.auc.auc, of.brier))
    };
    said.extend(figures("With what was left out as suspected", &report.with_dropped_suspects));
    let kept = report.suspects.iter().filter(|one| !one.dropped && one.with.is_none());
    let kept: Vec<&str> = kept.map(|one| one.name.as_str()).collect();
    let without = format!("Without {}", kept.join(", "));
    said.extend(figures(&without, &report.without_kept_suspects));
    said.extend(report.over_time.as_ref().into_iter().flat_map(over_time));
    if report.figures.auc.auc >= TOO_GOOD_FOR_LEADS {
        said.push(format!(
            "A ROC AUC of {:.3} is too good for most leads. Look whether columns were filled in \
             after the end, and leave those out with --drop.",
            report.figures.auc.auc
        ));
    }
    if report.figures.auc.low <= 0.5 {
        said.push("It may be no better than a guess: the interval reaches 0.5.".into());
    }
    said
}

fn over_time(over_time: &OverTime) -> Vec<String> {
    let (Some(first), Some(last)) = (over_time.shares.first(), over_time.shares.last()) else {
        return Vec::new();
    };
    let by = match &over_time.ordered_by {
        Some(column) => format!("by {column}"),
        None => "if the list is in the order of time".into(),
    };
    let mut said = Vec::new();
    if over_time.ordered_by.is_none() && (first - last).abs() >= SORTED_BY_END {
        said.push(format!(
            "The list seems to be sorted by its outcome: {} were won in its first fifth, {} in its \
             last. Name the column that says when with --time.",
            percent(*first),
            percent(*last),
        ));
        return said;
    }
    if over_time.moved {
        said.push(format!(
            "The base rate moved, {by}: {} were won in the oldest fifth, {} in the latest. Chances \
             learned from the past may be too {} now.",
            percent(*first),
            percent(*last),
            if last > first { "low" } else { "high" },
        ));
    }
    if let Some(latest) = &over_time.latest
        && (over_time.moved || over_time.ordered_by.is_some())
    {
        said.push(format!(
            "Learned from the older four fifths and tried on the latest, {by}: ROC AUC {:.3} ({:.3} \
             to {:.3}), Brier {:.4}; {} foretold, {} won.",
            latest.auc.auc,
            latest.auc.low,
            latest.auc.high,
            latest.brier,
            percent(latest.foretold),
            percent(latest.won)
        ));
    }
    said
}

fn strongest(report: &Report) -> Vec<String> {
    let mut columns: Vec<&OfColumn> = report.columns.iter().filter(|of| of.weight > 0.0).collect();
    columns.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let line = |of: &&OfColumn| {
        let level = |level: &crate::scoring::learn::OfLevel| {
            let sign = if level.adds < 0.0 { "−" } else { "+" };
            format!("{} {sign}{:.2}", level_name(&level.level), level.adds.abs())
        };
        let levels: Vec<String> = of.levels.iter().take(LEVELS_SHOWN).map(level).collect();
        format!("{}: {}", of.name, levels.join(", "))
    };
    columns.iter().take(FIELDS_SHOWN).map(line).collect()
}

fn level_name(level: &Level) -> String {
    const DAYS: [&str; 7] =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let named = |names: &[&str], at: i8| {
        let place = usize::try_from(at - 1).unwrap_or_default();
        names.get(place).copied().unwrap_or_default().to_owned()
    };
    match level {
        Level::Between(from, to) => format!("{} to {}", figure(*from), figure(*to)),
        Level::Exactly(value) => figure(*value),
        Level::Word(word) => word.clone(),
        Level::Missing => "missing".into(),
        Level::Other(_) => "other".into(),
        Level::Weekday(day) => named(&DAYS, *day),
        Level::Month(month) => named(&MONTHS, *month),
        Level::Hours(from, to) => format!("{from}:00 to {to}:00"),
        Level::Filled(true) => "filled in".into(),
        Level::Filled(false) => "not filled in".into(),
    }
}

/// A number with no more digits than matter.
fn figure(value: f64) -> String {
    const DIGITS: i32 = 5;
    if value == 0.0 || !value.is_finite() {
        return value.to_string();
    }
    let places = (DIGITS - value.abs().log10().ceil() as i32).clamp(0, 12);
    let text = format!("{value:.*}", places as usize);
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

fn calibration(report: &Report) -> Vec<String> {
    let line = |group: &crate::scoring::learn::Calibrated| {
        format!(
            "{:>7} leads  {:>7} foretold  {:>7} won",
            number(group.rows),
            percent(group.foretold),
            percent(group.won)
        )
    };
    report.calibration.iter().map(line).collect()
}

fn percent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

fn number(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .filter_map(|group| std::str::from_utf8(group).ok())
        .collect();
    groups.join(",")
}
