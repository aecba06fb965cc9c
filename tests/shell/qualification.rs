//! The questions of qualification: on the page of a lead, in a call, in lists, and where they are set.

use crate::leads::{house, to};
use leadstead::lead::{Finding, Grade, Means};

const HERE: &str = "/settings/qualification";

#[tokio::test]
async fn a_question_is_answered_and_taken_back_on_the_page_of_its_lead() {
    let work = house().await;
    let id = work.enquiry(1, "tom").await;
    let (page, url) = (format!("/leads/{id}"), format!("/leads/{id}/answers"));
    work.get("tom", &page).await.assert_text_contains("of 4 answered");
    let good = [("criterion", "need"), ("finding", "good"), ("note", "Two boilers <b>")];
    assert_eq!(to(&work.post("tom", &url, &good).await), format!("{page}#qualification"));
    let answer = work.lead(id).answers["need"].clone();
    assert_eq!((answer.finding, answer.means), (Finding::Good, Means::Hand));
    let shown = work.get("tom", &page).await;
    shown.assert_text_contains("Two boilers &lt;b&gt;");
    shown.assert_text_contains("Good answers to our questions");
    let wrong = work.post("tom", &url, &[("criterion", "need"), ("note", "Kept")]).await;
    assert_eq!(wrong.status_code(), 422);
    wrong.assert_text_contains("Say whether the answer is good");
    wrong.assert_text_contains("Kept");
    let none = work.post("tom", &url, &[("criterion", "shoes"), ("finding", "good")]).await;
    none.assert_text_contains("Nothing is asked here under");
    to(&work.post("tom", &url, &[("criterion", "need"), ("finding", "withdraw")]).await);
    assert!(!work.lead(id).answers.contains_key("need"));
}

#[tokio::test]
async fn what_is_learnt_in_a_call_makes_the_lead_one_for_sales_and_lists_find_it() {
    let work = house().await;
    let (id, other) = (work.enquiry(1, "tom").await, work.enquiry(2, "tom").await);
    let call = [
        ("outcome", "reached"),
        ("text", "A good talk"),
        ("learnt.need", "good"),
        ("learnt.authority", "good"),
        ("learnt.timeline", "good"),
        ("learnt.budget", ""),
        ("next", "call"),
        ("when", "tomorrow"),
    ];
    to(&work.post("tom", &format!("/leads/{id}/calls"), &call).await);
    let lead = work.lead(id);
    assert_eq!((lead.grade(), lead.answers.len()), (Some(Grade::Sql), 3));
    assert_eq!(lead.answers["need"].means, Means::Call);
    let page = work.get("tom", &format!("/leads/{id}")).await.text();
    assert!(page.contains("3 answers are good"));
    assert!(
        page.contains("<p class=\"said\">A good talk</p><p class=\"mute\"><a href=\"#e"),
        "{page}"
    );
    assert_eq!(work.listed("tom", "/leads?flag=sql").await, [id.0]);
    assert_ne!(work.lead(other).grade(), Some(Grade::Sql));
}

#[tokio::test]
async fn sales_takes_a_lead_on_or_sends_it_back_and_both_are_counted() {
    let work = house().await;
    let (id, other) = (work.enquiry(1, "tom").await, work.enquiry(2, "tom").await);
    assert!(work.lead(id).handed_over_at.is_some(), "they asked for an answer");
    to(&work.post("tom", &format!("/leads/{id}/take-on"), &[]).await);
    assert!(work.lead(id).taken_on_at.is_some());
    let url = format!("/leads/{other}/send-back");
    let wrong = work.post("tom", &url, &[("reason", ""), ("note", "Wants to wait")]).await;
    assert_eq!(wrong.status_code(), 422);
    wrong.assert_text_contains("Wants to wait");
    to(&work.post("tom", &url, &[("reason", "Not ready yet"), ("note", "In June")]).await);
    let twice = work.post("maya", &url, &[("reason", "Not ready yet"), ("note", "Same")]).await;
    assert_eq!(twice.status_code(), 422);
    twice.assert_text_contains("has not been handed over to sales, or was sent back meanwhile");
    twice.assert_text_contains("Same");
    let closed = work.get("maya", &format!("/leads/{other}?do=send-back")).await;
    assert!(!closed.text().contains("name=\"reason\""));
    assert!(work.lead(other).is_open() && work.lead(other).handed_over_at.is_none());
    let page = work.get("maya", &format!("/leads/{other}")).await;
    page.assert_text_contains("Sent back by sales");
    page.assert_text_contains("reason Not ready yet");
    page.assert_text_contains("In June");
    page.assert_text_contains("is not started: they have not agreed to letters.");
    page.assert_text_contains("Nobody has answered what they asked for, so the clock counts on.");
    let today = work.get("tom", "/today").await;
    today.assert_text_contains("<span class=\"tag\">Sent back by sales</span>");
    let page = work.get("maya", HERE).await;
    page.assert_text_contains("<dt>Taken on</dt><dd>1</dd>");
    page.assert_text_contains("<dt>Sent back</dt><dd>1</dd>");
    page.assert_text_contains("Not ready yet</dt><dd class=\"mute\">1</dd>");
}

#[tokio::test]
async fn the_questions_are_set_by_managers_and_kept_as_a_version() {
    let work = house().await;
    assert_eq!(work.get("tom", HERE).await.status_code(), 403);
    work.get("maya", HERE).await.assert_text_contains("BANT");
    let version = work.house.playbook().version;
    let base = version.to_string();
    let form = |changes: &[(&str, &str)]| -> Vec<(String, String)> {
        let ladder = [("base", base.as_str()), ("mql", "60"), ("sql", "2"), ("nurture", "nurture")];
        let all = ladder.iter().chain(changes);
        all.map(|(name, value)| (name.to_string(), value.to_string())).collect()
    };
    let post = |form: Vec<(String, String)>| {
        let work = &work;
        async move {
            let form: Vec<(&str, &str)> =
                form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            work.post("maya", HERE, &form).await
        }
    };
    let wrong = post(form(&[("label.", "Has a car park"), ("points.", "500")])).await;
    assert_eq!(wrong.status_code(), 422);
    wrong.assert_text_contains("Has a car park");
    let idle = [("label.", "Has a car park"), ("value.", "yes")];
    let fieldless = post(form(&idle)).await;
    assert_eq!(fieldless.status_code(), 422);
    fieldless.assert_text_contains("Choose the fact that is compared with this");
    let known = [&idle[..], &[("field.", "industry"), ("is.", "known")]].concat();
    let known = post(form(&known)).await;
    assert_eq!(known.status_code(), 422);
    known.assert_text_contains("Nothing is compared with this value here");
    let budget = [("label.budget", "Budget"), ("field.budget", "budget")];
    let factless = [&budget[..], &[("and.budget.0.field", ""), ("and.budget.0.value", "Care")]];
    let factless = post(form(&factless.concat())).await;
    assert_eq!(factless.status_code(), 422);
    factless.assert_text_contains("The criterion “Budget” has a condition without a fact.");
    let saved = post(form(&[("label.", "Has a car park"), ("switch", "on:meddic")])).await;
    assert_eq!(to(&saved), format!("{HERE}?saved=true"));
    let rules = work.house.playbook().playbook.qualification.clone();
    assert_eq!((rules.sql_good_answers, rules.asked().count()), (2, 11));
    assert_eq!(work.house.playbook().version, version + 1);
    let late = post(form(&[("label.", "Another")])).await;
    assert_eq!(late.status_code(), 409);
    late.assert_text_contains("Another");
}

#[tokio::test]
async fn when_sales_takes_over_and_how_fast_a_tier_is_answered_are_set_beside_the_questions() {
    let work = house().await;
    work.get("maya", HERE).await.assert_text_contains("Promised times");
    let form = [
        ("mql", "50"),
        ("sql", "3"),
        ("from", "65"),
        ("clock.urgent.respond", "10"),
        ("clock.urgent.opening", "15"),
        ("clock.urgent.accept", "20"),
    ];
    let wrong = work.post("maya", HERE, &form).await;
    assert_eq!(wrong.status_code(), 422);
    wrong.assert_text_contains("must be accepted within their time to respond");
    wrong.assert_text_contains("href=\"#urgent-0\"");
    wrong.assert_text_contains("id=\"urgent-0-h\"");
    let form: Vec<_> = form.into_iter().chain([("clock.urgent.accept", "5")]).collect();
    assert_eq!(to(&work.post("maya", HERE, &form).await), format!("{HERE}?saved=true"));
    let playbook = work.house.playbook().playbook.clone();
    let clock = &playbook.sla.clock[&leadstead::lead::Tier::Urgent];
    assert_eq!((playbook.pipeline.handover_from, clock.respond_minutes), (65, 10));
    assert_eq!(clock.accept_minutes, Some(5));
}

#[tokio::test]
async fn rules_are_tried_on_open_leads_before_they_come_into_force() {
    let work = house().await;
    let id = work.enquiry(1, "tom").await;
    let good = [("criterion", "need"), ("finding", "good")];
    to(&work.post("tom", &format!("/leads/{id}/answers"), &good).await);
    let (version, grade) = (work.house.playbook().version, work.lead(id).grade());
    let base = version.to_string();
    let tried = |most: &'static str| {
        let form = [("base", base.as_str()), ("mql", "60"), ("sql", most), ("do", "try")];
        let work = &work;
        async move { work.post("maya", HERE, &form).await }
    };
    let climbs = tried("1").await;
    climbs.assert_text_contains(" → SQL</span><span class=\"mute\">one lead</span>");
    climbs.assert_text_contains("None of them would be handed over to sales at once.");
    climbs.assert_text_contains("name=\"sql\" type=\"number\" min=\"1\" max=\"50\" value=\"1\"");
    tried("2").await.assert_text_contains("None of them would change its rung on the ladder.");
    assert_eq!((work.house.playbook().version, work.lead(id).grade()), (version, grade));
}
