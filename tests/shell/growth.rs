//! Somebody who writes to one lead without end: it stays small, and what they sent is kept.

use crate::web::{self, Doors};
use leadstead::command::{Command, NextStep, Refusal};
use leadstead::decide::TASKS_MAX;
use leadstead::lead::{Actor, Channel, Lead, LeadId, TaskKind};
use leadstead::shell::desk::Order;
use leadstead::shell::error::Error;

const POSTS: usize = 40;

/// What a page may weigh, in bytes.
const PAGE_MAX: usize = 80 * 1024;

/// As many fields as are read, no two posts alike, and as many words as fit.
fn flood(post: usize) -> String {
    let fields = (0..190).map(|nth| format!("&f{post}_{nth}={}", "x".repeat(300)));
    let message = "many words ".repeat(1_500);
    format!("name=Ana&email=ana@oz.example&message={message}{}", fields.collect::<String>())
}

async fn post(doors: &Doors, body: String) {
    let request = doors.outside.post("/f/contact").bytes(body.into());
    let posted = request.content_type("application/x-www-form-urlencoded").await;
    assert_eq!(posted.status_code(), 303);
}

fn only_lead(doors: &Doors) -> Lead {
    let reading = doors.house.desk.store().read().expect("a reading");
    let ids = reading.lead_ids_after(LeadId(0), 9).expect("numbers");
    assert_eq!(ids.len(), 1);
    reading.lead(ids[0]).expect("a row").expect("a lead")
}

async fn ask(doors: &Doors, id: LeadId, command: Command) -> Result<(), Error> {
    let order = Order::Lead { id, command, by: Actor::Teammate("maya".into()), once: None };
    doors.house.desk.ask(order).await.map(drop)
}

#[tokio::test]
async fn a_lead_that_is_written_to_without_end_stays_small_and_nothing_is_lost() {
    let doors = web::house().await;
    for nth in 0..POSTS {
        post(&doors, flood(nth)).await;
    }
    post(&doors, "name=Ana&email=ana@oz.example&budget=5000".into()).await;
    let lead = only_lead(&doors);
    assert_eq!(lead.fact("budget"), Some("5000"), "what we ask for is always learnt");
    let facts: usize = lead.fields.iter().map(|(key, value)| key.len() + value.len()).sum();
    assert!(lead.fields.len() <= 61 && facts < 13 * 1024, "{} of {facts}", lead.fields.len());

    web::cookie(&doors).await;
    let page = doors.inside.get(&format!("/leads/{}", lead.id)).await.text();
    assert!(page.len() < PAGE_MAX, "the page weighs {} bytes", page.len());
    assert!(page.contains("Read all of it"));

    let reading = doors.house.desk.store().read().expect("a reading");
    let kept = reading.submissions_after(None, 99).expect("rows");
    assert_eq!(kept.len(), POSTS + 1);
    let sent: usize = kept.iter().map(|submission| submission.raw.len()).sum();
    assert!(sent > POSTS * 60_000, "what they sent is kept as it came: {sent}");
}

#[tokio::test]
async fn a_lead_has_so_many_open_tasks_and_takes_one_when_one_is_done() {
    let doors = web::house().await;
    post(&doors, "name=Ana&email=ana@oz.example".into()).await;
    let lead = only_lead(&doors);
    let due_at = doors.house.clock.now();
    let task = |nth: usize| {
        let text = format!("Look at it again, {nth}");
        Command::AddTask(NextStep { kind: TaskKind::Other, text, due_at })
    };
    for nth in 0..=TASKS_MAX {
        if only_lead(&doors).tasks.len() < TASKS_MAX {
            ask(&doors, lead.id, task(nth)).await.expect("there is room");
        }
    }
    let refused = ask(&doors, lead.id, task(99)).await.expect_err("there is none");
    assert!(matches!(refused, Error::Refused(Refusal::TooManyTasks(TASKS_MAX))), "{refused:?}");
    let first = only_lead(&doors).tasks[0].seq;
    let done = Command::FinishTask { task: first, outcome: "done".into(), next: None };
    ask(&doors, lead.id, done).await.expect("it is done");
    ask(&doors, lead.id, task(100)).await.expect("there is room again");
}

#[tokio::test]
async fn traces_without_end_are_noted_so_many_times_a_day_and_words_always() {
    let doors = web::house().await;
    post(&doors, "name=Ana&email=ana@oz.example".into()).await;
    let id = only_lead(&doors).id;
    let said = |channel, text: &str| Command::inbound(channel, text, doors.house.clock.now());
    for nth in 0..60 {
        ask(&doors, id, said(Channel::Visit, &format!("/{nth}"))).await.expect("it is taken");
    }
    let full = only_lead(&doors);
    assert_eq!(full.evidence.len(), 50);
    ask(&doors, id, said(Channel::Visit, "/prices")).await.expect("it is taken");
    assert_eq!(only_lead(&doors).last_seq, full.last_seq);
    ask(&doors, id, said(Channel::Email, "Hello?")).await.expect("it is taken");
    assert!(only_lead(&doors).last_seq > full.last_seq);
}
