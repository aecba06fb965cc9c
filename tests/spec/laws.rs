//! What holds in every house: under any playbook that passes its check, whatever happens.
//!
//! The lives are drawn from a fixed seed, lived once, and each law is asked of all of them. A
//! broken law names the life, so that it can be lived again.

mod rules;
mod world;

use crate::golden;
use crate::sim::Sim;
use jiff::{SignedDuration, Timestamp};
use leadstead::capability::{Contact, Situation};
use leadstead::command::Command;
use leadstead::decide::{decide, due};
use leadstead::language::{Language, Words};
use leadstead::lead::redact::redacted;
use leadstead::lead::{
    Actor, Delivery, Entry, Event, Lead, LeadId, Seq, Subject, TaskKind, Verdict, words,
};
use leadstead::playbook::Playbook;
use leadstead::rows::summary;
use leadstead::scoring::{Group, falls, ledger};
use leadstead::shell::desk::{InForce, mark};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use rules::{Rules, rules};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};
use world::{Act, PEOPLE, acts, happens, playbooks};

/// How many lives are lived; each is a house of its own. `LIVES=1000` in the environment draws more,
/// of which the first are always the same.
fn lives() -> usize {
    std::env::var("LIVES").ok().and_then(|lives| lives.parse().ok()).unwrap_or(150)
}

/// A house and everything that is to be asked of it.
struct Life {
    sim: Sim,
    pauses: Vec<Pause>,
    journal: Vec<Entry>,
    /// Letters that waited when the post came back for good.
    waiting: BTreeSet<Seq>,
}

/// The leads at one moment at which nothing is due.
struct Pause {
    now: Timestamp,
    in_force: Arc<InForce>,
    leads: Vec<(Lead, Contact)>,
}

static EVERY: LazyLock<Vec<Life>> = LazyLock::new(|| {
    let mut runner = TestRunner::deterministic();
    let mut draw = |_| {
        let strategy = (playbooks(), acts(), 0..168_i64, proptest::option::of(rules()));
        strategy.new_tree(&mut runner).expect("nothing is filtered out").current()
    };
    let lived = |(playbook, acts, hour, rules): (Playbook, Vec<Act>, i64, Option<Rules>)| {
        let playbook = match rules {
            Some(rules) => rules.put_into(playbook),
            None => playbook,
        };
        lived(playbook, &acts, hour)
    };
    (0..lives()).map(&mut draw).map(lived).collect()
});

fn lived(playbook: Playbook, acts: &[Act], hour: i64) -> Life {
    let mut sim = Sim::with("2026-05-04T00:00", playbook);
    sim.minutes(60 * hour);
    let mut pauses = Vec::new();
    for act in acts {
        happens(&mut sim, act);
        if matches!(act, Act::Passes { .. }) {
            pauses.push(pause(&sim));
        }
    }
    sim.mend_post();
    let waiting = sim.leads().into_iter().flat_map(|id| sim.lead(id).outbox);
    let waiting = waiting.map(|delivery| delivery.seq).collect();
    sim.days(40);
    pauses.push(pause(&sim));
    let journal = sim.journal();
    Life { sim, pauses, journal, waiting }
}

fn pause(sim: &Sim) -> Pause {
    let reading = sim.house.store.read().expect("memory");
    let contact = |lead: &Lead| match mark(&sim.house.links.house_key, &lead.profile.email) {
        Some(mark) => reading.contact(&mark).expect("memory"),
        None => Contact::default(),
    };
    let leads = sim.leads().into_iter().map(|id| sim.lead(id));
    let leads = leads.map(|lead| (lead.clone(), contact(&lead))).collect();
    Pause { now: sim.now(), in_force: sim.house.in_force.clone(), leads }
}

/// What a review of a lead would write at a moment.
fn reviewed(pause: &Pause, lead: &Lead, contact: &Contact, at: Timestamp) -> Vec<Event> {
    let (loads, turns) = (BTreeMap::new(), BTreeMap::new());
    let situation = Situation {
        playbook: &pause.in_force.playbook,
        version: pause.in_force.version,
        loads: &loads,
        turns: &turns,
        kin: Vec::new(),
        contact: contact.clone(),
    };
    let decided = decide(lead.clone(), 1 << 40, Command::Review, Actor::House, &situation, at);
    let entries = decided.expect("a review is never refused").entries;
    entries.into_iter().map(|entry| entry.event).collect()
}

/// Asks something of every lead at every pause.
fn at_every_pause(ask: impl Fn(&Pause, &Lead, &Contact) -> Result<(), String>) {
    for (nth, life) in EVERY.iter().enumerate() {
        for pause in &life.pauses {
            for (lead, contact) in &pause.leads {
                if let Err(why) = ask(pause, lead, contact) {
                    let now = life.sim.wall(pause.now);
                    panic!("life {nth}, {now}, {why}\n{}", life.sim.story(lead.id));
                }
            }
        }
    }
}

/// Reads every journal entry by entry: the life, its lead before the entry, and the entry.
fn at_every_entry(mut ask: impl FnMut(usize, &Life, &Lead, &Entry)) {
    for (nth, life) in EVERY.iter().enumerate() {
        let mut leads: BTreeMap<LeadId, Lead> = BTreeMap::new();
        for entry in &life.journal {
            let Subject::Lead(id) = entry.subject else { continue };
            let lead = leads.entry(id).or_insert_with(|| Lead::unborn(id));
            ask(nth, life, lead, entry);
            lead.apply(entry);
        }
    }
}

#[test]
fn the_lives_are_worth_asking() {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    at_every_entry(|_, _, _, entry| {
        *kinds.entry(words::kind_of(&entry.event)).or_default() += 1;
    });
    // All but the journal's own, the house's own, and the one that must never be.
    assert!(kinds.len() >= golden::story::KINDS - 3, "{kinds:?}");
}

#[test]
fn every_lead_comes_to_rest() {
    at_every_entry(|nth, life, lead, entry| {
        let story = || life.sim.story(lead.id);
        assert_ne!(entry.event, Event::Unsettled, "life {nth}\n{}", story());
    });
}

#[test]
fn a_settled_lead_is_silent_until_its_due_and_speaks_at_it() {
    at_every_pause(|pause, lead, contact| {
        // An opt-out on another lead of theirs is heard of at the next look.
        if contact.opted_out_at > lead.opted_out_at {
            return Ok(());
        }
        let said = reviewed(pause, lead, contact, pause.now);
        if !said.is_empty() {
            return Err(format!("it was not settled: {said:?}"));
        }
        let Some(due) = due(lead, &pause.in_force.playbook) else { return Ok(()) };
        if due <= pause.now {
            return Err(format!("it is overdue since {due}"));
        }
        let before = due - SignedDuration::from_millis(1);
        let said = reviewed(pause, lead, contact, before.max(pause.now));
        if !said.is_empty() {
            return Err(format!("it speaks before its due: {said:?}"));
        }
        let said = reviewed(pause, lead, contact, due);
        let spoke = !said.is_empty() && !said.contains(&Event::Unsettled);
        if spoke { Ok(()) } else { Err(format!("it is silent when due at {due}: {said:?}")) }
    });
}

#[test]
fn the_moment_at_which_a_tier_falls_is_true_and_none_is_kept_back() {
    at_every_pause(|pause, lead, _| {
        let playbook = &pause.in_force.playbook;
        let tier = |at: Timestamp| ledger(lead, playbook, at).tier;
        let (now, next) = (tier(pause.now), falls(lead, playbook, pause.now));
        let is_lower = |at: Timestamp| tier(at) < now;
        let second = SignedDuration::from_secs(1);
        let is_true = match next {
            Some(at) => at > pause.now && is_lower(at) && !is_lower(at - second),
            None if !lead.is_open() => true,
            None => {
                let days = (0..400).map(|day| pause.now + SignedDuration::from_hours(24 * day));
                !days.into_iter().any(is_lower)
            }
        };
        if is_true {
            Ok(())
        } else {
            Err(format!("it is {now:?} now, and said to fall at {next:?}"))
        }
    });
    let told = EVERY.iter().flat_map(|life| &life.pauses).flat_map(|pause| {
        let playbook = &pause.in_force.playbook;
        pause.leads.iter().map(|(lead, _)| falls(lead, playbook, pause.now))
    });
    assert!(told.flatten().count() > 10);
}

#[test]
fn every_open_lead_has_one_owner_who_works_here_and_a_next_step_or_a_stated_reason() {
    at_every_pause(|pause, lead, _| {
        if !lead.is_open() {
            return Ok(());
        }
        let owner = lead.owner_id().and_then(|owner| pause.in_force.playbook.active(owner));
        if owner.is_none() {
            return Err(format!("nobody here owns it: {:?}", lead.owner));
        }
        let held = |at: Timestamp| pause.now.duration_since(at) < SignedDuration::from_hours(168);
        let goes_on = |it: &leadstead::lead::Enrolment| it.held_at.is_none_or(held);
        let comes_next = lead.quiet
            || lead.promise.is_some()
            || lead.snoozed.is_some()
            || !lead.tasks.is_empty()
            || lead.enrolment.as_ref().is_some_and(goes_on)
            || lead.outbox.iter().any(|delivery| !delivery.letter.asked_for);
        if comes_next { Ok(()) } else { Err("nothing comes next".into()) }
    });
}

/// Asks something of every letter that left: the life, its lead before, the delivery, and the entry.
fn of_every_letter(mut ask: impl FnMut(usize, &Life, &Lead, &Delivery, &Entry)) {
    at_every_entry(|nth, life, lead, entry| {
        let Event::Delivered { queued, .. } = &entry.event else { return };
        let delivery = lead.outbox.iter().find(|delivery| delivery.seq == *queued);
        ask(nth, life, lead, delivery.expect("what is carried was waiting"), entry);
    });
}

#[test]
fn nobody_who_opted_out_is_written_to_unless_they_ask_again() {
    let mut lives: BTreeMap<usize, BTreeMap<String, Timestamp>> = BTreeMap::new();
    at_every_entry(|nth, life, lead, entry| match &entry.event {
        Event::OptedOut { address, .. } => {
            let out = lives.entry(nth).or_default();
            out.insert(address.to_lowercase(), entry.at);
        }
        Event::Delivered { queued, .. } => {
            let delivery = lead.outbox.iter().find(|delivery| delivery.seq == *queued);
            let letter = &delivery.expect("what is carried was waiting").letter;
            let out = lives.entry(nth).or_default().get(&letter.to.to_lowercase());
            let asked_again = letter.asked_for && lead.last_inbound_at > out.copied();
            let story = || life.sim.story(lead.id);
            assert!(out.is_none() || asked_again, "life {nth}: {out:?}\n{}", story());
        }
        _ => {}
    });
}

#[test]
fn nobody_is_written_to_after_the_end_or_before_being_woken() {
    of_every_letter(|nth, life, lead, _, _| {
        assert!(lead.is_open() && !lead.quiet, "life {nth}\n{}", life.sim.story(lead.id));
    });
}

#[test]
fn nobody_gets_more_letters_a_week_by_itself_than_the_playbook_allows() {
    let week = SignedDuration::from_hours(168);
    let mut gone: BTreeMap<(usize, String), Vec<Timestamp>> = BTreeMap::new();
    let mut by_hand = BTreeSet::new();
    at_every_entry(|nth, _, _, entry| {
        if let Event::Released { queued } = entry.event {
            by_hand.insert((nth, queued));
        }
    });
    of_every_letter(|nth, life, lead, delivery, entry| {
        if delivery.letter.asked_for {
            return;
        }
        let times = gone.entry((nth, delivery.letter.to.to_lowercase())).or_default();
        let recent = times.iter().filter(|at| entry.at.duration_since(**at) < week).count();
        let most = life.sim.playbook().followup.letters_a_week_max as usize;
        let allowed = recent < most || by_hand.contains(&(nth, delivery.seq));
        assert!(allowed, "life {nth}: {recent} of {most}\n{}", life.sim.story(lead.id));
        times.push(entry.at);
    });
}

#[test]
fn nobody_is_marketed_to_who_has_not_agreed_to_it() {
    let mut playbooks: BTreeMap<(usize, u32), Playbook> = BTreeMap::new();
    of_every_letter(|nth, life, lead, delivery, entry| {
        let Some(step) = &delivery.letter.step else { return };
        let playbook = playbooks
            .entry((nth, entry.playbook))
            .or_insert_with(|| life.sim.playbook_of(entry.playbook));
        let needs = playbook.sequence(&step.sequence).is_some_and(|it| it.needs_consent);
        assert!(!needs || lead.consent.is_some(), "life {nth}\n{}", life.sim.story(lead.id));
    });
}

#[test]
fn no_letter_is_carried_twice() {
    for life in EVERY.iter() {
        let identities: BTreeSet<&str> =
            life.sim.sent.iter().map(|(_, mail)| mail.message_id.as_str()).collect();
        assert_eq!(identities.len(), life.sim.sent.len());
    }
}

#[test]
fn the_outbox_empties_once_the_post_works() {
    for (nth, life) in EVERY.iter().enumerate() {
        let leads: Vec<Lead> = life.sim.leads().into_iter().map(|id| life.sim.lead(id)).collect();
        // What somebody holds waits for them.
        let left = leads
            .iter()
            .flat_map(|lead| lead.outbox.iter().filter(|delivery| !lead.holds_back(delivery)));
        let still: Vec<Seq> =
            left.map(|delivery| delivery.seq).filter(|seq| life.waiting.contains(seq)).collect();
        assert_eq!(still, Vec::<Seq>::new(), "life {nth}");
    }
}

#[test]
fn every_table_equals_the_journal_read_again() {
    for (nth, life) in EVERY.iter().enumerate() {
        let (store, playbook) = (&life.sim.house.store, life.sim.playbook());
        let verdict = store.verify(playbook).expect("memory");
        assert_eq!(verdict.differences, 0, "life {nth}: {:#?}", verdict.told);
        store.rebuild(playbook, &mut |_| ()).expect("memory");
        let again = store.verify(playbook).expect("memory");
        assert_eq!(again, verdict, "life {nth}: {:#?}", again.told);
    }
}

#[test]
fn every_score_is_the_sum_of_its_ledger() {
    let mut playbooks: BTreeMap<(usize, u32), Playbook> = BTreeMap::new();
    at_every_entry(|nth, life, lead, entry| {
        let Event::Scored { score, tier, .. } = &entry.event else { return };
        let playbook = playbooks
            .entry((nth, entry.playbook))
            .or_insert_with(|| life.sim.playbook_of(entry.playbook));
        let ledger = ledger(lead, playbook, entry.at);
        let story = || life.sim.story(lead.id);
        assert_eq!((*score, *tier), (ledger.score, ledger.tier), "life {nth}\n{}", story());
        let groups = Group::ALL.map(|group| ledger.group(group, &playbook.scoring.caps));
        let floor = ledger.floor.as_ref().map_or(0.0, |floor| floor.adds);
        let set = ledger.set.as_ref().map_or(0.0, |set| set.adds);
        let sum = groups.iter().sum::<f64>() + ledger.taught.unwrap_or_default() + floor + set;
        let rounded = (sum + 0.5 + 1e-9).floor().clamp(0.0, 100.0) as u8;
        assert_eq!(*score, rounded, "life {nth}: {sum}\n{}", story());
    });
}

#[test]
fn a_list_shows_the_score_that_the_ledger_proves_on_any_day() {
    for (nth, life) in EVERY.iter().enumerate() {
        let playbook = life.sim.playbook();
        for lead in life.sim.leads().into_iter().map(|id| life.sim.lead(id)) {
            let row = summary(&lead, playbook);
            for days in [0, 1, 3, 9, 20, 60].map(|days| SignedDuration::from_hours(days * 24)) {
                let then = life.sim.now() + days;
                let proved = match lead.is_open() {
                    true => ledger(&lead, playbook, then).score,
                    false => lead.score(),
                };
                let story = || life.sim.story(lead.id);
                assert_eq!(row.score_at(playbook, then), proved, "life {nth}\n{}", story());
            }
        }
    }
}

#[test]
fn every_reason_that_the_house_gives_is_known_in_every_language() {
    let german = Words::of(Language::German);
    at_every_entry(|nth, _, _, entry| {
        for why in reasons_of_the_house(entry) {
            let said = words::passed_over(german, &why);
            // What a mail server says comes from outside.
            let is_ours = !why.is_empty() && !why.starts_with("The mail server");
            assert!(!is_ours || said != why, "life {nth}: nobody knows “{why}” in German");
        }
    });
}

/// What the house itself gives as a reason, or asks for, in an entry.
fn reasons_of_the_house(entry: &Entry) -> Vec<String> {
    match &entry.event {
        Event::Flagged { why, .. }
        | Event::HandedOver { why }
        | Event::OfferStood { why }
        | Event::TaskDropped { why, .. }
        | Event::Postponed { why, .. }
        | Event::Skipped { why, .. }
        | Event::Deferred { why, .. }
        | Event::Dropped { why, .. } => vec![why.clone()],
        Event::TaskAdded {
            kind: TaskKind::Answer | TaskKind::NextStep | TaskKind::Complete,
            text,
            ..
        } if entry.by == Actor::House => vec![text.clone()],
        Event::Reopened { why } if entry.by == Actor::House => vec![why.clone()],
        Event::Assigned { decision, .. } if decision.rule != "by hand" => {
            let excluded = decision.candidates.iter().filter_map(|one| match &one.verdict {
                Verdict::Excluded(why) => Some(why),
                Verdict::Chosen | Verdict::Eligible => None,
            });
            let passed_over = decision.passed_over.iter().map(|(_, why)| why);
            passed_over.chain(excluded).chain([&decision.occasion]).cloned().collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn every_entry_can_be_said_and_an_erased_one_names_nobody() {
    let names: BTreeSet<String> = PEOPLE
        .iter()
        .flat_map(|(name, email, phone, _)| {
            [name.split(' ').next_back(), Some(*email), Some(*phone)]
        })
        .flatten()
        .filter(|word| word.len() > 3)
        .map(str::to_lowercase)
        .collect();
    at_every_entry(|nth, _, _, entry| {
        let once = redacted(entry);
        assert_eq!(redacted(&once), once);
        assert!(
            words::sentence(entry, &|_, _| None, Words::default())
                .ends_with(['.', '”', '?', '!', '…'])
        );
        let left = format!("{once:?} {}", words::sentence(&once, &|_, _| None, Words::default()))
            .to_lowercase();
        let named = names.iter().find(|name| left.contains(*name));
        assert_eq!(named, None, "life {nth}: {left}");
    });
}
