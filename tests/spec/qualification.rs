//! When sales takes over from marketing.

use crate::sim::{Sim, team_of};
use expect_test::expect;
use leadstead::lead::{Channel, Exit, LeadId, Tier};
use leadstead::playbook::Playbook;

/// A model in which a download is worth what the story needs, and a click one point.
fn counting(download: i32) -> Playbook {
    let mut playbook = team_of(&["maya"]);
    playbook.scoring.caps.engagement = 100;
    playbook.scoring.points.insert("download".into(), download);
    playbook.scoring.points.insert("click".into(), 1);
    playbook
}

/// A lead that asked for nothing, at six points for its source and three for its interest.
fn quiet_reader(download: i32) -> (Sim, LeadId) {
    let mut sim = Sim::with("2026-05-04T10:00", counting(download));
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=Hello&consent=Yes");
    sim.shows(lead, Channel::Download, "guide.pdf");
    (sim, lead)
}

/// Acceptance example 9: the edges of the tiers.
#[test]
fn the_tiers_begin_at_forty_sixty_and_eighty() {
    let edges = [
        (39, Tier::Low),
        (40, Tier::Medium),
        (59, Tier::Medium),
        (60, Tier::High),
        (79, Tier::High),
        (80, Tier::Urgent),
        (100, Tier::Urgent),
    ];
    for (score, tier) in edges {
        let (sim, lead) = quiet_reader(score - 9);
        let lead = sim.lead(lead);
        assert_eq!((i32::from(lead.score()), lead.tier()), (score, tier));
    }
}

/// Acceptance example 9: the edge of the handover.
#[test]
fn sixty_nine_is_not_handed_over_and_at_seventy_sales_has_it_and_the_nurture_stops() {
    let (mut sim, lead) = quiet_reader(60);
    assert_eq!((sim.lead(lead).score(), sim.lead(lead).handed_over_at), (69, None));
    assert_eq!(sim.lead(lead).enrolment.map(|it| it.sequence).as_deref(), Some("education"));
    sim.minutes(90);
    assert_eq!(sim.lead(lead).handed_over_at, None);
    sim.shows(lead, Channel::Click, "guide");
    let sold = sim.lead(lead);
    assert_eq!((sold.score(), sold.handed_over_at), (70, Some(sim.now())));
    assert_eq!(sold.left, [("education".to_owned(), Exit::HandedOver)]);
    expect![[r#"
        Mon  4 May 11:30  Clicked “guide”.
        Mon  4 May 11:30  Score 70, High: download +60, source +6, engaged +3, click +1.
        Mon  4 May 11:30  Handed over to sales: The score is 70, and 70 is enough.
        Mon  4 May 11:30  Sequence “Education” ended: sales took over, next is “New lead”.
        Mon  4 May 11:30  Sequence “New lead” started.
        Mon  4 May 11:30  The step of day 1 waits 21 h 30: one step a day is enough.
    "#]]
    .assert_eq(&sim.lines(lead, &["11:30"]));
}

#[test]
fn whoever_asks_for_an_answer_is_handed_over_whatever_the_score() {
    let mut sim = Sim::solo("2026-05-04T10:00");
    let lead = sim.form("name=Ana+Ruiz&phone=020+7946+0011&message=Please+call+me");
    assert!(sim.lead(lead).handed_over_at.is_some());
    assert_eq!(sim.lead(lead).tier(), Tier::High);
}
