//! Days and times as a column writes them.

use crate::playbook::learned::Order;
use jiff::civil::{Date, DateTime, Time};

/// Characters of the longest spelling we know, with room.
const TEXT_MAX: usize = 40;

/// The order that reads most of the values, the day first where both read as many.
pub fn order_of<'a>(values: impl Iterator<Item = &'a str> + Clone) -> Order {
    let read = |order| values.clone().filter(|value| moment(value, order).is_some()).count();
    match read(Order::MonthFirst) > read(Order::DayFirst) {
        true => Order::MonthFirst,
        false => Order::DayFirst,
    }
}

/// The day and time a text names, as clocks on the wall showed it.
pub fn moment(text: &str, order: Order) -> Option<DateTime> {
    let text = text.trim();
    if text.len() < 8 || text.len() > TEXT_MAX || !text.is_ascii() {
        return None;
    }
    let (day, time) = text.split_once([' ', 'T', ',']).unwrap_or((text, ""));
    let date = date(day, order)?;
    let time = time.trim_start_matches([' ', ',']);
    if time.is_empty() {
        return Some(date.to_datetime(Time::midnight()));
    }
    Some(date.to_datetime(clock(time)?))
}

fn date(text: &str, order: Order) -> Option<Date> {
    let mark = ['-', '.', '/'].into_iter().find(|mark| text.contains(*mark))?;
    let mut parts = text.split(mark);
    let [a, b, c] = [parts.next()?, parts.next()?, parts.next()?];
    if parts.next().is_some() || ![a, b, c].iter().all(|part| (1..=4).contains(&part.len())) {
        return None;
    }
    let [year, month, day] = match (a.len(), mark, order) {
        (4, ..) => [a, b, c],
        (_, '/' | '-', Order::MonthFirst) => [c, a, b],
        _ => [c, b, a],
    };
    let year: i16 = year.parse().ok()?;
    let year = if (0..100).contains(&year) { 2000 + year } else { year };
    if !(1900..2200).contains(&year) {
        return None;
    }
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Hours and minutes; seconds, zones and the like do not matter here.
fn clock(text: &str) -> Option<Time> {
    let small = text.to_ascii_lowercase();
    let mut parts = small.splitn(3, ':');
    let hour: i8 = parts.next()?.trim().parse().ok()?;
    let minute = parts.next()?;
    let minute: i8 = minute.get(..2)?.parse().ok()?;
    let hour = match () {
        () if small.ends_with("pm") && hour < 12 => hour + 12,
        () if small.ends_with("am") && hour == 12 => 0,
        () => hour,
    };
    Time::new(hour, minute, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_however_it_is_written() {
        let day = |text, order| moment(text, order).map(|at| at.to_string());
        let want = Some("2026-05-08T00:00:00".to_owned());
        for text in ["2026-05-08", "08.05.2026", "2026/05/08", "8.5.2026", "08/05/2026", "08-05-26"]
        {
            assert_eq!(day(text, Order::DayFirst), want, "{text}");
        }
        assert_eq!(day("5/08/2026", Order::MonthFirst), want);
        let timed = Some("2026-05-08T16:05:00".to_owned());
        for text in
            ["2026-05-08T16:05:09Z", "2026-05-08 16:05", "08.05.2026, 16:05", "08/05/2026 4:05 PM"]
        {
            assert_eq!(day(text, Order::DayFirst), timed, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in ["", "2026", "12.5", "1.2.3.4", "31.02.2026", "99/99/2026", "+49 30 901820"] {
            assert_eq!(moment(text, Order::DayFirst), None, "{text}");
        }
    }

    #[test]
    fn one_value_that_can_only_be_read_one_way_decides_for_all() {
        assert_eq!(order_of(["05/06/2026", "05/23/2026"].into_iter()), Order::MonthFirst);
        assert_eq!(order_of(["05/06/2026", "23/05/2026"].into_iter()), Order::DayFirst);
    }
}
