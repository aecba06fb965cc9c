//! Tags: words of the business on its leads.

use crate::sim::{Sim, team_of};
use expect_test::expect;
use leadstead::command::{Command, Refusal};
use leadstead::lead::{Fate, LeadId};
use leadstead::playbook::{Playbook, Tag, Tone};

fn tagging() -> Playbook {
    let tag = |key: &str, label: &str| Tag {
        key: key.into(),
        label: label.into(),
        tone: Tone::Grey,
        active: true,
    };
    let mut playbook = team_of(&["maya"]);
    playbook.tags = vec![tag("vip", "VIP"), tag("trade_fair", "Trade fair")];
    playbook
}

fn tag(add: &[&str], remove: &[&str]) -> Command {
    let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
    Command::Tag { add: keys(add), remove: keys(remove) }
}

fn told(sim: &Sim, lead: LeadId) -> String {
    sim.story_of(lead, |entry| matches!(entry.event, leadstead::lead::Event::Tagged { .. }))
}

#[test]
fn tags_change_nothing_but_themselves_and_outlive_the_end_of_a_lead() {
    let mut sim = Sim::with("2026-05-04T10:00", tagging());
    let lead = sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=A+quote+please");
    let before = sim.lead(lead);
    sim.does("maya", lead, tag(&["vip", "trade_fair"], &[])).expect("both are offered");
    let after = sim.lead(lead);
    assert_eq!((after.standing, after.promise), (before.standing, before.promise));
    sim.does("maya", lead, tag(&["vip"], &[])).expect("it stands so already");
    let lost = Command::Lose { reason: "Price".into(), note: String::new() };
    sim.does("maya", lead, lost).expect("an open lead");
    sim.does("maya", lead, tag(&[], &["vip"])).expect("a closed lead is told apart too");
    let no = sim.refused("maya", lead, tag(&["gold"], &[]));
    assert_eq!((no.field(), no.clone()), (Some("tag"), Refusal::NoSuchTag("gold".into())));
    assert_eq!(sim.lead(lead).tags.into_iter().collect::<Vec<_>>(), ["trade_fair"]);
    expect![[r#"
        Mon  4 May 10:00  Tagged: Trade fair, VIP, by Maya.
        Mon  4 May 10:00  Tags taken off: VIP, by Maya.
    "#]]
    .assert_eq(&told(&sim, lead));
}

#[test]
fn a_list_brings_tags_along_and_a_second_row_of_the_same_person_adds_to_them() {
    let mut sim = Sim::with("2026-05-04T10:00", tagging());
    let headers = ["Name", "Email", "Tags"];
    let row = |tags: &str| ["Ana Ruiz", "ana@ruiz.example", tags].map(str::to_owned).to_vec();
    let fates = sim.import("import", &headers, &[row("VIP; gold"), row("Trade fair")]);
    let [Fate::Created(lead), Fate::Attached(same)] = fates[..] else { panic!("{fates:?}") };
    assert_eq!(lead, same);
    let lead = sim.lead(lead);
    assert_eq!(lead.tags.into_iter().collect::<Vec<_>>(), ["trade_fair", "vip"]);
    assert_eq!(lead.fields["tags"], "gold", "what is no tag is kept as it was said");
}
