//! How each lead of the past ended, whatever words its list has for it.

use super::nature::is_missing;
use super::table::Column;

/// Words for a win, and for none.
const WON: [&str; 22] = [
    "yes",
    "y",
    "true",
    "t",
    "1",
    "1.0",
    "won",
    "win",
    "closed won",
    "closedwon",
    "converted",
    "customer",
    "sold",
    "bought",
    "accepted",
    "success",
    "positive",
    "ja",
    "wahr",
    "gewonnen",
    "kunde",
    "gekauft",
];
const LOST: [&str; 22] = [
    "no",
    "n",
    "false",
    "f",
    "0",
    "0.0",
    "lost",
    "loss",
    "closed lost",
    "closedlost",
    "not converted",
    "unconverted",
    "rejected",
    "disqualified",
    "failure",
    "negative",
    "nein",
    "falsch",
    "verloren",
    "abgelehnt",
    "-1",
    "none",
];

/// Words of a column that are listed when it cannot be told which of them means a win.
const LISTED_MAX: usize = 8;

/// What a column says of the ends of all leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Of each row whether it was won; `None` where nothing is said.
    pub of: Vec<Option<bool>>,
    /// What a win is called there, and what everything else.
    pub positive: Vec<String>,
    pub negative: Vec<String>,
    /// Whether the rarer of two words was taken for a win, since neither is known for one.
    pub guessed: bool,
}

/// Why a column says nothing of ends.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NoOutcome {
    #[error("The column “{0}” is empty.")]
    Empty(String),
    #[error("The column “{column}” says “{said}” of everybody, so there is nothing to compare.")]
    OneEnd { column: String, said: String },
    #[error(
        "The column “{column}” has {count} different values: {}. Say which one means won with \
         --positive; all others count as lost.", listed(.first, *.count)
    )]
    Several { column: String, count: usize, first: Vec<String> },
    #[error("The column “{column}” never says “{asked}”. It says {}.", listed(.first, *.count))]
    NotThere { column: String, asked: String, count: usize, first: Vec<String> },
}

fn listed(first: &[String], count: usize) -> String {
    let quoted: Vec<String> = first.iter().map(|word| format!("“{word}”")).collect();
    let more = if count > first.len() { ", …" } else { "" };
    format!("{}{more}", quoted.join(", "))
}

/// Reads the ends of all leads; `positive` is the word for a win, if somebody said which.
pub fn outcome(column: &Column, positive: Option<&str>) -> Result<Outcome, NoOutcome> {
    let counts = column.counts();
    let mut said: Vec<(String, usize)> = Vec::new();
    for (text, count) in column.texts.iter().zip(counts).filter(|(text, _)| !is_missing(text)) {
        let word = text.to_lowercase();
        match said.iter_mut().find(|(known, _)| *known == word) {
            Some(known) => known.1 += count,
            None => said.push((word, count)),
        }
        if said.len() > WORDS_MAX {
            break;
        }
    }
    said.retain(|(_, count)| *count > 0);
    said.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let (won, guessed) = winning(column, &said, positive)?;
    let end = |text: &String| (!is_missing(text)).then(|| won.contains(&text.to_lowercase()));
    let ends: Vec<Option<bool>> = column.texts.iter().map(end).collect();
    let of: Vec<Option<bool>> = column.rows.iter().map(|text| ends[*text as usize]).collect();
    if !of.contains(&Some(false)) || !of.contains(&Some(true)) {
        let said = said.first().map(|(word, _)| word.clone()).unwrap_or_default();
        return Err(NoOutcome::OneEnd { column: column.name.clone(), said });
    }
    let named = |which: bool| {
        let words = said.iter().map(|(word, _)| word);
        words.filter(|word| won.contains(word) == which).take(LISTED_MAX).cloned().collect()
    };
    Ok(Outcome { of, positive: named(true), negative: named(false), guessed })
}

/// Different words after which a column is no outcome by itself.
const WORDS_MAX: usize = 1_000;

/// The words that mean a win, and whether that is a guess.
fn winning(
    column: &Column,
    said: &[(String, usize)],
    positive: Option<&str>,
) -> Result<(Vec<String>, bool), NoOutcome> {
    let name = || column.name.clone();
    let count = said.len();
    let first = || said.iter().take(LISTED_MAX).map(|(word, _)| word.clone()).collect();
    let words = |known: &[&str]| {
        let words = said.iter().map(|(word, _)| word.clone());
        words.filter(|word| known.contains(&&**word)).collect::<Vec<String>>()
    };
    if said.is_empty() {
        return Err(NoOutcome::Empty(name()));
    }
    if let Some(asked) = positive {
        let word = asked.trim().to_lowercase();
        return match said.len() > WORDS_MAX || said.iter().any(|(known, _)| *known == word) {
            true => Ok((vec![word], false)),
            false => Err(NoOutcome::NotThere {
                column: name(),
                asked: asked.into(),
                count,
                first: first(),
            }),
        };
    }
    let (won, lost) = (words(&WON), words(&LOST));
    match (won.len(), lost.len()) {
        (w, l) if w > 0 && w + l == count => Ok((won, false)),
        (0, l) if l == count => Ok((won, false)),
        (1, 0) if count == 2 => Ok((won, false)),
        (0, 1) if count == 2 => Ok((
            said.iter().map(|(word, _)| word.clone()).filter(|word| !lost.contains(word)).collect(),
            false,
        )),
        _ if count == 2 => Ok((vec![said[1].0.clone()], true)),
        _ if count == 1 => Err(NoOutcome::OneEnd { column: name(), said: said[0].0.clone() }),
        _ => Err(NoOutcome::Several { column: name(), count, first: first() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::learn::table::Draft;

    fn read(values: &[&str], positive: Option<&str>) -> Result<Outcome, NoOutcome> {
        let mut draft = Draft::of(&["end".to_owned()]);
        values.iter().for_each(|value| draft.push(&[(*value).to_owned()]));
        outcome(&draft.finish().columns[0], positive)
    }

    fn ends(values: &[&str]) -> Vec<Option<bool>> {
        read(values, None).expect("it reads").of
    }

    #[test]
    fn the_words_people_have_for_a_win_are_known() {
        let want = [Some(true), Some(false), None];
        for values in
            [["Yes", "NO", ""], ["Won", "Lost", "n/a"], ["1", "0", "?"], ["ja", "nein", "-"]]
        {
            assert_eq!(ends(&values), want);
        }
        assert_eq!(ends(&["Closed Won", "open"]), [Some(true), Some(false)]);
        assert_eq!(ends(&["lost", "signed"]), [Some(false), Some(true)]);
    }

    #[test]
    fn of_two_unknown_words_the_rarer_is_the_win_and_that_is_said() {
        let read = read(&["a", "b", "a"], None).expect("it reads");
        assert_eq!(read.of, [Some(false), Some(true), Some(false)]);
        assert!(read.guessed);
    }

    #[test]
    fn what_cannot_be_told_is_asked_for() {
        let said =
            |values: &[&str], positive| read(values, positive).expect_err("a no").to_string();
        let several = said(&["hot", "cold", "warm"], None);
        assert!(
            several.contains("3 different values") && several.contains("--positive"),
            "{several}"
        );
        assert!(said(&["yes", "yes"], None).contains("of everybody"));
        assert!(said(&["", "n/a"], None).contains("is empty"));
        assert!(said(&["hot", "cold"], Some("won")).contains("never says “won”"));
        let told = read(&["Hot", "cold", "warm"], Some("hot")).expect("it reads");
        assert_eq!(told.of, [Some(true), Some(false), Some(false)]);
    }
}
