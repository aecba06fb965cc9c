//! `leadstead model report`: the real program over lists as people have them.

use crate::box_of_one::Machine;
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use std::fs;

/// A list of 240 leads, as a spreadsheet in a German office writes it: the larger the budget, the
/// likelier the win; the number of the invoice is known only afterwards.
fn rows() -> Vec<[String; 6]> {
    let row = |at: u32| {
        let budget = (at * 37) % 101;
        let won = (at * 53 + 11) % 101 < budget;
        let invoice = if won { format!("R-{}", at * 7919) } else { String::new() };
        [
            (4000 + at).to_string(),
            format!("{}.{:02}0,50", 1 + budget / 100, budget % 100),
            ["Köln", "Gießen", "Bonn"][at as usize % 3].to_owned(),
            invoice,
            "ja".to_owned(),
            if won { "Gewonnen" } else { "Verloren" }.to_owned(),
        ]
    };
    (0..240).map(row).collect()
}

const HEADING: [&str; 6] = ["Nr", "Budget", "Ort", "Rechnung", "Newsletter", "Ergebnis"];

fn listed(marks: char) -> String {
    let lines = rows().into_iter().map(|row| row.join(&marks.to_string()));
    let heading = HEADING.join(&marks.to_string());
    std::iter::once(heading).chain(lines).collect::<Vec<_>>().join("\r\n")
}

fn column<'a>(report: &'a Value, name: &str) -> &'a Value {
    let columns = report["columns"].as_array().expect("columns");
    columns.iter().find(|column| column["name"] == name).expect("it is a column")
}

#[test]
fn a_list_of_any_writing_is_reported_on_without_a_house() {
    let machine = Machine::new();
    let western: Vec<u8> = listed(';').chars().map(|letter| letter as u8).collect();
    fs::write(machine.file("liste.csv"), western).expect("it is written");
    let report = machine.run("model report liste.csv --outcome ergebnis --json").json();
    let figure = |key: &str| report[key].as_f64().unwrap_or_else(|| panic!("{key}: {report}"));
    assert_eq!(report["rows"], 240);
    assert!(figure("auc_low") < figure("auc") && figure("auc") < figure("auc_high"));
    assert!(figure("auc") > 0.75 && figure("auc") < 0.95, "{}", figure("auc"));
    assert!(figure("brier") < figure("brier_baseline"));
    assert_eq!(column(&report, "Budget")["use"], "numbers");
    assert_eq!(column(&report, "Ort")["use"], "words");
    assert_eq!(report["dropped"], json!(["Nr", "Rechnung", "Newsletter"]));
    let suspect = &report["suspects"][0];
    assert_eq!((&suspect["column"], &suspect["why"]), (&json!("Rechnung"), &json!("only_won")));
    assert!(report["with_dropped_suspects"]["auc"].as_f64() > Some(0.95), "{report}");
    assert!(!machine.house().join("leadstead.redb").exists(), "nothing is made by asking");

    let told = machine.run("model report liste.csv --outcome Ergebnis");
    let words = told.result();
    for said in [
        "240 leads have ended",
        "of them were lost: Ergebnis says “Verloren”.",
        "ROC AUC",
        "Rechnung: it is filled in for won leads only",
        "Nr: it only counts the rows",
        "Newsletter: it says the same of everybody",
        "Budget: numbers",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
}

#[test]
fn a_workbook_says_the_same_as_the_list_it_was_made_from() {
    let machine = Machine::new();
    machine.write("liste.csv", &listed('\t'));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in std::iter::once(HEADING.map(str::to_owned)).chain(rows()).enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write_string(row as u32, column as u16, cell).expect("it is written");
        }
    }
    book.save(machine.file("liste.xlsx")).expect("it is written");
    let auc = |file: &str| {
        machine.run(&format!("model report {file} --outcome Ergebnis --json")).json()["auc"].clone()
    };
    assert_eq!(auc("liste.csv"), auc("liste.xlsx"));
}

#[test]
fn what_is_asked_for_is_dropped_kept_and_repeated() {
    let machine = Machine::new();
    machine.write("liste.csv", &listed(','));
    // Commas stand within the amounts, so the rows are quoted.
    let quoted: Vec<String> = listed('\t')
        .lines()
        .map(|line| {
            line.split('\t').map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",")
        })
        .collect();
    machine.write("liste.csv", &quoted.join("\n"));
    let words = "model report liste.csv --outcome Ergebnis --drop Ort,budget --keep rechnung --folds 4 --seeds 2 --json";
    let report = machine.run(words).json();
    assert_eq!((&report["folds"], &report["seeds"]), (&json!(4), &json!(2)));
    assert_eq!(report["used"], json!(["Rechnung"]));
    assert_eq!(column(&report, "Ort")["use"], "asked");
    assert_eq!(report["suspects"][0]["dropped"], false);
    assert_eq!(machine.run(words).json(), report);
    let counted = machine.run(&format!("{words} --time Nr")).json();
    assert_eq!(counted["over_time"]["ordered_by"], "Nr");
}

#[test]
fn what_cannot_be_reported_on_is_said_in_a_sentence() {
    let machine = Machine::new();
    machine.write("liste.csv", &listed(';'));
    machine.write("heading.csv", "a,end\n");
    machine.write("empty.csv", "");
    fs::write(machine.file("picture.csv"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
        .expect("it is written");
    let three: Vec<String> =
        (0..90).map(|at| format!("{},{}", at % 7, ["hot", "warm", "cold"][at % 3])).collect();
    machine.write("three.csv", &format!("a,end\n{}", three.join("\n")));
    let lost: Vec<String> = (0..90).map(|at| format!("{},lost", at % 7)).collect();
    machine.write("lost.csv", &format!("a,end\n{}", lost.join("\n")));
    machine.write("few.csv", "a,end\n1,won\n2,lost\n3,won\n");
    for (words, code, said) in [
        ("nowhere.csv --outcome end", 1, "nowhere.csv"),
        (". --outcome end", 1, "is a folder"),
        ("picture.csv --outcome end", 1, "This is a picture"),
        ("empty.csv --outcome end", 1, "The file is empty"),
        ("heading.csv --outcome end", 1, "no row below it"),
        ("liste.csv --outcome end", 2, "There is no column “end”. There are: Nr, Budget"),
        ("liste.csv --outcome Ergebnis --drop Stadt", 2, "There is no column “Stadt”"),
        ("liste.csv --outcome Ergebnis --folds 1", 2, "from 2 to 20 folds"),
        ("liste.csv --outcome Ergebnis --time Ort", 2, "The column “Ort” does not say when"),
        ("liste.csv --outcome Ergebnis --time newsletter", 2, "“Newsletter” does not say when"),
        ("three.csv --outcome end", 1, "--positive"),
        ("three.csv --outcome end --positive tepid", 1, "never says “tepid”"),
        ("lost.csv --outcome end", 1, "says “lost” of everybody"),
        ("few.csv --outcome end", 1, "Too little history: 3 leads have ended, 2 of them won"),
        ("liste.csv", 2, "--outcome"),
    ] {
        let done = machine.run(&format!("model report {words}"));
        assert_eq!(done.code, code, "{words}: {done:?}");
        assert!(done.err.contains(said) && done.out.is_empty(), "{words}: {done:?}");
    }
    assert_eq!(
        machine.run("model report three.csv --outcome end --positive HOT --json").json()["won"],
        30
    );
}

#[test]
fn what_counts_as_lost_is_said_and_may_be_an_empty_cell() {
    let machine = Machine::new();
    let list = |ends: [&str; 3]| -> String {
        let rows = (0..90).map(|at| format!("{},{}\n", at % 7, ends[at % 3]));
        format!("a,end\n{}", rows.collect::<String>())
    };
    machine.write("three.csv", &list(["hot", "warm", "cold"]));
    machine.write("marked.csv", &list(["1", "", ""]));
    machine.write("stages.csv", &list(["won", "lost", "proposal"]));
    let asked = |words: &str| machine.run(&format!("model report {words}"));
    let both = asked("three.csv --outcome end --positive hot --positive warm --json");
    assert_eq!(both.json()["won"], 60);
    let guessed = asked("three.csv --outcome end --positive hot");
    assert!(guessed.result().contains("“cold” and “warm” were taken for lost"), "{guessed:?}");
    let refused = asked("marked.csv --outcome end");
    assert!(refused.err.contains("say so with --negative \"\""), "{refused:?}");
    let marked = asked("marked.csv --outcome end --negative=");
    assert!(marked.result().contains("60 of them were lost: end says nothing."), "{marked:?}");
    let stages = asked("stages.csv --outcome end --positive won");
    let words = stages.result();
    assert!(words.contains("30 more do not say how they ended (“proposal”)"), "{words}");
    assert!(!words.contains("taken for lost"), "{words}");
}

#[test]
fn a_column_that_stands_there_twice_counts_once() {
    let machine = Machine::new();
    let twice = |text: &str| -> String {
        let line = |line: &str| {
            let place = line.split('\t').nth(2).expect("a place");
            format!("{line}\t{}\n", place.replace('ß', "ss"))
        };
        text.lines().map(line).collect()
    };
    machine.write("liste.csv", &listed('\t'));
    machine.write("twice.csv", &twice(&listed('\t')));
    let asked = |file: &str| machine.run(&format!("model report {file} --outcome Ergebnis --json"));
    let (once, twice) = (asked("liste.csv").json(), asked("twice.csv").json());
    assert_eq!((&once["auc"], &once["brier"]), (&twice["auc"], &twice["brier"]));
    let twin = column(&twice, "Ort (2)");
    assert_eq!((&twin["use"], &twin["twin_of"]), (&json!("twin"), &json!("Ort")));
    let told = machine.run("model report twice.csv --outcome Ergebnis");
    assert!(told.result().contains("Ort (2): it says the same as Ort"), "{told:?}");
}

#[test]
fn lines_that_do_not_fit_are_left_out_and_named() {
    let machine = Machine::new();
    machine.write("liste.csv", &format!("{}\r\nzu;wenig\r\n;;;;;\r\n", listed(';')));
    let done = machine.run("model report liste.csv --outcome Ergebnis --json");
    assert!(done.err.contains("Line 242 is left out. It has 2 values"), "{done:?}");
    assert_eq!((&done.json()["bad_lines"], &done.json()["rows"]), (&json!(1), &json!(240)));
}

#[test]
fn a_list_sorted_by_its_outcome_and_a_model_too_good_to_be_true_are_named() {
    let machine = Machine::new();
    let line = |at: u32| {
        let won = at < 200;
        let sign = |nth: u32| u32::from(won != at.is_multiple_of(nth)).to_string();
        let end = if won { "yes" } else { "no" };
        [sign(7), sign(9), sign(11), sign(13), end.to_owned()].join(",")
    };
    let lines = (0..400).map(line).collect::<Vec<_>>().join("\n");
    fs::write(machine.file("sorted.csv"), format!("a,b,c,d,won\n{lines}\n"))
        .expect("it is written");
    let told = machine.run("model report sorted.csv --outcome won");
    let words = told.result();
    assert!(words.contains("seems to be sorted by its outcome"), "{words}");
    assert!(!words.contains("base rate moved"), "{words}");
    assert!(words.contains("is too good for most leads"), "{words}");
}
