//! What a learned model looks at and what it says, in words: for the lead it is said of, and for
//! whoever decides whether it counts.

use crate::language::Words;
use crate::lead::words;
use crate::playbook::Playbook;
use crate::playbook::learned::{Level, Side};
use crate::scoring::learn::Because;
use crate::scoring::telling::Column;

/// Days and months as the catalogues call them, the first first.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Who reads of a learned model, and by which playbook.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    pub words: Words,
    pub playbook: &'a Playbook,
}

impl Told<'_> {
    /// What a column is called.
    pub fn column(self, name: &str) -> String {
        let words = self.words;
        match Column::of(name) {
            Column::Fact(key) => self.fact(key),
            Column::Has(key) => {
                words.fill("learned-has", &[("what", words::fact(words, key).into())])
            }
            Column::Signal(key) => words.say(&format!("signal-{key}")),
            Column::Other(key) => words.say(&format!("learned-column-{key}")),
        }
    }

    fn fact(self, key: &str) -> String {
        let own = self.playbook.field(key).map(|field| field.label.clone());
        own.unwrap_or_else(|| words::fact(self.words, key))
    }

    /// What a field is called: its column, and of a moment which side of it counts.
    pub fn field(self, column: &str, side: Side) -> String {
        let key = match side {
            Side::Numbers | Side::Words | Side::Filled => return self.column(column),
            Side::Weekday => "learned-side-weekday",
            Side::Month => "learned-side-month",
            Side::Hour => "learned-side-hour",
        };
        self.words.fill(key, &[("what", self.column(column).into())])
    }

    /// What a level of a column stands for.
    pub fn level(self, column: &str, level: &Level) -> String {
        let words = self.words;
        let number = |value: f64| match value.fract() == 0.0 {
            true => words.number(value as i64),
            false => words.decimal(value),
        };
        match level {
            Level::Between(from, to) => {
                let with = [("from", number(*from).into()), ("to", number(*to).into())];
                words.fill("learned-between", &with)
            }
            Level::Exactly(value) => number(*value),
            Level::Word(word) => self.word(column, word),
            Level::Missing => words.say("learned-missing"),
            Level::Other(_) => words.say("learned-other"),
            Level::Weekday(day) => words.say(&format!("weekday-{}", named(&DAYS, *day))),
            Level::Month(month) => words.say(&format!("month-{}", named(&MONTHS, *month))),
            Level::Hours(from, to) => {
                words.fill("learned-hours", &[("from", (*from).into()), ("to", (*to).into())])
            }
            Level::Filled(true) => words.say("learned-yes"),
            Level::Filled(false) => words.say("learned-no"),
        }
    }

    fn word(self, column: &str, word: &str) -> String {
        let words = self.words;
        match (Column::of(column), word) {
            (Column::Has(_) | Column::Signal(_), "yes") => words.say("learned-yes"),
            (Column::Has(_) | Column::Signal(_), _) => words.say("learned-no"),
            (Column::Other("mailbox"), "free") => words.say("learned-mailbox-free"),
            (Column::Other("mailbox"), _) => words.say("learned-mailbox-own"),
            (Column::Other("source"), key) => {
                self.playbook.source(key).map_or(key.to_owned(), |source| source.name.clone())
            }
            _ => word.to_owned(),
        }
    }

    /// One thing that speaks for a lead or against it, with how many leads had it.
    pub fn because(self, because: &Because) -> String {
        let said = |(column, level): &(String, Level)| {
            let with =
                [("what", self.column(column).into()), ("is", self.level(column, level).into())];
            self.words.fill("learned-is", &with)
        };
        let said: Vec<String> = because.of.iter().map(said).collect();
        let with = [("what", said.join(" · ").into()), ("count", because.seen.into())];
        self.words.fill("learned-because", &with)
    }
}

fn named<'a>(names: &[&'a str], nth: i8) -> &'a str {
    usize::try_from(nth - 1).ok().and_then(|nth| names.get(nth)).copied().unwrap_or(names[0])
}
