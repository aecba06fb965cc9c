//! Public holidays, as far as the whole of a country keeps them, reckoned for any year.

use crate::language::Words;
use On::{Brigid, Date as Day, Easter, EveryFiveYears, King, Nth};
use Weekend::{Nearest, Onward, Stays};
use jiff::ToSpan;
use jiff::civil::Weekday::{Monday, Saturday, Sunday, Thursday};
use jiff::civil::{Date, Weekday};

/// A day on which a country rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holiday {
    pub day: Date,
    /// The key of its name.
    key: &'static str,
    /// Whether it is the day off for one that falls on a weekend.
    is_instead: bool,
}

impl Holiday {
    /// What it is called.
    pub fn name(self, words: Words) -> String {
        let name = words.say(self.key);
        if !self.is_instead {
            return name;
        }
        words.fill("holiday-instead", &[("day", name.into())])
    }
}

/// The public holidays of a country in a year, in order; none for a country that is not known here.
pub fn public_holidays(country: &str, year: i16) -> Vec<Holiday> {
    let Some((_, weekend, rules)) = COUNTRIES.iter().find(|(code, ..)| *code == country) else {
        return Vec::new();
    };
    let of = |year: i16| {
        let on = move |(on, key): &(On, &'static str)| {
            Some(Holiday { day: on.of(year)?, key, is_instead: false })
        };
        rules.iter().filter_map(on)
    };
    let mut days: Vec<Holiday> = of(year).collect();
    days.sort_unstable();
    let instead: Vec<Holiday> = match weekend {
        Stays => Vec::new(),
        Onward => onward(&days),
        // The first day of the next year may be kept on the last of this one.
        Nearest => of(year).chain(of(year.saturating_add(1))).filter_map(nearest).collect(),
    };
    days.extend(instead.into_iter().filter(|one| one.day.year() == year));
    days.sort_unstable();
    days
}

/// On which day of a year something is.
enum On {
    /// A month and its day.
    Date(i8, i8),
    /// So many days after Easter Sunday.
    Easter(i64),
    /// In a month the nth such weekday; -1 is the last.
    Nth(i8, i8, Weekday),
    /// The first Monday of February, or its first day where that is a Friday.
    Brigid,
    /// The 27th of April, or the day before where that is a Sunday.
    King,
    /// A month and its day in years that five divides.
    EveryFiveYears(i8, i8),
}

/// What becomes of a day that falls on a weekend.
enum Weekend {
    Stays,
    /// The next working day that is no holiday is off as well.
    Onward,
    /// The Friday before a Saturday is off as well, or the Monday after a Sunday.
    Nearest,
}

impl On {
    fn of(&self, year: i16) -> Option<Date> {
        match *self {
            Day(month, day) => Date::new(year, month, day).ok(),
            Easter(after) => easter(year)?.checked_add(after.days()).ok(),
            Nth(month, nth, weekday) => {
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
            }
            Brigid => {
                let first = Date::new(year, 2, 1).ok()?;
                let is_friday = first.weekday() == Weekday::Friday;
                if is_friday { Some(first) } else { first.nth_weekday_of_month(1, Monday).ok() }
            }
            King => {
                let day = Date::new(year, 4, 27).ok()?;
                Some(if day.weekday() == Sunday { day.yesterday().ok()? } else { day })
            }
            EveryFiveYears(month, day) => {
                (year % 5 == 0).then(|| Date::new(year, month, day).ok())?
            }
        }
    }
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Saturday | Sunday)
}

fn onward(days: &[Holiday]) -> Vec<Holiday> {
    let mut instead: Vec<Holiday> = Vec::new();
    for holiday in days.iter().filter(|one| is_weekend(one.day)) {
        let is_free = |day: &Date| {
            !is_weekend(*day) && days.iter().chain(&instead).all(|other| other.day != *day)
        };
        if let Some(day) = holiday.day.series(1.day()).find(is_free) {
            instead.push(Holiday { day, is_instead: true, ..*holiday });
        }
    }
    instead
}

fn nearest(holiday: Holiday) -> Option<Holiday> {
    let day = match holiday.day.weekday() {
        Saturday => holiday.day.yesterday(),
        Sunday => holiday.day.tomorrow(),
        _ => return None,
    };
    Some(Holiday { day: day.ok()?, is_instead: true, ..holiday })
}

/// Easter Sunday, after the anonymous Gregorian computus (Nature, 20 April 1876; also Meeus,
/// Astronomical Algorithms, chapter 8).
fn easter(year: i16) -> Option<Date> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

const NEW_YEAR: (On, &str) = (Day(1, 1), "holiday-new-year");
const EPIPHANY: (On, &str) = (Day(1, 6), "holiday-epiphany");
const GOOD_FRIDAY: (On, &str) = (Easter(-2), "holiday-good-friday");
const EASTER: (On, &str) = (Easter(0), "holiday-easter");
const EASTER_MONDAY: (On, &str) = (Easter(1), "holiday-easter-monday");
const LABOUR: (On, &str) = (Day(5, 1), "holiday-labour");
const ASCENSION: (On, &str) = (Easter(39), "holiday-ascension");
const WHIT_SUNDAY: (On, &str) = (Easter(49), "holiday-whit-sunday");
const WHIT_MONDAY: (On, &str) = (Easter(50), "holiday-whit-monday");
const CORPUS_CHRISTI: (On, &str) = (Easter(60), "holiday-corpus-christi");
const ASSUMPTION: (On, &str) = (Day(8, 15), "holiday-assumption");
const ALL_SAINTS: (On, &str) = (Day(11, 1), "holiday-all-saints");
const CONCEPTION: (On, &str) = (Day(12, 8), "holiday-conception");
const CHRISTMAS: (On, &str) = (Day(12, 25), "holiday-christmas");
const SECOND_CHRISTMAS: (On, &str) = (Day(12, 26), "holiday-second-christmas");
const STEPHEN: (On, &str) = (Day(12, 26), "holiday-stephen");

/// A bank holiday on a Monday: in a month the nth.
const fn bank(month: i8, nth: i8) -> (On, &'static str) {
    (Nth(month, nth, Monday), "holiday-bank")
}

/// The day of a nation.
const fn national(month: i8, day: i8) -> (On, &'static str) {
    (Day(month, day), "holiday-national")
}

/// A country by its ISO 3166 code, what it does on weekends, and its days with their names.
type Country = (&'static str, Weekend, &'static [(On, &'static str)]);

/// Countries by their ISO 3166 codes. Of the United Kingdom these are the days of England and Wales,
/// of Switzerland those of every canton, of the United States the federal ones.
#[rustfmt::skip]
const COUNTRIES: [Country; 12] = [
    ("AT", Stays, &[
        NEW_YEAR, EPIPHANY, EASTER_MONDAY, LABOUR, ASCENSION, WHIT_MONDAY, CORPUS_CHRISTI, ASSUMPTION,
        national(10, 26), ALL_SAINTS, CONCEPTION, CHRISTMAS, STEPHEN,
    ]),
    ("BE", Stays, &[
        NEW_YEAR, EASTER_MONDAY, LABOUR, ASCENSION, WHIT_MONDAY, national(7, 21), ASSUMPTION,
        ALL_SAINTS, (Day(11, 11), "holiday-armistice"), CHRISTMAS,
    ]),
    ("CH", Stays, &[NEW_YEAR, ASCENSION, national(8, 1), CHRISTMAS]),
    ("DE", Stays, &[
        NEW_YEAR, GOOD_FRIDAY, EASTER_MONDAY, LABOUR, ASCENSION, WHIT_MONDAY,
        (Day(10, 3), "holiday-unity"), CHRISTMAS, SECOND_CHRISTMAS,
    ]),
    ("ES", Stays, &[
        NEW_YEAR, EPIPHANY, GOOD_FRIDAY, LABOUR, ASSUMPTION, national(10, 12), ALL_SAINTS,
        (Day(12, 6), "holiday-constitution"), CONCEPTION, CHRISTMAS,
    ]),
    ("FR", Stays, &[
        NEW_YEAR, EASTER_MONDAY, LABOUR, (Day(5, 8), "holiday-victory"), ASCENSION, WHIT_MONDAY,
        national(7, 14), ASSUMPTION, ALL_SAINTS, (Day(11, 11), "holiday-armistice"), CHRISTMAS,
    ]),
    ("GB", Onward, &[
        NEW_YEAR, GOOD_FRIDAY, EASTER_MONDAY, bank(5, 1), bank(5, -1), bank(8, -1), CHRISTMAS,
        (Day(12, 26), "holiday-boxing"),
    ]),
    ("IE", Onward, &[
        NEW_YEAR, (Brigid, "holiday-brigid"), (Day(3, 17), "holiday-patrick"), EASTER_MONDAY,
        bank(5, 1), bank(6, 1), bank(8, 1), bank(10, -1), CHRISTMAS, STEPHEN,
    ]),
    ("IT", Stays, &[
        NEW_YEAR, EPIPHANY, EASTER, EASTER_MONDAY, (Day(4, 25), "holiday-liberation"), LABOUR,
        (Day(6, 2), "holiday-republic"), ASSUMPTION, (Day(10, 4), "holiday-francis"), ALL_SAINTS,
        CONCEPTION, CHRISTMAS, STEPHEN,
    ]),
    ("NL", Stays, &[
        NEW_YEAR, EASTER, EASTER_MONDAY, (King, "holiday-king"),
        (EveryFiveYears(5, 5), "holiday-liberation"), ASCENSION, WHIT_SUNDAY, WHIT_MONDAY, CHRISTMAS,
        SECOND_CHRISTMAS,
    ]),
    ("PL", Stays, &[
        NEW_YEAR, EPIPHANY, EASTER, EASTER_MONDAY, LABOUR, (Day(5, 3), "holiday-constitution"),
        WHIT_SUNDAY, CORPUS_CHRISTI, ASSUMPTION, ALL_SAINTS, (Day(11, 11), "holiday-independence"),
        (Day(12, 24), "holiday-christmas-eve"), CHRISTMAS, SECOND_CHRISTMAS,
    ]),
    ("US", Nearest, &[
        NEW_YEAR, (Nth(1, 3, Monday), "holiday-king-junior"), (Nth(2, 3, Monday), "holiday-presidents"),
        (Nth(5, -1, Monday), "holiday-memorial"), (Day(6, 19), "holiday-juneteenth"),
        (Day(7, 4), "holiday-independence"), (Nth(9, 1, Monday), "holiday-labour"),
        (Nth(10, 2, Monday), "holiday-columbus"), (Day(11, 11), "holiday-veterans"),
        (Nth(11, 4, Thursday), "holiday-thanksgiving"), CHRISTMAS,
    ]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn listed(country: &str, year: i16) -> String {
        let said = |one: Holiday| one.day.strftime("%-d %b").to_string();
        public_holidays(country, year).into_iter().map(said).collect::<Vec<_>>().join(", ")
    }

    #[test]
    #[rustfmt::skip]
    fn the_years_are_as_the_governments_list_them() {
        for (country, year, days) in [
            ("DE", 2026, "1 Jan, 3 Apr, 6 Apr, 1 May, 14 May, 25 May, 3 Oct, 25 Dec, 26 Dec"),
            ("DE", 2027, "1 Jan, 26 Mar, 29 Mar, 1 May, 6 May, 17 May, 3 Oct, 25 Dec, 26 Dec"),
            ("AT", 2026, "1 Jan, 6 Jan, 6 Apr, 1 May, 14 May, 25 May, 4 Jun, 15 Aug, 26 Oct, 1 Nov, 8 Dec, 25 Dec, 26 Dec"),
            ("AT", 2027, "1 Jan, 6 Jan, 29 Mar, 1 May, 6 May, 17 May, 27 May, 15 Aug, 26 Oct, 1 Nov, 8 Dec, 25 Dec, 26 Dec"),
            ("CH", 2026, "1 Jan, 14 May, 1 Aug, 25 Dec"),
            ("CH", 2027, "1 Jan, 6 May, 1 Aug, 25 Dec"),
            ("GB", 2026, "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 26 Dec, 28 Dec"),
            ("GB", 2027, "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 25 Dec, 26 Dec, 27 Dec, 28 Dec"),
            ("IE", 2026, "1 Jan, 2 Feb, 17 Mar, 6 Apr, 4 May, 1 Jun, 3 Aug, 26 Oct, 25 Dec, 26 Dec, 28 Dec"),
            ("IE", 2027, "1 Jan, 1 Feb, 17 Mar, 29 Mar, 3 May, 7 Jun, 2 Aug, 25 Oct, 25 Dec, 26 Dec, 27 Dec, 28 Dec"),
            ("US", 2026, "1 Jan, 19 Jan, 16 Feb, 25 May, 19 Jun, 3 Jul, 4 Jul, 7 Sep, 12 Oct, 11 Nov, 26 Nov, 25 Dec"),
            ("US", 2027, "1 Jan, 18 Jan, 15 Feb, 31 May, 18 Jun, 19 Jun, 4 Jul, 5 Jul, 6 Sep, 11 Oct, 11 Nov, 25 Nov, 24 Dec, 25 Dec, 31 Dec"),
            ("FR", 2026, "1 Jan, 6 Apr, 1 May, 8 May, 14 May, 25 May, 14 Jul, 15 Aug, 1 Nov, 11 Nov, 25 Dec"),
            ("FR", 2027, "1 Jan, 29 Mar, 1 May, 6 May, 8 May, 17 May, 14 Jul, 15 Aug, 1 Nov, 11 Nov, 25 Dec"),
            ("NL", 2026, "1 Jan, 5 Apr, 6 Apr, 27 Apr, 14 May, 24 May, 25 May, 25 Dec, 26 Dec"),
            ("NL", 2027, "1 Jan, 28 Mar, 29 Mar, 27 Apr, 6 May, 16 May, 17 May, 25 Dec, 26 Dec"),
            ("ES", 2026, "1 Jan, 6 Jan, 3 Apr, 1 May, 15 Aug, 12 Oct, 1 Nov, 6 Dec, 8 Dec, 25 Dec"),
            ("ES", 2027, "1 Jan, 6 Jan, 26 Mar, 1 May, 15 Aug, 12 Oct, 1 Nov, 6 Dec, 8 Dec, 25 Dec"),
            ("IT", 2026, "1 Jan, 6 Jan, 5 Apr, 6 Apr, 25 Apr, 1 May, 2 Jun, 15 Aug, 4 Oct, 1 Nov, 8 Dec, 25 Dec, 26 Dec"),
            ("IT", 2027, "1 Jan, 6 Jan, 28 Mar, 29 Mar, 25 Apr, 1 May, 2 Jun, 15 Aug, 4 Oct, 1 Nov, 8 Dec, 25 Dec, 26 Dec"),
            ("BE", 2026, "1 Jan, 6 Apr, 1 May, 14 May, 25 May, 21 Jul, 15 Aug, 1 Nov, 11 Nov, 25 Dec"),
            ("BE", 2027, "1 Jan, 29 Mar, 1 May, 6 May, 17 May, 21 Jul, 15 Aug, 1 Nov, 11 Nov, 25 Dec"),
            ("PL", 2026, "1 Jan, 6 Jan, 5 Apr, 6 Apr, 1 May, 3 May, 24 May, 4 Jun, 15 Aug, 1 Nov, 11 Nov, 24 Dec, 25 Dec, 26 Dec"),
            ("PL", 2027, "1 Jan, 6 Jan, 28 Mar, 29 Mar, 1 May, 3 May, 16 May, 27 May, 15 Aug, 1 Nov, 11 Nov, 24 Dec, 25 Dec, 26 Dec"),
            ("FJ", 2026, ""),
        ] {
            assert_eq!(listed(country, year), days, "{country} {year}");
        }
    }

    #[test]
    fn days_that_move_are_found_in_years_that_move_them() {
        assert!(listed("GB", 2022).ends_with("25 Dec, 26 Dec, 27 Dec"));
        assert!(listed("GB", 2028).starts_with("1 Jan, 3 Jan"));
        assert!(listed("US", 2021).ends_with("24 Dec, 25 Dec, 31 Dec"));
        assert!(listed("IE", 2030).starts_with("1 Jan, 1 Feb"), "a Friday");
        assert!(listed("NL", 2031).contains("26 Apr"), "the 27th is a Sunday");
        assert!(listed("NL", 2030).contains("5 May") && !listed("NL", 2031).contains("5 May"));
    }

    #[test]
    fn a_day_off_says_for_which_day_it_is() {
        let moved: Vec<Holiday> = public_holidays("GB", 2022).split_off(7);
        let named = |language| {
            let name = |one: &Holiday| one.name(Words::of(language));
            moved.iter().map(name).collect::<Vec<_>>().join("; ")
        };
        assert_eq!(
            named(Language::English),
            "Christmas Day; Boxing Day; day off for Christmas Day"
        );
        assert_eq!(
            named(Language::German),
            "1. Weihnachtstag; Boxing Day; freier Tag für: 1. Weihnachtstag"
        );
    }
}
