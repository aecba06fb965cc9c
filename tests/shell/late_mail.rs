//! A house that is told of its mail server weeks after its first lead: what waited does not go out
//! all at once.

use crate::clocks;
use leadstead::lead::{Event, LeadId};
use leadstead::shell::outbox::mail::{Carrier, CarryFault, Mail};
use leadstead::shell::outbox::{Links, Unreported, carry_due};
use leadstead::shell::scheduler::review_due;
use std::sync::Mutex;

const DAY: i64 = 24 * 60;

#[derive(Default)]
struct Post(Mutex<Vec<String>>);

impl Carrier for Post {
    fn carry(&self, mail: &Mail) -> Result<(), CarryFault> {
        self.0.lock().expect("one thread").push(mail.subject.clone());
        Ok(())
    }
}

/// The letters of one lead after its house had no mail for eight days, those of the day it gets it
/// and those of the day after, and why others did not go.
fn letters(stale_after_days: u32) -> (Vec<usize>, Vec<String>) {
    let (desk, clock) = clocks::house_with(|playbook| {
        playbook.followup.stale_after_days = stale_after_days;
    });
    for _ in 0..8 * 24 {
        review_due(&desk).expect("a desk that works");
        clock.run(60);
    }
    let links = Links { public_url: "http://box".into(), epoch: 1, house_key: vec![1; 32] };
    let (post, unreported) = (Post::default(), Unreported::default());
    let mut gone = Vec::new();
    for _ in 0..2 {
        gone.push(carry_due(&desk, &links, &post, &unreported).expect("a desk that works"));
        clock.run(DAY);
    }
    let reading = desk.store().read().expect("a store");
    let lead = reading.lead_ids_after(LeadId(0), 1).expect("a store")[0];
    let entries = reading.timeline(lead, 0, 100).expect("a store");
    let dropped = entries.into_iter().filter_map(|entry| match entry.event {
        Event::Dropped { why, .. } => Some(why),
        _ => None,
    });
    (gone, dropped.collect())
}

#[test]
fn of_the_letters_that_waited_for_mail_one_a_day_goes() {
    assert_eq!(letters(30), (vec![1, 1], Vec::new()));
}

#[test]
fn letters_that_waited_for_mail_for_too_long_do_not_go() {
    assert_eq!(letters(5), (vec![1, 0], vec!["it came too late".to_owned()]));
}
