//! Random playbooks, and random lives of the strangers and teammates who meet under them.

use super::rules::passes;
use crate::learned::taught;
use crate::sim::{Sim, pool_of, team_of};
use jiff::civil::{Date, Time, date};
use jiff::{SignedDuration, ToSpan};
use leadstead::command::{Command, NewAnswer, NextStep};
use leadstead::lead::hours::{Day, Week};
use leadstead::lead::{
    Channel, Direction, Finding, Lead, LeadId, Outcome, TaskKind, Tier, Touch, Wording, WrongOwner,
};
use leadstead::playbook::learned::Counts;
use leadstead::playbook::{Away, Count, Playbook, Tag, Tone};
use leadstead::shell::outbox::mail::CarryFault;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeMap;

const TEAM: [&str; 5] = ["maya", "tom", "priya", "omar", "lena"];

/// Name, address, number and further facts of people who write, some of whom share one of them.
pub const PEOPLE: [(&str, &str, &str, &str); 7] = [
    ("Zebedee Quill", "zebedee@quill.example", "020 7946 0011", ""),
    ("Z. Quill", "Zebedee@Quill.example", "020 7946 0012", "role=Head+of+estates"),
    ("Ottoline Quill", "ottoline@quill.example", "020 7946 0011", "country=Japan&consent=yes"),
    (
        "Barnaby Thrupp",
        "barnaby@thrupp.example",
        "",
        "company=Thrupp+Ltd&role=Director&consent=yes",
    ),
    ("Barnaby Thrupp", "", "+1 212 555 0143", "country=US&state=NY"),
    ("Philippa Wraxall", "philippa@wraxall.example", "+49 30 901820", ""),
    ("", "wraxall@wraxall.example", "+49 30 901820", "company_size=200&consent=yes"),
];

const WORDS: [&str; 5] =
    ["Please send a quote", "Hello", "Could we see a demo?", "Please call me", "When?"];

/// Something that happens.
#[derive(Clone, Debug)]
pub enum Act {
    Writes { person: usize, source: &'static str, words: usize },
    Touches { lead: usize, who: usize, touch: (Channel, Direction, Outcome), hours_ago: i64 },
    Asks { lead: usize, who: usize, what: Ask },
    LooksAtPrices { lead: usize },
    OptsOut { lead: usize },
    Post(Post),
    Playbook(Change),
    Passes { minutes: i64 },
}

/// What a teammate asks for.
#[derive(Clone, Debug)]
pub enum Ask {
    Accept,
    Give { to: usize },
    Move { stage: usize },
    Win,
    Lose,
    Disqualify,
    Reopen,
    Hold,
    Resume,
    Enrol { sequence: usize },
    Snooze { days: i64 },
    Note,
    Plan { days: i64 },
    Finish,
    Address { person: usize },
    Rewrite,
    Release,
    Discard,
    Answer { criterion: usize, finding: usize },
    Withdraw { criterion: usize },
    TakeOn,
    SendBack,
    Misroute,
    JudgeOwner { right: bool },
    Score { score: u8, days: i64 },
    Unscore,
}

/// How the post is.
#[derive(Clone, Copy, Debug)]
pub enum Post {
    Works,
    Down,
    Refuses,
}

/// What the owner of the house changes.
#[derive(Clone, Debug)]
pub enum Change {
    Leaves { mate: usize },
    Returns { mate: usize },
    Away { mate: usize, days: i64 },
    Points { asked: i32 },
    Day { nth: usize, later: u32 },
    Week(Week),
    Zone(&'static str),
    Forgets { sequence: usize },
    Clocks,
    Learns(Counts),
}

/// Any playbook a house might have.
pub fn playbooks() -> impl Strategy<Value = Playbook> {
    let team = (1..=TEAM.len(), proptest::collection::vec(1..=3_u32, 5), 1..=6_u32);
    let time = (weeks(), proptest::collection::vec(0..60_i64, 0..6), zones());
    let sequence = (proptest::collection::btree_set(1..40_u32, 5), 1..=3_u32, 1..=7_u32);
    let tiers = proptest::collection::btree_set(5..=95_u8, 3);
    let clock = (1..=600_u32, any::<bool>(), any::<bool>(), 1..=60_u32, any::<bool>());
    let away = proptest::collection::vec((0..5_usize, 0..40_i64, 0..10_i64), 0..3);
    let counts = proptest::collection::btree_map(behaviours(), (1..4_u32, 1..30_u32), 0..4);
    (team, time, sequence, tiers, clock, away, counts).prop_map(|parts| {
        let ((count, weights, cap), (week, holidays, zone), (days, letters, stale), ..) = &parts;
        let (.., tiers, (respond, business, same_day, accept, on_call), away, counts) = &parts;
        let mut playbook = team_of(&TEAM[..*count]);
        let (key, label) = ("vip".to_owned(), "VIP".to_owned());
        playbook.tags = vec![Tag { key, label, tone: Tone::Grey, active: true }];
        playbook.business.time_zone = (*zone).into();
        playbook.hours.week = week.clone();
        playbook.hours.holidays = holidays.iter().map(|nth| day(*nth)).collect();
        let members: Vec<(&str, u32)> =
            TEAM[..*count].iter().copied().zip(weights.iter().copied()).collect();
        playbook.routing.pools[0] = pool_of("everyone", &members);
        playbook.routing.pools[1] = pool_of("senior", &members[..count.div_ceil(2)]);
        playbook.routing.open_unaccepted_max = *cap;
        for (step, day) in playbook.sequences[0].steps.iter_mut().zip(days) {
            step.day = *day;
        }
        playbook.followup.letters_a_week_max = *letters;
        playbook.followup.stale_after_days = *stale;
        let tiers: Vec<u8> = tiers.iter().copied().collect();
        playbook.scoring.tiers =
            leadstead::playbook::Tiers { medium: tiers[0], high: tiers[1], urgent: tiers[2] };
        let count_of = |(most, days): (u32, u32)| Count { most: Some(most), days: Some(days) };
        let counts = counts.iter().map(|(key, set)| ((*key).to_owned(), count_of(*set)));
        playbook.scoring.counts = counts.collect();
        playbook.sla.on_call = *on_call;
        let high = playbook.sla.clock.get_mut(&Tier::High).expect("the starter has one");
        high.respond_minutes = *respond;
        high.business_time = *business;
        high.same_day = *same_day;
        high.accept_minutes = Some(*accept.min(respond));
        for (mate, from, days) in away.iter().filter(|(mate, ..)| mate < count) {
            playbook.team[*mate].away.push(Away { from: day(*from), to: day(from + days) });
        }
        playbook
    })
}

fn behaviours() -> impl Strategy<Value = &'static str> {
    select(vec!["asked", "reply", "price_view", "open", "webinar"])
}

fn day(nth: i64) -> Date {
    date(2026, 5, 4).saturating_add(nth.days())
}

fn weeks() -> impl Strategy<Value = Week> {
    let at = |hour| Time::constant(hour, 0, 0, 0);
    let shift = Day(vec![(at(8), at(12)), (at(13), at(17))]);
    let short = Week { tue: shift.clone(), sat: shift, ..Week::default() };
    select(vec![Week::working_days(at(9), at(17)), Week::always(), short])
}

fn zones() -> impl Strategy<Value = &'static str> {
    select(vec!["Europe/London", "Asia/Tokyo", "America/New_York", "Pacific/Chatham", "UTC"])
}

/// Anything that may happen in a house.
pub fn acts() -> impl Strategy<Value = Vec<Act>> {
    proptest::collection::vec(act(), 10..45)
}

fn act() -> impl Strategy<Value = Act> {
    let sources = select(vec!["website", "quote", "demo", "linkedin", "import", "partner", "api"]);
    let lead = 0..12_usize;
    let who = 0..TEAM.len();
    let touch = (channels(), directions(), select(Outcome::ALL.to_vec()));
    prop_oneof![
        6 => (0..PEOPLE.len(), sources, 0..WORDS.len())
            .prop_map(|(person, source, words)| Act::Writes { person, source, words }),
        5 => (lead.clone(), who.clone(), touch, select(vec![0, 0, 0, 3, 90]))
            .prop_map(|(lead, who, touch, hours_ago)| Act::Touches { lead, who, touch, hours_ago }),
        8 => (lead.clone(), who, asks())
            .prop_map(|(lead, who, what)| Act::Asks { lead, who, what }),
        4 => lead.clone().prop_map(|lead| Act::LooksAtPrices { lead }),
        1 => lead.prop_map(|lead| Act::OptsOut { lead }),
        2 => select(vec![Post::Works, Post::Down, Post::Refuses]).prop_map(Act::Post),
        1 => changes().prop_map(Act::Playbook),
        8 => minutes().prop_map(|minutes| Act::Passes { minutes }),
    ]
}

/// From a minute to four weeks, most of them short.
fn minutes() -> impl Strategy<Value = i64> {
    prop_oneof![1..30_i64, 30..600_i64, 600..4_320_i64, 4_320..40_320_i64]
}

fn channels() -> impl Strategy<Value = Channel> {
    select(Channel::ALL.to_vec())
}

fn directions() -> impl Strategy<Value = Direction> {
    select(vec![Direction::Inbound, Direction::Outbound])
}

fn asks() -> impl Strategy<Value = Ask> {
    prop_oneof![
        2 => Just(Ask::Accept),
        1 => (0..TEAM.len()).prop_map(|to| Ask::Give { to }),
        2 => (0..6_usize).prop_map(|stage| Ask::Move { stage }),
        2 => select(vec![Ask::Win, Ask::Lose, Ask::Disqualify]),
        2 => Just(Ask::Reopen),
        5 => select(vec![Ask::Hold, Ask::Resume]),
        2 => (0..3_usize).prop_map(|sequence| Ask::Enrol { sequence }),
        1 => (1..40_i64).prop_map(|days| Ask::Snooze { days }),
        2 => Just(Ask::Note),
        2 => Just(Ask::Rewrite),
        1 => (0..30_i64).prop_map(|days| Ask::Plan { days }),
        3 => Just(Ask::Finish),
        1 => (0..PEOPLE.len()).prop_map(|person| Ask::Address { person }),
        2 => select(vec![Ask::Release, Ask::Discard]),
        3 => (0..4_usize, 0..3_usize)
            .prop_map(|(criterion, finding)| Ask::Answer { criterion, finding }),
        1 => (0..4_usize).prop_map(|criterion| Ask::Withdraw { criterion }),
        2 => select(vec![Ask::TakeOn, Ask::SendBack]),
        2 => Just(Ask::Misroute),
        1 => select(vec![true, false]).prop_map(|right| Ask::JudgeOwner { right }),
        2 => (60..=100_u8, 1..30_i64).prop_map(|(score, days)| Ask::Score { score, days }),
        1 => Just(Ask::Unscore),
    ]
}

fn changes() -> impl Strategy<Value = Change> {
    let mate = 1..TEAM.len();
    prop_oneof![
        mate.clone().prop_map(|mate| Change::Leaves { mate }),
        mate.clone().prop_map(|mate| Change::Returns { mate }),
        (mate, 1..10_i64).prop_map(|(mate, days)| Change::Away { mate, days }),
        (0..60_i32).prop_map(|asked| Change::Points { asked }),
        (0..5_usize, 1..9_u32).prop_map(|(nth, later)| Change::Day { nth, later }),
        weeks().prop_map(Change::Week),
        zones().prop_map(Change::Zone),
        (0..3_usize).prop_map(|sequence| Change::Forgets { sequence }),
        Just(Change::Clocks),
        select(&Counts::ALL[..]).prop_map(Change::Learns),
    ]
}

/// Lets one thing happen; what cannot be is refused and changes nothing.
pub fn happens(sim: &mut Sim, act: &Act) {
    let leads = sim.leads();
    let one = |nth: usize| leads.get(nth % leads.len().max(1)).copied();
    let who = |nth: usize| TEAM[nth % sim.playbook().team.len()];
    match act {
        Act::Writes { person, source, words } => writes(sim, *person, source, WORDS[*words]),
        Act::Passes { minutes } => sim.minutes(*minutes),
        Act::Post(post) => sim.post_says = says(*post),
        Act::Playbook(change) => {
            let mut rules = sim.playbook().clone();
            changed(&mut rules, change);
            if passes(&rules) {
                sim.apply(|playbook| *playbook = rules);
            }
        }
        Act::LooksAtPrices { lead } => {
            // An offer that still waits for its yes may have to be taken sooner by it.
            let waits = |lead: &Lead| {
                let by = lead.owner.as_ref().filter(|it| !it.accepted).and_then(|it| it.accept_by);
                by.is_some_and(|by| by > sim.now())
            };
            let offered: Vec<LeadId> =
                leads.iter().copied().filter(|id| waits(&sim.lead(*id))).collect();
            let Some(lead) = offered.get(lead % offered.len().max(1)).copied() else { return };
            (0..3).for_each(|_| sim.shows(lead, Channel::Visit, "/pricing"));
        }
        Act::OptsOut { lead } => {
            let lead = one(*lead).filter(|lead| sim.lead(*lead).profile.email.contains('@'));
            lead.into_iter().for_each(|lead| sim.opts_out(lead));
        }
        Act::Touches { lead, who: nth, touch: (channel, direction, outcome), hours_ago } => {
            let Some(lead) = one(*lead) else { return };
            let at = sim.now() - SignedDuration::from_hours(*hours_ago);
            let text = "120".into();
            let touch =
                Touch { channel: *channel, direction: *direction, outcome: *outcome, text, at };
            drop(sim.does(who(*nth), lead, Command::Touch { touch, task: None, next: None }));
        }
        Act::Asks { lead, who: nth, what } => {
            let fitting: Vec<LeadId> =
                leads.iter().copied().filter(|id| fits(&sim.lead(*id), what)).collect();
            let Some(lead) = fitting.get(lead % fitting.len().max(1)).copied() else { return };
            let who = who(*nth);
            if let Some(command) = asked(sim, lead, what) {
                drop(sim.does(who, lead, command));
            }
            if matches!(what, Ask::Note) {
                lays_down(sim, who, lead);
            }
        }
    }
}

/// Who writes something down also lays a file beside it and puts a tag on, or takes both away.
fn lays_down(sim: &mut Sim, who: &str, lead: LeadId) {
    let before = sim.lead(lead);
    let vip = || vec!["vip".to_owned()];
    let is_on = before.tags.contains("vip");
    let (add, remove) = if is_on { (vec![], vip()) } else { (vip(), vec![]) };
    drop(sim.does(who, lead, Command::Tag { add, remove }));
    sim.attach(who, lead, "Thrupp.pdf", b"%PDF of Thrupp");
    if let Some(old) = before.files.first() {
        drop(sim.does(who, lead, Command::Detach { id: old.file.id }));
    }
}

fn writes(sim: &mut Sim, person: usize, source: &str, words: &str) {
    let (name, email, phone, more) = PEOPLE[person];
    let form = format!("name={name}&email={email}&phone={phone}&message={words}&{more}");
    let form = form.replace(' ', "+");
    let json =
        format!(r#"{{"name":"{name}","email":"{email}","phone":"{phone}","message":"{words}"}}"#);
    match source {
        "linkedin" | "import" => {
            let row = [name, email, phone, words].map(str::to_owned).to_vec();
            sim.import(source, &["Name", "Email", "Phone", "Message"], &[row]);
        }
        "partner" | "api" => drop(sim.fate(source, "application/json", &json)),
        _ => drop(sim.fate(source, "application/x-www-form-urlencoded", &form)),
    }
}

fn says(post: Post) -> Option<CarryFault> {
    match post {
        Post::Works => None,
        Post::Down => Some(CarryFault::temporary("The mail server does not answer.")),
        Post::Refuses => Some(CarryFault::of_the_address("550 There is no such mailbox.")),
    }
}

fn changed(playbook: &mut Playbook, change: &Change) {
    let count = playbook.team.len();
    match change {
        Change::Leaves { mate } if *mate < count => playbook.team[*mate].active = false,
        Change::Returns { mate } if *mate < count => playbook.team[*mate].active = true,
        Change::Away { mate, days } if *mate < count => {
            let away = Away { from: day(7), to: day(7 + days) };
            playbook.team[*mate].away.push(away);
        }
        Change::Points { asked } => drop(playbook.scoring.points.insert("asked".into(), *asked)),
        Change::Day { nth, later } => {
            let steps = playbook.sequences.first_mut().map_or(&mut [][..], |it| &mut it.steps);
            steps.iter_mut().skip(*nth).for_each(|step| step.day += later);
        }
        Change::Week(week) => playbook.hours.week = week.clone(),
        Change::Zone(zone) => playbook.business.time_zone = (*zone).into(),
        Change::Forgets { sequence } if *sequence < playbook.sequences.len() => {
            let gone = playbook.sequences.remove(*sequence).key;
            if playbook.qualification.nurture == gone {
                playbook.qualification.nurture.clear();
            }
            playbook.sequences.iter_mut().filter(|it| it.then == gone).for_each(|it| {
                it.then = String::new();
            });
        }
        Change::Clocks => playbook.sla.clock.clear(),
        Change::Learns(counts) => playbook.scoring.learned = Some(taught(*counts)),
        Change::Leaves { .. }
        | Change::Returns { .. }
        | Change::Away { .. }
        | Change::Forgets { .. } => {}
    }
}

/// Whether there is any sense in asking this, so that rare things happen often enough.
fn fits(lead: &Lead, what: &Ask) -> bool {
    match what {
        Ask::Accept | Ask::Score { .. } => lead.owner.as_ref().is_some_and(|owner| !owner.accepted),
        Ask::Reopen => !lead.is_open(),
        Ask::Hold => lead.enrolment.is_some(),
        Ask::Resume => lead.enrolment.as_ref().is_some_and(|it| it.held.is_some()),
        Ask::TakeOn | Ask::SendBack => lead.is_open() && lead.handed_over_at.is_some(),
        Ask::Finish => !lead.tasks.is_empty(),
        Ask::Withdraw { .. } => lead.is_open() && !lead.answers.is_empty(),
        Ask::JudgeOwner { .. } => lead.first_owner.is_some(),
        Ask::Unscore => lead.set_score.is_some(),
        Ask::Rewrite | Ask::Release | Ask::Discard => !lead.outbox.is_empty(),
        Ask::Give { .. }
        | Ask::Move { .. }
        | Ask::Win
        | Ask::Lose
        | Ask::Disqualify
        | Ask::Answer { .. }
        | Ask::Misroute
        | Ask::Enrol { .. }
        | Ask::Snooze { .. }
        | Ask::Note
        | Ask::Plan { .. }
        | Ask::Address { .. } => lead.is_open(),
    }
}

fn asked(sim: &Sim, id: LeadId, what: &Ask) -> Option<Command> {
    let lead = sim.lead(id);
    let in_days = |days: i64| sim.now() + SignedDuration::from_hours(24 * days);
    let queued = lead.outbox.first().map(|delivery| delivery.seq);
    Some(match what {
        Ask::Accept => Command::Accept,
        Ask::Give { to } => Command::Give { to: TEAM[*to].into(), why: "their street".into() },
        Ask::Move { stage } => Command::Move {
            stage: {
                let stages = &sim.playbook().pipeline.stages;
                stages[stage % stages.len()].key.clone()
            },
            facts: BTreeMap::new(),
        },
        Ask::Win => {
            let in_hand = ["payment_confirmed", "kickoff_booked"];
            let facts = in_hand.map(|key| (key.to_owned(), "yes".to_owned())).into();
            Command::Win { value: Some(100), facts }
        }
        Ask::Lose => Command::Lose { reason: "Price".into(), note: "Quill said no".into() },
        Ask::Disqualify => Command::Disqualify { reason: "Vendor".into(), note: String::new() },
        Ask::Reopen => Command::Reopen { why: "they called".into() },
        Ask::Hold => Command::Hold { why: "they asked for it".into() },
        Ask::Resume => Command::Resume,
        Ask::Enrol { sequence } => {
            Command::Enrol { sequence: sim.playbook().sequences.get(*sequence)?.key.clone() }
        }
        Ask::Snooze { days } => Command::Snooze { until: in_days(*days), why: "later".into() },
        Ask::Note => Command::Note { text: "Spoke of Thrupp".into(), next: None },
        Ask::Plan { days } => {
            let due_at = in_days(*days);
            match lead.tasks.first().filter(|_| days % 2 == 0) {
                Some(task) => Command::MoveTask { task: task.seq, due_at },
                None => {
                    let (kind, text) = (TaskKind::Call, "Call them".into());
                    Command::AddTask(NextStep { kind, text, due_at })
                }
            }
        }
        Ask::Finish => {
            let task = lead.tasks.first()?.seq;
            Command::FinishTask { task, outcome: "done".into(), next: None }
        }
        Ask::Address { person } => {
            let changes = match person % 3 {
                0 => ["email", "phone"].map(|key| (key.to_owned(), String::new())).into(),
                _ => [("email".to_owned(), PEOPLE[*person].1.to_owned())].into(),
            };
            Command::Edit { changes, seen: None }
        }
        Ask::Rewrite => {
            let body = "Dear Quill. To hear no more: {{ unsubscribe_link }}".into();
            let wording = Wording { subject: "Your quote".into(), body };
            Command::Rewrite { queued: queued?, wording }
        }
        Ask::Release => Command::Release { queued: queued? },
        Ask::Discard => Command::Discard { queued: queued? },
        Ask::Answer { criterion, finding } => Command::Answer(NewAnswer {
            criterion: sim.playbook().qualification.criteria[*criterion].key.clone(),
            finding: Finding::ALL[*finding],
            note: "Quill said so".into(),
        }),
        Ask::Withdraw { criterion } => {
            let answered: Vec<&String> = lead.answers.keys().collect();
            let criterion = (*answered.get(criterion % answered.len().max(1))?).clone();
            Command::Withdraw { criterion }
        }
        Ask::Misroute => Command::Misroute { why: WrongOwner::Product, note: String::new() },
        Ask::JudgeOwner { right } => Command::JudgeOwner { right: *right },
        Ask::Score { score, days } => {
            let (until, why) = (in_days(*days), "Quill is a friend".into());
            Command::Override { score: *score, until, why }
        }
        Ask::Unscore => Command::EndOverride,
        Ask::TakeOn => Command::TakeOn,
        Ask::SendBack => {
            Command::SendBack { reason: "Not ready yet".into(), note: "Quill waits".into() }
        }
    })
}
