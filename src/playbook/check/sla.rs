//! Checks how fast leads are to be answered.

use super::report::Report;
use crate::lead::Tier;
use crate::playbook::{Playbook, ResponseClock};

/// The most warnings before one answer.
const WARNINGS_MAX: usize = 10;

/// The longest clock: thirty days.
const MINUTES_MAX: u32 = 30 * 24 * 60;

pub fn check(playbook: &Playbook, report: &mut Report) {
    report.within("sla", |report| {
        warnings(&playbook.sla.warn_at, report);
        report.within("clock", |report| {
            for (tier, one) in &playbook.sla.clock {
                report.within(tier.key(), |report| clock(*tier, one, report));
            }
        });
    });
}

/// What of the promised times is worth a second look: a tier that is answered later than the one
/// below it, both by the same kind of time.
pub fn hints(playbook: &Playbook, report: &mut Report) {
    let clocks: Vec<(&Tier, &ResponseClock)> = playbook.sla.clock.iter().collect();
    for pair in clocks.windows(2) {
        let [(lower, less), (tier, more)] = pair else { continue };
        let is_later =
            more.business_time == less.business_time && more.respond_minutes > less.respond_minutes;
        let (minutes, less) = (more.respond_minutes, less.respond_minutes);
        report.within(tier.key(), |report| {
            report.expect(!is_later, "respond_minutes", || {
                format!("{tier} leads are to be answered within {minutes} minutes, which is later than {lower} leads with {less}.")
            });
        });
    }
}

fn warnings(warn_at: &[u16], report: &mut Report) {
    report.expect(warn_at.iter().all(|percent| (1..100).contains(percent)), "warn_at", || {
        "A warning must come between 1 and 99 percent of a clock.".into()
    });
    report.expect(warn_at.is_sorted_by(|one, next| one < next), "warn_at", || {
        "Warnings must stand in order, each later than the one before.".into()
    });
    report.expect(warn_at.len() <= WARNINGS_MAX, "warn_at", || {
        format!("There are {} warnings. {WARNINGS_MAX} is the most.", warn_at.len())
    });
}

fn clock(tier: Tier, clock: &ResponseClock, report: &mut Report) {
    let ResponseClock { respond_minutes, next_opening_minutes, least_minutes_left, .. } = *clock;
    let none = if respond_minutes == 0 { "respond_minutes" } else { "next_opening_minutes" };
    report.expect(respond_minutes > 0 && next_opening_minutes > 0, none, || {
        format!(
            "The clock of {tier} leads needs at least one minute to respond, also after an opening."
        )
    });
    let longest = respond_minutes.max(next_opening_minutes).max(least_minutes_left);
    report.expect(longest <= MINUTES_MAX, "", || {
        format!("The clock of {tier} leads runs for {longest} minutes. {MINUTES_MAX} is the most.")
    });
    let accept = clock.accept_minutes;
    report.expect(
        accept.is_none_or(|accept| accept > 0 && accept <= respond_minutes),
        "accept_minutes",
        || {
            format!(
                "{tier} leads must be accepted within their time to respond, in a minute or more."
            )
        },
    );
}

#[cfg(test)]
mod tests {
    use super::super::hints;
    use crate::lead::Tier;
    use crate::playbook::Playbook;
    use crate::playbook::fixture::house;

    #[test]
    fn a_tier_that_is_answered_later_than_the_one_below_is_worth_a_second_look() {
        let mut playbook = house(&["ann"]);
        let said = |playbook: &Playbook| -> Vec<String> {
            hints(playbook).into_iter().map(|it| it.sentence).collect()
        };
        let set = |playbook: &mut Playbook, minutes, business_time| {
            let urgent = playbook.sla.clock.get_mut(&Tier::Urgent).expect("a clock");
            (urgent.respond_minutes, urgent.business_time) = (minutes, business_time);
        };
        let high = &playbook.sla.clock[&Tier::High];
        let (business_time, least) = (high.business_time, high.respond_minutes);
        set(&mut playbook, least, business_time);
        assert_eq!(said(&playbook), [""; 0]);
        set(&mut playbook, 500, business_time);
        assert_eq!(
            said(&playbook),
            [format!(
                "Urgent leads are to be answered within 500 minutes, which is later than High leads with {least}."
            )]
        );
        let within = &hints(&playbook)[0].within;
        assert_eq!(within.last(), Some(&("urgent", 0)));
        set(&mut playbook, 500, !business_time);
        assert_eq!(said(&playbook), [""; 0], "one of them counts opening hours only");
    }
}
