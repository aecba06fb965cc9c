//! The bank holidays of England and Wales, by the rules they are kept by.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// The bank holidays of a year, in order.
pub fn holidays(year: i16) -> Vec<Date> {
    let easter = easter(year);
    let mut days = vec![
        working(date(year, 1, 1)),
        easter.saturating_sub(2.days()),
        easter.saturating_add(1.day()),
        first(Weekday::Monday, date(year, 5, 1)),
        first(Weekday::Monday, date(year, 5, 25)),
        first(Weekday::Monday, date(year, 8, 25)),
    ];
    let christmas = working(date(year, 12, 25));
    let boxing = date(year, 12, 26);
    days.push(christmas);
    days.push(working(if boxing <= christmas {
        christmas.saturating_add(1.day())
    } else {
        boxing
    }));
    days.sort_unstable();
    days
}

/// The day itself, or the Monday after a weekend.
fn working(day: Date) -> Date {
    match day.weekday() {
        Weekday::Saturday => day.saturating_add(2.days()),
        Weekday::Sunday => day.saturating_add(1.day()),
        _ => day,
    }
}

/// The first such day of the week on or after a day.
fn first(weekday: Weekday, from: Date) -> Date {
    from.saturating_add(i64::from(from.weekday().until(weekday)).days())
}

/// Easter Sunday, after the anonymous Gregorian computus (Nature, 1876).
fn easter(year: i16) -> Date {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    let (month, day) = (i8::try_from(n / 31), i8::try_from(n % 31 + 1));
    date(year, month.unwrap_or(4), day.unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::holidays;

    #[test]
    fn the_years_are_as_the_government_lists_them() {
        let listed = |year| {
            let days = holidays(year).into_iter().map(|day| day.strftime("%-d %b").to_string());
            days.collect::<Vec<_>>().join(", ")
        };
        assert_eq!(listed(2025), "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec");
        assert_eq!(listed(2026), "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec");
        assert_eq!(listed(2027), "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec");
    }
}
