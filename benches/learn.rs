//! How long a model takes to learn: 50,000 made-up leads of 40 fields, and, if `LEADSTEAD_PAST` names
//! a list, that list in five folds and five seeds.
//!
//! `cargo bench --bench learn`, or with
//! `LEADSTEAD_PAST=bank-full.csv LEADSTEAD_OUTCOME=y LEADSTEAD_DROP=ID,duration`.

use leadstead::playbook::learned::Model;
use leadstead::scoring::learn::{Draft, Question, Table, choose, one_by_one, report};
use std::env;
use std::time::Instant;

const LEADS: usize = 50_000;
const NUMBERS: usize = 25;
const WORDS: usize = 15;

fn main() {
    let table = made_up();
    let outcome = NUMBERS + WORDS;
    let won: Vec<bool> = (0..LEADS).map(|row| table.columns[outcome].text(row) == "won").collect();
    let views = choose(&table, outcome, &[], &[]).views;
    let rows: Vec<usize> = (0..LEADS).collect();
    let begun = Instant::now();
    let model = Model::learn(&table, &views, &won, &rows);
    let fields = model.shapes.len();
    println!("{LEADS} leads of {fields} fields: learned in {:.2} s", begun.elapsed().as_secs_f64());
    if let Ok(file) = env::var("LEADSTEAD_PAST") {
        over(&file);
    }
}

/// Numbers rolled by a simple congruence, so that nothing depends on the day.
fn rolls() -> impl FnMut(u64) -> u64 {
    let mut state = 42_u64;
    move |of| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % of
    }
}

fn made_up() -> Table {
    let numbers = (0..NUMBERS).map(|at| format!("number {at}"));
    let words = (0..WORDS).map(|at| format!("word {at}"));
    let names: Vec<String> = numbers.chain(words).chain(["end".to_owned()]).collect();
    let mut draft = Draft::of(&names);
    let mut roll = rolls();
    for _ in 0..LEADS {
        let mut logit = -2.0;
        let mut cells = Vec::with_capacity(names.len());
        for at in 0..NUMBERS {
            let value = (0..4).map(|_| roll(1_000)).sum::<u64>() as f64 / 577.0 - 3.46;
            logit += value * (at as f64 - 12.0) / 40.0;
            cells.push(format!("{value:.3}"));
        }
        for at in 0..WORDS {
            let word = roll(5 + at as u64 * 4);
            logit += if word == 1 { 0.7 } else { 0.0 };
            cells.push(format!("w{word}"));
        }
        let chance = 1.0 / (1.0 + f64::exp(-logit));
        let won = (roll(1 << 30) as f64) < chance * f64::from(1 << 30);
        cells.push(if won { "won" } else { "lost" }.into());
        draft.push(&cells);
    }
    draft.finish()
}

/// A report over a list of commas.
fn over(file: &str) {
    let text = std::fs::read_to_string(file).expect("a list that can be read");
    let mut lines = text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    let mut draft = Draft::of(&lines.next().expect("a heading"));
    lines.for_each(|cells| draft.push(&cells));
    let drop = env::var("LEADSTEAD_DROP").unwrap_or_default();
    let question = Question {
        outcome: env::var("LEADSTEAD_OUTCOME").expect("the name of a column"),
        drop: drop.split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        folds: 5,
        seeds: 5,
        ..Question::default()
    };
    let begun = Instant::now();
    let report = report(draft.finish(), &question, &one_by_one).expect("a report");
    let fits = (question.folds * question.seeds + 2) as f64;
    println!(
        "{file}: ROC AUC {:.4} ({:.4} to {:.4}), Brier {:.4}; {:.2} s to learn once",
        report.figures.auc.auc,
        report.figures.auc.low,
        report.figures.auc.high,
        report.figures.brier,
        begun.elapsed().as_secs_f64() / fits
    );
}
