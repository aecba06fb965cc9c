//! What is called otherwise, or has gone, while somebody has an editor of rules open: what they did
//! not touch stays as it is, and what they typed counts.

use crate::drawn;
use crate::leads::{Work, house, to};
use leadstead::lead::Actor;
use leadstead::playbook::{
    Condition, Field, FieldKind, FitRule, Member, Playbook, Pool, Rule, Tag, Test,
};

const ROUTING: &str = "/settings/routing";
const SCORING: &str = "/settings/scoring";
const QUALIFICATION: &str = "/settings/qualification";

/// Asks for everything that editors show by its name.
fn conditions() -> Vec<Condition> {
    let asks = |field: &str, value: &[&str]| {
        let value = value.iter().map(|one| (*one).to_owned()).collect();
        Condition { field: field.into(), is: Test::In, value }
    };
    vec![asks("source", &["website", "event"]), asks("roof", &["slate"]), asks("tags", &["vip"])]
}

/// A house whose rules name a source, a field of its own, a tag and a pool.
async fn named() -> Work {
    let work = house().await;
    change(&work, |playbook| {
        let (key, label) = ("roof".to_owned(), "Roof".to_owned());
        let (kind, options, active) = (FieldKind::Text, Vec::new(), true);
        playbook.fields.push(Field { key, label, kind, options, active });
        playbook.tags.push(Tag {
            key: "vip".into(),
            label: "VIP".into(),
            tone: Default::default(),
            active: true,
        });
        let members = ["tom", "priya", "maya"];
        let members = members.map(|id| Member { teammate: id.into(), weight: 2 }).into();
        let (key, name, skills) = ("roofers".to_owned(), "Roofers".to_owned(), Vec::new());
        playbook.routing.pools.push(Pool { key, name, skills, members });
        let (name, pool, skills) = ("Slate".to_owned(), "roofers".to_owned(), Vec::new());
        playbook.routing.rules.insert(0, Rule { name, pool, skills, conditions: conditions() });
        let name = "Slate roofs".to_owned();
        playbook.scoring.fit_rules.push(FitRule { name, points: 5, conditions: conditions() });
        let budget = &mut playbook.qualification.criteria[0];
        budget.field = "country".into();
        budget.signal.clear();
        let value = vec!["DE".to_owned()];
        let first = Condition { field: "country".into(), is: Test::In, value };
        budget.good = [vec![first], conditions()].concat();
    })
    .await;
    work
}

async fn change(work: &Work, change: impl FnOnce(&mut Playbook)) {
    let mut playbook = work.house.playbook().playbook.clone();
    change(&mut playbook);
    work.house.apply_playbook(&playbook, Actor::House).await.expect("rules in force");
}

/// What a colleague does meanwhile: everything has another name, and two sources have swapped theirs.
async fn rename(work: &Work) {
    change(work, |playbook| {
        let names =
            playbook.sources.iter_mut().filter(|one| ["website", "event"].contains(&&*one.key));
        let mut names: Vec<&mut String> = names.map(|one| &mut one.name).collect();
        let [one, other] = &mut names[..] else { panic!("two sources") };
        std::mem::swap(*one, *other);
        playbook.tags.last_mut().expect("a tag").label = "Important".into();
        playbook.fields.last_mut().expect("a field").label = "Kind of roof".into();
        playbook.team[1].name = "Thomas".into();
    })
    .await;
}

async fn drawn_at(work: &Work, url: &str) -> Vec<(String, String)> {
    drawn::form(&work.get("maya", url).await.text(), url)
}

fn living(work: &Work) -> Playbook {
    work.house.playbook().playbook.clone()
}

#[tokio::test]
async fn rules_that_were_not_touched_stay_readable_when_what_they_name_is_renamed() {
    let work = named().await;
    let mut forms = Vec::new();
    for url in [ROUTING, SCORING, QUALIFICATION] {
        forms.push((url, drawn_at(&work, url).await));
    }
    let was = living(&work);
    rename(&work).await;
    for (url, form) in &forms {
        let press = if *url == ROUTING { "save" } else { "publish" };
        let saved = work.post("maya", url, &drawn::with(form, &[("do", press)])).await;
        assert_eq!(to(&saved), format!("{url}?saved=true"));
    }
    let is = living(&work);
    assert_eq!(is.routing, was.routing);
    assert_eq!(is.scoring.fit_rules, was.scoring.fit_rules);
    assert_eq!(is.qualification, was.qualification);
    let page = work.get("maya", SCORING).await;
    assert!(page.text().contains("value=\"Kind of roof\"") && page.text().contains("Important"));
}

#[tokio::test]
async fn what_was_typed_counts_beside_names_that_are_old() {
    let work = named().await;
    let routing = drawn_at(&work, ROUTING).await;
    let scoring = drawn_at(&work, SCORING).await;
    let qualification = drawn_at(&work, QUALIFICATION).await;
    let value = |form: &[(String, String)], name: &str| {
        form.iter().find(|(one, _)| one == name).expect("a field").1.clone()
    };
    let more = value(&scoring, "rule.0.0.value") + ", Webinar";
    rename(&work).await;

    let changes = [("do", "save"), ("rule.0.0.value", &more), ("rule.0.1.value", "slate, tile")];
    let saved = work.post("maya", ROUTING, &drawn::with(&routing, &changes)).await;
    assert_eq!(to(&saved), "/settings/routing?saved=true");
    let changes = [("do", "try"), ("rule.0.0.value", &more), ("rule.0.2.value", "VIP, Important")];
    let tried = work.post("maya", SCORING, &drawn::with(&scoring, &changes)).await;
    assert_eq!(tried.status_code(), 200, "{}", tried.text());
    let again = drawn::form(&tried.text(), SCORING);
    assert_eq!(value(&again, "rule.0.1.field"), "Kind of roof");
    let saved = work.post("maya", SCORING, &drawn::with(&again, &[("do", "publish")])).await;
    assert_eq!(to(&saved), "/settings/scoring?saved=true");
    let changes = [("and.budget.0.value", more.as_str()), ("value.budget", "Germany, France")];
    let saved = work.post("maya", QUALIFICATION, &drawn::with(&qualification, &changes)).await;
    assert_eq!(to(&saved), "/settings/qualification?saved=true");

    let is = living(&work);
    let sources = ["website", "event", "webinar"];
    assert_eq!(is.routing.rules[0].conditions[0].value, sources);
    assert_eq!(is.routing.rules[0].conditions[1].value, ["slate", "tile"]);
    let [rule] = &is.scoring.fit_rules[..] else { panic!("one rule") };
    assert_eq!(rule.conditions[0].value, sources);
    assert_eq!(rule.conditions[2].value, ["vip", "vip"], "by its old name and its new one");
    let good = &is.qualification.criteria[0].good;
    assert_eq!(good[0].value, ["DE", "FR"]);
    assert_eq!(good[1].value, sources);
}

#[tokio::test]
async fn what_a_colleague_changed_and_what_has_gone_with_it_is_taken_over() {
    let work = named().await;
    let routing = drawn_at(&work, ROUTING).await;
    let scoring = drawn_at(&work, SCORING).await;
    let qualification = drawn_at(&work, QUALIFICATION).await;
    rename(&work).await;
    change(&work, |playbook| {
        let conditions = conditions()[..1].to_vec();
        playbook.routing.rules[0].conditions.clone_from(&conditions);
        playbook.routing.rules[0].pool = playbook.routing.pools[0].key.clone();
        playbook.routing.pools.pop();
        playbook.scoring.fit_rules[0].conditions.clone_from(&conditions);
        playbook.qualification.criteria[0].good.truncate(2);
        playbook.tags.pop();
        playbook.fields.pop();
    })
    .await;
    let theirs = living(&work);
    for (url, form, mine) in [
        (ROUTING, &routing, ("cap", "9")),
        (SCORING, &scoring, ("points.reply", "3")),
        (QUALIFICATION, &qualification, ("mql", "61")),
    ] {
        let press = if url == ROUTING { "save" } else { "publish" };
        let late = work.post("maya", url, &drawn::with(form, &[("do", press), mine])).await;
        assert_eq!(late.status_code(), 409, "{url}");
        let again = drawn::form(&late.text(), url);
        let saved = work.post("maya", url, &drawn::with(&again, &[("do", press)])).await;
        assert_eq!(to(&saved), format!("{url}?saved=true"));
    }
    let is = living(&work);
    assert_eq!(
        (&is.routing.rules, &is.routing.pools),
        (&theirs.routing.rules, &theirs.routing.pools)
    );
    assert_eq!(is.routing.open_unaccepted_max, 9);
    assert_eq!(is.scoring.fit_rules, theirs.scoring.fit_rules);
    assert_eq!(is.scoring.points["reply"], 3);
    assert_eq!(is.qualification.criteria, theirs.qualification.criteria);
    assert_eq!(is.qualification.mql_fit_percent, 61);
}
