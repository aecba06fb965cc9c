//! `leadstead import`: a table of leads, streamed to the house, and what came of each row.

use super::args::ImportArgs;
use super::progress::{self, told};
use super::reach::{Missing, Reached};
use super::serve::closing_signal;
use super::trouble::Trouble;
use super::{print, print_json, say};
use crate::capture::DateOrder;
use crate::shell::config::Config;
use crate::shell::counter::{HowToImport, Imported, Told, ToldColumn};
use axum::body::Body;
use axum::http::{Method, Uri};
use serde::Serialize;
use std::io;
use std::path::Path;
use std::pin::pin;
use tokio::fs::File;

/// Bad rows that are shown one by one, and that are listed in JSON.
const SHOWN_MAX: u64 = 50;
const LISTED_MAX: usize = 100_000;

/// Everything an import told, for machines.
#[derive(Default, Serialize)]
struct Story {
    columns: Vec<ToldColumn>,
    bad_rows: Vec<BadRow>,
    #[serde(flatten)]
    imported: Imported,
    dry_run: bool,
}

#[derive(Serialize)]
struct BadRow {
    line: u64,
    why: String,
}

/// Imports a table.
pub async fn run(config: Config, args: ImportArgs) -> Result<(), Trouble> {
    only_lists(&args.file)?;
    let file = File::open(&args.file).await.map_err(Trouble::with_file(&args.file))?;
    let about = file.metadata().await.map_err(Trouble::with_file(&args.file))?;
    if about.is_dir() {
        return Err(Trouble::with_file(&args.file)(io::ErrorKind::IsADirectory.into()));
    }
    let size = about.len();
    let house = Reached::house(config, Missing::Fails).await?;
    let name = args.file.file_name().unwrap_or_default();
    let how = HowToImport {
        name: name.to_string_lossy().into_owned(),
        source: args.source.clone(),
        mapping: args.mapping.clone(),
        dry_run: args.dry_run,
    };
    let bar = progress::bar(size);
    let body = Body::from_stream(progress::of_file(file, bar.clone()));
    let response = house.ask(Method::POST, &path(&how)?, body).await?;
    let mut lines = told(response);
    let mut story = Story { dry_run: args.dry_run, ..Story::default() };
    let (mut shown, mut taken) = (0, 0);
    let mut closing = pin!(closing_signal()?);
    loop {
        let line = tokio::select! {
            line = lines.next() => line,
            () = &mut closing => break,
        };
        let Ok(Some(line)) = line else { break };
        match serde_json::from_str(&line)? {
            Told::Columns(columns) => story.columns = columns,
            Told::Bad { line, why } => {
                shown += 1;
                if shown <= SHOWN_MAX {
                    bar.suspend(|| say(&format!("Line {line} was not taken. {why}")));
                }
                if story.bad_rows.len() < LISTED_MAX {
                    story.bad_rows.push(BadRow { line, why });
                }
            }
            Told::Taken { rows } => {
                taken = rows;
                bar.set_message(format!("{rows} rows"));
            }
            Told::Done(imported) => {
                bar.finish_and_clear();
                story.imported = *imported;
                return tell(&story, &args);
            }
            Told::Stopped { sentence } => {
                bar.finish_and_clear();
                return Err(Trouble::Failed(sentence));
            }
        }
    }
    bar.finish_and_clear();
    Err(Trouble::Failed(format!(
        "The import was cut off after {taken} rows. What was taken is kept. Import the same file again \
         for the rest: no row comes in twice."
    )))
}

/// What no import reads is known by the end of its name, before anything is sent.
fn only_lists(file: &Path) -> Result<(), Trouble> {
    let end = file.extension().and_then(|end| end.to_str()).unwrap_or_default();
    if !["xls", "ods"].contains(&end.to_ascii_lowercase().as_str()) {
        return Ok(());
    }
    Err(Trouble::Usage(
        "Spreadsheets of this kind cannot be imported here. Save the list as XLSX or CSV first."
            .into(),
    ))
}

fn path(how: &HowToImport) -> Result<String, Trouble> {
    let mut pairs = vec![format!("source={}", escaped(&how.source))];
    pairs.push(format!("name={}", escaped(&how.name)));
    pairs.extend(how.mapping.iter().map(|name| format!("mapping={}", escaped(name))));
    pairs.push(format!("dry_run={}", how.dry_run));
    let path = format!("/import?{}", pairs.join("&"));
    path.parse::<Uri>().map_err(|_| Trouble::Usage("There is no such source.".into()))?;
    Ok(path)
}

/// A value as it stands in a query.
fn escaped(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let escape = |byte: u8| {
        if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    value.bytes().map(escape).collect()
}

fn tell(story: &Story, args: &ImportArgs) -> Result<(), Trouble> {
    match args.output.json {
        true => print_json(story)?,
        false => say_all(story)?,
    }
    let sum = &story.imported;
    if sum.rows == 0 || sum.bad < sum.rows {
        return Ok(());
    }
    let why = if sum.are_cards { "" } else { " Does the first row name the columns?" };
    Err(Trouble::Failed(format!("No row was taken.{why}")))
}

fn say_all(story: &Story) -> Result<(), Trouble> {
    for column in &story.columns {
        let ToldColumn { theirs, ours, understood } = column;
        let sign = if *understood { "→" } else { "is kept as" };
        print(&format!("  {theirs} {sign} {ours}"))?;
    }
    let sum = &story.imported;
    let tense = if story.dry_run { "would be" } else { "are" };
    print(&format!("{} rows read{}.", sum.rows, written_in(sum)))?;
    let counts = [
        (sum.created, format!("{tense} new leads")),
        (sum.attached, "belong to a lead you are working with".to_owned()),
        (sum.flagged, format!("{tense} new leads that may be one you know")),
        (sum.repeated, "had been imported before".to_owned()),
        (sum.empty, "say nothing".to_owned()),
        (sum.bad, "were not taken".to_owned()),
        (sum.incomplete, "lack what their source requires".to_owned()),
        (sum.unreachable, format!("{tense} leads nobody can reach: no e-mail, no phone")),
        (sum.owners_known, "name their owner".to_owned()),
        (sum.owners_unknown, "name an owner who does not work here".to_owned()),
        (sum.tags_unknown, "hold a word that is no tag here".to_owned()),
        (sum.opted_out, "want no more letters".to_owned()),
    ];
    for (count, what) in counts.into_iter().filter(|(count, _)| *count > 0) {
        print(&format!("{count:>8} {what}"))?;
    }
    advise(story);
    Ok(())
}

/// What the person who imported may want to know or do next.
fn advise(story: &Story) {
    let sum = &story.imported;
    if sum.bad > SHOWN_MAX {
        say(&format!("{SHOWN_MAX} of {} bad lines are shown; --json lists more.", sum.bad));
    }
    if !sum.unknown_owners.is_empty() {
        let names: Vec<&str> = sum.unknown_owners.keys().take(10).map(String::as_str).collect();
        say(&format!(
            "Not known here: {}. Their leads are shared out by the rules. Add them with \
             `leadstead user add` before you import, if they should keep them.",
            names.join(", ")
        ));
    }
    if !sum.unknown_tags.is_empty() {
        let words: Vec<&str> = sum.unknown_tags.keys().take(10).map(String::as_str).collect();
        say(&format!(
            "No tags here: {}. They are kept beside their leads. Make them tags under Settings, or in \
             the playbook, before you import, if leads should be listed by them.",
            words.join(", ")
        ));
    }
    for (column, unread) in &sum.unread {
        say(&format!(
            "{column}: {} not understood, and kept beside their leads, such as {}.",
            counted(unread.rows, "value was", "values were"),
            unread.samples.join(" · ")
        ));
    }
    match sum.dates {
        Some(DateOrder::MonthFirst) => say("Dates such as 03/04/2026 are read month first."),
        Some(DateOrder::DayFirst) => say("Dates such as 03/04/2026 are read day first."),
        None => {}
    }
    for (ours, columns) in &sum.doubled {
        say(&format!(
            "{} all go to {ours}: the first that says something fitting counts, and what the others \
             say is kept beside the lead.",
            columns.join(", ")
        ));
    }
    if sum.above > 0 {
        let rows = counted(sum.above, "row", "rows");
        say(&format!("Above the names of the columns, {rows} left out."));
    }
    if sum.no_heading {
        say(
            "The first row looks like a lead and no heading, and was taken for one. Write the names \
             of the columns above it, and import the list again.",
        );
    }
    if sum.torn > 0 {
        say(&format!(
            "{} bytes that are no text in {}. A \u{fffd} stands in their place.",
            counted(sum.torn, "row holds", "rows hold"),
            sum.encoding
        ));
    }
    if story.dry_run {
        say("Nothing was written. Rows of one person within the file are counted apart here; \
             imported, they come to one lead.");
    }
}

/// How a table is written, as far as somebody may wonder about it.
fn written_in(sum: &Imported) -> String {
    let mark = match sum.delimiter.as_str() {
        "" if sum.are_cards => return format!(", visiting cards in {}", sum.encoding),
        "" => return format!(" from the sheet “{}”", sum.encoding),
        "\t" => "a tab",
        "," => "a comma",
        ";" => "a semicolon",
        other => other,
    };
    format!(", {} with {mark} between cells", sum.encoding)
}

fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::extract::Query;

    #[test]
    fn what_is_asked_of_the_house_reads_back() {
        let how = HowToImport {
            name: "Gäste & Co, 3 %.csv".to_owned(),
            source: "fair".to_owned(),
            mapping: Some("old list".to_owned()),
            dry_run: true,
        };
        let asked: Uri = path(&how).ok().and_then(|path| path.parse().ok()).expect("a path");
        let Query(read) = Query::<HowToImport>::try_from_uri(&asked).expect("what was asked");
        assert_eq!(read, how);
    }

    #[test]
    fn an_older_command_line_names_no_list() {
        let asked = Uri::from_static("/import?source=fair&dry_run=false");
        let Query(read) = Query::<HowToImport>::try_from_uri(&asked).expect("what was asked");
        assert_eq!(read.name, "");
    }
}
