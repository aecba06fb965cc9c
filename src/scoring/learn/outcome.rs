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

/// Words for a lead that has not ended yet.
const OPEN: [&str; 40] = [
    "open",
    "still open",
    "new",
    "in progress",
    "in process",
    "ongoing",
    "working",
    "active",
    "pending",
    "waiting",
    "on hold",
    "undecided",
    "unknown",
    "tbd",
    "offen",
    "neu",
    "in arbeit",
    "in bearbeitung",
    "laufend",
    "läuft",
    "aktiv",
    "ausstehend",
    "wartend",
    "unbekannt",
    "ouvert",
    "nouveau",
    "en cours",
    "en attente",
    "abierto",
    "nuevo",
    "en curso",
    "pendiente",
    "aperto",
    "nuovo",
    "in corso",
    "in attesa",
    "nieuw",
    "lopend",
    "in behandeling",
    "aberto",
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
    /// What it says of leads that are left out: those that are open, and whatever is neither.
    pub left_out: Vec<String>,
    /// Whether the rarer of two words was taken for a win, since neither is known for one.
    pub guessed: bool,
}

/// Why a column says nothing of ends.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NoOutcome {
    #[error("The column “{0}” is empty.")]
    Empty(String),
    #[error(
        "The column “{column}” says “{said}” of everybody who is not open, so there is nothing to \
         compare. If another word means lost, name it with --negative."
    )]
    OneEnd { column: String, said: String },
    #[error(
        "The column “{column}” has {count} different values: {}. Say which one means won with \
         --positive and which mean lost with --negative.", listed(.first, *.count)
    )]
    Several { column: String, count: usize, first: Vec<String> },
    #[error(
        "The column “{column}” says neither won nor lost of some: {}. Say which words mean lost with \
         --negative; all others are left out.", listed(.first, *.count)
    )]
    Neither { column: String, count: usize, first: Vec<String> },
    #[error("The column “{column}” never says “{asked}”. It says {}.", listed(.first, *.count))]
    NotThere { column: String, asked: String, count: usize, first: Vec<String> },
}

fn listed(first: &[String], count: usize) -> String {
    let quoted: Vec<String> = first.iter().map(|word| format!("“{word}”")).collect();
    let more = if count > first.len() { ", …" } else { "" };
    format!("{}{more}", quoted.join(", "))
}

/// Reads the ends of all leads, by the word for a win and those for none, if somebody said which.
pub fn outcome(
    column: &Column,
    positive: Option<&str>,
    negative: &[String],
) -> Result<Outcome, NoOutcome> {
    let said = words_of(column);
    let asked = Asked { column, said: &said, positive: positive.map(word), negative };
    let Ends { won, lost, guessed } = asked.ends()?;
    let end = |text: &String| match text.to_lowercase() {
        _ if is_missing(text) => None,
        text if won.contains(&text) => Some(true),
        text if lost.contains(&text) => Some(false),
        _ => None,
    };
    let ends: Vec<Option<bool>> = column.texts.iter().map(end).collect();
    let of: Vec<Option<bool>> = column.rows.iter().map(|text| ends[*text as usize]).collect();
    if !of.contains(&Some(false)) || !of.contains(&Some(true)) {
        let mut ended = said.iter().map(|(word, _)| word).filter(|word| !is_open(word));
        let said = ended.next().cloned().unwrap_or_default();
        return Err(NoOutcome::OneEnd { column: column.name.clone(), said });
    }
    let named = |which: Option<bool>| {
        let words = said.iter().map(|(word, _)| word);
        let is = |word: &&String| end(word) == which;
        words.filter(is).take(LISTED_MAX).cloned().collect()
    };
    let (positive, negative, left_out) = (named(Some(true)), named(Some(false)), named(None));
    Ok(Outcome { of, positive, negative, left_out, guessed })
}

/// Different words after which a column is no outcome by itself.
const WORDS_MAX: usize = 1_000;

/// The different words of a column, the most frequent first.
fn words_of(column: &Column) -> Vec<(String, usize)> {
    let mut said: Vec<(String, usize)> = Vec::new();
    let counted = column.texts.iter().zip(column.counts());
    for (text, count) in counted.filter(|(text, count)| !is_missing(text) && *count > 0) {
        let word = text.to_lowercase();
        match said.iter_mut().find(|(known, _)| *known == word) {
            Some(known) => known.1 += count,
            None => said.push((word, count)),
        }
        if said.len() > WORDS_MAX {
            break;
        }
    }
    said.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    said
}

fn word(asked: &str) -> String {
    asked.trim().to_lowercase()
}

fn is_open(word: &str) -> bool {
    OPEN.contains(&word)
}

/// Words that mean a win, and those that mean none.
struct Ends {
    won: Vec<String>,
    lost: Vec<String>,
    guessed: bool,
}

/// What is asked of the words of a column.
struct Asked<'a> {
    column: &'a Column,
    said: &'a [(String, usize)],
    positive: Option<String>,
    negative: &'a [String],
}

impl Asked<'_> {
    fn ends(&self) -> Result<Ends, NoOutcome> {
        if self.said.is_empty() {
            return Err(NoOutcome::Empty(self.column.name.clone()));
        }
        let negative: Vec<String> = self.negative.iter().map(|one| word(one)).collect();
        for asked in self.positive.iter().chain(&negative) {
            let is_there = self.said.iter().any(|(known, _)| known == asked);
            if self.said.len() <= WORDS_MAX && !is_there {
                let (count, first) = (self.said.len(), listing(&self.words(|_| true)));
                let (column, asked) = (self.column.name.clone(), asked.clone());
                return Err(NoOutcome::NotThere { column, asked, count, first });
            }
        }
        match (&self.positive, negative.is_empty()) {
            (Some(won), false) => Ok(Ends::of(vec![won.clone()], negative)),
            (Some(won), true) => self.beside_won(won),
            (None, false) => self.beside_lost(negative),
            (None, true) => self.as_known(),
        }
    }

    fn words(&self, wanted: impl Fn(&str) -> bool) -> Vec<String> {
        let words = self.said.iter().map(|(word, _)| word.clone());
        words.filter(|word| wanted(word)).collect()
    }

    /// All but the won and the open are lost, unless only some of them say so.
    fn beside_won(&self, won: &str) -> Result<Ends, NoOutcome> {
        let rest = self.words(|word| word != won && !is_open(word));
        let (lost, unsure): (Vec<_>, Vec<_>) =
            rest.iter().cloned().partition(|word| LOST.contains(&&**word));
        if lost.is_empty() || unsure.is_empty() {
            return Ok(Ends::of(vec![won.to_owned()], rest));
        }
        let (column, count) = (self.column.name.clone(), unsure.len());
        Err(NoOutcome::Neither { column, count, first: listing(&unsure) })
    }

    /// What is known for a win, or the one word that is left.
    fn beside_lost(&self, lost: Vec<String>) -> Result<Ends, NoOutcome> {
        let rest = self.words(|word| !lost.iter().any(|one| one == word) && !is_open(word));
        let won: Vec<String> =
            rest.iter().filter(|word| WON.contains(&&***word)).cloned().collect();
        match (won.is_empty(), rest.len()) {
            (false, _) => Ok(Ends::of(won, lost)),
            (true, 1) => Ok(Ends::of(rest, lost)),
            (true, _) => Err(self.several()),
        }
    }

    /// By the words that are known, where nobody said which is which.
    fn as_known(&self) -> Result<Ends, NoOutcome> {
        let won = self.words(|word| WON.contains(&word));
        let lost = self.words(|word| LOST.contains(&word));
        let tells = !won.is_empty() || !lost.is_empty();
        let ended = self.words(|word| !tells || !is_open(word));
        let others =
            |of: &[String]| ended.iter().filter(|one| !of.contains(one)).cloned().collect();
        match (won.len(), lost.len(), ended.len()) {
            (w, l, count) if w + l == count => Ok(Ends::of(won, lost)),
            (1, 0, 2) => Ok(Ends::of(won.clone(), others(&won))),
            (0, 1, 2) => Ok(Ends::of(others(&lost), lost)),
            (_, _, 2) => {
                let rarer = vec![ended[1].clone()];
                Ok(Ends { guessed: true, ..Ends::of(rarer.clone(), others(&rarer)) })
            }
            (_, _, 1) => {
                let (column, said) = (self.column.name.clone(), ended[0].clone());
                Err(NoOutcome::OneEnd { column, said })
            }
            _ => Err(self.several()),
        }
    }

    fn several(&self) -> NoOutcome {
        let (column, count) = (self.column.name.clone(), self.said.len());
        NoOutcome::Several { column, count, first: listing(&self.words(|_| true)) }
    }
}

impl Ends {
    fn of(won: Vec<String>, lost: Vec<String>) -> Ends {
        Ends { won, lost, guessed: false }
    }
}

fn listing(words: &[String]) -> Vec<String> {
    words.iter().take(LISTED_MAX).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::learn::table::Draft;

    fn read(values: &[&str], positive: Option<&str>) -> Result<Outcome, NoOutcome> {
        let mut draft = Draft::of(&["end".to_owned()]);
        values.iter().for_each(|value| draft.push(&[(*value).to_owned()]));
        outcome(&draft.finish().columns[0], positive, &[])
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
        assert_eq!(ends(&["Closed Won", "dead"]), [Some(true), Some(false)]);
        assert_eq!(ends(&["lost", "signed"]), [Some(false), Some(true)]);
    }

    #[test]
    fn of_two_unknown_words_the_rarer_is_the_win_and_that_is_said() {
        let read = read(&["a", "b", "a"], None).expect("it reads");
        assert_eq!(read.of, [Some(false), Some(true), Some(false)]);
        assert!(read.guessed);
    }

    #[test]
    fn leads_that_are_open_are_no_lost_ones() {
        let values = ["won", "lost", "Open", "In Bearbeitung", "new"];
        let told = [Some(true), Some(false), None, None, None];
        assert_eq!(ends(&values), told);
        let named = read(&values, Some("won")).expect("it reads");
        assert_eq!((&named.of[..], named.left_out.len()), (&told[..], 3));
        assert_eq!(ends(&["new", "returning", "new"])[1], Some(true), "they are no ends");
        let unsure = ["won", "lost", "proposal"];
        let said = read(&unsure, Some("won")).expect_err("a no").to_string();
        assert!(said.contains("“proposal”") && said.contains("--negative"), "{said}");
        let mut draft = Draft::of(&["end".to_owned()]);
        unsure.iter().for_each(|value| draft.push(&[(*value).to_owned()]));
        let column = &draft.finish().columns[0];
        let lost = ["Lost".to_owned()];
        for positive in [Some("won"), None] {
            let told = outcome(column, positive, &lost).expect("it reads");
            assert_eq!(told.of, [Some(true), Some(false), None]);
            assert_eq!(told.left_out, ["proposal"]);
        }
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
