//! Today and the page of a lead, as somebody at work meets them.

use crate::sample;
use axum_test::{TestResponse, TestServer};
use jiff::Timestamp;
use jiff::civil::time;
use leadstead::command::{Command, NextStep};
use leadstead::lead::hours::Week;
use leadstead::lead::{Actor, Channel, Event, Lead, LeadId, TaskKind};
use leadstead::playbook::{Role, Teammate};
use leadstead::shell::clock::Clock;
use leadstead::shell::config::Config;
use leadstead::shell::desk::Order;
use leadstead::shell::house::House;
use leadstead::shell::store::Store;
use leadstead::shell::web::Web;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that stands still until it is told to go on.
struct Still(AtomicI64);

impl Clock for Still {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).expect("a moment")
    }
}

struct Work {
    house: Arc<House>,
    clock: Arc<Still>,
    pages: TestServer,
}

/// A house of three in which nobody has written yet, on a Monday at ten.
async fn house() -> Work {
    let start: Timestamp = "2026-05-04T09:00:00Z".parse().expect("a moment");
    let clock = Arc::new(Still(AtomicI64::new(start.as_second())));
    let store = Arc::new(Store::in_memory().expect("a store in memory"));
    let house = House::of(store, Config::parse("").expect("a configuration"), clock.clone());
    let house = Arc::new(house.expect("a house"));
    let mut playbook = sample::playbook();
    playbook.followup.instant_reply.clear();
    playbook.team.push(Teammate::new("tom", "Tom Adeyemi", "tom@fernhill.example", Role::Rep));
    house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    sample::let_in(&house, &["maya", "tom"]).await;
    let pages = TestServer::new(Web::of(house.clone()).house_door());
    Work { house, clock, pages }
}

impl Work {
    fn pass(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds, Ordering::SeqCst);
    }

    /// The nth person asks for a quote, and the lead is Maya's.
    async fn enquiry(&self, nth: u32) -> LeadId {
        let answer = self.house.desk.ask(sample::capture(nth)).await.expect("it is taken");
        let id = answer.lead().expect("a lead").id;
        self.post(id, "owner", &[("owner", "maya")]).await;
        id
    }

    async fn get(&self, url: &str) -> TestResponse {
        self.get_as("maya", url).await
    }

    async fn get_as(&self, who: &str, url: &str) -> TestResponse {
        self.pages.get(url).add_header("cookie", format!("leadstead={who}")).await
    }

    async fn post(&self, id: LeadId, place: &str, form: &[(&str, &str)]) -> TestResponse {
        self.post_as("maya", id, place, form).await
    }

    async fn post_as(
        &self,
        who: &str,
        id: LeadId,
        place: &str,
        form: &[(&str, &str)],
    ) -> TestResponse {
        let request = self.pages.post(&format!("/leads/{id}/{place}"));
        request.add_header("cookie", format!("leadstead={who}")).form(&form).await
    }

    /// How many leads a list holds, once the index has read all that was written.
    async fn listed(&self, url: &str) -> usize {
        let written = self.house.desk.store().read().and_then(|reading| reading.last_seq());
        self.house.search.wake();
        let patience = std::time::Duration::from_secs(10);
        assert!(self.house.search.wait_for(written.expect("it reads"), patience));
        self.get(url).await.text().matches("name=\"lead\"").count()
    }

    fn lead(&self, id: LeadId) -> Lead {
        let reading = self.house.desk.store().read().expect("a reading");
        reading.lead(id).expect("it reads").expect("a lead")
    }
}

fn to(response: &TestResponse) -> String {
    assert_eq!(response.status_code(), 303, "{}", response.text());
    response.header("location").to_str().expect("a readable header").to_owned()
}

pub const REACHED: [(&str, &str); 4] = [
    ("outcome", "reached"),
    ("text", "Two boilers, before winter"),
    ("next", "email"),
    ("when", "tomorrow"),
];

#[tokio::test]
async fn a_logged_call_stops_the_clock_and_stands_in_the_timeline() {
    let work = house().await;
    let id = work.enquiry(1).await;
    work.get("/today").await.assert_text_contains("1 waiting");
    let saved = work.post(id, "calls", &REACHED).await;
    assert_eq!(to(&saved), format!("/leads/{id}#timeline"));
    assert_eq!(work.lead(id).promise, None);
    let page = work.get(&format!("/leads/{id}")).await;
    page.assert_text_contains("Two boilers, before winter");
    page.assert_text_contains("inside promise");
    page.assert_text_contains("Email Person");
    let today = work.get("/today").await;
    today.assert_text_contains("Nobody is waiting.");
    assert!(!today.text().contains("1 waiting"));
}

#[tokio::test]
async fn how_long_an_answer_took_is_said_alike_on_the_lead_and_on_today() {
    let work = house().await;
    let id = work.enquiry(1).await;
    work.pass(125);
    to(&work.post(id, "calls", &REACHED).await);
    let page = work.get(&format!("/leads/{id}")).await;
    page.assert_text_contains("First answer after 2 min 5 s of opening hours");
    let today = work.get("/today").await;
    today.assert_text_contains("<b>2 min 5 s</b>of opening hours, median of 1");
}

#[tokio::test]
async fn an_answer_before_opening_took_none_of_the_opening_hours() {
    let work = house().await;
    let mut playbook = work.house.playbook().playbook.clone();
    playbook.hours.week = Week::working_days(time(11, 0, 0, 0), time(17, 0, 0, 0));
    work.house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
    let id = work.enquiry(1).await;
    work.pass(17 * 60);
    to(&work.post(id, "calls", &REACHED).await);
    let page = work.get(&format!("/leads/{id}")).await;
    page.assert_text_contains("First answer before opening");
    page.assert_text_contains("inside promise");
    work.get("/today").await.assert_text_contains("<b>0 s</b>of opening hours, median of 1");
}

#[tokio::test]
async fn a_call_without_a_next_step_comes_back_with_everything_that_was_typed() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let form = [("outcome", "voicemail"), ("text", "Left <a> message"), ("next", "")];
    let back = work.post(id, "calls", &form).await;
    assert_eq!(back.status_code(), 422);
    back.assert_text_contains("Choose a next step. Every open lead has one.");
    back.assert_text_contains("Left &lt;a&gt; message");
    let chosen = "type=\"radio\" name=\"outcome\" value=\"voicemail\" checked";
    assert!(back.text().contains(chosen));
    assert!(work.lead(id).promise.is_some(), "the clock still runs");
}

#[tokio::test]
async fn a_form_that_is_sent_twice_counts_once() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let form: Vec<_> = REACHED.into_iter().chain([("once", "018f")]).collect();
    to(&work.post(id, "calls", &form).await);
    let once = work.lead(id);
    to(&work.post(id, "calls", &form).await);
    assert_eq!(work.lead(id), once);
    let mut other = form;
    other[1].1 = "And another call";
    to(&work.post(id, "calls", &other).await);
    assert_eq!(work.lead(id).touches, once.touches + 1);
}

#[tokio::test]
async fn a_lead_is_not_lost_without_a_reason() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let back = work.post(id, "lost", &[("reason", ""), ("note", "They went quiet")]).await;
    assert_eq!(back.status_code(), 422);
    back.assert_text_contains("Choose a reason:");
    back.assert_text_contains("They went quiet");
    let noted = work.post(id, "lost", &[("reason", "Other"), ("note", " ")]).await;
    noted.assert_text_contains("This reason asks for a note.");
    assert!(work.lead(id).is_open());
    to(&work.post(id, "lost", &[("reason", "Price"), ("note", "Too dear")]).await);
    assert!(!work.lead(id).is_open());
    to(&work.post(id, "reopen", &[("why", "They called again")]).await);
    assert!(work.lead(id).is_open());
}

#[tokio::test]
async fn a_stage_whose_facts_are_unknown_asks_for_them_on_the_same_form() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let back = work.post(id, "stage", &[("stage", "discovery")]).await;
    assert_eq!(back.status_code(), 422);
    back.assert_text_contains("Before this stage, say: The problem to solve");
    back.assert_text_contains("Fill in what is missing");
    to(&work.post(id, "stage", &[("stage", "qualified")]).await);
    assert_eq!(work.lead(id).stage, "qualified");

    let back = work.post(id, "stage", &[("stage", "proposal"), ("fact-value", "a lot")]).await;
    assert_eq!(back.status_code(), 422);
    let said = back.text();
    for name in ["fact-value", "fact-proposal_document", "fact-proposal_sent_on"] {
        assert!(said.contains(&format!("name=\"{name}\"")), "{name}: {said}");
    }
    assert!(said.contains("value=\"a lot\""), "{said}");
    let filled = [
        ("stage", "proposal"),
        ("fact-value", "8,800"),
        ("fact-proposal_document", "P-0193"),
        ("fact-proposal_sent_on", "2026-05-04"),
    ];
    to(&work.post(id, "stage", &filled).await);
    let lead = work.lead(id);
    assert_eq!((&*lead.stage, lead.value), ("proposal", Some(880_000)));
    assert_eq!(lead.fact("proposal_document"), Some("P-0193"));
}

#[tokio::test]
async fn a_win_asks_for_payment_and_kickoff_on_the_same_form() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let page = work.get(&format!("/leads/{id}?do=won")).await.text();
    for name in ["fact-payment_confirmed", "fact-kickoff_booked"] {
        assert!(page.contains(&format!("name=\"{name}\"")), "{name}: {page}");
    }
    let half = [("value", "8800"), ("fact-payment_confirmed", "yes")];
    let back = work.post(id, "won", &half).await;
    assert_eq!(back.status_code(), 422);
    back.assert_text_contains("Before a lead is won, say: Kickoff booked.");
    assert!(work.lead(id).is_open());
    let whole = [half[0], half[1], ("fact-kickoff_booked", "yes")];
    to(&work.post(id, "won", &whole).await);
    let won = work.lead(id);
    assert_eq!((won.is_open(), won.value), (false, Some(880_000)));
    assert_eq!(won.fact("kickoff_booked"), Some("yes"));
}

#[tokio::test]
async fn a_change_by_a_colleague_is_shown_and_nothing_typed_is_lost() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let seen = work.lead(id).last_human_seq.to_string();
    let company = |value| [("company", value), ("was-company", ""), ("seen", seen.as_str())];
    to(&work.post_as("tom", id, "facts", &company("Larkfield Trust")).await);
    let back = work.post(id, "facts", &company("Larkfield School")).await;
    assert_eq!(back.status_code(), 409);
    back.assert_text_contains("Changed: Company to “Larkfield Trust”, by Tom Adeyemi");
    back.assert_text_contains("value=\"Larkfield School\"");
    back.assert_text_contains("It now says “Larkfield Trust”.");
    assert!(back.text().contains("<p class=\"error\" id=\"f-company-h\">"));
    assert!(back.text().contains("<a href=\"#f-company\">Company</a>"));
    assert_eq!(work.lead(id).profile.company, "Larkfield Trust");
}

#[tokio::test]
async fn only_what_was_changed_is_written_and_a_value_is_typed_in_whole_units() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let before = work.lead(id);
    let form = [
        ("name", before.profile.name.as_str()),
        ("was-name", before.profile.name.as_str()),
        ("value", "12,500"),
        ("was-value", ""),
        ("seen", &before.last_human_seq.to_string()),
    ];
    to(&work.post(id, "facts", &form).await);
    assert_eq!(work.lead(id).value, Some(1_250_000));
    work.get(&format!("/leads/{id}")).await.assert_text_contains("£12,500");
    let wrong = [("value", "a lot"), ("was-value", "")];
    let back = work.post(id, "facts", &wrong).await;
    assert_eq!(back.status_code(), 422);
    back.assert_text_contains("“a lot” is no amount.");
    for (key, none, said) in [
        ("language", "Klingon", "“Klingon” is no language we know."),
        ("website", "javascript:alert(1)", "“javascript:alert(1)” is no web address."),
        ("company_size", "1e99", "“1e99” is no number of employees."),
    ] {
        let was = format!("was-{key}");
        let back = work.post(id, "facts", &[(key, none), (was.as_str(), "")]).await;
        assert_eq!(back.status_code(), 422);
        back.assert_text_contains(said);
    }
}

#[tokio::test]
async fn an_email_that_is_sent_from_here_is_queued_in_ones_own_words_and_stops_the_clock() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let mut form = vec![("by", "house"), ("text", "Tuesday suits us."), ("next", "call")];
    form.push(("when", "tomorrow"));
    let lacking = work.post(id, "emails", &form).await;
    assert_eq!(lacking.status_code(), 422);
    lacking.assert_text_contains("Tuesday suits us.");
    form.push(("subject", "Your boiler"));
    assert_eq!(to(&work.post(id, "emails", &form).await), format!("/leads/{id}#timeline"));
    let lead = work.lead(id);
    assert_eq!(lead.promise, None);
    let letter = &lead.outbox.last().expect("a letter").letter;
    assert_eq!(letter.own_subject(), Some("Your boiler"));
    let page = work.get(&format!("/leads/{id}")).await;
    page.assert_text_contains("Your boiler").assert_text_contains("Mail is not set up");
}

#[tokio::test]
async fn a_touch_by_any_other_way_says_which() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let mut form = vec![("text", "Sent a message"), ("next", "call"), ("when", "tomorrow")];
    let lacking = work.post(id, "touches", &form).await;
    assert_eq!(lacking.status_code(), 422);
    lacking.assert_text_contains("Choose by which way.");
    form.push(("channel", "linkedin"));
    work.post(id, "touches", &form).await;
    let page = work.get(&format!("/leads/{id}")).await;
    page.assert_text_contains("LinkedIn").assert_text_contains("Sent a message");
}

#[tokio::test]
async fn a_lead_is_given_to_somebody_and_not_to_nobody() {
    let work = house().await;
    let id = work.enquiry(1).await;
    to(&work.post(id, "owner", &[("owner", "tom")]).await);
    assert_eq!(work.lead(id).owner_id(), Some("tom"));
    let back = work.post(id, "owner", &[("owner", "nobody")]).await;
    assert_eq!(back.status_code(), 422);
    back.assert_text_contains("Nobody with the name “nobody” works here now.");
    work.get_as("tom", "/today").await.assert_text_contains("is your new lead.");
    let up_to = [("up_to", "999999")];
    let read = work.pages.post("/notices/read").add_header("cookie", "leadstead=tom");
    assert_eq!(to(&read.form(&up_to).await), "/");
    assert!(!work.get_as("tom", "/today").await.text().contains("Mark all as read"));
}

#[tokio::test]
async fn a_task_is_done_and_something_else_comes_next() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let task = [("next", "other"), ("next_text", "Send the checklist"), ("when", "today")];
    to(&work.post(id, "tasks", &task).await);
    let lead = work.lead(id);
    let task = lead.tasks.iter().find(|task| task.text == "Send the checklist");
    let seq = task.expect("a task").seq;
    work.get("/today").await.assert_text_contains("Send the checklist");
    let place = format!("tasks/{seq}/done");
    let back = work.post(id, &place, &[("text", "Sent it")]).await;
    assert_eq!(back.status_code(), 422);
    back.assert_text_contains("value=\"Sent it\"");
    to(&work.post(id, &place, &[("text", "Sent it"), ("next", "call"), ("when", "week")]).await);
    assert!(work.lead(id).tasks.iter().all(|task| task.seq != seq));
    assert!(work.lead(id).tasks.iter().any(|task| task.text == "Call Person"));
}

#[tokio::test]
async fn a_task_is_moved_to_another_day_and_time_and_back() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let task = [("next", "call"), ("next_text", "Ring the trustees"), ("hour", "11:00")];
    to(&work.post(id, "tasks", &task).await);
    let rung = |lead: Lead| lead.tasks.into_iter().find(|one| one.text == "Ring the trustees");
    let due = || rung(work.lead(id)).expect("a task").due_at.to_string();
    let seq = rung(work.lead(id)).expect("a task").seq;
    let form = format!("/leads/{id}?do=move&amp;task={seq}#act");
    let today = work.get("/today").await;
    today.assert_text_contains("Ring the trustees");
    today.assert_text_contains(&form);
    let card = work.get(&format!("/leads/{id}?do=move&task={seq}")).await;
    card.assert_text_contains("Move: Ring the trustees");
    card.assert_text_contains("name=\"hour\" type=\"time\" value=\"11:00\"");
    card.assert_text_contains("type=\"submit\" name=\"on\" value=\"2026-05-05\">Tomorrow");

    let place = format!("tasks/{seq}/move");
    let moved = work.post(id, &place, &[("on", "2026-05-06"), ("hour", "15:30")]).await;
    assert_eq!(to(&moved), format!("/leads/{id}#to-do"));
    assert_eq!(due(), "2026-05-06T14:30:00Z");
    assert!(!work.get("/today?team=mine").await.text().contains("Ring the trustees</p>"));
    let page = work.get(&format!("/leads/{id}")).await;
    page.assert_text_contains("Task moved 2 days later: Call");
    to(&work.post(id, &place, &[("on", "2026-05-04"), ("hour", "11:00")]).await);
    assert_eq!(due(), "2026-05-04T10:00:00Z");
    let page = work.get(&format!("/leads/{id}")).await;
    page.assert_text_contains("Task moved 2 days earlier: Call");
}

#[tokio::test]
async fn a_task_is_not_moved_to_where_nothing_can_be_done() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let task = [("next", "call"), ("next_text", "Ring the trustees"), ("hour", "11:00")];
    to(&work.post(id, "tasks", &task).await);
    let before = work.lead(id);
    let seq = before.tasks.iter().find(|one| one.text == "Ring the trustees").expect("a task").seq;
    let place = format!("tasks/{seq}/move");
    for (day, hour, field) in
        [("2026-05-03", "", "on"), ("2026-05-04", "08:00", "hour"), ("9999-12-31", "", "at")]
    {
        let back = work.post(id, &place, &[("on", day), ("hour", hour)]).await;
        assert_eq!(back.status_code(), 422, "{day} {hour}");
        back.assert_text_contains(format!("href=\"#move-{field}\""));
        back.assert_text_contains(format!("value=\"{day}\""));
    }
    to(&work.post(id, &place, &[("on", "2026-05-04"), ("hour", "11:00")]).await);
    assert_eq!(work.lead(id), before, "where it is, it stays");
    let gone = work.post(id, "tasks/999/move", &[("on", "2026-05-06")]).await;
    assert_eq!(gone.status_code(), 422);
    gone.assert_text_contains("This task is not open any more.");
}

#[tokio::test]
async fn a_draft_can_be_read_sent_at_once_or_thrown_away() {
    let work = house().await;
    let (sent, thrown) = (work.enquiry(1).await, work.enquiry(2).await);
    let draft = |id| work.lead(id).outbox.first().map(|letter| (letter.seq, letter.next_at));
    let (seq, goes_at) = draft(sent).expect("a draft");
    assert!(goes_at > work.clock.now());
    work.get(&format!("/leads/{sent}")).await.assert_text_contains("Read it");
    work.get("/today").await.assert_text_contains("Goes out by itself");
    let back = [("back", "/today")];
    assert_eq!(to(&work.post(sent, &format!("letters/{seq}/send"), &back).await), "/today");
    assert_eq!(draft(sent).map(|(_, at)| at), Some(work.clock.now()));
    let (seq, _) = draft(thrown).expect("a draft");
    let place = format!("letters/{seq}/drop");
    let away = work.post(thrown, &place, &[("back", "//evil.example")]).await;
    assert_eq!(to(&away), format!("/leads/{thrown}#to-do"));
    assert_eq!(draft(thrown), None);
    let again = work.post(thrown, &place, &[]).await;
    assert_eq!(again.status_code(), 422);
    again.assert_text_contains("This letter is no longer waiting.");
}

#[tokio::test]
async fn a_draft_is_edited_and_goes_at_its_time_in_the_words_it_was_given() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let draft = work.lead(id).outbox[0].clone();
    let page = work.get(&format!("/leads/{id}")).await.text();
    let form = format!("?do=rewrite&amp;task={}#act", draft.seq);
    assert!(page.contains(&form), "{page}");
    let page = work.get(&format!("/leads/{id}?do=rewrite&task={}", draft.seq)).await.text();
    let place = format!("letters/{}/rewrite", draft.seq);
    assert!(page.contains(&format!("action=\"/leads/{id}/{place}\"")), "{page}");
    assert!(page.contains("{{ unsubscribe_link }}") && page.contains("Hello Person"), "{page}");

    let words = |text: &'static str| [("subject", "Your two boilers"), ("text", text)];
    let refused = work.post(id, &place, &words("Dear Person, we call at three.")).await;
    assert_eq!(refused.status_code(), 422);
    let said = refused.text();
    assert!(said.contains("it is their link to stop more of them"), "{said}");
    assert!(said.contains("Dear Person, we call at three."), "what was typed is still there");

    let text = "Dear Person,\r\nwe call at three. No more of these: {{ unsubscribe_link }}";
    assert_eq!(to(&work.post(id, &place, &words(text)).await), format!("/leads/{id}#to-do"));
    let edited = work.lead(id).outbox[0].clone();
    assert_eq!((edited.seq, edited.next_at, edited.released), (draft.seq, draft.next_at, false));
    work.get(&format!("/leads/{id}")).await.assert_text_contains("we call at three");
    let told = work.house.desk.store().read().expect("a reading");
    let told = told.timeline(id, draft.seq, 100).expect("a timeline");
    let kept = told.iter().any(|entry| match &entry.event {
        Event::Rewritten { wording, .. } => wording.body.contains("we call at three."),
        _ => false,
    });
    assert!(kept, "the journal keeps what was written");

    work.post(id, &format!("letters/{}/drop", draft.seq), &[]).await;
    let gone = work.post(id, &place, &words(text)).await;
    assert_eq!(gone.status_code(), 422);
    gone.assert_text_contains("This letter is no longer waiting.");
    gone.assert_text_contains("we call at three");
}

#[tokio::test]
async fn a_sequence_is_held_with_a_reason_and_resumed() {
    let work = house().await;
    let id = work.enquiry(1).await;
    assert_eq!(work.post(id, "hold", &[("why", " ")]).await.status_code(), 422);
    let draft = work.lead(id).outbox[0].seq;
    work.get("/today").await.assert_text_contains("Goes out by itself");
    to(&work.post(id, "hold", &[("why", "On holiday")]).await);
    work.pass(3_600);
    let page = work.get(&format!("/leads/{id}")).await;
    page.assert_text_contains("Held: On holiday");
    let page = page.text();
    let part = |id: &str, end: &str| {
        let part =
            page.split(&format!("id=\"{id}\"")).nth(1).and_then(|rest| rest.split(end).next());
        part.expect("a part of the page").to_owned()
    };
    let to_do = part("to-do", "</section>");
    assert!(to_do.contains("<span class=\"mute\">held</span>"), "{to_do}");
    let sequence = part("sequence", "</details>");
    assert!(!sequence.contains("goes out") && !sequence.contains("goes as soon"), "{sequence}");
    let form = work.get(&format!("/leads/{id}?do=rewrite&task={draft}")).await;
    form.assert_text_contains("It is held with its sequence.");
    assert!(!work.get("/today").await.text().contains("Goes out by itself"));
    to(&work.post(id, "resume", &[]).await);
    work.get(&format!("/leads/{id}"))
        .await
        .assert_text_contains("goes as soon as mail can be sent");
    assert!(work.lead(id).enrolment.is_some_and(|enrolment| enrolment.held.is_none()));
    let aside = [("days", "30"), ("why", "Their budget opens then")];
    to(&work.post(id, "snooze", &aside).await);
    work.get(&format!("/leads/{id}")).await.assert_text_contains("Their budget opens then");
}

#[tokio::test]
async fn a_lead_keyed_in_by_hand_says_when_it_is_known() {
    let work = house().await;
    let ines = vec![
        ("name", "Ines Carvalho"),
        ("email", "ines@larkfield.example"),
        ("once", "01890000-0000-7000-8000-000000000001"),
    ];
    let keyed = |form: Vec<(&'static str, &'static str)>| {
        work.pages.post("/leads/new").add_header("cookie", "leadstead=maya").form(&form)
    };
    let first = to(&keyed(ines.clone()).await);
    assert!(first.ends_with("?added=created"), "{first}");
    assert_eq!(to(&keyed(ines).await), first, "the same page counts once");
    let again = vec![("name", "Ines"), ("email", "INES@larkfield.example")];
    let again = to(&keyed(again).await);
    assert_eq!(again, first.replace("created", "attached"));
    work.get(&again).await.assert_text_contains("They were known already");
    let nothing = keyed(vec![("name", " "), ("owner", "tom")]).await;
    assert_eq!(nothing.status_code(), 422);
    nothing.assert_text_contains("Say something: a name");
}

#[tokio::test]
async fn what_strangers_write_never_becomes_markup() {
    let work = house().await;
    let form = [
        ("name", "<script>alert(1)</script>"),
        ("company", "\"><img src=x>"),
        ("email", "x@evil.example"),
        ("website", "javascript:alert(1)"),
        ("message", "</p><b>bold</b>"),
    ];
    let keyed = work.pages.post("/leads/new").add_header("cookie", "leadstead=maya").form(&form);
    let url = to(&keyed.await).replace("?added=created", "");
    for url in [url.as_str(), "/today", "/leads", &format!("{url}/edit")] {
        let page = work.get(url).await.text();
        for bad in ["<script>alert", "<img src", "<b>bold", "href=\"javascript", " style="] {
            assert!(!page.contains(bad), "{bad} on {url}");
        }
    }
}

#[tokio::test]
async fn a_lead_that_is_not_there_is_not_found() {
    let work = house().await;
    for url in ["/leads/999", "/leads/x", "/leads/999/edit", "/leads/99999999999999999999"] {
        assert_eq!(work.get(url).await.status_code(), 404, "{url}");
    }
    work.get("/leads/999").await.assert_text_contains("No lead L-999. Look at the number again,");
    work.get("/leads/x").await.assert_text_contains("There is nothing at this address.");
    assert_eq!(work.post(LeadId(999), "notes", &[("text", "hello")]).await.status_code(), 404);
}

#[tokio::test]
async fn who_is_not_signed_in_changes_nothing() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let before = work.lead(id);
    assert_eq!(work.post_as("stranger", id, "calls", &REACHED).await.status_code(), 401);
    let from_elsewhere = work.pages.post(&format!("/leads/{id}/calls"));
    let from_elsewhere = from_elsewhere
        .add_header("cookie", "leadstead=maya")
        .add_header("sec-fetch-site", "cross-site")
        .form(&REACHED);
    assert_eq!(from_elsewhere.await.status_code(), 403);
    assert_eq!(work.lead(id), before);
}

#[tokio::test]
async fn a_rep_sees_their_own_desk_and_an_owner_everyones() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let row = format!("popovertarget=\"m{id}\"");
    assert!(work.get("/today").await.text().contains(&row));
    assert!(!work.get_as("tom", "/today?team=all").await.text().contains(&row));
    to(&work.post(id, "owner", &[("owner", "tom")]).await);
    assert!(!work.get("/today?team=mine").await.text().contains(&row));
    for url in ["/today?team=all", "/today"] {
        let everyone = work.get(url).await;
        assert!(everyone.text().contains(&row), "who leads and has no lead of their own: {url}");
        everyone.assert_text_contains("Tom Adeyemi");
    }
    work.enquiry(2).await;
    assert!(!work.get("/today").await.text().contains(&row), "they have one now");
}

#[tokio::test]
async fn an_overdue_clock_is_late_and_stays_on_top() {
    let work = house().await;
    let late = work.enquiry(1).await;
    work.pass(6 * 3600);
    let fresh = work.enquiry(2).await;
    let page = work.get("/today").await.text();
    let place = |id: LeadId| page.find(&format!("popovertarget=\"m{id}\"")).expect("a row");
    assert!(place(late) < place(fresh));
    assert!(page.contains("overdue"));
}

#[tokio::test]
async fn letters_that_nobody_can_carry_are_told_of() {
    let work = house().await;
    work.enquiry(1).await;
    work.pass(3600);
    work.get("/today").await.assert_text_contains("1 letter waits: mail is not set up.");
    assert!(work.get("/today").await.text().contains("<a href=\"/settings/mail\">1 letter"));
    let to_a_rep = work.get_as("tom", "/today").await;
    to_a_rep.assert_text_contains("mail is not set up. Ask Maya to set it up.");
}

#[tokio::test]
async fn what_today_does_not_show_is_a_list_of_leads_away() {
    let work = house().await;
    for nth in 1..=32 {
        work.enquiry(nth).await;
    }
    let page = work.get("/today?team=all").await.text();
    assert!(
        page.contains("<a href=\"/leads?fate=open&amp;flag=waiting\">and 2 more</a>"),
        "{page}"
    );
}

#[tokio::test]
async fn whoever_is_keyed_in_once_more_is_known_while_they_are_typed() {
    let work = house().await;
    let id = work.enquiry(7).await;
    let known = |typed: &'static str| work.get(typed);
    let email = work.lead(id).profile.email;
    let by_email = work.get(&format!("/leads/known?email={}", email.to_uppercase())).await;
    by_email.assert_text_contains("Same email");
    assert!(by_email.text().contains(&format!("href=\"/leads/{id}\"")));
    assert_eq!(known("/leads/known?email=nobody@elsewhere.example").await.text(), "");
    assert_eq!(known("/leads/known").await.text(), "");
    let page = work.get("/leads/new").await.text();
    assert!(page.contains("data-known=\"/leads/known\"") && page.contains("data-known-here"));
}

#[tokio::test]
async fn today_tells_who_owes_us_an_answer_who_goes_stale_and_what_was_done() {
    let work = house().await;
    let id = work.enquiry(1).await;
    work.pass(60);
    let next = [
        ("outcome", "reached"),
        ("text", "Sent the dates"),
        ("next", "call"),
        ("when", "next_week"),
    ];
    assert!(to(&work.post(id, "calls", &next).await).starts_with("/leads/"));
    let done = work.get("/today").await;
    done.assert_text_contains("Done today");
    assert!(!done.text().contains("Waiting on reply") && !done.text().contains("Going stale"));
    work.pass(3 * 86_400);
    let waiting = work.get("/today").await;
    let section = waiting.text();
    let section = section.split("id=\"on-reply\"").nth(1).expect("who owes us an answer");
    let section = section.split("</section>").next().unwrap_or_default();
    assert!(section.contains("Sent the dates"), "what was said, not what was filed: {section}");
    work.pass(9 * 86_400);
    let stale = work.get("/today").await;
    stale.assert_text_contains("Going stale");
    stale.assert_text_contains("12 days");
    assert!(!stale.text().contains("Waiting on reply"));
    work.get("/today?team=all").await.assert_text_contains("The team");
}

#[tokio::test]
async fn what_today_counts_as_silent_is_what_the_list_behind_it_shows() {
    let work = house().await;
    let mut ids = Vec::new();
    for nth in 1..=8 {
        let id = work.enquiry(nth).await;
        work.pass(60);
        let call = [("outcome", "reached"), ("text", "Sent the dates"), ("next", "call")];
        let call = [&call[..], &[("when", "next_week")]].concat();
        assert!(to(&work.post(id, "calls", &call).await).starts_with("/leads/"));
        ids.push(id);
    }
    let away = [("days", "30"), ("why", "Builds in summer")];
    to(&work.post(ids[7], "snooze", &away).await);
    let more = async |section: &str| {
        let page = work.get("/today").await.text();
        let section = page.split(&format!("id=\"{section}\"")).nth(1).expect("a section");
        let link =
            section.split("</section>").next().and_then(|it| it.split("p class=\"below\"").nth(1));
        let link = link.and_then(|it| it.split("href=\"").nth(1)?.split('"').next());
        link.expect("more than is shown").replace("&amp;", "&")
    };
    work.pass(3 * 86_400);
    assert_eq!(work.listed(&more("on-reply").await).await, 7, "one is put aside");
    work.pass(9 * 86_400);
    assert_eq!(work.listed(&more("stale").await).await, 7);
    let stale = "/leads?touch=10&fate=open&flag=silent";
    assert_eq!(work.listed(stale).await, 7, "the segment is the same");
    assert_eq!(work.listed("/leads?touch=1&touched=10&fate=open&flag=on_reply").await, 0);
}

#[tokio::test]
async fn what_somebody_last_said_is_remembered_however_much_the_house_writes() {
    let work = house().await;
    let order = sample::capture_with(1, "&phone=0113+496+0112");
    let id = work.house.desk.ask(order).await.expect("it is taken").lead().expect("a lead").id;
    work.post(id, "owner", &[("owner", "maya")]).await;
    work.post(id, "accept", &[]).await;
    let at = work.house.clock.now();
    let said = Command::inbound(Channel::Email, "We could give access on Friday", at);
    let by_them = Order::Lead { id, command: said, by: Actor::Visitor, once: None };
    work.house.desk.ask(by_them).await.expect("an open lead");
    for nth in 0..60 {
        let changes = [("role".to_owned(), format!("Head of {nth}"))].into();
        let command = Command::Edit { changes, seen: None };
        let order = Order::Lead { id, command, by: Actor::House, once: None };
        work.house.desk.ask(order).await.expect("an open lead");
    }
    let today = work.get("/today").await;
    today.assert_text_contains("We could give access on Friday");
    today.assert_text_contains("Answer Person");
    assert!(!today.text().contains("Call Person"), "they wrote, and want it in writing");
}

#[tokio::test]
async fn everything_that_is_wrong_with_the_facts_of_a_lead_is_said_at_once() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let form = [("phone", "abc"), ("country", "Narnia"), ("value", "a lot"), ("city", "Leeds")];
    let back = work.post(id, "facts", &form).await;
    assert_eq!(back.status_code(), 422);
    for sentence in ["“abc” is no phone number.", "“Narnia” is no country we know.", "“a lot”"]
    {
        back.assert_text_contains(sentence);
    }
    assert!(back.text().contains("value=\"Leeds\""), "nothing is lost");
    assert_eq!(work.lead(id).profile.city, "");
    let by_hand = [("name", "Cee"), ("phone", "12"), ("email", "cee at home")];
    let new = work.pages.post("/leads/new").add_header("cookie", "leadstead=maya");
    let back = new.form(&by_hand).await;
    assert_eq!(back.status_code(), 422);
    back.assert_text_contains("“12” is no phone number.");
    back.assert_text_contains("“cee at home” is no e-mail address.");
    assert!(back.text().contains("value=\"Cee\""), "nothing is lost");
}

#[tokio::test]
async fn a_lead_that_is_late_is_counted_once_and_who_is_late_does_not_keep_up() {
    let work = house().await;
    let id = work.enquiry(1).await;
    work.get("/today?team=all").await.assert_text_contains("Keeps up");
    let at = work.house.clock.now();
    let command = Command::inbound(Channel::Email, "Are you there?", at);
    let by_them = Order::Lead { id, command, by: Actor::Visitor, once: None };
    work.house.desk.ask(by_them).await.expect("an open lead");
    assert!(work.lead(id).tasks.iter().any(|task| task.kind == TaskKind::Answer));
    work.pass(60);
    let early = work.get("/today?team=all").await;
    assert!(!early.text().contains("past due</span>"), "its clock still runs");
    work.pass(2 * 86_400);
    let late = work.get("/today?team=all").await;
    late.assert_text_contains("you 1, everyone else 0");
    late.assert_text_contains("1 answer past due");
    assert!(
        late.text().contains("<a href=\"/leads?owner=maya&amp;fate=open\"><span class=\"owner\">")
    );
}

/// A part of a page, from its id to the end of its element.
fn part<'p>(page: &'p str, id: &str, end: &str) -> &'p str {
    let part = page.split(&format!("id=\"{id}\"")).nth(1).and_then(|rest| rest.split(end).next());
    part.expect("a part of the page")
}

#[tokio::test]
async fn a_sequence_says_which_steps_were_left_out_and_why() {
    let work = house().await;
    let id = work.enquiry(1).await;
    to(&work.post(id, "hold", &[("why", "On holiday")]).await);
    work.pass(9 * 86_400);
    to(&work.post(id, "resume", &[]).await);
    let page = work.get(&format!("/leads/{id}")).await.text();
    let sequence = part(&page, "sequence", "</details>");
    assert_eq!(sequence.matches("class=\"missed\"").count(), 3, "{sequence}");
    assert!(sequence.contains("not sent 13 May: a later step is due already"), "{sequence}");
    assert!(sequence.contains("left out 13 May: it came too late"), "{sequence}");
    assert!(!sequence.contains(">done<") && !sequence.contains("<br>done"), "{sequence}");
}

#[tokio::test]
async fn a_step_whose_letter_goes_to_another_address_is_not_left_out() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let before = work.lead(id).outbox[0].letter.clone();
    let form = [("email", "new@stone.example"), ("was-email", before.to.as_str())];
    to(&work.post(id, "facts", &form).await);
    let after = work.lead(id).outbox[0].letter.clone();
    assert_eq!((&before.step, after.to.as_str()), (&after.step, "new@stone.example"));
    let page = work.get(&format!("/leads/{id}")).await.text();
    let sequence = part(&page, "sequence", "</details>");
    assert!(!sequence.contains("class=\"missed\""), "{sequence}");
    assert!(sequence.contains("<li class=\"done\"><b>Day 1</b>"), "{sequence}");
}

#[tokio::test]
async fn whatever_is_kept_can_be_read_to_its_last_word() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let long = "We have read your offer.\n".repeat(300) + "We accept the offer.";
    let note = [("text", &*long), ("next", "call"), ("when", "next_week")];
    to(&work.post(id, "notes", &note).await);
    let why = format!("{} Until then we wait.", "They are away. ".repeat(40));
    to(&work.post(id, "hold", &[("why", &why)]).await);
    let page = work.get(&format!("/leads/{id}")).await.text();
    assert!(!page.contains("We accept the offer."));
    let links = page.split("href=\"").filter(|part| part.contains("Read all of it"));
    let urls: Vec<&str> = links.filter_map(|part| part.split('"').next()).collect();
    assert_eq!(urls.len(), 2, "{urls:?}");
    for (url, end) in urls.iter().zip(["Until then we wait.", "We accept the offer."]) {
        let whole = work.get(url).await;
        whole.assert_text_contains(end);
        whole.assert_text_contains("Timeline");
    }
    let other = work.enquiry(2).await;
    let elsewhere = urls[0].replace(&id.to_string(), &other.to_string());
    assert_eq!(work.get(&elsewhere).await.status_code(), 404);
}

#[tokio::test]
async fn what_people_did_stands_by_itself_and_is_not_called_the_work_of_the_box() {
    let work = house().await;
    let id = work.enquiry(1).await;
    to(&work.post(id, "hold", &[("why", "On holiday until Friday")]).await);
    to(&work.post(id, "resume", &[]).await);
    let changes = [("role".to_owned(), "Head of Estates".to_owned())].into();
    let command = Command::Edit { changes, seen: None };
    let by = Actor::Token("Zapier".to_owned());
    work.house.desk.ask(Order::Lead { id, command, by, once: None }).await.expect("a change");
    let page = work.get(&format!("/leads/{id}")).await.text();
    let timeline = part(&page, "timeline", "</section>");
    let seen: Vec<&str> =
        timeline.split("<details").map(|it| it.split("</details>").last().unwrap_or(it)).collect();
    let seen = seen.concat();
    assert!(seen.contains("Follow-up held, by Maya: On holiday until Friday"), "{seen}");
    assert!(seen.contains("Follow-up goes on, by Maya"), "{seen}");
    assert!(seen.contains("Role to “Head of Estates”, by Zapier"), "{seen}");
}

#[tokio::test]
async fn a_score_that_moves_day_by_day_is_one_line_of_the_timeline() {
    let work = house().await;
    let id = work.enquiry(1).await;
    to(&work.post(id, "calls", &REACHED).await);
    let mut scores = Vec::new();
    for points in [18, 12, 6] {
        work.pass(86_400);
        let mut playbook = work.house.playbook().playbook.clone();
        playbook.scoring.points.insert("asked".into(), points);
        work.house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
        work.review(id).await;
        scores.push(work.lead(id).score());
    }
    let page = work.get(&format!("/leads/{id}")).await.text();
    let timeline = part(&page, "timeline", "</section>");
    let moved = format!("Score {} to {}", scores[0], scores[2]);
    let line = timeline.split("<summary>").find(|it| it.contains(&moved)).unwrap_or_default();
    let line = line.split("</details>").next().unwrap_or_default();
    let each: Vec<&u8> =
        scores.iter().filter(|score| line.contains(&format!("Score {score}, "))).collect();
    assert_eq!(each.len(), 3, "{timeline}");
    assert!(line.contains("5 May"), "each with its day: {line}");
}

#[tokio::test]
async fn what_the_box_keeps_back_of_a_long_text_is_a_link_away_where_it_is_folded_too() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let long = format!("{}The end of it.", "Ask for the plans of the roof. ".repeat(200));
    let task = NextStep { kind: TaskKind::Other, text: long, due_at: work.house.clock.now() };
    for _ in 0..3 {
        let command = Command::AddTask(task.clone());
        let order = Order::Lead { id, command, by: Actor::House, once: None };
        work.house.desk.ask(order).await.expect("a task");
    }
    let page = work.get(&format!("/leads/{id}")).await.text();
    let timeline = part(&page, "timeline", "</section>");
    let folded = timeline.split("<details").find(|it| it.contains("Ask for the plans"));
    let folded = folded.and_then(|it| it.split("</details>").next()).expect("a fold");
    assert!(!folded.contains("The end of it."));
    let (_, link) = folded.split_once("href=\"").expect("a way to all of it");
    let url = link.split('"').next().expect("a URL");
    work.get(url).await.assert_text_contains("The end of it.");
}

#[tokio::test]
async fn without_mail_no_letter_is_sent_now_and_it_is_said_why() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let (today, lead) = ("/today", format!("/leads/{id}"));
    for url in [today, &lead] {
        let page = work.get(url).await;
        page.assert_text_contains("No letter leaves before mail is set up. Set it up.");
        assert!(page.text().contains("href=\"/settings/mail\""));
        assert!(!page.text().contains("Send now"), "{url}");
    }
    work.get_as("tom", &lead).await.assert_text_contains("before an owner sets mail up");
}

#[tokio::test]
async fn whoever_logs_a_call_has_the_number_before_them() {
    let work = house().await;
    let order = sample::capture_with(1, "&phone=0113+496+0112&country=GB");
    let id = work.house.desk.ask(order).await.expect("it is taken").lead().expect("a lead").id;
    let page = work.get(&format!("/leads/{id}?do=call")).await.text();
    assert_eq!(page.matches("href=\"tel:+441134960112\"").count(), 3, "head, call and details");
}

#[tokio::test]
async fn what_they_wrote_is_logged_by_its_own_choice() {
    let work = house().await;
    let id = work.enquiry(1).await;
    let page = work.get(&format!("/leads/{id}?do=email")).await.text();
    assert!(page.contains("name=\"by\" value=\"them\""));
    let theirs = [("by", "them"), ("text", "Yes, please"), ("next", "call"), ("when", "tomorrow")];
    to(&work.post(id, "emails", &theirs).await);
    let lead = work.lead(id);
    assert!(lead.outbox.is_empty() && lead.enrolment.is_none(), "the sequence ends");
    assert!(lead.evidence.iter().any(|one| one.sign == leadstead::lead::Sign::Replied));
}

#[tokio::test]
async fn a_lead_keyed_in_says_by_whom_and_that_they_chose_the_owner() {
    let work = house().await;
    let form = [("name", "Ines Carvalho"), ("phone", "0113 496 0112"), ("owner", "tom")];
    let keyed = work.pages.post("/leads/new").add_header("cookie", "leadstead=maya").form(&form);
    let page = work.get(&to(&keyed.await)).await;
    assert!(page.text().contains("new enquiry</b>, by Maya"));
    page.assert_text_contains("chosen by who added the lead");
    assert!(!page.text().contains("named by the source"));
}

impl Work {
    /// Maya is the manager of Tom, and these leads are his.
    async fn tom_has(&self, leads: std::ops::Range<u32>) -> Vec<LeadId> {
        let mut playbook = self.house.playbook().playbook.clone();
        let tom = playbook.team.iter_mut().find(|mate| mate.id == "tom").expect("Tom");
        tom.manager = "maya".into();
        self.house.apply_playbook(&playbook, Actor::House).await.expect("a playbook in force");
        let mut given = Vec::new();
        for nth in leads {
            let id = self.enquiry(nth).await;
            to(&self.post(id, "owner", &[("owner", "tom")]).await);
            given.push(id);
        }
        given
    }

    /// The house looks at a lead.
    async fn review(&self, id: LeadId) {
        let order = Order::Lead { id, command: Command::Review, by: Actor::House, once: None };
        self.house.desk.ask(order).await.expect("a lead");
    }
}

#[tokio::test]
async fn who_was_called_in_over_an_owner_finds_the_lead_on_their_own_desk() {
    let work = house().await;
    let id = work.tom_has(1..2).await[0];
    work.get("/today?team=mine").await.assert_text_contains("Nobody is waiting.");
    let promise = work.lead(id).promise.expect("a clock");
    work.pass(promise.respond_by.duration_since(work.house.clock.now()).as_secs() + 86_400 * 3);
    work.review(id).await;
    let mine = work.get("/today?team=mine").await;
    mine.assert_text_contains("1 waiting");
    mine.assert_text_contains("Tom did not answer in time");
    let all = work.get("/today?team=all").await;
    assert_eq!(all.text().matches("Tom did not answer in time").count(), 0);
    all.assert_text_contains("0 of 1");
    to(&work.post_as("tom", id, "calls", &REACHED).await);
    work.get("/today?team=mine").await.assert_text_contains("Nobody is waiting.");
}

#[tokio::test]
async fn what_one_was_called_in_on_takes_no_room_from_ones_own() {
    let work = house().await;
    let given = work.tom_has(1..13).await;
    work.pass(3_600);
    let own = work.enquiry(13).await;
    work.post(own, "accept", &[]).await;
    work.pass(3 * 86_400);
    for id in given.iter().chain([&own]) {
        work.review(*id).await;
    }
    let page = work.get("/today?team=mine").await.text();
    let waiting = part(&page, "waiting", "</section>");
    assert!(waiting.contains("13 waiting"), "{waiting}");
    assert_eq!(waiting.matches("Tom did not answer in time").count(), 10);
    let place = |id: &LeadId| waiting.find(&format!("popovertarget=\"m{id}\"")).expect("a row");
    assert!(place(&own) < place(&given[0]), "their own comes first, however late the others are");
    let list = "/leads?fate=open&amp;flag=called_in";
    assert!(waiting.contains(&format!("<a href=\"{list}\">and 2 more</a>")), "{waiting}");
    assert!(page.contains("you 1, everyone else 12"), "each is past due once");
    let list = list.replace("&amp;", "&");
    assert_eq!(work.listed(&list).await, 12);
    work.get(&list).await.assert_text_contains("Escalated to you");
}

#[tokio::test]
async fn nobody_is_told_of_a_lead_they_add_or_take_and_the_owner_of_what_others_add() {
    let work = house().await;
    let key_in = async |phone: &str, owner: &str| {
        let form = [("name", "Ines Carvalho"), ("phone", phone), ("owner", owner)];
        let keyed = work.pages.post("/leads/new").add_header("cookie", "leadstead=maya");
        to(&keyed.form(&form).await)
    };
    let told = async |who: &str| {
        let page = work.get_as(who, "/notices").await.text();
        page.matches("Ines Carvalho").count()
    };
    let own = key_in("0113 496 0112", "maya").await;
    assert_eq!((told("maya").await, told("tom").await), (0, 0));
    key_in("0113 496 0113", "tom").await;
    assert_eq!((told("maya").await, told("tom").await), (0, 1));
    let id = own.split(['/', '?']).nth(2).and_then(|id| id.parse().ok()).map(LeadId);
    let id = id.expect("the number of a lead");
    to(&work.post_as("tom", id, "owner", &[("owner", "tom")]).await);
    assert_eq!((told("maya").await, told("tom").await), (0, 1), "he took it himself");
    key_in("0113 496 0112", "").await;
    assert_eq!((told("maya").await, told("tom").await), (0, 2), "Maya heard from a lead of his");
}
