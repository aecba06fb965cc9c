//! Tags and custom fields: made by an owner, put on leads, and asked for by lists.

use crate::leads::{Work, bulk, house, to};
use crate::sample;
use leadstead::command::Command;
use leadstead::lead::{Actor, Lead, LeadId};
use leadstead::playbook::{Condition, Field, FieldKind, Tag, Test, Tone};

/// A house that has a tag for very important people, one for a fair, and an old one.
async fn tagging() -> Work {
    let work = house().await;
    let mut playbook = work.house.playbook().playbook.clone();
    let tag = |key: &str, label: &str, active| Tag {
        key: key.into(),
        label: label.into(),
        tone: Tone::Teal,
        active,
    };
    playbook.tags =
        vec![tag("vip", "VIP", true), tag("fair", "Trade fair", true), tag("old", "Old", true)];
    work.house.apply_playbook(&playbook, Actor::House).await.expect("tags in force");
    work
}

async fn tag(work: &Work, id: LeadId, key: &str) {
    work.ask(id, Command::Tag { add: vec![key.into()], remove: Vec::new() }).await;
}

fn tags(work: &Work, id: LeadId) -> Vec<String> {
    work.lead(id).tags.into_iter().collect()
}

#[tokio::test]
async fn a_tag_is_put_on_and_taken_off_on_the_page_of_its_lead() {
    let work = tagging().await;
    let id = work.enquiry(1, "tom").await;
    let (page, url) = (format!("/leads/{id}"), format!("/leads/{id}/tags"));
    work.get("tom", &page).await.assert_text_contains("Choose a tag");
    assert_eq!(to(&work.post("tom", &url, &[("add", "vip")]).await), format!("{page}#tags"));
    assert_eq!(tags(&work, id), ["vip"]);
    let shown = work.get("tom", &page).await;
    assert!(shown.text().contains("aria-label=\"Take off VIP\""));
    shown.assert_text_contains("Tagged: VIP, by Tom");
    let wrong = work.post("tom", &url, &[("add", "gold")]).await;
    assert_eq!(wrong.status_code(), 422);
    wrong.assert_text_contains("There is no tag “gold” to put on a lead.");
    to(&work.post("tom", &url, &[("remove", "vip")]).await);
    assert_eq!(tags(&work, id), [""; 0]);
    assert_eq!(work.post("tom", "/leads/999/tags", &[("add", "vip")]).await.status_code(), 404);
}

#[tokio::test]
async fn a_tag_that_is_switched_off_is_read_and_taken_off_and_offered_no_more() {
    let work = tagging().await;
    let (id, other) = (work.enquiry(1, "tom").await, work.enquiry(2, "tom").await);
    tag(&work, id, "old").await;
    let mut playbook = work.house.playbook().playbook.clone();
    playbook.tags[2].active = false;
    work.house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    assert!(work.get("tom", &format!("/leads/{id}")).await.text().contains("Take off Old"));
    let refused = work.post("tom", &format!("/leads/{other}/tags"), &[("add", "old")]).await;
    assert_eq!(refused.status_code(), 422);
    assert_eq!(work.listed("tom", "/leads?tag=old").await, [id.0]);
    to(&work.post("tom", &format!("/leads/{id}/tags"), &[("remove", "old")]).await);
    assert_eq!(work.listed("tom", "/leads?tag=old").await, [0; 0]);
}

#[tokio::test]
async fn lists_are_narrowed_by_tags_and_fields_and_show_them_in_columns() {
    let work = tagging().await;
    let mut ids = Vec::new();
    for nth in 1..=3 {
        ids.push(work.enquiry(nth, "maya").await);
    }
    tag(&work, ids[0], "vip").await;
    tag(&work, ids[1], "fair").await;
    let facts = |size: &str| [("company_size".to_owned(), size.to_owned())].into();
    work.ask(ids[1], Command::Edit { changes: facts("40"), seen: None }).await;
    let list = async |query: &str| {
        let mut listed = work.listed("maya", &format!("/leads?{query}")).await;
        listed.sort_unstable();
        listed
    };
    assert_eq!(list("tag=vip").await, [ids[0].0]);
    assert_eq!(list("tag=vip&tag=fair").await, [ids[0].0, ids[1].0]);
    assert_eq!(list("tag=vip&field=company_size:40").await, [0; 0]);
    assert_eq!(list("field=company_size:40").await, [ids[1].0]);
    assert_eq!(list("field=company_size:40&field=company_size:7").await, [ids[1].0]);
    work.ask(ids[2], Command::Edit { changes: facts("300"), seen: None }).await;
    let worth = [("value".to_owned(), "250000".to_owned())].into();
    work.ask(ids[2], Command::Edit { changes: worth, seen: None }).await;
    assert_eq!(list("from-company_size=40").await, [ids[1].0, ids[2].0]);
    assert_eq!(list("from-company_size=41&to-company_size=300").await, [ids[2].0]);
    assert_eq!(list("to-value=2500").await, [ids[2].0]);
    assert_eq!(list("from-value=2500.01").await, [0; 0]);
    work.get("maya", "/leads").await.assert_text_contains("Value £2,500, of one of them");
    let page = work.get("maya", "/leads?to-company_size=99&from-company_size=12").await.text();
    assert!(page.contains("Employees: 12 to 99"), "{page}");
    assert!(page.contains("name=\"to-company_size\" type=\"number\" value=\"99\""), "{page}");
    let wrong =
        work.get("maya", "/leads?from-company_size=many&from-value=9&to-value=1").await.text();
    assert!(wrong.contains("“many” is no number, such as 12.5, and narrows nothing."), "{wrong}");
    assert!(wrong.contains("type=\"text\" value=\"many\""), "{wrong}");
    assert_eq!(wrong.matches("This lies before the beginning").count(), 2, "above and beside");
    let page = work.get("maya", "/leads?tag=vip&field=company_size:40").await;
    page.assert_text_contains("Tags: VIP");
    page.assert_text_contains("Nothing matches these 2 filters");
    let form = [("here", ""), ("column", "tags"), ("column", "field:company_size")];
    to(&work.post("maya", "/leads/columns", &form).await);
    let text = work.get("maya", "/leads?tag=fair").await.text();
    assert!(text.contains("data-tone=\"teal\">Trade fair</span>"));
    assert!(text.contains("<td class=\"d2\">40</td>"), "the field stands in its column");
    let csv = work.get("maya", "/leads/export?tag=vip&fate=any").await.text();
    let column =
        csv.lines().next().and_then(|line| line.split(',').position(|name| name == "tags"));
    assert!(column.is_some() && csv.lines().nth(1).is_some_and(|row| row.contains(",vip,")));
}

#[tokio::test]
async fn many_leads_are_tagged_together_and_only_what_was_done_is_taken_back() {
    let work = tagging().await;
    let (one, two) = (work.enquiry(1, "maya").await, work.enquiry(2, "tom").await);
    tag(&work, two, "vip").await;
    let leads = [one, two].map(|id| id.to_string());
    let done = to(&work.post("maya", "/leads/bulk", &bulk("tag:vip", &leads)).await);
    assert_eq!((tags(&work, one).len(), tags(&work, two).len()), (1, 1));
    let page = work.get("maya", &done).await;
    page.assert_text_contains("1 lead now has the tag VIP.");
    let undo = page.text().split("action=\"").find_map(|rest| {
        rest.split('"').next().filter(|url| url.ends_with("/undo")).map(str::to_owned)
    });
    let undo = undo.expect("a way back");
    to(&work.post("maya", &undo, &[("here", "fate=open")]).await);
    assert_eq!((tags(&work, one).len(), tags(&work, two).len()), (0, 1), "it was there before");
    let mut form = bulk("untag:vip", &leads);
    form.retain(|(name, _)| *name != "once");
    let done = to(&work.post("maya", "/leads/bulk", &form).await);
    assert_eq!(tags(&work, two), [""; 0]);
    let page = work.get("maya", &done).await;
    page.assert_text_contains("The tag VIP was taken off 1 lead.");
    let mut form = bulk("tag:gold", &leads);
    form.retain(|(name, _)| *name != "once");
    let none = to(&work.post("maya", "/leads/bulk", &form).await);
    work.get("maya", &none).await.assert_text_contains("There is no tag “gold”");
}

#[tokio::test]
async fn a_lead_that_is_keyed_in_gets_the_tags_that_were_ticked() {
    let work = tagging().await;
    work.get("tom", "/leads/new").await.assert_text_contains("Trade fair");
    let form =
        [("name", "Ana Ruiz"), ("phone", "020 7946 0011"), ("tag:vip", "on"), ("tag:fair", "on")];
    let page = to(&work.post("tom", "/leads/new", &form).await);
    let id = page.trim_start_matches("/leads/").split('?').next().and_then(|id| id.parse().ok());
    let id = LeadId(id.expect("a number"));
    assert_eq!(tags(&work, id), ["fair", "vip"]);
    assert!(work.lead(id).fields.is_empty(), "{:?}", work.lead(id).fields);
}

#[tokio::test]
async fn an_owner_makes_tags_and_switches_them_off_and_nobody_overwrites_the_other() {
    let work = tagging().await;
    let id = work.enquiry(1, "maya").await;
    tag(&work, id, "vip").await;
    assert_eq!(work.get("tom", "/settings/tags").await.status_code(), 403);
    let page = work.get("maya", "/settings/tags").await;
    page.assert_text_contains("on 1 lead");
    let version = work.house.playbook().version.to_string();
    let form = [
        ("base", version.as_str()),
        ("label.vip", "Very important"),
        ("tone.vip", "violet"),
        ("place.vip", "9"),
        ("on.vip", "on"),
        ("label.fair", "Trade fair"),
        ("label.", "Größte Kunden"),
        ("tone.", "green"),
    ];
    let saved = to(&work.post("maya", "/settings/tags", &form).await);
    work.get("maya", &saved).await.assert_text_contains("Saved. It counts from now on.");
    let now = work.house.playbook().playbook.tags.clone();
    let keys: Vec<(&str, bool)> = now.iter().map(|tag| (tag.key.as_str(), tag.active)).collect();
    let wanted = [("fair", false), ("old", true), ("vip", true), ("grosste_kunden", true)];
    assert_eq!(keys, wanted, "what a form does not name stays");
    let stale = work.post("maya", "/settings/tags", &form).await;
    assert_eq!(stale.status_code(), 409);
    stale.assert_text_contains("Somebody else has changed this meanwhile.");
    assert!(stale.text().contains("value=\"Größte Kunden\""), "what was typed is there");
    let wrong = work.post("maya", "/settings/tags", &[("label.", "a, b")]).await;
    assert_eq!(wrong.status_code(), 422);
    wrong.assert_text_contains("A tag holds no comma and no semicolon");
}

#[tokio::test]
async fn an_owner_adds_a_field_that_a_form_asks_for_and_switches_it_off_again() {
    let work = tagging().await;
    let id = work.enquiry(1, "maya").await;
    assert_eq!(work.get("tom", "/settings/fields").await.status_code(), 403);
    let none = work.post("maya", "/settings/fields", &[("label", ""), ("kind", "text")]).await;
    assert_eq!(none.status_code(), 422);
    none.assert_text_contains("Give the field a label.");
    let form = [("label", "Kind of roof"), ("kind", "choice"), ("options", "Flat\nPitched\n")];
    let page = to(&work.post("maya", "/settings/fields", &form).await);
    assert_eq!(page, "/settings/fields/kind_of_roof?saved=true");
    let url = "/settings/fields/kind_of_roof";
    let version = work.house.playbook().version.to_string();
    let form = [
        ("base", version.as_str()),
        ("label", "Kind of roof"),
        ("options", "Flat\nPitched\nNone"),
        ("on", "on"),
        ("asks.website", "on"),
    ];
    to(&work.post("maya", url, &form).await);
    let shown = work.get("maya", "/f/contact").await;
    shown.assert_text_contains("Kind of roof");
    shown.assert_text_contains("Pitched");
    let stale = [("base", version.as_str()), ("label", "Roof"), ("options", "Flat"), ("on", "on")];
    assert_eq!(work.post("maya", url, &stale).await.status_code(), 409);
    let facts = [("kind_of_roof".to_owned(), "flat".to_owned())].into();
    work.ask(id, Command::Edit { changes: facts, seen: None }).await;
    let list = work.get("maya", "/leads?field=kind_of_roof:Flat").await;
    list.assert_text_contains("Kind of roof: Flat");
    assert_eq!(work.listed("maya", "/leads?field=kind_of_roof:Flat").await, [id.0]);
    let menu = "name=\"field\" value=\"kind_of_roof";
    for (url, what_is_set) in [
        ("/leads?field=kind_of_roof:flat", "<option value=\"kind_of_roof:Flat\" selected>"),
        ("/leads?field=kind_of_roof:tin", "<option value=\"kind_of_roof:tin\" selected>"),
    ] {
        let list = work.get("maya", url).await.text();
        assert!(list.contains(what_is_set) && !list.contains(menu), "{url}: {list}");
    }
    let list =
        work.get("maya", "/leads?field=kind_of_roof:flat&field=kind_of_roof:tin").await.text();
    for value in ["Flat", "tin"] {
        let ticked = format!("<input type=\"checkbox\" {menu}:{value}\" checked>");
        assert!(list.contains(&ticked), "{list}");
    }
    assert_eq!(list.matches(menu).count(), 4, "each of its values once, and none hidden");
    to(&work.post("maya", url, &[("label", "Kind of roof"), ("options", "Flat")]).await);
    assert!(!work.get("maya", "/f/contact").await.text().contains("Kind of roof"));
    work.get("maya", &format!("/leads/{id}")).await.assert_text_contains("Kind of roof");
    work.get("maya", &format!("/leads/{id}/edit")).await.assert_text_contains("Kind of roof");
    to(&work.post("maya", "/settings/fields", &[("do", "up:kind_of_roof")]).await);
    let fields = &work.house.playbook().playbook.fields;
    assert_ne!(fields.last().map(|field| field.key.as_str()), Some("kind_of_roof"));
    assert_eq!(work.get("maya", "/settings/fields/nonsense").await.status_code(), 404);
}

#[tokio::test]
async fn a_field_that_a_stage_asks_for_cannot_be_switched_off() {
    let work = tagging().await;
    let label = work.house.playbook().playbook.field("problem").expect("a field").label.clone();
    let form = [("label", label.as_str())];
    let refused = work.post("maya", "/settings/fields/problem", &form).await;
    assert_eq!(refused.status_code(), 422);
    refused.assert_text_contains("because these ask for it: Discovery completed");
    refused.assert_text_contains("href=\"#f-on\"");
    to(&work.post("maya", "/me", &[("language", "de"), ("keys", "1")]).await);
    let refused = work.post("maya", "/settings/fields/problem", &form).await;
    refused.assert_text_contains("lässt sich nicht abschalten");
}

#[tokio::test]
async fn whoever_switches_a_field_off_is_told_what_asks_for_it() {
    let work = tagging().await;
    let mut playbook = work.house.playbook().playbook.clone();
    let value = vec!["Care".to_owned()];
    playbook.routing.rules[0].conditions =
        vec![Condition { field: "industry".into(), is: Test::In, value }];
    work.house.apply_playbook(&playbook, Actor::House).await.expect("rules in force");
    let label = work.house.playbook().playbook.field("industry").expect("a field").label.clone();
    let form = [("label", label.as_str())];
    let page = to(&work.post("maya", "/settings/fields/industry", &form).await);
    assert_eq!(page, "/settings/fields?saved=true&off=industry#field-industry");
    let told = work.get("maya", page.split('#').next().expect("a page")).await;
    told.assert_text_contains("a field that is switched off");
    let plain = work.get("maya", "/settings/fields?saved=true").await;
    assert!(!plain.text().contains("a field that is switched off"));
}

/// What a browser sends back of the form of facts, as it came: a field of days holds days alone.
fn as_it_came(page: &str) -> Vec<(String, String)> {
    let form = page.split("/facts\"").nth(1).and_then(|form| form.split("</form>").next());
    let part = |tag: &str, name: &str| {
        let value = tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
        Some(value.to_owned())
    };
    let mut sent: Vec<(String, String)> = Vec::new();
    for tag in form.expect("a form").split('<') {
        let value = part(tag, "value").unwrap_or_default();
        let is_day = value.parse::<jiff::civil::Date>().is_ok();
        match tag.split(' ').next() {
            Some("input") if tag.contains("type=\"date\"") && !is_day => {
                sent.push((part(tag, "name").unwrap_or_default(), String::new()));
            }
            Some("input" | "select") => sent.push((part(tag, "name").unwrap_or_default(), value)),
            Some("option") if tag.contains(" selected>") => {
                sent.last_mut().expect("its choice").1 = value;
            }
            _ => {}
        }
    }
    sent
}

#[tokio::test]
async fn what_a_field_cannot_show_stays_where_nobody_touches_it() {
    let work = house().await;
    let mut playbook = work.house.playbook().playbook.clone();
    playbook.fields.push(Field {
        key: "roof".into(),
        label: "Roof".into(),
        kind: FieldKind::Choice,
        options: vec!["Flat".into(), "Pitched".into()],
        active: true,
    });
    work.house.apply_playbook(&playbook, Actor::House).await.expect("a field in force");
    let odd = [
        ("company_size", "lots"),
        ("proposal_sent_on", "soon"),
        ("payment_confirmed", "maybe"),
        ("kickoff_booked", "Yes"),
        ("roof", "Nope"),
    ];
    let more = odd.iter().map(|(key, value)| format!("&{key}={value}")).collect::<String>();
    let answer = work.house.desk.ask(sample::capture_with(1, &more)).await.expect("it is taken");
    let id = answer.lead().expect("a lead").id;
    let held = |lead: &Lead| odd.map(|(key, _)| lead.fact(key).unwrap_or_default().to_owned());
    assert_eq!(held(&work.lead(id)), odd.map(|(_, value)| value));

    let edit = format!("/leads/{id}/edit");
    let page = work.get("tom", &edit).await.text();
    for said in [
        "<option value=\"Nope\" selected>Nope (not one of the choices)</option>",
        "<option value=\"maybe\" selected>maybe (not one of the choices)</option>",
        "name=\"proposal_sent_on\" type=\"text\" value=\"soon\"",
        "name=\"decision_on\" type=\"date\"",
        "This is no day.",
        "This is no number.",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("<option value=\"Yes\""), "yes is one of the choices");

    let mut form = as_it_came(&page);
    let post = async |form: &[(String, String)]| {
        let form: Vec<(&str, &str)> =
            form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        to(&work.post("tom", &format!("/leads/{id}/facts"), &form).await)
    };
    let before = work.lead(id).last_seq;
    post(&form).await;
    assert_eq!(work.lead(id).last_seq, before, "nothing was changed");

    let city = form.iter_mut().find(|(name, _)| name == "city").expect("a city");
    city.1 = "York".into();
    post(&form).await;
    assert_eq!(work.lead(id).fact("city"), Some("York"));
    assert_eq!(held(&work.lead(id)), odd.map(|(_, value)| value));

    let mut form = as_it_came(&work.get("tom", &edit).await.text());
    let roof = form.iter_mut().find(|(name, _)| name == "roof").expect("a roof");
    roof.1 = "Flat".into();
    post(&form).await;
    assert_eq!(work.lead(id).fact("roof"), Some("Flat"));
    assert!(!work.get("tom", &edit).await.text().contains("Nope"));
}
