//! The heading of a list, and what its columns are about.

use crate::capture::mapping::{Column, Place};
use crate::capture::{
    CURRENCY, DateOrder, Mapping, ends_too_early, is_our_money, is_read, opts_out, tags_in,
};
use crate::playbook::{Playbook, Standing};
use crate::shell::importing::title::is_somebody;
use crate::shell::importing::{Line, List, Row};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::io;

/// The heading of a list, and what matters of it for counting.
pub(super) struct Heading {
    pub(super) names: Vec<String>,
    columns: Vec<Column>,
    pub(super) dates: Dates,
    /// Places that more than one column goes to, and their names.
    pub(super) doubled: BTreeMap<String, Vec<String>>,
}

/// How dates with slashes are written in a list.
pub(super) struct Dates {
    /// As the list shows it, else as it is written in the country of the house.
    pub(super) order: DateOrder,
    /// Whether the list shows it.
    is_shown: bool,
    /// Whether it holds dates that could be read in two ways.
    pub(super) is_asked: bool,
}

impl Heading {
    pub(super) fn of(names: Vec<String>, mapping: &Mapping, country: &str) -> Heading {
        let order = DateOrder::of_country(country);
        let dates = Dates { order, is_shown: false, is_asked: false };
        Heading { names, columns: mapping.columns.clone(), dates, doubled: doubled(mapping) }
    }

    /// Looks through the dates of a whole list for how they are written. One that is written both
    /// ways shows nothing.
    pub(super) fn read_dates(&mut self, list: &mut List) -> io::Result<()> {
        let is_date = |column: &Column| matches!(column.place, Place::ArrivedAt | Place::ClosedAt);
        if !self.columns.iter().any(is_date) {
            return Ok(());
        }
        let (mut shown, mut is_asked) = ([false, false], false);
        list.lines(|line| -> io::Result<()> {
            let Line::Row(row) = line else { return Ok(()) };
            for (_, value) in self.cells(&row, is_date) {
                shown[0] |= DateOrder::shown_by(value) == Some(DateOrder::MonthFirst);
                shown[1] |= DateOrder::shown_by(value) == Some(DateOrder::DayFirst);
                is_asked |= DateOrder::is_asked_for_by(value);
            }
            Ok(())
        })?;
        self.dates.is_asked = is_asked;
        self.dates.is_shown = shown[0] != shown[1];
        match shown {
            [true, false] => self.dates.order = DateOrder::MonthFirst,
            [false, true] => self.dates.order = DateOrder::DayFirst,
            _ => {}
        }
        Ok(())
    }

    /// How the dates are written, where the list itself shows it.
    pub(super) fn dates_shown(&self) -> Option<DateOrder> {
        self.dates.is_shown.then_some(self.dates.order)
    }

    /// Whether it is the row of somebody and no heading.
    pub(super) fn is_a_row(&self) -> bool {
        is_somebody(&self.names)
    }

    /// The words of a row that stand where tags do and are none of ours.
    pub(super) fn strange_tags<'a>(
        &'a self,
        row: &'a Row,
        playbook: &'a Playbook,
    ) -> impl Iterator<Item = &'a str> {
        let words = self.of_place(row, &Place::Tags).flat_map(tags_in);
        words.filter(|word| playbook.tag_called(word).is_none())
    }

    /// The owner a row names, if it names one; of several the first who works here.
    pub(super) fn owner<'a>(&'a self, row: &'a Row, playbook: &Playbook) -> Option<&'a str> {
        let named = || self.of_place(row, &Place::Owner);
        named().find(|name| works_here(name, playbook)).or_else(|| named().next())
    }

    /// The owner a row names, if nobody of that name works here.
    pub(super) fn stranger<'a>(&'a self, row: &'a Row, playbook: &Playbook) -> Option<&'a str> {
        self.owner(row, playbook).filter(|name| !works_here(name, playbook))
    }

    /// Whether a row says that they want no more letters.
    pub(super) fn opts_out(&self, row: &Row) -> bool {
        self.of_place(row, &Place::OptedOut).any(opts_out)
    }

    /// What a row says of moments, money, its stage and the fields of the business that cannot be read,
    /// money of others, and an end on a day before its beginning, with the name of the column.
    pub(super) fn unread<'a>(
        &'a self,
        row: &'a Row,
        now: Timestamp,
        rules: &'a Playbook,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        let reads =
            move |place: &Place, value: &str| is_read(place, value, self.dates.order, now, rules);
        let stands = self.of_place(row, &Place::Stage).any(|value| reads(&Place::Stage, value));
        let cells = self.cells(row, move |column| !stands || column.place != Place::Stage);
        let ends_early = self.ends_too_early(row, now, rules);
        let ours = &rules.business.currency;
        let mut currencies = self.cells(row, |column| column.place.key() == CURRENCY);
        let is_of_others = currencies.any(|(_, theirs)| !is_our_money(theirs, ours));
        let unread = cells.filter(move |(column, value)| {
            !reads(&column.place, value)
                || ends_early && column.place == Place::ClosedAt
                || is_of_others && column.place == Place::Value
        });
        unread.map(|(column, value)| (column.theirs.as_str(), value))
    }

    /// Whether what has ended is said to have done so on a day before it began.
    fn ends_too_early(&self, row: &Row, now: Timestamp, rules: &Playbook) -> bool {
        let dates = self.dates.order;
        let of = |place| {
            let mut told = self.of_place(row, place);
            told.find(|value| is_read(place, value, dates, now, rules))
        };
        let has_ended = self
            .of_place(row, &Place::Stage)
            .any(|said| matches!(rules.pipeline.standing(said), Some(Standing::Ended(_))));
        let (began, ended) = (of(&Place::ArrivedAt), of(&Place::ClosedAt));
        let early = |(began, ended)| ends_too_early(began, ended, dates, now, rules);
        has_ended && began.zip(ended).is_some_and(early)
    }

    fn of_place<'a>(&'a self, row: &'a Row, place: &'a Place) -> impl Iterator<Item = &'a str> {
        self.cells(row, move |column| column.place == *place).map(|(_, value)| value)
    }

    /// What a row says in some columns.
    fn cells<'a>(
        &'a self,
        row: &'a Row,
        wanted: impl Fn(&Column) -> bool + 'a,
    ) -> impl Iterator<Item = (&'a Column, &'a str)> {
        let cells = self.columns.iter().zip(row.values.iter().map(|value| value.trim()));
        cells.filter(move |(column, value)| !value.is_empty() && wanted(column))
    }
}

/// Whether somebody called so works here.
pub(super) fn works_here(name: &str, playbook: &Playbook) -> bool {
    playbook.teammate_called(name).is_some_and(|mate| mate.active)
}

/// Places for one value that more than one column goes to, and the names of these.
fn doubled(mapping: &Mapping) -> BTreeMap<String, Vec<String>> {
    let mut columns: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for column in mapping.understood() {
        let takes_all = matches!(
            column.place,
            Place::Message | Place::Tags | Place::Consent | Place::OptedOut | Place::Field(_)
        );
        if !takes_all {
            let key = column.place.key().to_owned();
            columns.entry(key).or_default().push(column.theirs.clone());
        }
    }
    columns.retain(|_, names| names.len() > 1);
    columns
}
