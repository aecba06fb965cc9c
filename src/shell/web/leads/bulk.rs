//! Many leads changed at once, and taken back: each by a command of its own, so that every rule
//! holds for every lead, and what is refused for one is done for the others.

use super::columns::state_of;
use super::gather::PATIENCE;
use super::save::{Sent, value};
use super::sheet::Sheet;
use super::state::{State, url};
use super::{Notice, answer, filter};
use crate::command::Command;
use crate::language::Words;
use crate::lead::{Actor, Lead, LeadId};
use crate::shell::desk::{Answer, OnceKey, Order};
use crate::shell::error::{Error, Fault};
use crate::shell::house::House;
use crate::shell::search::{Ask, SearchFault};
use crate::shell::store::lists::{Bulk, BulkLead, BulkWhat, ListChange, Undone};
use crate::shell::store::office::Change;
use crate::shell::store::{Reading, Result as Stored};
use crate::shell::web::guard::Who;
use crate::shell::web::layout::Reader;
use crate::shell::web::parts::{away, icon};
use crate::shell::web::read;
use axum::extract::{Form, Path, State as Held};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::SignedDuration;
use maud::{Markup, html};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::task::JoinSet;
use uuid::Uuid;

/// Leads that are changed at once: ticked one by one, and all that a list is narrowed to.
const LEADS_MAX: usize = 200;
const WHOLE_MAX: usize = 2_000;

/// Leads that are found at once, where all of a list are changed.
const FOUND_AT_ONCE: usize = 200;

/// Commands that wait at the desk at the same time.
const AT_ONCE: usize = 50;

/// How long it can be taken back.
const UNDO_FOR: SignedDuration = SignedDuration::from_hours(24);

/// Entries since the change that are looked at; more of them are a change of somebody's.
const SINCE_MAX: usize = 100;

/// How a lead stands with a tag.
const ON: &str = "on";
const OFF: &str = "off";

/// Teammates, stages and tags that are offered.
const OFFERED_MAX: usize = 100;

/// What can be done with the leads that are ticked. Shown by the style sheet once one is.
pub fn bar(sheet: &Sheet) -> Markup {
    let words = sheet.words;
    let team = sheet.playbook.team.iter().filter(|mate| mate.active).take(OFFERED_MAX);
    let stages = sheet.playbook.pipeline.stages.iter().take(OFFERED_MAX);
    html! {
        div."card line bulk" role="region" aria-label=(words.say("leads-selected-region")) {
            b { output {} " " (words.say("leads-selected")) }
            span #whole data-region { (whole(sheet)) }
            @if sheet.playbook.only_one().is_none() {
                button.btn type="button" popovertarget="give" data-key="o" { (icon("swap")) (words.say("leads-give-to")) }
            }
            button.btn type="button" popovertarget="move" data-key="m" { (icon("board")) (words.say("leads-move-stage")) }
            @if sheet.playbook.tags.iter().any(|tag| tag.active) {
                button.btn type="button" popovertarget="tag" { (icon("plus")) (words.say("leads-tag")) }
                button.btn type="button" popovertarget="untag" { (icon("x")) (words.say("leads-untag")) }
            }
            button."btn quiet push" type="reset" { (icon("x")) (words.say("leads-clear")) }
            div.menu #give popover {
                @for mate in team {
                    button type="submit" name="do" value={ "give:" (mate.id) } { (mate.name) (away(mate, sheet.playbook, sheet.now, words)) }
                }
            }
            div.menu #tag popover {
                @for tag in sheet.playbook.tags.iter().filter(|tag| tag.active).take(OFFERED_MAX) {
                    button type="submit" name="do" value={ "tag:" (tag.key) } { (tag.label) }
                }
            }
            div.menu #untag popover {
                @for tag in sheet.playbook.tags.iter().take(OFFERED_MAX) {
                    button type="submit" name="do" value={ "untag:" (tag.key) } { (tag.label) }
                }
            }
            div.menu #move popover {
                @for stage in stages {
                    button type="submit" name="do" value={ "move:" (stage.key) } { (stage.name) }
                }
            }
        }
    }
}

/// The box by which all that the list is narrowed to are taken, where it goes on beyond this page.
fn whole(sheet: &Sheet) -> Markup {
    let total = sheet.list.total;
    let count = total.min(WHOLE_MAX);
    let key = if count < total { "leads-select-first" } else { "leads-select-whole" };
    let said = sheet.words.fill(key, &[("count", count.into()), ("total", total.into())]);
    html! {
        @if total > sheet.list.rows.len() {
            label.check { input type="checkbox" name="all" value="yes" data-count=(count); (said) }
        }
    }
}

/// `POST /leads/bulk`
pub async fn carry_out(
    Held(house): Held<Arc<House>>,
    who: Who,
    reader: Reader,
    Form(sent): Form<Sent>,
) -> Result<Response, Error> {
    let words = reader.words;
    let state = state_of(&sent);
    let ids = match value(&sent, "all") {
        "" => ids(&sent),
        _ => all_of(&house, &who, &state).await?,
    };
    let what = what(value(&sent, "do"));
    let wrong = match &what {
        _ if ids.is_empty() => Some(words.say("leads-bulk-none")),
        _ if ids.len() > LEADS_MAX && value(&sent, "all").is_empty() => {
            Some(words.fill("leads-bulk-too-many", &[("most", LEADS_MAX.into())]))
        }
        None => Some(words.say("leads-bulk-nothing")),
        Some(_) => None,
    };
    let (None, Some(what)) = (&wrong, what) else {
        let notice = Notice::Wrong(wrong.unwrap_or_default());
        let page = answer(&house, &who, reader, state, notice).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let id: Uuid = value(&sent, "once").parse().unwrap_or_else(|_| Uuid::now_v7());
    if read(&house, move |reading| reading.bulk(id)).await?.is_none() {
        let bulk = done(&house, &who, words, id, what, ids).await?;
        put(&house, id, bulk).await?;
    }
    Ok(Redirect::to(&told_at(&state, id)).into_response())
}

/// `POST /leads/bulk/{id}/undo`
pub async fn undo(
    Held(house): Held<Arc<House>>,
    who: Who,
    reader: Reader,
    Path(id): Path<Uuid>,
    Form(sent): Form<Sent>,
) -> Result<Response, Error> {
    let bulk = read(&house, move |reading| reading.bulk(id)).await?;
    let bulk = bulk.filter(|bulk| bulk.by == who.teammate).ok_or(Error::NotFound)?;
    if bulk.undone.is_none() {
        let undone = undone(&house, &who, reader.words, id, &bulk).await?;
        put(&house, id, Bulk { undone: Some(undone), ..bulk }).await?;
    }
    Ok(Redirect::to(&told_at(&state_of(&sent), id)).into_response())
}

/// The list with what was done.
fn told_at(state: &State, id: Uuid) -> String {
    let mut query = state.here();
    filter::append(&mut query, "done", &id.to_string());
    url(&query)
}

async fn put(house: &House, id: Uuid, bulk: Bulk) -> Result<(), Error> {
    let change = ListChange::PutBulk { id, bulk, now: house.desk.now() };
    house.desk.ask(Order::Office(vec![Change::List(change)])).await.map(drop)
}

/// The leads that were ticked, each once.
fn ids(sent: &Sent) -> Vec<LeadId> {
    let mut ids = Vec::new();
    for (_, value) in sent.iter().filter(|(name, _)| name == "lead") {
        if let Ok(id) = value.parse().map(LeadId)
            && !ids.contains(&id)
            && ids.len() <= LEADS_MAX
        {
            ids.push(id);
        }
    }
    ids
}

/// All that a list is narrowed to, in its order, as far as they are changed at once.
async fn all_of(house: &Arc<House>, who: &Who, state: &State) -> Result<Vec<LeadId>, Error> {
    let (house, seen) = (house.clone(), who.seen);
    let ask = state.ask(&who.teammate, house.desk.now());
    let mut ask = Ask { limit: FOUND_AT_ONCE, after: None, back: false, ..ask };
    let look = move || {
        house.search.wait_for(seen, PATIENCE);
        let finder = house.search.finder();
        let mut ids = Vec::new();
        while ids.len() < WHOLE_MAX {
            let found = finder.find(&ask)?;
            ids.extend(found.ids.iter().map(|(_, id)| LeadId(*id)));
            ask.after = found.next;
            if found.next.is_none() {
                break;
            }
        }
        ids.truncate(WHOLE_MAX);
        Ok::<_, SearchFault>(ids)
    };
    let ids = tokio::task::spawn_blocking(look).await;
    Ok(ids.map_err(Fault::of("searching"))?.map_err(Fault::of("searching"))?)
}

/// What a button asks for.
fn what(button: &str) -> Option<BulkWhat> {
    match button.split_once(':')? {
        ("give", to) => Some(BulkWhat::Give { to: to.to_owned() }),
        ("move", stage) => Some(BulkWhat::Move { stage: stage.to_owned() }),
        ("tag", tag) => Some(BulkWhat::Tag { tag: tag.to_owned() }),
        ("untag", tag) => Some(BulkWhat::Untag { tag: tag.to_owned() }),
        _ => None,
    }
}

/// How a lead stands in what is changed.
fn standing(lead: &Lead, what: &BulkWhat) -> String {
    match what {
        BulkWhat::Give { .. } => lead.owner_id().unwrap_or_default().to_owned(),
        BulkWhat::Move { .. } => lead.stage.clone(),
        BulkWhat::Tag { tag } | BulkWhat::Untag { tag } => match lead.tags.contains(tag) {
            true => ON.to_owned(),
            false => OFF.to_owned(),
        },
    }
}

/// How it is to stand afterwards.
fn wanted(what: &BulkWhat) -> &str {
    match what {
        BulkWhat::Give { to } => to,
        BulkWhat::Move { stage } => stage,
        BulkWhat::Tag { .. } => ON,
        BulkWhat::Untag { .. } => OFF,
    }
}

/// The command that makes a lead stand so, as a part of what is known by `once`.
fn command(what: &BulkWhat, standing: String, once: &str) -> Command {
    match what {
        BulkWhat::Give { .. } => Command::HandOn { to: standing, with: once.to_owned() },
        BulkWhat::Move { .. } => Command::Move { stage: standing, facts: BTreeMap::new() },
        BulkWhat::Tag { tag } | BulkWhat::Untag { tag } => {
            let (add, remove) = if standing == ON {
                (vec![tag.clone()], vec![])
            } else {
                (vec![], vec![tag.clone()])
            };
            Command::Tag { add, remove }
        }
    }
}

async fn done(
    house: &Arc<House>,
    who: &Who,
    words: Words,
    id: Uuid,
    what: BulkWhat,
    ids: Vec<LeadId>,
) -> Result<Bulk, Error> {
    let (asked, wished) = (ids.clone(), what.clone());
    let before = read(house, move |reading| before(reading, &asked, &wished)).await?;
    let once = format!("bulk:{id}");
    let commands = ids.iter().map(|id| (*id, command(&what, wanted(&what).to_owned(), &once)));
    let answers = ask_all(house, who, &once, commands.collect()).await;
    let mut bulk = Bulk {
        by: who.teammate.clone(),
        done: Vec::new(),
        refused: Vec::new(),
        already: 0,
        undone: None,
        expires_at: house.desk.now().saturating_add(UNDO_FOR).unwrap_or(jiff::Timestamp::MAX),
        what,
    };
    for id in ids {
        let was = before.get(&id).cloned().unwrap_or_default();
        match answers.get(&id) {
            // What stood so already is not changed, and nothing of it is to be taken back.
            Some(Ok(_)) if was == wanted(&bulk.what) => bulk.already += 1,
            Some(Ok(seq)) => bulk.done.push(BulkLead { id, before: was, seq: *seq }),
            Some(Err(error)) => bulk.refused.push((id, sentence(error, words))),
            None => bulk.refused.push((id, words.say("leads-bulk-fault"))),
        }
    }
    Ok(bulk)
}

fn before(reading: &Reading, ids: &[LeadId], what: &BulkWhat) -> Stored<BTreeMap<LeadId, String>> {
    let mut before = BTreeMap::new();
    for id in ids {
        before.extend(reading.lead(*id)?.map(|lead| (*id, standing(&lead, what))));
    }
    Ok(before)
}

async fn undone(
    house: &Arc<House>,
    who: &Who,
    words: Words,
    id: Uuid,
    bulk: &Bulk,
) -> Result<Undone, Error> {
    let changed = bulk.clone();
    let changed = read(house, move |reading| changed_since(reading, &changed)).await?;
    let mut undone = Undone { changed, ..Undone::default() };
    let once = format!("undo:{id}");
    let mut commands = Vec::new();
    for lead in bulk.done.iter().filter(|lead| !undone.changed.contains(&lead.id)) {
        match lead.before.is_empty() {
            true => undone.refused.push((lead.id, words.say("leads-bulk-no-before"))),
            false => commands.push((lead.id, command(&bulk.what, lead.before.clone(), &once))),
        }
    }
    let answers = ask_all(house, who, &once, commands).await;
    for (lead, answer) in answers {
        match answer {
            Ok(_) => undone.leads += 1,
            Err(error) => undone.refused.push((lead, sentence(&error, words))),
        }
    }
    Ok(undone)
}

/// The leads that somebody other than the house has changed since, or that stand otherwise now.
fn changed_since(reading: &Reading, bulk: &Bulk) -> Stored<Vec<LeadId>> {
    let mut changed = Vec::new();
    for done in &bulk.done {
        let stands = reading.lead(done.id)?.map(|lead| standing(&lead, &bulk.what));
        let since = reading.timeline(done.id, done.seq, SINCE_MAX)?;
        let by_house = since.len() < SINCE_MAX && since.iter().all(|one| one.by == Actor::House);
        if stands.as_deref() != Some(wanted(&bulk.what)) || !by_house {
            changed.push(done.id);
        }
    }
    Ok(changed)
}

/// Has commands carried out, some at the same time: the last entry about each lead, or why not.
async fn ask_all(
    house: &Arc<House>,
    who: &Who,
    once: &str,
    commands: Vec<(LeadId, Command)>,
) -> BTreeMap<LeadId, Result<u64, Error>> {
    let mut answers = BTreeMap::new();
    let mut asked = JoinSet::new();
    for (id, command) in commands {
        if asked.len() == AT_ONCE {
            take(asked.join_next().await, &mut answers);
        }
        let (house, by) = (house.clone(), who.actor());
        let once = Some(once_key(who, once, id));
        let order = Order::Lead { id, command, by, once };
        asked.spawn(async move { (id, house.desk.ask(order).await) });
    }
    while let Some(answer) = asked.join_next().await {
        take(Some(answer), &mut answers);
    }
    answers
}

type Joined = Result<(LeadId, Result<Answer, Error>), tokio::task::JoinError>;

fn take(joined: Option<Joined>, answers: &mut BTreeMap<LeadId, Result<u64, Error>>) {
    if let Some(Ok((id, answer))) = joined {
        answers.insert(id, answer.map(|answer| answer.seq()));
    }
}

/// By which the same change of the same lead, sent twice from one page, is carried out once.
fn once_key(who: &Who, what: &str, id: LeadId) -> OnceKey {
    let key_hash = Sha256::digest(format!("{what}:{id}")).to_vec();
    OnceKey { token: format!("page:{}", who.teammate), request_hash: key_hash.clone(), key_hash }
}

fn sentence(error: &Error, words: Words) -> String {
    match error {
        Error::Faulted(_) => words.say("leads-bulk-fault"),
        error => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_are_taken_once_and_not_without_end() {
        let lead = |id: &str| ("lead".to_owned(), id.to_owned());
        let sent = vec![lead("7"), lead("x"), lead("7"), lead("9"), ("do".into(), "8".into())];
        assert_eq!(ids(&sent), [LeadId(7), LeadId(9)]);
        let many = (1..5_000).map(|id| lead(&id.to_string())).collect();
        assert_eq!(ids(&many).len(), LEADS_MAX + 1);
    }

    #[test]
    fn a_button_says_what_it_does() {
        assert_eq!(what("give:tom"), Some(BulkWhat::Give { to: "tom".into() }));
        assert_eq!(what("move:won:x"), Some(BulkWhat::Move { stage: "won:x".into() }));
        assert_eq!(what("untag:vip"), Some(BulkWhat::Untag { tag: "vip".into() }));
        assert_eq!([what("burn:all"), what("give")], [None, None]);
    }
}
