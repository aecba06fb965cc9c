//! Whole reports over made-up histories of many shapes.

use super::dice::Dice;
use super::*;
use crate::playbook::learned::{Level, Side};

/// A history whose columns are made row by row.
pub(super) fn past(
    names: &[&str],
    rows: usize,
    mut row: impl FnMut(&mut Dice, usize) -> (Vec<String>, f64),
) -> Table {
    let mut headers: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    headers.push("end".into());
    let mut draft = Draft::of(&headers);
    let mut dice = Dice::of(7);
    for at in 0..rows {
        let (mut values, logit) = row(&mut dice, at);
        let won = unit(&mut dice) < 1.0 / (1.0 + (-logit).exp());
        values.push(if won { "won" } else { "lost" }.into());
        draft.push(&values);
    }
    draft.finish()
}

fn unit(dice: &mut Dice) -> f64 {
    dice.below(1 << 30) as f64 / f64::from(1 << 30)
}

/// About a normal distribution.
pub(super) fn bell(dice: &mut Dice) -> f64 {
    (0..12).map(|_| unit(dice)).sum::<f64>() - 6.0
}

pub(super) fn question() -> Question {
    Question { outcome: "end".into(), folds: 5, seeds: 1, ..Question::default() }
}

pub(super) fn told(table: Table) -> Report {
    report(table, &question(), &one_by_one).expect("a report")
}

fn of<'a>(report: &'a Report, name: &str) -> &'a OfColumn {
    report.columns.iter().find(|column| column.name == name).expect("it is a column")
}

#[test]
fn what_speaks_is_found_and_what_does_not_is_not_believed() {
    let report = told(past(&["size", "source", "noise"], 1_500, |dice, _| {
        let (size, source, noise) = (bell(dice), dice.below(4), bell(dice));
        let logit = size + [0.0, 1.5, -1.0, 0.0][source] - 0.5;
        (vec![format!("{size:.3}"), format!("source {source}"), format!("{noise:.3}")], logit)
    }));
    assert!(report.figures.auc.low > 0.74, "{:?}", report.figures);
    assert!(report.figures.auc.low < report.figures.auc.auc);
    assert!(report.figures.brier < report.brier_baseline - 0.04);
    assert!(of(&report, "size").weight > 0.4 && of(&report, "source").weight > 0.4);
    assert!(of(&report, "noise").weight < 0.15, "{}", of(&report, "noise").weight);
    let off = report.calibration.iter().map(|group| (group.foretold - group.won).abs());
    assert!(off.fold(0.0, f64::max) < 0.12, "{:?}", report.calibration);
    assert!(report.suspects.is_empty());
}

#[test]
fn fifty_closed_leads_are_enough_to_begin_with() {
    let report = told(past(&["role"], 50, |dice, _| {
        let role = dice.below(2);
        (vec![["owner", "student"][role].into()], [1.5, -1.5][role])
    }));
    assert_eq!(report.rows, 50);
    assert!(report.figures.auc.auc > 0.6, "{:?}", report.figures);
}

#[test]
fn too_little_history_is_said_plainly() {
    let few = past(&["role"], 49, |dice, _| (vec![dice.below(3).to_string()], 0.0));
    let said = report(few, &question(), &one_by_one).expect_err("too few").to_string();
    assert!(said.contains("Too little history: 49 leads") && said.contains("50"), "{said}");
    let rare = past(&["role"], 200, |dice, at| {
        (vec![dice.below(3).to_string()], if at % 50 == 0 { 30.0 } else { -30.0 })
    });
    let said = report(rare, &question(), &one_by_one).expect_err("too few won").to_string();
    assert!(said.contains("4 of them won"), "{said}");
    let one = past(&["role"], 200, |dice, _| (vec![dice.below(3).to_string()], 30.0));
    let said = report(one, &question(), &one_by_one).expect_err("one end").to_string();
    assert!(said.contains("says “won” of everybody"), "{said}");
}

#[test]
fn two_fields_that_speak_only_together_are_taken_together() {
    let report = told(past(&["region", "season"], 2_000, |dice, _| {
        let (region, season) = (dice.below(2), dice.below(2));
        let logit = if region == season { 1.2 } else { -1.2 };
        (vec![["north", "south"][region].into(), ["dry", "wet"][season].into()], logit)
    }));
    assert_eq!(report.pairs.len(), 1);
    assert!(report.figures.auc.auc > 0.7, "{:?}", report.figures);
    let names: Vec<String> = report.columns.iter().map(|column| column.name.clone()).collect();
    let why = report.model.explain(&names, &["north", "dry"]);
    assert!(why.chance > 0.65, "{why:?}");
    assert_eq!(why.speaks_for[0].of.len(), 2, "{why:?}");
    assert!(report.model.explain(&names, &["north", "wet"]).chance < 0.35);
}

#[test]
fn reasons_add_up_to_the_chance() {
    let report = told(past(&["size", "source"], 800, |dice, _| {
        let (size, source) = (bell(dice), dice.below(6));
        let cell = if dice.below(10) == 0 { String::new() } else { format!("{size:.2}") };
        (vec![cell, format!("s{source}")], size + source as f64 / 3.0 - 1.0)
    }));
    let names: Vec<String> = report.columns.iter().map(|column| column.name.clone()).collect();
    for texts in [["1.3", "s5"], ["", "s0"], ["-2", "never seen"]] {
        let why = report.model.explain(&names, &texts);
        let reasons = why.speaks_for.iter().chain(&why.speaks_against);
        let sum = report.model.base + reasons.map(|because| because.adds).sum::<f64>();
        let logit = (why.chance / (1.0 - why.chance)).ln();
        assert!((sum - logit).abs() < 0.1, "{why:?}");
    }
}

#[test]
fn what_knows_the_end_is_named_and_left_out_unless_it_is_kept() {
    let table = || {
        past(&["size", "lost reason", "invoice", "stage"], 600, |dice, _| {
            let size = bell(dice);
            let won = unit(dice) < 1.0 / (1.0 + (-size).exp());
            let reason = if won || dice.below(3) == 0 { "" } else { "price" };
            let invoice = if won { format!("R{}", dice.below(1 << 30)) } else { String::new() };
            let stage = if won || dice.below(40) == 0 { "done" } else { "open" };
            let texts = [format!("{size:.3}"), reason.into(), invoice, stage.into()];
            (texts.to_vec(), if won { 30.0 } else { -30.0 })
        })
    };
    let report = told(table());
    let suspects: Vec<_> =
        report.suspects.iter().map(|one| (&*one.name, one.why, one.dropped)).collect();
    assert_eq!(
        suspects,
        [
            ("lost reason", Suspicion::OnlyLost, true),
            ("invoice", Suspicion::OnlyWon, true),
            ("stage", Suspicion::KnowsTheEnd, true),
        ]
    );
    assert!((0.65..0.85).contains(&report.figures.auc.auc), "{:?}", report.figures);
    assert!(report.with_dropped_suspects.expect("told").auc.auc > 0.98);
    let kept = Question { keep: vec!["Stage".into()], ..question() };
    let kept = super::report(table(), &kept, &one_by_one).expect("a report");
    assert!(kept.figures.auc.auc > 0.95 && !kept.suspects[2].dropped);
    assert!(kept.without_kept_suspects.expect("told").auc.auc < 0.85);
}

#[test]
fn a_column_of_days_that_was_filled_in_after_another_is_named_and_left_out() {
    for names in [["created", "closed", "size"], ["closed", "created", "size"]] {
        let table = past(&names, 1_500, |dice, _| {
            let (size, won) = (bell(dice), dice.below(2) == 0);
            let created =
                jiff::civil::date(2025, 1, 1) + jiff::Span::new().days(dice.below(330) as i64);
            let took = if won { 1 + dice.below(4) } else { 14 + dice.below(4) };
            let closed = (created + jiff::Span::new().days(took as i64)).to_string();
            let day =
                |name: &str| if name == "created" { created.to_string() } else { closed.clone() };
            let texts = vec![day(names[0]), day(names[1]), format!("{size:.2}")];
            (texts, if won { 30.0 } else { -30.0 })
        });
        let report = told(table);
        let suspects: Vec<_> =
            report.suspects.iter().map(|one| (&*one.name, one.why, one.dropped)).collect();
        assert_eq!(suspects, [("closed", Suspicion::FilledLater, true)]);
        assert!(report.figures.auc.low < 0.52, "{:?}", report.figures);
    }
}

#[test]
fn two_columns_that_know_the_end_together_are_named_and_no_pair_is_told_twice() {
    let report = told(past(&["a", "b", "noise"], 2_000, |dice, _| {
        let (a, b) = (dice.below(4), dice.below(4));
        let end = if (a + b) % 2 == 0 { 30.0 } else { -30.0 };
        (vec![format!("a{a}"), format!("b{b}"), format!("{:.2}", bell(dice))], end)
    }));
    let suspects: Vec<_> = report.suspects.iter().map(|one| (one.with.clone(), one.why)).collect();
    assert_eq!(suspects, [(Some("b".to_owned()), Suspicion::KnowsTheEnd)]);
    let report = told(past(&["when", "other"], 3_000, |dice, _| {
        let (month, day) = (1 + dice.below(12), 1 + dice.below(28));
        let (other, weekday) =
            (dice.below(2), jiff::civil::date(2022 + dice.below(4) as i16, month as i8, day as i8));
        let is_late = weekday.weekday().to_monday_one_offset() > 3;
        let one = if is_late == (other == 0) { 1.0 } else { -1.0 };
        let two = if (month > 6) == (other == 0) { 1.0 } else { -1.0 };
        (vec![weekday.to_string(), format!("o{other}")], one + two)
    }));
    let mut names: Vec<(String, String)> =
        report.pairs.iter().map(|pair| (pair.first.clone(), pair.second.clone())).collect();
    names.sort();
    let own = |side: &str| (format!("when, {side}"), "other".to_owned());
    assert_eq!(names, [own("month"), own("weekday")]);
}

/// A history in which the source says so much, and nothing else says anything.
fn by_source(rows: usize, logit: f64) -> Table {
    past(&["source", "noise"], rows, |dice, _| {
        let source = dice.below(4);
        let end = if source % 2 == 0 { logit } else { -logit };
        (vec![format!("source {source}"), format!("{:.2}", bell(dice))], end)
    })
}

#[test]
fn a_column_that_carries_most_is_named_where_it_is_remarkable_and_no_chance() {
    let report = told(by_source(1_500, 2.0));
    let [suspect] = &report.suspects[..] else { panic!("{:?}", report.suspects) };
    assert_eq!((&*suspect.name, suspect.why), ("source", Suspicion::SaysAsMuchAsAll));
    assert!(!suspect.dropped && suspect.alone > 0.8, "{suspect:?}");
    assert!(report.without_kept_suspects.expect("told").auc.auc < 0.6);
    for clean in [by_source(1_500, 1.2), by_source(60, 2.0)] {
        let report = told(clean);
        assert!(report.suspects.is_empty(), "{:?}", report.suspects);
        assert_eq!(report.without_kept_suspects, None);
    }
}

#[test]
fn a_column_that_says_nothing_says_by_itself_as_much_as_a_guess() {
    let names: Vec<String> = (0..40).map(|at| format!("c{at}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let report = told(past(&names, 60, |dice, _| {
        ((0..40).map(|_| dice.below(3).to_string()).collect(), 0.0)
    }));
    let alone: Vec<f64> = report.columns.iter().filter_map(|column| column.alone).collect();
    assert_eq!(alone.len(), 40);
    assert!(alone.iter().all(|alone| *alone >= 0.5), "{alone:?}");
    assert!(alone.iter().sum::<f64>() / 40.0 < 0.6, "{alone:?}");
}

#[test]
fn where_the_end_is_easy_to_tell_no_column_is_suspected_of_knowing_it() {
    let names = ["strong", "stronger", "fair", "fairer", "fairest"];
    let report = told(past(&names, 600, |dice, at| {
        let end = if at % 2 == 0 { 1.0 } else { -1.0 };
        let cells = [1.7, 1.7, 1.1, 1.1, 1.1].map(|by| format!("{:.2}", bell(dice) + by * end));
        (cells.to_vec(), end * 100.0)
    }));
    assert!(report.suspects.is_empty(), "{:?}", report.suspects);
    assert!(report.figures.auc.auc > 0.98, "{:?}", report.figures);
}

#[test]
fn columns_say_what_became_of_them() {
    let report = told(past(
        &["id", "email", "note", "same", "blank", "plz", "revenue", "when", "source"],
        400,
        |dice, at| {
            let (code, source) = (dice.below(90), dice.below(200));
            let revenue = dice.below(90_000) as f64 / 10.0;
            let words: Vec<String> = (0..6).map(|_| format!("word{}", dice.below(500))).collect();
            let texts = [
                (at + 1000).to_string(),
                if dice.below(2) == 0 { format!("p{at}@x.example") } else { String::new() },
                words.join(" "),
                "yes".into(),
                "n/a".into(),
                format!("0{code:04}"),
                format!(
                    "{:.0}.{:03},{} €",
                    revenue / 1000.0,
                    revenue as u32 % 1000,
                    dice.below(10)
                ),
                format!(
                    "{:02}.{:02}.2025 {:02}:30",
                    1 + dice.below(28),
                    1 + dice.below(12),
                    dice.below(24)
                ),
                if source < 100 { "web".into() } else { format!("rare {}", source % 97) },
            ];
            (texts.to_vec(), if source < 100 { 0.8 } else { -0.8 })
        },
    ));
    assert_eq!(of(&report, "id").used, Use::Dropped(Useless::Counting));
    assert_eq!(of(&report, "email").used, Use::Filled(Useless::Unique));
    assert_eq!(of(&report, "note").used, Use::Dropped(Useless::Prose));
    assert_eq!(of(&report, "same").used, Use::Dropped(Useless::Constant));
    assert_eq!(of(&report, "blank").used, Use::Dropped(Useless::Empty));
    assert_eq!(of(&report, "plz").used, Use::Words);
    assert_eq!(of(&report, "revenue").used, Use::Numbers);
    assert_eq!(of(&report, "when").used, Use::Moments);
    assert!(of(&report, "source").pooled > 20, "{}", of(&report, "source").pooled);
    let by = report.over_time.as_ref().and_then(|time| time.ordered_by.clone());
    assert_eq!(by.as_deref(), Some("when"));
}

#[test]
fn months_are_read_only_from_days_that_span_years() {
    let sides = |days: u64| {
        let report = told(past(&["when", "size"], 400, move |dice, at| {
            let day = jiff::Span::new().days((at as u64 * days / 400) as i64);
            let slip =
                if at == 9 { jiff::civil::date(1970, 1, 1) } else { jiff::civil::date(2023, 1, 1) };
            let size = bell(dice);
            (vec![(slip + day).to_string(), format!("{size:.2}")], size)
        }));
        let shapes = report.model.shapes.iter().filter(|shape| shape.view.column == 0);
        shapes.map(|shape| shape.view.side).collect::<Vec<_>>()
    };
    assert_eq!(sides(365), [Side::Weekday]);
    assert_eq!(sides(2 * 366), [Side::Weekday, Side::Month]);
}

#[test]
fn a_number_that_stands_for_never_is_a_level_of_its_own() {
    let report = told(past(&["days since"], 2_000, |dice, _| {
        let never = dice.below(10) < 7;
        let days = if never { -1 } else { dice.below(300) as i32 };
        (vec![days.to_string()], if never { 0.0 } else { 2.0 - f64::from(days) / 50.0 })
    }));
    let levels = &report.model.shapes[0].levels;
    let never = levels.iter().position(|level| *level == Level::Exactly(-1.0)).expect("a level");
    let lowest = levels.iter().position(|level| matches!(level, Level::Between(0.0, _)));
    let effects = &report.model.effects[0];
    assert!(report.model.seen[0][never] > 1_000);
    assert!(effects[lowest.expect("a range")] > effects[never] + 1.0, "{effects:?}");
}

#[test]
fn a_rate_that_moves_is_noticed_and_one_that_stays_is_not() {
    let rising = |by: f64| {
        past(&["size"], 2_000, move |dice, at| {
            let size = bell(dice);
            (vec![format!("{size:.3}")], size - 2.0 + by * at as f64 / 2_000.0)
        })
    };
    let moved = told(rising(2.5)).over_time.expect("an order");
    assert!(moved.moved && moved.shares[4] > moved.shares[0] + 0.2, "{moved:?}");
    let latest = moved.latest.expect("enough of both");
    assert!(latest.won > latest.foretold + 0.05 && latest.auc.auc > 0.65, "{latest:?}");
    assert!(!told(rising(0.0)).over_time.expect("an order").moved);
}

#[test]
fn nearly_everything_missing_and_one_in_a_hundred_won_is_no_trouble() {
    let report = told(past(&["a", "b", "c"], 4_000, |dice, _| {
        let values = [bell(dice), bell(dice), bell(dice)];
        let cell = |dice: &mut Dice, value: f64| match dice.below(10) {
            0 => format!("{value:.2}"),
            _ => String::new(),
        };
        let cells = values.map(|value| cell(dice, value));
        let logit = if cells[0].is_empty() { -4.8 } else { values[0] - 3.5 };
        (cells.to_vec(), logit)
    }));
    assert!(report.base_rate < 0.03 && report.figures.auc.auc > 0.6, "{:?}", report.figures);
    assert!(report.figures.brier <= report.brier_baseline);
}

#[test]
fn the_same_past_gives_the_same_report_to_the_digit() {
    let table = || past(&["x"], 300, |dice, _| (vec![format!("{:.1}", bell(dice))], 0.5));
    let (one, other) = (told(table()), told(table()));
    assert_eq!((one.figures, one.log_loss), (other.figures, other.log_loss));
    assert_eq!(one.model.effects, other.model.effects);
}

#[test]
fn columns_without_end_and_names_that_do_not_exist_are_bounded_and_refused() {
    let names: Vec<String> = (0..100).map(|at| format!("c{at}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let report = told(past(&names, 120, |dice, _| {
        ((0..100).map(|_| dice.below(3).to_string()).collect(), 0.0)
    }));
    assert!(report.model.shapes.len() <= 80);
    let small = || past(&["x"], 60, |dice, _| (vec![dice.below(3).to_string()], 0.0));
    let no = |question: Question| {
        super::report(small(), &question, &one_by_one).expect_err("a no").to_string()
    };
    assert!(
        no(Question { outcome: "nope".into(), ..question() }).contains("There is no column “nope”")
    );
    assert!(no(Question { drop: vec!["y".into()], ..question() }).contains("There are: x, end."));
    assert!(no(Question { folds: 1, ..question() }).contains("from 2 to 20 folds"));
    assert!(no(Question { drop: vec!["x".into()], ..question() }).contains("No column is left"));
}
