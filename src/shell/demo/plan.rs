//! Who comes in when: a year of arrivals, busier on weekday mornings and quiet on Sundays.

use super::arrival::{SHARES, Way};
use super::calendar::{DAYS, Days};
use super::dice::Dice;
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan};

/// What comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coming {
    /// Somebody new, by this way.
    New(Way),
    /// Somebody whose lead is open writes again.
    Again,
    /// Somebody whose lead is closed comes back.
    Back,
    /// Somebody else at the firm of a lead that is open.
    Colleague,
    Junk,
}

/// What else comes in, for every hundred new leads.
const BESIDES: [(Coming, usize); 4] =
    [(Coming::Again, 7), (Coming::Back, 3), (Coming::Colleague, 4), (Coming::Junk, 5)];

/// Who comes in on the morning of the last day, before the demo opens, whatever its size.
const MORNING: [Way; 16] = [
    Way::Quote,
    Way::Referral,
    Way::Website,
    Way::Quote,
    Way::Quote,
    Way::Partner,
    Way::Referral,
    Way::Quote,
    Way::Advert,
    Way::Quote,
    Way::Referral,
    Way::Quote,
    Way::Website,
    Way::Quote,
    Way::Partner,
    Way::Quote,
];

/// Visits to fairs in a year.
const FAIRS: u64 = 6;

/// The share of each day of the week, Monday first.
const WEEK: [u64; 7] = [21, 20, 20, 18, 15, 6, 7];

/// The share of each hour of the day.
const HOURS: [u64; 24] =
    [1, 0, 0, 0, 0, 1, 2, 5, 9, 13, 14, 12, 8, 11, 12, 11, 9, 6, 4, 4, 5, 5, 4, 2];

/// How much busier than at its beginning the business is, in percent, by month.
const SEASON: [u64; 12] = [118, 112, 108, 104, 100, 92, 86, 84, 104, 116, 120, 88];

/// Everything that comes in over the year, in order, so that some `leads` leads come of it.
pub fn plan(leads: usize, days: &Days, dice: &mut Dice) -> Vec<(Timestamp, Coming)> {
    let at_fairs = leads / 11;
    let mut plan = Vec::with_capacity(leads + leads / 8);
    let first = days.last().saturating_sub(DAYS.days());
    let all: Vec<Date> = first.series(1.day()).take_while(|day| *day < days.last()).collect();
    let shares: Vec<(Date, u64)> = all.iter().map(|day| (*day, share(*day, days))).collect();
    for _ in at_fairs..leads {
        plan.push((moment(&shares, days, dice), Coming::New(dice.weighted(&SHARES))));
    }
    for (coming, hundredths) in BESIDES {
        for _ in 0..leads * hundredths / 100 {
            plan.push((moment(&shares, days, dice), coming));
        }
    }
    plan.extend(fairs(at_fairs, days, dice));
    plan.extend(this_morning(days, dice));
    for (at, coming) in &mut plan {
        if matches!(coming, Coming::New(Way::Linkedin | Way::Telephone)) {
            *at = in_hours(*at, days);
        }
    }
    plan.sort_by_key(|(at, _)| *at);
    plan
}

fn share(day: Date, days: &Days) -> u64 {
    let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or_default();
    let season = usize::try_from(day.month() - 1).unwrap_or_default();
    let holiday = if weekday < 5 && !days.is_worked(day) { 3 } else { 1 };
    WEEK[weekday] * SEASON[season] / holiday
}

fn moment(shares: &[(Date, u64)], days: &Days, dice: &mut Dice) -> Timestamp {
    let day = dice.weighted(shares);
    let hours: [(i8, u64); 24] = std::array::from_fn(|hour| (hour as i8, HOURS[hour]));
    let hour = dice.weighted(&hours);
    let (minute, second) = (dice.below(60), dice.below(60));
    days.at(day, Time::constant(hour, minute as i8, second as i8, 0))
}

/// What is keyed in by one of us comes when somebody is there.
fn in_hours(at: Timestamp, days: &Days) -> Timestamp {
    let day = days.day_of(at);
    let day = if days.is_worked(day) { day } else { days.after(day) };
    let time = days.time_of(at);
    let hour = 9 + time.hour() % 8;
    days.at(day, Time::constant(hour, time.minute(), time.second(), 0))
}

/// One every ten minutes or so, from half past seven.
fn this_morning(days: &Days, dice: &mut Dice) -> Vec<(Timestamp, Coming)> {
    let begun = days.at(days.last(), Time::constant(7, 30, 0, 0));
    let at = |nth: i64, dice: &mut Dice| {
        let seconds = nth * 10 * 60 + dice.between(0, 9 * 60);
        begun.saturating_add(seconds.seconds()).unwrap_or(begun)
    };
    (0..).zip(MORNING).map(|(nth, way)| (at(nth, dice), Coming::New(way))).collect()
}

/// Cards of a fair are keyed in the morning after, one every half minute.
fn fairs(cards: usize, days: &Days, dice: &mut Dice) -> Vec<(Timestamp, Coming)> {
    let mut keyed_in = Vec::with_capacity(cards);
    for fair in 0..FAIRS {
        let nth = (days.worked.len() as u64 * (2 * fair + 1)) / (2 * FAIRS);
        let day = days.worked[usize::try_from(nth).unwrap_or_default()];
        let begun = days.at(day, Time::constant(9, 10, 0, 0));
        for card in 0..cards as u64 / FAIRS {
            let seconds = i64::try_from(card * 30 + dice.below(20)).unwrap_or_default();
            let at = begun.saturating_add(seconds.seconds()).unwrap_or(begun);
            keyed_in.push((at, Coming::New(Way::Fair)));
        }
    }
    keyed_in
}
