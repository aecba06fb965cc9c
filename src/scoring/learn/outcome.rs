//! How each lead of the past ended, whatever words its list has for it.

use super::nature::is_missing;
use super::table::Column;
use crate::playbook::ends::{is_lost, is_open, is_won};
use std::collections::{BTreeMap, BTreeSet};

/// Words of a column that are listed when it cannot be told which of them means a win.
const LISTED_MAX: usize = 8;

/// Words of each end that are named in what was read.
const NAMED_MAX: usize = 50;

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
    /// Whether words were taken for lost only because they are no win.
    pub lost_guessed: bool,
}

/// Why a column says nothing of ends.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NoOutcome {
    #[error("The column “{0}” is empty.")]
    Empty(String),
    #[error(
        "The column “{column}” says “{said}” of everybody who is not open, so there is nothing to \
         compare.{}", other_end(*.won, .others, *.blank)
    )]
    OneEnd { column: String, said: String, won: Option<bool>, others: Vec<String>, blank: bool },
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

/// By which words of which flag there may be an end to compare with, where all are won or all lost.
fn other_end(won: Option<bool>, others: &[String], blank: bool) -> String {
    let also = listed(&others[..others.len().min(LISTED_MAX)], others.len());
    let mut advice = match (won, others.is_empty()) {
        (None, _) => {
            " Name it with --positive if it means won, with --negative if it means lost.".into()
        }
        (Some(_), true) => String::new(),
        (Some(true), _) => {
            format!(" It also says {also}: name those that mean lost with --negative.")
        }
        (Some(false), _) => {
            format!(" It also says {also}: name those that mean won with --positive.")
        }
    };
    if blank && won != Some(false) {
        advice.push_str(" If an empty cell means lost, say so with --negative \"\".");
    }
    advice
}

fn listed(first: &[String], count: usize) -> String {
    let quoted: Vec<String> = first.iter().map(|word| format!("“{word}”")).collect();
    let more = if count > first.len() { ", …" } else { "" };
    format!("{}{more}", quoted.join(", "))
}

/// Reads the ends of all leads, by the words for a win and those for none, if somebody said which.
///
/// An empty word for none means the empty cells.
pub fn outcome(
    column: &Column,
    positive: &[String],
    negative: &[String],
) -> Result<Outcome, NoOutcome> {
    let said = words_of(column);
    let spelt = |asked: &[String]| -> Vec<String> { asked.iter().map(|one| word(one)).collect() };
    let (positive, negative) = (spelt(positive), spelt(negative));
    let asked = Asked { column, said: &said, positive, negative };
    let Ends { won, lost, guessed } = asked.ends()?;
    let as_listed = |word: &String| asked.as_listed(word);
    let end = |text: &str| match won.contains(text) {
        true => Some(true),
        false => lost.contains(text).then_some(false),
    };
    let ends: Vec<Option<bool>> = column.texts.iter().map(|text| end(&spelled(text))).collect();
    let of: Vec<Option<bool>> = column.rows.iter().map(|text| ends[*text as usize]).collect();
    if !of.contains(&Some(false)) || !of.contains(&Some(true)) {
        let won = of.contains(&Some(true)) || !of.contains(&Some(false));
        return Err(asked.one_end(Some(won), |word| end(word).is_some()));
    }
    let named = |which: Option<bool>| -> Vec<String> {
        let words = said.iter().map(|one| &one.word);
        let blank = Some(String::new()).filter(|blank| which.is_some() && end(blank) == which);
        let words = words.filter(|word| end(word) == which).cloned();
        words.take(NAMED_MAX).chain(blank).collect()
    };
    let (positive, negative, left_out) = (named(Some(true)), named(Some(false)), named(None));
    let is_known = |word: &String| asked.negative.contains(word) || is_lost(word);
    let lost_guessed = !guessed && !negative.iter().all(is_known);
    let [positive, negative, left_out] =
        [positive, negative, left_out].map(|words| words.iter().map(as_listed).collect());
    Ok(Outcome { of, positive, negative, left_out, guessed, lost_guessed })
}

/// A word of a column as words are compared, and as the list writes it most often.
struct Said {
    word: String,
    listed: String,
    count: usize,
}

/// The different words of a column, the most frequent first.
fn words_of(column: &Column) -> Vec<Said> {
    let mut said: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    let counted = column.texts.iter().zip(column.counts());
    for (text, count) in counted.filter(|(text, count)| !is_missing(text) && *count > 0) {
        *said.entry(text.to_lowercase()).or_default().entry(text).or_default() += count;
    }
    let said = said.into_iter().map(|(word, spellings)| {
        let count = spellings.values().sum();
        let most = spellings.into_iter().max_by_key(|(_, count)| *count);
        Said { word, listed: most.map_or("", |(listed, _)| listed).to_owned(), count }
    });
    let mut said: Vec<Said> = said.collect();
    said.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.word.cmp(&b.word)));
    said
}

/// A text of the column as words are compared; nothing where it says nothing.
fn spelled(text: &str) -> String {
    if is_missing(text) { String::new() } else { text.to_lowercase() }
}

fn word(asked: &str) -> String {
    asked.trim().to_lowercase()
}

/// Words that mean a win, and those that mean none.
struct Ends {
    won: BTreeSet<String>,
    lost: BTreeSet<String>,
    guessed: bool,
}

/// What is asked of the words of a column.
struct Asked<'a> {
    column: &'a Column,
    said: &'a [Said],
    positive: Vec<String>,
    negative: Vec<String>,
}

impl Asked<'_> {
    fn ends(&self) -> Result<Ends, NoOutcome> {
        if self.said.is_empty() {
            return Err(NoOutcome::Empty(self.column.name.clone()));
        }
        let is_said = |asked: &&String| self.said.iter().any(|known| known.word == **asked);
        let is_blank = |asked: &&String| asked.is_empty() && self.has_blank();
        let won = self.positive.iter().filter(|one| !is_said(one));
        let lost = self.negative.iter().filter(|one| !is_said(one) && !is_blank(one));
        if let Some(asked) = won.chain(lost).next().cloned() {
            let (count, first) = (self.said.len(), self.listing(&self.words(|_| true)));
            return Err(NoOutcome::NotThere {
                column: self.column.name.clone(),
                asked,
                count,
                first,
            });
        }
        let named = || self.negative.clone();
        match (self.positive.is_empty(), self.negative.is_empty()) {
            (false, false) => Ok(Ends::of(self.positive.clone(), named())),
            (false, true) => self.beside_won(),
            (true, false) => self.beside_lost(named()),
            (true, true) => self.as_known(),
        }
    }

    /// Whether it says nothing of some.
    fn has_blank(&self) -> bool {
        let mut rows = self.column.rows.iter();
        rows.any(|text| is_missing(&self.column.texts[*text as usize]))
    }

    /// That all who have ended did so in the same way: whether they were won, if that is known.
    fn one_end(&self, won: Option<bool>, has_ended: impl Fn(&str) -> bool) -> NoOutcome {
        let said = self.words(&has_ended).into_iter().next().unwrap_or_default();
        let others = self.words(|word| !has_ended(word));
        let said = self.as_listed(&said);
        let others = others.iter().map(|word| self.as_listed(word)).collect();
        let (column, blank) = (self.column.name.clone(), self.has_blank());
        NoOutcome::OneEnd { column, said, won, others, blank }
    }

    fn words(&self, wanted: impl Fn(&str) -> bool) -> Vec<String> {
        let words = self.said.iter().map(|one| one.word.clone());
        words.filter(|word| wanted(word)).collect()
    }

    /// All but the won and the open are lost, unless only some of them say so.
    fn beside_won(&self) -> Result<Ends, NoOutcome> {
        let is_won = |word: &str| self.positive.iter().any(|won| won == word);
        let rest = self.words(|word| !is_won(word) && !is_open(word));
        let (lost, unsure): (Vec<_>, Vec<_>) = rest.iter().cloned().partition(|word| is_lost(word));
        if lost.is_empty() || unsure.is_empty() {
            return Ok(Ends::of(self.positive.clone(), rest));
        }
        let (column, count) = (self.column.name.clone(), unsure.len());
        Err(NoOutcome::Neither { column, count, first: self.listing(&unsure) })
    }

    /// What is known for a win, or the one word that is left.
    fn beside_lost(&self, lost: Vec<String>) -> Result<Ends, NoOutcome> {
        let rest = self.words(|word| !lost.iter().any(|one| one == word) && !is_open(word));
        let won: Vec<String> = rest.iter().filter(|word| is_won(word)).cloned().collect();
        match (won.is_empty(), rest.len()) {
            (false, _) => Ok(Ends::of(won, lost)),
            (true, 1) => Ok(Ends::of(rest, lost)),
            (true, _) => Err(self.several()),
        }
    }

    /// By the words that are known, where nobody said which is which.
    fn as_known(&self) -> Result<Ends, NoOutcome> {
        let won = self.words(is_won);
        let lost = self.words(is_lost);
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
            (_, _, 1) => Err(self.one_end(None, |word| word == ended[0])),
            _ => Err(self.several()),
        }
    }

    /// A word as the list writes it.
    fn as_listed(&self, word: &String) -> String {
        let same = self.said.iter().find(|one| one.word == *word);
        same.map_or(word, |one| &one.listed).clone()
    }

    fn listing(&self, words: &[String]) -> Vec<String> {
        words.iter().take(LISTED_MAX).map(|word| self.as_listed(word)).collect()
    }

    fn several(&self) -> NoOutcome {
        let (column, count) = (self.column.name.clone(), self.said.len());
        NoOutcome::Several { column, count, first: self.listing(&self.words(|_| true)) }
    }
}

impl Ends {
    fn of(won: Vec<String>, lost: Vec<String>) -> Ends {
        Ends { won: won.into_iter().collect(), lost: lost.into_iter().collect(), guessed: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::learn::table::Draft;

    fn asked(values: &[&str], positive: &[&str], negative: &[&str]) -> Result<Outcome, NoOutcome> {
        let mut draft = Draft::of(&["end".to_owned()]);
        values.iter().for_each(|value| draft.push(&[(*value).to_owned()]));
        let owned = |words: &[&str]| words.iter().map(|&one| one.to_owned()).collect::<Vec<_>>();
        outcome(&draft.finish().columns[0], &owned(positive), &owned(negative))
    }

    fn read(values: &[&str], positive: Option<&str>) -> Result<Outcome, NoOutcome> {
        asked(values, positive.as_slice(), &[])
    }

    fn ends(values: &[&str]) -> Vec<Option<bool>> {
        read(values, None).expect("it reads").of
    }

    #[test]
    fn the_words_people_have_for_a_win_are_known() {
        let want = [Some(true), Some(false), None];
        for values in
            [["Yes", "NO", ""], ["Won", "Lost", "n/a"], ["1", "0", "?"], ["ja", "nein", "-"]]
                .into_iter()
                .chain([["Gagné", "perdu", ""], ["ganado", "PERDIDO", ""], ["vinto", "perso", ""]])
                .chain([["oui", "non", ""], ["gewonnen", "afgewezen", ""], ["ganho", "não", ""]])
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
        let unsure = ["won", "lost", "later"];
        let said = read(&unsure, Some("won")).expect_err("a no").to_string();
        assert!(said.contains("“later”") && said.contains("--negative"), "{said}");
        for positive in [&["won"][..], &[]] {
            let told = asked(&unsure, positive, &["Lost"]).expect("it reads");
            assert_eq!(told.of, [Some(true), Some(false), None]);
            assert_eq!(told.left_out, ["later"]);
        }
    }

    #[test]
    fn stages_are_open_and_what_is_lost_only_for_being_no_win_is_said() {
        let stages = ["won", "proposal", "contacted", "Angebot", "lost"];
        let read_stages = read(&stages, Some("won")).expect("it reads");
        assert_eq!(read_stages.of, [Some(true), None, None, None, Some(false)]);
        assert!(!read_stages.lost_guessed);
        let none = read(&stages[..3], Some("won")).expect_err("a no").to_string();
        assert!(none.contains("“contacted”, “proposal”") && none.contains("--negative"), "{none}");
        let guessed = read(&["won", "cold", "stale"], Some("won")).expect("it reads");
        assert_eq!((guessed.negative.len(), guessed.lost_guessed), (2, true));
        let named =
            asked(&["won", "cold", "stale"], &["won"], &["cold", "stale"]).expect("it reads");
        assert!(!named.lost_guessed);
    }

    #[test]
    fn several_words_may_mean_a_win_and_empty_cells_a_loss() {
        let several = asked(&["big", "small", "none", "big"], &["Big", "small"], &[]);
        assert_eq!(several.expect("it reads").of[1..3], [Some(true), Some(false)]);
        let marked = ["1", "", "1", "n/a"];
        let said = read(&marked, None).expect_err("a no").to_string();
        assert!(said.contains("--negative \"\""), "{said}");
        for positive in [&["1"][..], &[]] {
            let read = asked(&marked, positive, &[""]).expect("it reads");
            assert_eq!(read.of, [Some(true), Some(false), Some(true), Some(false)]);
            assert_eq!(read.negative, [""]);
        }
        assert!(asked(&["1", "2"], &[], &[""]).is_err(), "no cell is empty");
        let lost = read(&["lost", "lost", "open"], None).expect_err("a no").to_string();
        assert!(!lost.contains("--negative"), "{lost}");
    }

    #[test]
    fn words_are_told_as_the_list_writes_them_most_often() {
        let told =
            asked(&["WON", "Won", "Won", "Lost", "LOST", "LOST", "Later"], &["won"], &["lost"]);
        let told = told.expect("it reads");
        assert_eq!(
            (&told.positive[..], &told.negative[..]),
            (&["Won".into()][..], &["LOST".into()][..])
        );
        assert_eq!(told.left_out, ["Later"]);
        let several = read(&["Hot", "Cold", "warm"], None).expect_err("a no").to_string();
        assert!(several.contains("“Cold”, “Hot”, “warm”"), "{several}");
    }

    #[test]
    fn a_word_is_known_among_any_number_of_others() {
        let others: Vec<String> = (0..1_500).map(|at| format!("reason {at}")).collect();
        let mut values: Vec<&str> = others.iter().map(String::as_str).collect();
        values.extend(["won"; 3]);
        let read = read(&values, Some("won")).expect("it reads");
        assert_eq!(read.of.iter().filter(|end| **end == Some(false)).count(), 1_500);
        assert_eq!(read.of[1_500..], [Some(true); 3]);
        assert!(read.lost_guessed && read.negative.len() < 100);
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
