//! The worked examples of the scoring model, by their numbers.

use super::*;
use crate::capability::Contact;
use crate::lead::{
    Actor, Entry, Evidence, HandRaise, LeadFate, LeadId, Sign, Standing, Subject, Tier,
};
use crate::playbook::{Count, Role, Teammate, starter};
use jiff::{SignedDuration, ToSpan};
use std::collections::BTreeMap;

/// The starter playbook.
pub fn house() -> Playbook {
    starter("Roth & Co", Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner))
}

/// The starter, by a business that knows its ideal customer.
fn house_with_ideal() -> Playbook {
    let mut playbook = house();
    playbook.scoring.fit.industries = vec!["Manufacturing".into()];
    playbook.scoring.fit.size_from = Some(50);
    playbook.scoring.fit.size_to = Some(500);
    playbook.scoring.fit.budget_from = Some(5_000);
    playbook.sealed()
}

fn friday() -> Timestamp {
    "2026-05-08T14:00:00Z".parse().expect("a moment")
}

fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

/// A lead from a source with these facts, showing these signs when it comes in.
fn lead(source: &str, facts: &[(&str, &str)], signs: &[Sign]) -> Lead {
    let mut lead = Lead::unborn(LeadId(1));
    lead.captured_at = Some(friday());
    lead.source = source.into();
    lead.facts_seq = 1;
    for (key, value) in facts {
        match lead.profile.get_mut(key) {
            Some(place) => *place = (*value).into(),
            None => drop(lead.fields.insert((*key).into(), (*value).into())),
        }
    }
    for (nth, sign) in signs.iter().enumerate() {
        let evidence = Evidence { seq: nth as u64 + 1, at: friday(), sign: sign.clone() };
        lead.evidence.push(evidence);
        if matches!(sign, Sign::Asked(_)) {
            lead.awaiting_since = Some(friday());
            lead.request_waits = true;
        }
    }
    lead
}

fn visited(page: &str) -> Sign {
    Sign::Visited(page.into())
}

fn score(lead: &Lead, playbook: &Playbook) -> (f64, u8, Tier) {
    let ledger = ledger(lead, playbook, friday());
    (ledger.total, ledger.score, ledger.tier)
}

fn situation<'a>(
    playbook: &'a Playbook,
    loads: &'a BTreeMap<String, crate::capability::Load>,
    turns: &'a BTreeMap<(String, String), i64>,
) -> Situation<'a> {
    let (kin, contact) = (Vec::new(), Contact::default());
    Situation { playbook, version: 1, loads, turns, kin, contact }
}

/// Asks at this moment and reads what was said into the lead.
fn settle(lead: &mut Lead, playbook: &Playbook, now: Timestamp) -> Vec<Event> {
    let (loads, turns) = (BTreeMap::new(), BTreeMap::new());
    let said = react(lead, &situation(playbook, &loads, &turns), now);
    for event in said.clone() {
        let (subject, by) = (Subject::Lead(lead.id), Actor::House);
        lead.apply(&Entry { seq: lead.last_seq + 1, subject, at: now, by, playbook: 1, event });
    }
    said
}

#[test]
fn firm_and_freelancer_are_both_high_and_the_firm_comes_first() {
    let playbook = house_with_ideal();
    let demo = [Sign::Asked(HandRaise::Demo)];
    let firm = lead("demo", &[("industry", "Manufacturing"), ("company_size", "120")], &demo);
    assert_eq!(score(&firm, &playbook), (44.0, 71, Tier::High));
    assert_eq!(score(&lead("demo", &[], &demo), &playbook), (29.0, 67, Tier::High));
}

#[test]
fn prices_twice_and_a_case_study_are_sixteen_points_and_a_home_page_none() {
    let playbook = house();
    let keen =
        lead("website", &[], &[visited("/pricing"), visited("/pricing"), visited("/cases/roth")]);
    let interest = |lead: &Lead, after| {
        ledger(lead, &playbook, friday() + after).group(Group::Engagement, &playbook.scoring.caps)
    };
    assert_eq!(interest(&keen, days(2)), 16.0);
    assert_eq!(tenths(interest(&keen, days(14))), 4.9);
    let passer_by = lead("import", &[], &[visited("/")]);
    assert_eq!(score(&passer_by, &playbook), (0.0, 0, Tier::Low));
}

#[test]
fn prices_three_times_and_two_letters_and_a_demo_are_high_and_every_open_counts() {
    let price = visited("/pricing");
    let signs = [
        price.clone(),
        price.clone(),
        price.clone(),
        price,
        Sign::Opened,
        Sign::Opened,
        Sign::Asked(HandRaise::Demo),
    ];
    let ledger = ledger(&lead("linkedin", &[], &signs), &house(), friday());
    assert!(ledger.score >= 60);
    let opens: Vec<f64> =
        ledger.points.iter().filter(|p| p.signal == "open").map(|p| p.points).collect();
    assert_eq!(opens, [1.0, 1.0]);
    assert_eq!(ledger.points.iter().filter(|p| p.signal == "price_view").count(), 3);
}

#[test]
fn a_quote_from_the_ideal_customer_is_high_with_no_human_step() {
    let facts = [("industry", "Manufacturing"), ("company_size", "50-249"), ("budget", "10k")];
    let lead = lead("quote", &facts, &[Sign::Asked(HandRaise::Quote)]);
    assert_eq!(score(&lead, &house_with_ideal()), (49.0, 72, Tier::High));
}

#[test]
fn a_head_of_department_who_saw_prices_is_urgent_and_a_junior_with_a_guide_is_low() {
    let playbook = house();
    let price = visited("/pricing");
    let signs = [price.clone(), price, Sign::Asked(HandRaise::Demo)];
    let senior = lead("demo", &[("role", "Head of department")], &signs);
    assert_eq!(score(&senior, &playbook), (49.0, 92, Tier::Urgent));
    let guide = [Sign::Downloaded("guide.pdf".into())];
    let junior = lead("webinar", &[("role", "Junior buyer")], &guide);
    assert_eq!(score(&junior, &playbook), (13.0, 13, Tier::Low));
}

#[test]
fn the_tiers_begin_at_forty_sixty_and_eighty() {
    let tiers = house().scoring.tiers;
    assert_eq!([0, 39].map(|score| tiers.of(score)), [Tier::Low; 2]);
    assert_eq!([40, 59].map(|score| tiers.of(score)), [Tier::Medium; 2]);
    assert_eq!([60, 79].map(|score| tiers.of(score)), [Tier::High; 2]);
    assert_eq!([80, 100].map(|score| tiers.of(score)), [Tier::Urgent; 2]);
}

#[test]
fn no_group_gives_more_than_its_cap_and_no_score_leaves_the_scale() {
    let mut playbook = house();
    playbook.scoring.points.insert("reply".into(), 90);
    let keen = lead("import", &[], &[Sign::Replied]);
    assert_eq!(score(&keen, &playbook), (38.0, 38, Tier::Low));
    let student = lead("import", &[("role", "Student")], &[]);
    assert_eq!(score(&student, &playbook), (-20.0, 0, Tier::Low));
    playbook.scoring.caps.engagement = 200;
    playbook.scoring.points.insert("reply".into(), 190);
    assert_eq!(score(&keen, &playbook).1, 100);
}

#[test]
fn what_is_known_of_fit_is_counted_and_unknown_is_no_mismatch() {
    let facts = [("industry", "Manufacturing"), ("country", "DE")];
    let ledger = ledger(&lead("import", &facts, &[]), &house_with_ideal(), friday());
    assert_eq!(ledger.known_fit, (2, 6));
    assert!(ledger.points.iter().all(|point| point.signal != "mismatch"));
}

#[test]
fn the_starter_shows_every_point_of_the_model() {
    let shown = house().scoring.points;
    for signal in &ALL {
        match signal.worth {
            signals::Worth::Points(points) => assert_eq!(shown.get(signal.key), Some(&points)),
            signals::Worth::Told { .. } => {
                assert_eq!(shown.get(signal.key), None, "{}", signal.key)
            }
        }
    }
    assert!(shown.keys().all(|key| signal(key).is_some()));
}

#[test]
fn a_floor_holds_for_a_fortnight_after_the_answer_and_not_a_second_longer() {
    let playbook = house();
    let mut lead = lead("demo", &[], &[Sign::Asked(HandRaise::Demo)]);
    settle(&mut lead, &playbook, friday());
    let lapses = friday() + days(14);
    assert!(due(&lead, &playbook).is_none_or(|due| due > lapses), "while nobody has answered");
    lead.awaiting_since = None;
    lead.request_waits = false;
    assert_eq!(due(&lead, &playbook), Some(lapses));
    assert_eq!(settle(&mut lead, &playbook, lapses - 1.nanosecond()), []);
    assert!(matches!(
        settle(&mut lead, &playbook, lapses)[..],
        [Event::Scored { tier: Tier::Low, .. }]
    ));
    assert!(due(&lead, &playbook).is_none_or(|due| due > lapses));
}

#[test]
fn a_fading_lead_is_looked_at_when_its_tier_falls_and_not_before() {
    let playbook = house_with_ideal();
    let facts = [("industry", "Manufacturing"), ("company_size", "120"), ("role", "CEO")];
    let signs = [Sign::Replied, Sign::AttendedWebinar];
    let mut lead = lead("partner", &facts, &signs);
    let said = settle(&mut lead, &playbook, friday());
    assert!(matches!(said[..], [Event::Scored { score: 63, tier: Tier::High, .. }]));
    let falls = due(&lead, &playbook).expect("interest fades");
    assert_eq!(settle(&mut lead, &playbook, falls - 1.nanosecond()), []);
    let said = settle(&mut lead, &playbook, falls);
    assert!(matches!(said[..], [Event::Scored { score: 59, tier: Tier::Medium, .. }]));
    assert!(due(&lead, &playbook).is_none_or(|next| next > falls));
}

#[test]
fn a_score_that_has_fallen_by_five_is_written_again_though_its_tier_stands() {
    let playbook = house_with_ideal();
    let mut lead = lead("partner", &[], &[Sign::Replied, Sign::AttendedWebinar]);
    settle(&mut lead, &playbook, friday());
    let written = lead.score();
    let falls = due(&lead, &playbook).expect("interest fades");
    assert_eq!(settle(&mut lead, &playbook, falls - 1.nanosecond()), []);
    let said = settle(&mut lead, &playbook, falls);
    assert!(matches!(said[..], [Event::Scored { score, .. }] if score + 5 == written), "{said:?}");
    assert!(due(&lead, &playbook).is_none_or(|next| next > falls));
}

/// The starter, in which the latest so many signs of a behaviour count, for so many days.
fn house_counting(signal: &str, most: Option<u32>, days: Option<u32>) -> Playbook {
    let mut playbook = house();
    playbook.scoring.counts.insert(signal.into(), Count { most, days });
    playbook.sealed()
}

#[test]
fn of_a_behaviour_as_many_signs_count_as_its_line_says() {
    let keen =
        lead("website", &[], &[visited("/pricing"), visited("/pricing"), visited("/pricing")]);
    let counted = |most| {
        let playbook = house_counting("price_view", most, None);
        ledger(&keen, &playbook, friday())
            .points
            .iter()
            .filter(|p| p.signal == "price_view")
            .count()
    };
    assert_eq!([None, Some(1), Some(2), Some(9)].map(counted), [3, 1, 2, 3]);
    assert_ne!(house_counting("price_view", Some(1), None).model, house().sealed().model);
}

#[test]
fn when_the_days_of_a_behaviour_are_over_it_counts_no_more_and_the_ledger_says_until_when() {
    let playbook = house_counting("reply", None, Some(10));
    let one = lead("website", &[], &[Sign::Replied]);
    let at = |after| {
        let ledger = ledger(&one, &playbook, friday() + after);
        let point = ledger.points.into_iter().find(|point| point.signal == "reply");
        point.map(|point| (point.points, point.original, point.until))
    };
    let until = Some(friday() + days(10));
    assert_eq!(at(days(2)), Some((12.0, 12, until)));
    assert!(at(days(10) - SignedDuration::from_secs(1)).is_some_and(|(points, ..)| points > 5.0));
    assert_eq!(at(days(10)), Some((0.0, 12, until)));
}

#[test]
fn a_lead_is_looked_at_when_days_end_that_cost_it_its_tier() {
    let mut playbook = house_counting("reply", None, Some(30));
    playbook.scoring.engagement.half_life_days = 3650;
    playbook.scoring.points.insert("reply".into(), 38);
    playbook.scoring.tiers.medium = 20;
    let playbook = playbook.sealed();
    let mut lead = lead("import", &[], &[Sign::Replied]);
    settle(&mut lead, &playbook, friday());
    let ends = friday() + days(30);
    assert_eq!(due(&lead, &playbook), Some(ends));
    assert_eq!(settle(&mut lead, &playbook, ends - 1.nanosecond()), []);
    assert!(matches!(
        settle(&mut lead, &playbook, ends)[..],
        [Event::Scored { tier: Tier::Low, .. }]
    ));
}

#[test]
fn what_speaks_against_a_lead_stays_so_that_no_score_rises_by_itself() {
    let mut playbook = house_counting("open", Some(5), Some(7));
    playbook.scoring.points.insert("open".into(), -4);
    let signs = [Sign::Replied, Sign::Opened, Sign::Opened, Sign::AttendedWebinar];
    let one = lead("demo", &[], &signs);
    let points =
        |hour: i64| ledger(&one, &playbook, friday() + SignedDuration::from_hours(hour)).total;
    assert!((1..24 * 40).all(|hour| points(hour) <= points(hour - 1)));
    assert!(ledger(&one, &playbook, friday()).points.iter().all(|point| point.until.is_none()));
}

#[test]
fn a_score_is_written_for_news_and_for_a_new_model_and_not_twice() {
    let mut playbook = house();
    let mut lead = lead("website", &[], &[]);
    assert_eq!(settle(&mut lead, &playbook, friday()).len(), 1);
    assert_eq!(settle(&mut lead, &playbook, friday()), []);
    lead.facts_seq = lead.last_seq + 1;
    lead.last_seq += 1;
    assert_eq!(settle(&mut lead, &playbook, friday()).len(), 1);
    playbook.scoring.points.insert("reply".into(), 13);
    let playbook = playbook.sealed();
    assert_eq!(settle(&mut lead, &playbook, friday()).len(), 1);
    assert_eq!(settle(&mut lead, &playbook, friday()), []);
}

#[test]
fn the_floor_stands_first_among_the_reasons_written() {
    let mut lead = lead("demo", &[], &[Sign::Asked(HandRaise::Demo)]);
    settle(&mut lead, &house(), friday());
    let because = lead.standing.map(|standing: Standing| standing.because).unwrap_or_default();
    let because: Vec<_> = because.iter().map(|r| (r.signal.as_str(), r.points)).collect();
    assert_eq!(because, [("floor", 38.3), ("asked", 20.0), ("source", 6.0), ("engaged", 3.0)]);
}

#[test]
fn a_closed_lead_is_neither_scored_nor_looked_at_again() {
    let playbook = house();
    let mut lead = lead("demo", &[], &[Sign::Asked(HandRaise::Demo)]);
    settle(&mut lead, &playbook, friday());
    lead.awaiting_since = None;
    lead.request_waits = false;
    lead.fate = LeadFate::Lost;
    lead.facts_seq = 99;
    assert_eq!(due(&lead, &playbook), None);
    assert_eq!(settle(&mut lead, &playbook, friday() + days(30)), []);
}
