//! Why: the timeline, the score and the owner of a lead, down to every point and every person.

use super::{Api, moment, owen, refused};
use leadstead::lead::Actor;
use leadstead::playbook::learned::{
    Counts, Learned, Level, LevelRule, Model, Order, Point, Shape, Side, View,
};
use leadstead::shell::store::office::Scope;
use serde_json::{Value, json};

#[tokio::test]
async fn a_score_is_what_its_points_come_to() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    for (kind, text) in [("visit", "/pricing"), ("download", "guide.pdf"), ("open", "")] {
        let touch = json!({"kind": kind, "text": text, "at": "2026-05-11T10:00:00Z"});
        api.post(&format!("/api/v1/leads/{id}/touches"), touch).await;
    }
    api.turn("2026-05-16T09:42:00Z");
    let score: Value = api.get(&format!("/api/v1/leads/{id}/score")).await.json();
    let number = |value: &Value| value.as_f64().expect("a number");
    let sum = |list: &Value, group: Option<&Value>| -> f64 {
        let all = list.as_array().expect("a list").iter();
        all.filter(|one| group.is_none_or(|group| one["group"] == *group))
            .map(|one| number(&one["points"]))
            .sum()
    };
    let adds = score["floor"].get("adds").map_or(0.0, number);
    let total = number(&score["total"]);
    assert!((sum(&score["groups"], None) + adds - total).abs() < 1e-9, "{score:#}");
    assert_eq!(number(&score["score"]), total.round().clamp(0.0, 100.0));
    for group in score["groups"].as_array().expect("groups") {
        let points = sum(&score["points"], Some(&group["group"]));
        assert!(number(&group["points"]) <= points + 1e-9, "a cap takes and never gives: {group}");
    }
    let points = score["points"].as_array().expect("points");
    let visit = points.iter().find(|point| point["signal"] == "price_view");
    if let Some(visit) = visit {
        assert!(number(&visit["points"]) < number(&visit["original"]), "interest fades");
        assert!(visit["evidence"].is_u64() && visit["why"].is_string());
    }
    assert_eq!(score["as_of"], "2026-05-16T09:42:00Z");
    assert_eq!(score["known_fit"]["of"], 6);
}

#[tokio::test]
async fn a_point_for_a_fact_is_proved_by_the_entry_that_told_it() {
    let api = Api::open().await;
    let id = api.lead(json!({"name": "Ana Ruiz", "email": "ana@ruiz.example"})).await;
    let path = format!("/api/v1/leads/{id}");
    let told = |score: &Value, signal: &str| {
        let points = score["points"].as_array().expect("points").clone();
        let point = points.into_iter().find(|point| point["signal"] == signal);
        point.map(|point| (point["evidence"].as_u64(), point["when"].clone()))
    };
    let score: Value = api.get(&format!("{path}/score")).await.json();
    let (entry, when) = told(&score, "source").expect("a source");
    assert_eq!((entry, &when), (Some(id), &score["as_of"]));

    api.turn("2026-05-16T11:00:00Z");
    let changed = api.patch(&path, json!({"role": "Managing Director"})).await;
    let seq = changed.header("leadstead-seq").to_str().ok().and_then(|seq| seq.parse::<u64>().ok());
    let score: Value = api.get(&format!("{path}/score")).await.json();
    let (entry, when) = told(&score, "decision_maker").expect("they decide");
    assert!(entry > Some(id) && entry <= seq, "{entry:?} {seq:?}");
    assert_eq!(when, "2026-05-16T11:00:00Z");

    api.turn("2026-05-16T12:00:00Z");
    api.put(&format!("{path}/stage"), json!({"stage": "qualified"})).await.assert_status_ok();
    let score: Value = api.get(&format!("{path}/score")).await.json();
    let moved = api.kept(id).stage_seq;
    let proved = (Some(moved), json!("2026-05-16T12:00:00Z"));
    assert_eq!(told(&score, "qualified"), Some(proved));
}

#[tokio::test]
async fn a_timeline_is_read_page_by_page_and_says_who_did_what() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    let path = format!("/api/v1/leads/{id}/timeline");
    let whole: Value = api.get(&path).await.json();
    let items = whole["items"].as_array().expect("items");
    assert_eq!(whole["total"], items.len());
    assert_eq!((&items[0]["kind"], &items[0]["by"]), (&json!("captured"), &json!("token")));
    assert_eq!(items[0]["who"], "shop");
    assert!(items.iter().all(|item| item["what"].as_str().is_some_and(|what| !what.is_empty())));
    let mut paged = Vec::new();
    let mut query = "?limit=2".to_owned();
    loop {
        let page: Value = api.get(&format!("{path}{query}")).await.json();
        paged.extend(page["items"].as_array().expect("items").clone());
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        query = format!("?limit=2&cursor={cursor}");
    }
    assert_eq!(&paged, items);
    assert_eq!(refused(&api.get(&format!("{path}?cursor=x")).await), (400, "cursor".into()));
    assert_eq!(refused(&api.get(&format!("{path}?page=2")).await), (400, "page".into()));
}

#[tokio::test]
async fn routing_says_by_when_an_offer_has_to_be_taken_once_a_lead_has_risen() {
    let api = Api::open().await;
    let mut playbook = api.house.playbook().playbook.clone();
    (playbook.scoring.tiers.medium, playbook.scoring.tiers.high) = (1, 2);
    api.house.apply_playbook(&playbook, Actor::House).await.expect("in force");
    let id = api.lead(json!({"name": "Ana Ruiz", "email": "ana@ruiz.example"})).await;
    let path = format!("/api/v1/leads/{id}");
    let shown = async |of: &str| -> Value { api.get(&format!("{path}{of}")).await.json() };
    let first = shown("/routing").await["accept_by"].clone();
    let score = shown("/score").await["score"].as_u64().expect("a score") as u8;
    playbook.scoring.tiers.urgent = score + 1;
    api.house.apply_playbook(&playbook, Actor::House).await.expect("in force");
    api.turn("2026-05-12T09:43:00Z");
    for text in ["/pricing", "/prices", "/pricing?plan=large"] {
        let visit = json!({"kind": "visit", "text": text, "at": "2026-05-12T09:43:00Z"});
        api.post(&format!("{path}/touches"), visit).await;
    }
    let sooner = shown("").await["accept_by"].clone();
    assert!(sooner.as_str() < first.as_str(), "{first} to {sooner}");
    assert_eq!(shown("/routing").await["accept_by"], sooner);
}

#[tokio::test]
async fn routing_names_the_rule_and_everyone_considered() {
    let api = Api::open().await;
    let mut playbook = api.house.playbook().playbook.clone();
    let away = leadstead::playbook::Away {
        from: "2026-05-11".parse().expect("a day"),
        to: "2026-05-15".parse().expect("a day"),
    };
    playbook.team[1].away.push(away);
    api.house.apply_playbook(&playbook, leadstead::lead::Actor::House).await.expect("in force");
    let id = api.lead(owen()).await;
    let routing: Value = api.get(&format!("/api/v1/leads/{id}/routing")).await.json();
    assert_eq!(routing["owner"], "maya");
    assert!(routing["rule"].as_str().is_some_and(|rule| !rule.is_empty()));
    let chosen = &routing["candidates"][0];
    assert_eq!((&chosen["teammate"], &chosen["chosen"]), (&json!("maya"), &json!(true)));
    assert_eq!((&routing["turn"], &chosen["behind"]), (&json!("only_one"), &json!(1.0)));
    let left_out = &routing["exclusions"][0];
    assert_eq!(left_out["teammate"], "tom");
    assert!(left_out["why"].as_str().is_some_and(|why| why.contains("away")), "{left_out}");
}

#[tokio::test]
async fn a_score_is_laid_open_as_of_any_day_and_can_be_set() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    let path = format!("/api/v1/leads/{id}/score");
    let now: Value = api.get(&path).await.json();
    let day = now["as_of"].as_str().expect("a moment")[..10].to_owned();
    let then: Value = api.get(&format!("{path}?at={day}")).await.json();
    assert_eq!((&then["score"], &then["points"]), (&now["score"], &now["points"]));
    let early = api.get(&(path.clone() + "?at=2001-01-01")).await;
    assert_eq!(refused(&early), (400, "at".to_owned()));
    assert!(early.text().contains("The lead had not come in by then."), "{}", early.text());
    let soon = api.get(&format!("{path}?at=soon")).await;
    assert_eq!(refused(&soon), (400, "at".to_owned()));
    let until = "2026-05-20T10:00:00Z";
    for (wrong, field) in [
        (json!({"score": 101, "until": until, "why": "x"}), "score"),
        (json!({"score": 90, "why": "x"}), "until"),
        (json!({"score": 90, "until": until}), "why"),
    ] {
        assert_eq!(refused(&api.put(&path, wrong).await).1, field);
    }
    let set: Value =
        api.put(&path, json!({"score": 90, "until": until, "why": "A regular"})).await.json();
    assert_eq!((&set["score"], &set["tier"]), (&json!(90), &json!("urgent")));
    let told: Value = api.get(&path).await.json();
    assert_eq!(told["set"]["why"], "A regular");
    let free: Value = api.put(&path, json!({"score": null})).await.json();
    assert_eq!(free["score"], now["score"]);
}

#[tokio::test]
async fn what_a_list_says_a_lead_scores_is_what_its_points_come_to_on_every_day() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    for (kind, text) in [("visit", "/pricing"), ("download", "guide.pdf"), ("webinar", "Boilers")] {
        let touch = json!({"kind": kind, "text": text, "at": "2026-05-11T10:00:00Z"});
        api.post(&format!("/api/v1/leads/{id}/touches"), touch).await;
    }
    let said = async |day: &str| -> (Value, Value, Value) {
        api.turn(day);
        let of = async |path: &str| -> Value { api.get(path).await.json() };
        let one = of(&format!("/api/v1/leads/{id}")).await;
        let list = of(&format!("/api/v1/leads?min_seq={}", one["seq"])).await;
        let proved = of(&format!("/api/v1/leads/{id}/score")).await;
        (list["items"][0]["score"].clone(), one["score"].clone(), proved["score"].clone())
    };
    let mut scores = Vec::new();
    for day in ["2026-05-12T10:00:00Z", "2026-05-17T10:00:00Z", "2026-05-24T10:00:00Z"] {
        let (list, one, proved) = said(day).await;
        assert_eq!((&list, &one), (&proved, &proved), "{day}");
        scores.push(proved.as_u64().expect("a number"));
    }
    assert!(scores.is_sorted_by(|a, b| a > b), "interest fades: {scores:?}");
    let lost = json!({"stage": "lost", "reason": "Price", "note": "Half elsewhere"});
    let (_, before, _) = said("2026-05-24T10:00:00Z").await;
    let ended = api.put(&format!("/api/v1/leads/{id}/stage"), lost).await;
    ended.assert_status_ok();
    let (list, one, proved) = said("2026-08-24T10:00:00Z").await;
    assert_eq!((&list, &one), (&proved, &proved), "it has ended");
    assert!(proved.as_u64() >= before.as_u64(), "{proved} {before}");
}

#[tokio::test]
async fn a_score_of_a_past_day_is_by_the_rules_that_were_in_force_then() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    let path = format!("/api/v1/leads/{id}/score");
    api.turn("2026-05-14T09:00:00Z");
    let mut playbook = api.house.playbook().playbook.clone();
    playbook.scoring.points.insert("asked".into(), 3);
    api.house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    api.turn("2026-05-16T09:00:00Z");
    let nothing = api.put(&path, json!({})).await;
    assert!(nothing.text().contains("Say “score”; null takes it back."), "{}", nothing.text());
    let of = async |day: &str| {
        let score: Value = api.get(&format!("{path}?at={day}")).await.json();
        let points = score["points"].as_array().expect("points").clone();
        let asked = points.into_iter().find(|one| one["signal"] == "asked").expect("a line");
        (score["playbook"].as_u64().expect("a number"), asked["original"].clone())
    };
    let ((first, then), (second, later)) = (of("2026-05-13").await, of("2026-05-15").await);
    assert_eq!(first + 1, second);
    assert_eq!((then.as_f64(), later.as_f64()), (Some(20.0), Some(3.0)));
}

/// Wins whoever comes in after nine at night, as clocks show it here.
fn of_the_night() -> Learned {
    let hours = (0..8).map(|at| Level::Hours(at * 3, at * 3 + 3));
    let view = View { column: 0, side: Side::Hour, point: Point::Dot, order: Order::DayFirst };
    let levels: Vec<Level> = hours.chain([Level::Other(0)]).collect();
    let mut effects = vec![-3.0; 9];
    effects[7] = 3.0;
    Learned {
        counts: Counts::Drives,
        learned_at: moment("2026-05-01T09:00:00Z"),
        leads: 100,
        won: 50,
        auc: 0.7,
        auc_low: 0.6,
        auc_high: 0.8,
        brier: 0.2,
        brier_baseline: 0.25,
        steps: vec![0.0, 1.0],
        worth: vec![0.0, 100.0],
        model: Model {
            base: 0.0,
            columns: vec!["arrival".into()],
            shapes: vec![Shape { view, levels, places: Vec::new(), rule: LevelRule::Fixed }],
            effects: vec![effects],
            seen: vec![vec![10; 9]],
            pairs: Vec::new(),
            pair_effects: Vec::new(),
            pairs_seen: Vec::new(),
        },
    }
}

#[tokio::test]
async fn a_score_of_a_past_day_is_what_was_written_by_the_clocks_of_this_box() {
    let api = Api::with("time_zone = \"Pacific/Auckland\"", Scope::Write).await;
    let mut playbook = api.house.playbook().playbook.clone();
    playbook.scoring.learned = Some(of_the_night());
    playbook.scoring.floors.clear();
    api.house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    let id = api.lead(owen()).await;
    let written = api.kept(id).score();
    assert!(written > 90, "it is evening there: {written}");
    let then: Value = api.get(&format!("/api/v1/leads/{id}/score?at=2026-05-12")).await.json();
    assert_eq!(then["score"], written);
}
