//! Two people at one lead: the second is told what the first has done, nothing that was typed is lost,
//! and nothing is done twice.

use crate::leads::{Work, house, to};
use leadstead::command::{Command, Seen};
use leadstead::lead::{Actor, Lead, LeadId, Wording, WrongOwner};
use leadstead::shell::desk::{Order, decide_batch};
use leadstead::shell::store::Tables;

/// A lead of Maya's.
async fn one(work: &Work) -> LeadId {
    work.enquiry(1, "maya").await
}

async fn form(work: &Work, id: LeadId, place: &str, form: &[(&str, &str)]) -> (u16, String) {
    let answer = work.post("maya", &format!("/leads/{id}/{place}"), form).await;
    (answer.status_code().as_u16(), answer.text())
}

fn owner(lead: &Lead) -> &str {
    lead.owner_id().map_or("", |id| id)
}

#[tokio::test]
async fn who_gives_a_lead_that_was_given_meanwhile_is_told_to_whom() {
    let work = house().await;
    let id = one(&work).await;
    let page = work.get("maya", &format!("/leads/{id}?do=owner")).await.text();
    assert!(page.contains("name=\"was\" value=\"maya\""), "{page}");
    work.ask(id, Command::Give { to: "tom".into(), why: String::new() }).await;

    let asked = [("was", "maya"), ("owner", "priya"), ("why", "Knows the school")];
    let (status, back) = form(&work, id, "owner", &asked).await;
    assert_eq!(status, 409);
    assert!(
        back.contains("This lead was given to Tom") && back.contains("Knows the school"),
        "{back}"
    );
    assert_eq!(owner(&work.lead(id)), "tom");
    assert!(
        back.contains("name=\"was\" value=\"tom\""),
        "whoever has looked may give it all the same"
    );

    let same = [("was", "maya"), ("owner", "tom")];
    assert_eq!(form(&work, id, "owner", &same).await.0, 303, "both wanted the same");
}

#[tokio::test]
async fn who_moves_a_lead_that_was_moved_meanwhile_is_told_where_it_is() {
    let work = house().await;
    let id = one(&work).await;
    let was = work.lead(id).stage;
    let facts = Default::default();
    work.ask(id, Command::Move { stage: "contacted".into(), facts }).await;
    let at = work.lead(id).stage;
    let (status, back) = form(&work, id, "stage", &[("was", &was), ("stage", "nurture")]).await;
    assert_eq!(status, 409);
    assert!(back.contains("This lead was moved to “Contacted” meanwhile."), "{back}");
    assert_eq!(work.lead(id).stage, at);
    assert_eq!(form(&work, id, "stage", &[("was", &was), ("stage", &at)]).await.0, 303);
}

#[tokio::test]
async fn a_task_that_somebody_else_has_done_is_done_once_and_what_was_typed_comes_back() {
    let work = house().await;
    let id = one(&work).await;
    let task = [("next", "call"), ("when", "tomorrow"), ("next_text", "Ask for the drawings")];
    assert_eq!(form(&work, id, "tasks", &task).await.0, 303);
    let seq = work.lead(id).tasks[0].seq;
    let done = Command::FinishTask { task: seq, outcome: "Sent".into(), next: None };
    work.ask(id, done).await;

    let said = [("text", "They sent two of them"), ("next", "email"), ("when", "tomorrow")];
    let tasks = work.lead(id).tasks.len();
    let (status, back) = form(&work, id, &format!("tasks/{seq}/done"), &said).await;
    assert_eq!(status, 422);
    assert!(back.contains("This task is not open any more."), "{back}");
    assert!(back.contains("They sent two of them"), "{back}");
    assert_eq!(work.lead(id).tasks.len(), tasks, "no next step for what was not done");
}

#[tokio::test]
async fn a_lead_that_was_closed_meanwhile_keeps_what_was_typed_about_it() {
    let work = house().await;
    let id = one(&work).await;
    let reason = work.house.playbook().playbook.pipeline.lost_reasons[0].clone();
    work.ask(id, Command::Lose { reason: reason.clone(), note: "First".into() }).await;

    for (place, field) in
        [("lost", "note"), ("disqualify", "note"), ("hold", "why"), ("snooze", "why")]
    {
        let asked = [("reason", reason.as_str()), (field, "Second thoughts"), ("days", "7")];
        let (status, back) = form(&work, id, place, &asked).await;
        assert_eq!(status, 422, "{place}");
        assert!(
            back.contains("This lead is closed.") && back.contains("Second thoughts"),
            "{place}: {back}"
        );
    }
    for place in ["calls", "emails", "tasks", "touches"] {
        let asked = [
            ("outcome", "reached"),
            ("by", "house"),
            ("channel", "sms"),
            ("text", "Second thoughts"),
            ("next_text", "Second step"),
            ("next", "call"),
            ("when", "tomorrow"),
        ];
        let (status, back) = form(&work, id, place, &asked).await;
        assert_eq!(status, 422, "{place}");
        assert!(
            back.contains("This lead was closed meanwhile") && back.contains("Second step"),
            "{place}: {back}"
        );
        assert!(place == "tasks" || back.contains("Second thoughts"), "{place}: {back}");
    }
    assert!(!work.lead(id).is_open());
    work.ask(id, Command::Reopen { why: "They rang".into() }).await;
    let (status, back) = form(&work, id, "reopen", &[("why", "They wrote")]).await;
    assert_eq!(status, 422);
    assert!(back.contains("This lead is open already.") && back.contains("They wrote"), "{back}");
}

#[tokio::test]
async fn who_rewrites_a_letter_that_was_rewritten_meanwhile_reads_both() {
    let work = house().await;
    let id = one(&work).await;
    let Some(draft) = work.lead(id).outbox.first().cloned() else { panic!("no draft") };
    let place = format!("letters/{}/rewrite", draft.seq);
    let page = work.get("maya", &format!("/leads/{id}?do=rewrite&task={}", draft.seq)).await.text();
    let was = page.split("name=\"was\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let was = was.expect("how the letter stood").to_owned();
    let words = |text: &'static str| [("subject", "Boilers"), ("text", text), ("was", "")];
    assert_eq!(
        form(&work, id, &place, &words("Tom was first. {{ unsubscribe_link }}")).await.0,
        303
    );

    let mut late = words("Maya was second. {{ unsubscribe_link }}");
    late[2].1 = Box::leak(was.into_boxed_str());
    let (status, back) = form(&work, id, &place, &late).await;
    assert_eq!(status, 422);
    assert!(back.contains("Somebody put other words into this letter meanwhile."), "{back}");
    assert!(back.contains("Tom was first.") && back.contains("Maya was second."), "{back}");
    let kept = work.lead(id).outbox[0].letter.rewritten.clone().expect("its words");
    assert!(kept.body.contains("Tom was first."));
}

#[tokio::test]
async fn what_was_typed_about_a_lead_that_is_gone_can_be_copied() {
    let work = house().await;
    let gone = work.post("maya", "/leads/999999/notes", &[("text", "Two boilers")]).await;
    assert_eq!(gone.status_code(), 404);
    gone.assert_text_contains("There is no lead with this number.");
    gone.assert_text_contains("Two boilers");
    let file = [("file", "0198c000-0000-7000-8000-00000000000b")];
    let id = one(&work).await;
    let (status, back) = form(&work, id, "files/remove", &file).await;
    assert_eq!(status, 422);
    assert!(back.contains("Somebody may have removed it meanwhile."), "{back}");
    assert_eq!(
        to(&work.post("maya", &format!("/leads/{id}/accept"), &[]).await),
        format!("/leads/{id}#head")
    );
}

#[tokio::test]
async fn of_two_who_ask_at_the_same_moment_the_second_is_told() {
    let work = house().await;
    let id = one(&work).await;
    let lead = work.lead(id);
    let ask = |seen: &Seen, then: Command| {
        let command = Command::AsSeen { seen: seen.clone(), then: Box::new(then) };
        Order::Lead { id, command, by: Actor::Teammate("maya".into()), once: None }
    };
    let give = |to: &str| Command::Give { to: to.into(), why: String::new() };
    let to_stage = |stage: &str| Command::Move { stage: stage.into(), facts: Default::default() };
    let (owner, stage) = (Seen::Owner("maya".into()), Seen::Stage(lead.stage));
    let Some(draft) = lead.outbox.first() else { panic!("no draft") };
    let (queued, unwritten) = (draft.seq, Seen::Words(draft.letter.rewritten.clone()));
    let rewrite = |text: &str| {
        let body = format!("{text} {{{{ unsubscribe_link }}}}");
        Command::Rewrite { queued, wording: Wording { subject: "Boilers".into(), body } }
    };
    let orders = [
        ask(&owner, give("tom")),
        ask(&owner, give("priya")),
        ask(&owner, Command::Misroute { why: WrongOwner::Product, note: String::new() }),
        ask(&owner, give("tom")),
        ask(&stage, to_stage("contacted")),
        ask(&stage, to_stage("nurture")),
        ask(&stage, to_stage("contacted")),
        ask(&unwritten, rewrite("Tom was first.")),
        ask(&unwritten, rewrite("Maya was second.")),
        ask(&unwritten, rewrite("Tom was first.")),
    ];
    let (desk, now) = (&work.house.desk, work.house.desk.now());
    let key = desk.store().read().expect("a reading").house_key().expect("a key");
    let tx = desk.store().write().expect("a transaction");
    let mut in_force = work.house.playbook();
    let answers = {
        let mut tables = Tables::open(&tx).expect("the tables");
        let batch = orders.map(|order| (order, now));
        decide_batch(&mut tables, &mut in_force, &key, batch).expect("a batch")
    };
    let said: Vec<Option<String>> =
        answers.iter().map(|answer| answer.as_ref().err().map(ToString::to_string)).collect();
    let no = |nth: usize, start: &str| said[nth].as_ref().is_some_and(|it| it.starts_with(start));
    assert!(said[0].is_none() && said[3].is_none(), "both wanted the same: {said:?}");
    assert!(no(1, "This lead was given to Tom") && no(2, "This lead was given to Tom"), "{said:?}");
    assert!(said[4].is_none() && said[6].is_none(), "{said:?}");
    assert!(no(5, "This lead was moved to “Contacted” meanwhile."), "{said:?}");
    assert!(said[7].is_none() && said[9].is_none(), "{said:?}");
    assert!(no(8, "Somebody put other words into this letter meanwhile."), "{said:?}");
}
