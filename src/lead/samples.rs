//! One event of every kind, told as a story, for the tests of this room.

use super::*;
use jiff::SignedDuration;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Words of the story that belong to a person; none may be left of an erased lead.
pub const PERSONAL: [&str; 14] = [
    "ines",
    "carvalho",
    "larkfield",
    "7700",
    "boiler",
    "leeds",
    "ls2",
    "estates",
    "trustees",
    "my consent",
    "holiday",
    "secret",
    "abc123",
    "checklist",
];

/// Tuesday 5 May 2026, 09:12 UTC, and so many minutes later.
pub fn at(minutes: i64) -> Timestamp {
    let start = Timestamp::from_second(1_777_972_320).expect("a moment in range");
    start + SignedDuration::from_mins(minutes)
}

/// The story as entries of lead 1, a minute apart; Maya does what teammates do.
pub fn entries() -> Vec<Entry> {
    let entry = |(index, event): (usize, Event)| Entry {
        seq: index as Seq + 1,
        subject: Subject::Lead(LeadId(1)),
        at: at(index as i64),
        by: actor(&event),
        playbook: 1,
        event,
    };
    events().into_iter().enumerate().map(entry).collect()
}

fn actor(event: &Event) -> Actor {
    match words::kind_of(event) {
        "captured" | "attached" | "flagged" | "opted_out" => Actor::Visitor,
        "edited" | "tagged" => Actor::Token("Zapier".into()),
        "file_attached" | "file_removed" | "noted" | "touched" | "task_done" | "held"
        | "resumed" | "stage_moved" | "won" | "lost" | "rewritten" | "disqualified"
        | "reopened" | "snoozed" | "accepted" | "misrouted" | "owner_judged" => {
            Actor::Teammate("maya".into())
        }
        _ => Actor::House,
    }
}

pub fn arrival(message: &str) -> Arrival {
    Arrival {
        submission: Uuid::from_u128(7),
        source: "website_form".into(),
        class: SourceClass::Inbound,
        arrived_at: at(0),
        profile: Profile {
            name: "Ines Carvalho".into(),
            email: "i.carvalho@larkfield.example".into(),
            phone: "+44 7700 900142".into(),
            company: "Larkfield School Trust".into(),
            role: "Head of Estates".into(),
            city: "Leeds".into(),
            postcode: "LS2 9JT".into(),
            ..Profile::default()
        },
        fields: BTreeMap::from([("need".into(), "Two boilers".into())]),
        message: message.into(),
        hand_raise: Some(HandRaise::Quote),
        campaign: Campaign {
            utm_source: "newsletter".into(),
            utm_content: "for-ines".into(),
            click_id: "gclid=abc123".into(),
            landing: "/schools?mail=i.carvalho@larkfield.example".into(),
            ..Campaign::default()
        },
        consent: Some(Consent { at: at(0), text: "My consent to a call".into() }),
        declined: false,
        missing: vec!["role".into()],
        earlier: vec![LeadId(0)],
        quiet: false,
        owner: Some("Ines' friend".into()),
        stage: Some("secret".into()),
        tags: vec!["trade_fair".into()],
        opted_out: false,
        completes: false,
        closed_at: None,
        value: None,
        import: Some(ListRef { name: "Ines Carvalho.vcf".into(), at: at(0) }),
    }
}

pub fn touch(channel: Channel, direction: Direction, outcome: Outcome, text: &str) -> Event {
    Event::Touched(Touch { channel, direction, outcome, text: text.into(), at: at(1) })
}

/// One event of every kind and a few touches more.
pub fn events() -> Vec<Event> {
    arriving().into_iter().chain(working()).chain(writing()).chain(ending()).collect()
}

fn arriving() -> Vec<Event> {
    vec![
        Event::Captured(arrival("Two boilers at the Beck Lane site failed inspection.")),
        Event::Attached(arrival("When could you come to Leeds?")),
        Event::Flagged { with: LeadId(9), why: "Same phone number, another name.".into() },
        Event::Edited { changes: BTreeMap::from([("role".into(), "Head of Estates".into())]) },
        Event::Scored {
            score: 86,
            tier: Tier::Urgent,
            model: 5,
            seen: 2,
            because: vec![
                Reason { signal: "hand_raise".into(), points: 20.0 },
                Reason { signal: "age".into(), points: -2.0 },
            ],
            fit: Fitness { percent: 60, signals: vec!["industry".into()], ..Fitness::default() },
        },
        Event::HandedOver { why: "score 86".into() },
        Event::Assigned { owner: "maya".into(), accept_by: Some(at(9)), decision: decision() },
        Event::Accepted,
        Event::OfferStood { why: "nobody else is in".into() },
        Event::Promised { since: at(0), respond_by: at(5) },
        Event::Warned { percent: 80 },
        Event::Breached { respond_by: at(5) },
        Event::Escalated { to: "tom".into(), level: 2 },
        Event::Notified { to: "maya".into(), notice: Notice::TheyWrote },
        Event::ToldTogether { to: "maya".into(), with: "tom left".into() },
    ]
}

fn file() -> File {
    let name = "Boilers of Larkfield.pdf";
    File::named(Uuid::from_u128(8), name, "application/pdf", 1_250_000, "abc123".into())
}

fn decision() -> Decision {
    Decision {
        rule: "Schools and public sector".into(),
        pool: "senior".into(),
        passed_over: vec![("North".into(), "the postcode is LS2 9JT".into())],
        candidates: vec![Candidate {
            teammate: "maya".into(),
            verdict: Verdict::Excluded("away until Friday".into()),
            weight: 1,
            open: 4,
            credit: Some(-2),
        }],
        kin: None,
        covers: None,
        lacking: Vec::new(),
        occasion: "first assignment".into(),
    }
}

fn working() -> Vec<Event> {
    let step = StepRef { sequence: "new_lead".into(), index: 2, day: 5 };
    vec![
        Event::Noted { text: "Ines is on holiday until Monday.".into() },
        touch(Channel::Call, Direction::Outbound, Outcome::Voicemail, "Ines, call us"),
        touch(Channel::Email, Direction::Inbound, Outcome::Made, "The trustees agree."),
        touch(Channel::Visit, Direction::Inbound, Outcome::Made, "/prices?for=ines"),
        touch(Channel::Stay, Direction::Inbound, Outcome::Made, "150"),
        Event::TaskAdded {
            kind: TaskKind::Call,
            text: "Ask Ines for the checklist".into(),
            due_at: at(2_900),
            step: Some(step.clone()),
        },
        Event::TaskDone { task: 20, outcome: "voicemail".into() },
        Event::TaskDropped { task: 21, why: "Ines has answered".into() },
        Event::TaskMoved { task: 19, kind: TaskKind::Call, from: at(2_900), to: at(4_400) },
        Event::Enrolled { sequence: "new_lead".into() },
        Event::Postponed { step: step.clone(), until: at(1_500), why: "a closed day".into() },
        Event::StepTaken { step: step.clone() },
        Event::Skipped { step, why: "no address".into() },
        Event::Held { why: "Ines is on holiday".into() },
        Event::Resumed,
        Event::Exited {
            sequence: "new_lead".into(),
            exit: Exit::Replied,
            then: Some("nurture".into()),
        },
    ]
}

fn writing() -> Vec<Event> {
    let letter = Letter {
        to: "i.carvalho@larkfield.example".into(),
        template: "first_letter".into(),
        version: 1,
        values: BTreeMap::from([("name".into(), "Ines".into())]),
        not_before: at(32),
        step: None,
        asked_for: false,
        rewritten: None,
    };
    vec![
        Event::Queued { letter },
        Event::Released { queued: 29 },
        Event::Delivered { queued: 29, text: b"Hello Ines".to_vec(), mark: "mark-1".into() },
        Event::Undelivered {
            queued: 29,
            error: "550 no i.carvalho@larkfield.example here".into(),
            retry_at: at(40),
        },
        Event::Deferred { queued: 29, until: at(60), why: "Ines has two letters".into() },
        Event::Dropped { queued: 29, why: "Ines replied".into() },
        Event::OptedOut { address: "i.carvalho@larkfield.example".into(), mark: "mark-1".into() },
    ]
}

fn ending() -> Vec<Event> {
    vec![
        Event::StageMoved { from: "new".into(), to: "contacted".into() },
        Event::Snoozed { until: at(20_200), why: "Ines asked for it".into() },
        Event::Lost { reason: "Price".into(), note: "The trustees said no".into() },
        Event::Reopened { why: "Ines called again".into() },
        Event::Disqualified { reason: "Vendor".into(), note: "Ines sells boilers".into() },
        Event::Won { value: Some(8_800_000) },
        Event::Bounced { address: "i.carvalho@larkfield.example".into() },
        Event::Overridden { score: 90, until: at(20_300), why: "Ines is a regular".into() },
        Event::OverrideEnded,
        Event::Woken,
        Event::Unsettled,
        Event::PlaybookApplied { version: 4, text: "[hours]".into(), back_to: Some(2) },
        Event::Unknown { kind: "sung".into(), raw: b"to Ines".to_vec() },
        Event::OfferShortened { accept_by: at(50) },
        Event::Withheld { sequence: "nurture".into() },
        Event::Rewritten {
            queued: 29,
            wording: Wording { subject: "Your boilers".into(), body: "Dear Ines".into() },
        },
        Event::Tagged { added: vec!["vip".into()], removed: vec!["trade_fair".into()] },
        Event::FileAttached { file: file() },
        Event::FileRemoved { id: file().id, name: file().name },
        Event::Answered {
            criterion: "need".into(),
            finding: Finding::Good,
            note: "Ines needs new boilers".into(),
            means: Means::Call,
        },
        Event::Answered {
            criterion: "budget".into(),
            finding: Finding::Weak,
            note: "Ines has 5000".into(),
            means: Means::Form,
        },
        Event::AnswerWithdrawn { criterion: "budget".into() },
        Event::Lacking { facts: vec!["email|phone".into()] },
        Event::Graded { grade: Some(Grade::Mql), why: "they fit".into() },
        Event::TakenOn,
        Event::SentBack { reason: "Not ready yet".into(), note: "Ines moves house".into() },
        Event::Misrouted {
            from: "maya".into(),
            rule: "Schools and public sector".into(),
            why: WrongOwner::Territory,
            note: "Ines works in Leeds".into(),
        },
        Event::OwnerJudged { right: false },
    ]
}
