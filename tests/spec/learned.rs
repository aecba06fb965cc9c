//! What own history teaches, in the life of leads.

use crate::sim::{Sim, team_of};
use leadstead::lead::{Event, Lead, LeadId, Tier};
use leadstead::playbook::Playbook;
use leadstead::playbook::learned::{Counts, Learned};
use leadstead::scoring::learn::{History, one_by_one};
use leadstead::scoring::ledger;
use std::sync::OnceLock;

const FORM: &str = "application/x-www-form-urlencoded";

/// Learned from two hundred leads: whoever makes things was mostly won, whoever farms hardly ever.
pub fn taught(counts: Counts) -> Learned {
    static ONCE: OnceLock<Learned> = OnceLock::new();
    let learn = || {
        let (playbook, now) = (team_of(&["maya"]), "2026-05-01T10:00:00Z".parse().expect("a day"));
        let mut history = History::new(&playbook);
        for nth in 0..200 {
            let mut lead = Lead::unborn(LeadId(nth + 1));
            let makes = nth % 2 == 0;
            lead.captured_at = Some(now);
            lead.source = "website".into();
            lead.profile.role = if nth % 3 == 0 { "Owner" } else { "Clerk" }.into();
            let industry = if makes { "Manufacturing" } else { "Farming" };
            lead.fields.insert("industry".into(), industry.into());
            history.push(&lead, now, if makes { nth % 10 != 0 } else { nth % 10 == 1 });
        }
        history.learn(now, &one_by_one).expect("history enough").learned
    };
    Learned { counts, ..ONCE.get_or_init(learn).clone() }
}

fn house(counts: Counts) -> Sim {
    let mut playbook: Playbook = team_of(&["maya", "tom"]);
    playbook.scoring.learned = Some(taught(counts));
    Sim::with("2026-05-04T10:00", playbook)
}

fn arrive(sim: &mut Sim, name: &str, industry: &str) -> LeadId {
    let body = format!("name={name}&email={name}@{name}.example&industry={industry}&message=Hello");
    sim.arrive("website", FORM, &body).expect("a lead")
}

/// A transparent model gives the label, and every part of it can be asked for.
#[test]
fn r109_what_was_won_before_gives_the_label_and_says_why() {
    let mut sim = house(Counts::Drives);
    let (maker, farmer) =
        (arrive(&mut sim, "ana", "Manufacturing"), arrive(&mut sim, "bob", "Farming"));
    let of = |lead: LeadId| ledger(&sim.lead(lead), sim.playbook(), sim.now());
    let (made, farmed) = (of(maker), of(farmer));
    assert!(made.score > farmed.score, "{} {}", made.score, farmed.score);
    assert_eq!(made.score, sim.lead(maker).score());
    let forecast = made.forecast.expect("it has been taught");
    assert_eq!(forecast.explained.speaks_for[0].of[0].0, "fact.industry");
    let against = farmed.forecast.expect("it has been taught").explained.speaks_against;
    assert_eq!(against[0].of[0].0, "fact.industry");
    let because = sim.timeline(maker).into_iter().find_map(|entry| match entry.event {
        Event::Scored { because, .. } => Some(because),
        _ => None,
    });
    let because = because.expect("a score");
    assert!(because.iter().any(|reason| reason.signal == "chance"), "{because:?}");
}

/// Another use of the model judges every open lead anew, and taking it back does so again.
#[test]
fn what_a_model_counts_for_is_changed_and_taken_back_for_leads_that_are_open() {
    let mut sim = house(Counts::Beside);
    let lead = arrive(&mut sim, "ana", "Manufacturing");
    let points = sim.lead(lead).score();
    sim.apply(|playbook| playbook.scoring.learned = Some(taught(Counts::Drives)));
    sim.review_all();
    let driven = sim.lead(lead).score();
    assert_ne!(driven, points);
    sim.apply(|playbook| playbook.scoring.learned = Some(taught(Counts::Blended)));
    sim.review_all();
    let blended = sim.lead(lead).score();
    assert!((f64::from(blended) - (f64::from(points) + f64::from(driven)) / 2.0).abs() <= 1.0);
    sim.apply(|playbook| playbook.scoring.learned = None);
    sim.review_all();
    assert_eq!(sim.lead(lead).score(), points);
}

/// Whoever asks for an answer is held up, whatever became of others like them.
#[test]
fn a_request_is_high_though_the_past_says_little_for_it() {
    let mut sim = house(Counts::Drives);
    let body = "name=Bob&email=bob@lane.example&industry=Farming&message=Please+send+a+quote";
    let lead = sim.arrive("website", FORM, body).expect("a lead");
    assert!(sim.lead(lead).tier() >= Tier::High, "{}", sim.story(lead));
}
