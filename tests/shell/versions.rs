//! The versions of the rules: listed, laid beside one another, and brought back part by part.

use crate::leads::{house, to};
use leadstead::lead::Actor;
use leadstead::playbook::{Role, Teammate};

#[tokio::test]
async fn what_was_changed_is_told_and_can_be_brought_back() {
    let work = house().await;
    let first = work.house.playbook().version;
    let mut playbook = work.house.playbook().playbook.clone();
    let urgent = playbook.scoring.tiers.urgent;
    playbook.scoring.tiers.urgent = 91;
    playbook.business.name = "Fernhill & Daughters".into();
    let by = Actor::Teammate("maya".into());
    work.house.apply_playbook(&playbook, by).await.expect("a playbook in force");

    let list = work.get("maya", "/settings/versions").await;
    list.assert_text_contains("Company and hours, Scoring");
    list.assert_text_contains("Maya");
    let second = format!("/settings/versions/{}", first + 1);
    let told = work.get("maya", &second).await;
    told.assert_text_contains("Tier Urgent from 80 to 91 points");
    told.assert_text_contains("“Company name” from ");
    for line in ["− urgent = 80", "+ urgent = 91", "Fernhill &amp; Daughters"] {
        assert!(told.text().contains(line), "{line}");
    }
    assert!(!told.text().contains("Bring back what was"), "it is in force");

    let earlier = format!("/settings/versions/{first}");
    work.get("maya", &earlier).await.assert_text_contains("Bring back what was");
    assert!(!work.get("maya", &earlier).await.text().contains("value=\"on\" checked"));
    let none = work.post("maya", &earlier, &[]).await;
    assert_eq!(none.status_code(), 422);
    none.assert_text_contains("Choose at least one part.");
    let back = work.post("maya", &earlier, &[("part.scoring", "on")]).await;
    assert_eq!(to(&back), "/settings/versions?saved=true");
    let now = work.house.playbook();
    assert_eq!((now.version, now.playbook.scoring.tiers.urgent), (first + 2, urgent));
    assert_eq!(now.playbook.business.name, "Fernhill & Daughters", "only what was chosen");
    let list = work.get("maya", "/settings/versions").await;
    list.assert_text_contains(format!("Scoring: brought back from version {first}"));
    let third = work.get("maya", &format!("/settings/versions/{}", first + 2)).await;
    third.assert_text_contains(format!("Brought back from version {first}"));
    assert!(!work.get("maya", &second).await.text().contains("Brought back from"));
    assert_eq!(work.get("maya", "/settings/versions/999").await.status_code(), 404);
    let only_one = work.get("maya", &earlier).await.text();
    assert!(only_one.contains("name=\"part.company\" value=\"on\" checked"), "{only_one}");
}

#[tokio::test]
async fn a_manager_brings_rules_back_and_not_the_company_and_a_rep_sees_nothing() {
    let work = house().await;
    let first = work.house.playbook().version;
    let mut playbook = work.house.playbook().playbook.clone();
    let name = playbook.business.name.clone();
    playbook.business.name = "Fernhill & Daughters".into();
    let tom = playbook.team.iter_mut().find(|mate| mate.id == "tom").expect("Tom");
    *tom = Teammate::new("tom", "Tom Adeyemi", "tom@fernhill.example", Role::Manager);
    work.house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    let earlier = format!("/settings/versions/{first}");
    let seen = work.get("tom", &earlier).await;
    seen.assert_text_contains("The team stays as it is");
    assert!(!seen.text().contains("part.company"));
    let sent = [("part.company", "on"), ("part.team", "on")];
    assert_eq!(work.post("tom", &earlier, &sent).await.status_code(), 422);
    assert_ne!(work.house.playbook().playbook.business.name, name);
    assert_eq!(work.get("priya", "/settings/versions").await.status_code(), 403);
    assert!(work.get("tom", "/today").await.text().contains("href=\"/settings/"));
}

#[tokio::test]
async fn what_can_no_longer_stand_is_not_brought_back_and_says_why() {
    let work = house().await;
    let mut playbook = work.house.playbook().playbook.clone();
    let fallback = playbook.routing.fallback.clone();
    playbook.routing.fallback = "priya".into();
    work.house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    let before = work.house.playbook().version;
    playbook.routing.fallback = fallback;
    playbook.team.iter_mut().filter(|mate| mate.id == "priya").for_each(|mate| mate.active = false);
    work.house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    let earlier = format!("/settings/versions/{before}");
    let refused = work.post("maya", &earlier, &[("part.routing", "on")]).await;
    assert_eq!(refused.status_code(), 422, "{}", refused.text());
    assert_eq!(work.house.playbook().version, before + 1);
}
