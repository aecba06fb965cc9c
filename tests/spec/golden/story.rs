//! One lead to which everything happens that can happen.

use jiff::{SignedDuration, Timestamp};
use leadstead::lead::{
    Actor, Arrival, Campaign, Candidate, Channel, Consent, Decision, Direction, Entry, Event, Exit,
    File, Finding, Fitness, Grade, HandRaise, LeadId, Letter, Means, Notice, Outcome, Profile,
    Reason, Seq, SourceClass, StepRef, Subject, TaskKind, Tier, Touch, Verdict, Wording,
    WrongOwner, words,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// How many kinds of event there are.
pub const KINDS: usize = 62;

/// The story, a minute apart from Tuesday 5 May 2026, 09:12 UTC.
pub fn entries() -> Vec<Entry> {
    let entry = |(seq, event): (Seq, Event)| Entry {
        seq,
        subject: match event {
            Event::PlaybookApplied { .. } => Subject::House,
            _ => Subject::Lead(LeadId(1)),
        },
        at: at(seq.cast_signed()),
        by: actor(&event),
        playbook: 1,
        event,
    };
    (1..).zip(events()).map(entry).collect()
}

/// So many minutes into the story.
fn at(minutes: i64) -> Timestamp {
    Timestamp::from_second(1_777_972_260).expect("in range") + SignedDuration::from_mins(minutes)
}

/// Who does such a thing: each kind of actor has its turn.
fn actor(event: &Event) -> Actor {
    match words::kind_of(event) {
        "captured" | "attached" | "opted_out" => Actor::Visitor,
        "edited" => Actor::Token("Zapier".into()),
        "noted" | "touched" | "held" | "rewritten" | "stage_moved" | "lost" | "reopened"
        | "snoozed" => Actor::Teammate("maya".into()),
        _ => Actor::House,
    }
}

fn events() -> Vec<Event> {
    [arriving(), judged(), clocked(), followed_up(), written(), ended()].concat()
}

fn arrival(message: &str) -> Arrival {
    Arrival {
        submission: Uuid::from_u128(7),
        source: "website".into(),
        class: SourceClass::Inbound,
        arrived_at: at(0),
        profile: Profile {
            name: "Ana Ruiz".into(),
            email: "ana@ruiz.example".into(),
            phone: "+44 20 7946 0011".into(),
            company: "Ruiz Ltd".into(),
            country: "GB".into(),
            ..Profile::default()
        },
        fields: BTreeMap::from([("service".into(), "Heat pumps".into())]),
        message: message.into(),
        hand_raise: Some(HandRaise::Quote),
        campaign: Campaign { utm_source: "newsletter".into(), ..Campaign::default() },
        consent: Some(Consent { at: at(0), text: "You may write to me.".into() }),
        declined: false,
        missing: vec!["role".into()],
        earlier: vec![LeadId(0)],
        quiet: false,
        owner: Some("maya".into()),
        stage: None,
        tags: Vec::new(),
        opted_out: false,
        completes: false,
        closed_at: None,
        value: None,
        import: None,
    }
}

fn arriving() -> Vec<Event> {
    vec![
        Event::Captured(arrival("Please send a quote.")),
        Event::Attached(arrival("Is anybody there?")),
        Event::Flagged { with: LeadId(9), why: "Same phone number, another name.".into() },
        Event::Edited { changes: BTreeMap::from([("role".into(), "Owner".into())]) },
        Event::Noted { text: "Has a terraced house.".into() },
        Event::Touched(Touch {
            channel: Channel::Visit,
            direction: Direction::Inbound,
            outcome: Outcome::Made,
            text: "/pricing".into(),
            at: at(5),
        }),
        Event::Unknown { kind: "sung".into(), raw: vec![0x81, 0xa4] },
    ]
}

fn judged() -> Vec<Event> {
    let because = vec![Reason { signal: Reason::FLOOR.into(), points: 38.3 }];
    let candidate = |teammate: &str, verdict| Candidate {
        teammate: teammate.into(),
        verdict,
        weight: 1,
        open: 4,
        credit: None,
    };
    let decision = Decision {
        rule: "Everything else is shared out".into(),
        pool: "everyone".into(),
        passed_over: vec![("Urgent".into(), "the tier is High".into())],
        candidates: vec![
            candidate("maya", Verdict::Chosen),
            candidate("tom", Verdict::Eligible),
            candidate("priya", Verdict::Excluded("away until Fri 8 May".into())),
        ],
        lacking: vec!["region".into()],
        kin: None,
        covers: None,
        occasion: "first assignment".into(),
    };
    vec![
        Event::Scored {
            score: 67,
            tier: Tier::High,
            model: 5,
            seen: 6,
            because,
            fit: Fitness::default(),
        },
        Event::HandedOver { why: "They asked for an answer.".into() },
        Event::Assigned { owner: "maya".into(), accept_by: Some(at(40)), decision },
        Event::OfferStood { why: "Nobody else can take it.".into() },
        Event::Accepted,
    ]
}

fn clocked() -> Vec<Event> {
    vec![
        Event::Promised { since: at(0), respond_by: at(240) },
        Event::Warned { percent: 80 },
        Event::Breached { respond_by: at(240) },
        Event::Escalated { to: "tom".into(), level: 2 },
        Event::Notified { to: "maya".into(), notice: Notice::TheyWrote },
        Event::PlaybookApplied { version: 2, text: "[business]".into(), back_to: None },
        Event::Unsettled,
    ]
}

fn followed_up() -> Vec<Event> {
    let step = |index, day| StepRef { sequence: "standard".into(), index, day };
    let task = |text: &str, step| Event::TaskAdded {
        kind: TaskKind::Call,
        text: text.into(),
        due_at: at(2_900),
        step,
    };
    vec![
        Event::Enrolled { sequence: "standard".into() },
        Event::Postponed { step: step(0, 1), until: at(600), why: "it is out of hours".into() },
        Event::StepTaken { step: step(0, 1) },
        task("Call them.", Some(step(1, 3))),
        Event::TaskDone { task: 23, outcome: "voicemail".into() },
        task("Call them again.", None),
        Event::TaskDropped { task: 25, why: "they wrote".into() },
        Event::Skipped { step: step(1, 3), why: "it came too late".into() },
        Event::Held { why: "They asked for a week".into() },
        Event::Resumed,
        Event::Exited { sequence: "standard".into(), exit: Exit::Replied, then: None },
    ]
}

fn written() -> Vec<Event> {
    let letter = |seq: i64| Event::Queued {
        letter: Letter {
            to: "ana@ruiz.example".into(),
            template: "first_answer".into(),
            version: 1,
            values: BTreeMap::from([("name".into(), "Ana Ruiz".into())]),
            not_before: at(seq + 4),
            step: None,
            asked_for: false,
            rewritten: None,
        },
    };
    vec![
        letter(31),
        Event::Released { queued: 31 },
        Event::Deferred { queued: 31, until: at(90), why: "it is out of hours for them".into() },
        Event::Undelivered { queued: 31, error: "451 later".into(), retry_at: at(100) },
        Event::Delivered { queued: 31, text: b"Hello Ana".to_vec(), mark: "c0ffee".into() },
        letter(36),
        Event::Dropped { queued: 36, why: "they wrote".into() },
        Event::Bounced { address: "ana@ruiz.example".into() },
        Event::OptedOut { address: "ana@ruiz.example".into(), mark: "c0ffee".into() },
    ]
}

fn ended() -> Vec<Event> {
    vec![
        Event::StageMoved { from: "new".into(), to: "contacted".into() },
        Event::Snoozed { until: at(20_200), why: "Budget in June".into() },
        Event::Woken,
        Event::Overridden { score: 90, until: at(20_300), why: "A regular".into() },
        Event::OverrideEnded,
        Event::Disqualified { reason: "Vendor".into(), note: "Sells boilers".into() },
        Event::Lost { reason: "Price".into(), note: "Too dear".into() },
        Event::Reopened { why: "They called".into() },
        Event::Won { value: Some(880_000) },
        Event::OfferShortened { accept_by: at(47) },
        Event::Withheld { sequence: "nurture".into() },
        Event::Rewritten {
            queued: 31,
            wording: Wording { subject: "Your boiler".into(), body: "Dear Ana".into() },
        },
        Event::Tagged { added: vec!["vip".into()], removed: vec!["fair".into()] },
        Event::FileAttached { file: file(8) },
        Event::FileAttached { file: file(9) },
        Event::FileRemoved { id: file(9).id, name: file(9).name },
        Event::Answered {
            criterion: "need".into(),
            finding: Finding::Good,
            note: "A new boiler".into(),
            means: Means::Call,
        },
        Event::Answered {
            criterion: "budget".into(),
            finding: Finding::Weak,
            note: "5000".into(),
            means: Means::Form,
        },
        Event::AnswerWithdrawn { criterion: "budget".into() },
        Event::Graded { grade: Some(Grade::Mql), why: "They fit.".into() },
        Event::TakenOn,
        Event::SentBack { reason: "Not ready yet".into(), note: "In June".into() },
        Event::Misrouted {
            from: "maya".into(),
            rule: "Bradford".into(),
            why: WrongOwner::Territory,
            note: String::new(),
        },
        Event::OwnerJudged { right: false },
        Event::TaskMoved { task: 25, kind: TaskKind::Call, from: at(2_900), to: at(4_300) },
        Event::ToldTogether { to: "tom".into(), with: "maya left".into() },
        Event::Lacking { facts: vec!["email|phone".into()] },
    ]
}

fn file(nth: u128) -> File {
    File::named(Uuid::from_u128(nth), "Plan.pdf", "application/pdf", 1_250_000, "c0ffee".into())
}

/// An entry of a version that is still to come.
pub fn of_tomorrow() -> Vec<u8> {
    #[derive(serde::Serialize)]
    #[serde(rename_all = "snake_case")]
    enum Tomorrow {
        Serenaded { with: String },
    }
    #[derive(serde::Serialize)]
    struct Line {
        seq: u64,
        subject: Subject,
        at: Timestamp,
        by: Actor,
        playbook: u32,
        event: Tomorrow,
        weather: String,
    }
    let line = Line {
        seq: 900,
        subject: Subject::Lead(LeadId(1)),
        at: at(900),
        by: Actor::House,
        playbook: 9,
        event: Tomorrow::Serenaded { with: "a lute".into() },
        weather: "fair".into(),
    };
    rmp_serde::to_vec_named(&line).expect("plain data")
}

/// Each kind by a number, so that the compiler asks for a new kind to be told.
pub fn number(event: &Event) -> usize {
    match event {
        Event::Captured(_) => 0,
        Event::Attached(_) => 1,
        Event::Flagged { .. } => 2,
        Event::Edited { .. } => 3,
        Event::Noted { .. } => 4,
        Event::Touched(_) => 5,
        Event::Scored { .. } => 6,
        Event::HandedOver { .. } => 7,
        Event::Assigned { .. } => 8,
        Event::Accepted => 9,
        Event::OfferStood { .. } => 10,
        Event::Promised { .. } => 11,
        Event::Warned { .. } => 12,
        Event::Breached { .. } => 13,
        Event::Escalated { .. } => 14,
        Event::Notified { .. } => 15,
        Event::TaskAdded { .. } => 16,
        Event::TaskDone { .. } => 17,
        Event::TaskDropped { .. } => 18,
        Event::Enrolled { .. } => 19,
        Event::Postponed { .. } => 20,
        Event::StepTaken { .. } => 21,
        Event::Skipped { .. } => 22,
        Event::Exited { .. } => 23,
        Event::Held { .. } => 24,
        Event::Resumed => 25,
        Event::Queued { .. } => 26,
        Event::Released { .. } => 27,
        Event::Delivered { .. } => 28,
        Event::Undelivered { .. } => 29,
        Event::Deferred { .. } => 30,
        Event::Dropped { .. } => 31,
        Event::Bounced { .. } => 32,
        Event::OptedOut { .. } => 33,
        Event::StageMoved { .. } => 34,
        Event::Won { .. } => 35,
        Event::Lost { .. } => 36,
        Event::Disqualified { .. } => 37,
        Event::Reopened { .. } => 38,
        Event::Snoozed { .. } => 39,
        Event::Woken => 40,
        Event::Unsettled => 41,
        Event::PlaybookApplied { .. } => 42,
        Event::Unknown { .. } => 43,
        Event::OfferShortened { .. } => 44,
        Event::Withheld { .. } => 45,
        Event::Rewritten { .. } => 46,
        Event::Tagged { .. } => 47,
        Event::FileAttached { .. } => 48,
        Event::FileRemoved { .. } => 49,
        Event::Answered { .. } => 50,
        Event::AnswerWithdrawn { .. } => 51,
        Event::Graded { .. } => 52,
        Event::TakenOn => 53,
        Event::SentBack { .. } => 54,
        Event::Overridden { .. } => 55,
        Event::OverrideEnded => 56,
        Event::Misrouted { .. } => 57,
        Event::OwnerJudged { .. } => 58,
        Event::TaskMoved { .. } => 59,
        Event::ToldTogether { .. } => 60,
        Event::Lacking { .. } => 61,
    }
}
