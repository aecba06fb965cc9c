//! Somebody leaves: their leads go on to others, and their account opens nothing any more.

use super::form::Reach;
use crate::command::Command;
use crate::language::Words;
use crate::lead::{Actor, LeadFate, LeadId};
use crate::playbook::{Playbook, Role};
use crate::shell::desk::{Desk, Order};
use crate::shell::error::{Error, Fault};
use crate::shell::house::House;
use crate::shell::store::office::{Change, User};
use crate::shell::web::guard::Who;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::Sent;
use crate::shell::web::read;
use crate::shell::web::staff::{self, ONE_AT_A_TIME};
use axum::extract::{Path, State};
use axum::response::Redirect;
use std::sync::Arc;

/// Leads looked through, and handed on, at once.
const AT_ONCE: usize = 200;

/// The field with which whoever presses says that they mean it.
pub const SURE: &str = "sure";

/// `POST /team/{id}/let-go`
pub async fn leave(
    State(house): State<Arc<House>>,
    Path(id): Path<String>,
    who: Who,
    reader: Reader,
    sent: Sent,
) -> Result<Redirect, Error> {
    // Handing on many leads may take longer than somebody waits for a page; it is finished all the same.
    let leaving =
        tokio::spawn(async move { send_off(&house, &id, &who, &sent, reader.words).await });
    let (id, handed) = leaving.await.map_err(Fault::of("handing leads on"))??;
    Ok(Redirect::to(&format!("/team?left={id}&handed={handed}")))
}

async fn send_off(
    house: &Arc<House>,
    id: &str,
    who: &Who,
    sent: &Sent,
    words: Words,
) -> Result<(String, usize), Error> {
    let (to, instead) = (sent.trimmed("to"), sent.trimmed("instead"));
    let _turn = ONE_AT_A_TIME.lock().await;
    let in_force = house.playbook();
    let playbook = &in_force.playbook;
    let mate = playbook.active(id).ok_or(Error::NotFound)?;
    if Reach::of(who, mate) < Reach::Settings || mate.id == who.teammate {
        return Err(Error::NotAllowed);
    }
    if !sent.is_on(SURE) {
        let unsure = words.fill("team-leave-unsure", &[("name", mate.name.as_str().into())]);
        return Err(Error::not_understood(SURE, unsure));
    }
    for (place, heir) in [("to", to), ("instead", instead)] {
        if !heir.is_empty() && (heir == id || playbook.active(heir).is_none()) {
            return Err(Error::not_understood(place, words.say("team-leave-to-wrong")));
        }
    }
    let users = read(house, |reading| reading.users()).await?;
    let owners = other_owners(playbook, &users, id);
    let heir = match to {
        "" => owners.first().cloned().unwrap_or_else(|| who.teammate.clone()),
        to => to.to_owned(),
    };
    if mate.role == Role::Owner && owners.is_empty() {
        return Err(Error::not_understood("to", words.say("team-leave-last-owner")));
    }
    let mut handed = 0;
    if !to.is_empty() {
        handed += hand_on(house, id, Some(to), who.actor()).await?;
    }
    staff::change(house, who.actor(), |playbook| {
        if let Some(mate) = playbook.team.iter_mut().find(|mate| mate.id == id) {
            mate.active = false;
        }
        if playbook.routing.fallback == id {
            playbook.routing.fallback = heir;
        }
        let above = playbook.managers_of(instead).into_iter().map(|one| one.id.clone());
        let above: Vec<String> = above.collect();
        for mate in &mut playbook.team {
            // Nobody stands in for themselves, or is led by whom they lead.
            let backup = if mate.id == instead { "" } else { instead };
            let manager = if above.contains(&mate.id) { "" } else { backup };
            for (stand_in, heir) in [(&mut mate.backup, backup), (&mut mate.manager, manager)] {
                if *stand_in == id {
                    heir.clone_into(stand_in);
                }
            }
        }
    })
    .await?;
    let mut changes = Vec::new();
    for user in users.into_iter().filter(|user| user.teammate == id) {
        changes.push(Change::EndSessionsOf { email: user.email.clone() });
        changes.push(Change::DropInvitations { email: user.email.clone() });
        changes.push(Change::PutUser(User { disabled: true, ..user }));
    }
    house.desk.ask(Order::Office(changes)).await?;
    handed += hand_on(house, id, None, who.actor()).await?;
    Ok((id.to_owned(), handed))
}

/// The teammates behind the other accounts of owners who may sign in.
fn other_owners(playbook: &Playbook, users: &[User], but: &str) -> Vec<String> {
    let users = users.iter().filter(|user| user.teammate != but && !user.disabled);
    let is_owner = |id: &str| playbook.active(id).is_some_and(|mate| mate.role == Role::Owner);
    users.map(|user| user.teammate.clone()).filter(|id| is_owner(id)).collect()
}

/// Hands on every open lead of somebody, to one person or by the rules. Answers how many.
async fn hand_on(
    house: &Arc<House>,
    from: &str,
    to: Option<&str>,
    by: Actor,
) -> Result<usize, Error> {
    let (from, to) = (from.to_owned(), to.map(str::to_owned));
    let with = format!("{from} left");
    let handing = move |desk: &Desk| {
        let (mut after, mut handed) = (LeadId(0), 0);
        loop {
            let (last, theirs) = theirs(desk, &from, after)?;
            let Some(last) = last else { return Ok(handed) };
            after = last;
            let order = |id| {
                let (command, by) = match &to {
                    Some(to) => {
                        (Command::HandOn { to: to.clone(), with: with.clone() }, by.clone())
                    }
                    None => (Command::Review, Actor::House),
                };
                Order::Lead { id, command, by, once: None }
            };
            let count = theirs.len();
            for answer in desk.ask_behind(theirs.into_iter().map(order).collect()) {
                match answer {
                    // What was closed or given away in between is nobody's business any more.
                    Ok(_) | Err(Error::Refused(_)) => {}
                    Err(error) => return Err(error),
                }
            }
            handed += count;
        }
    };
    house.desk.look_aside("handing leads on", handing).await
}

/// The open leads of somebody among the next few, and the last one looked at.
fn theirs(desk: &Desk, from: &str, after: LeadId) -> Result<(Option<LeadId>, Vec<LeadId>), Error> {
    let reading = desk.store().read()?;
    let ids = reading.lead_ids_after(after, AT_ONCE)?;
    let last = ids.last().copied();
    let mut theirs = Vec::new();
    for id in ids {
        let summary = reading.summary(id)?;
        let is_theirs = |owner: Option<&str>, fate| owner == Some(from) && fate == LeadFate::Open;
        if summary.is_some_and(|one| is_theirs(one.owner.as_deref(), one.fate)) {
            theirs.push(id);
        }
    }
    Ok((last, theirs))
}
