//! One teammate: what is set for them, saved unless somebody else was faster.

use super::form::{self, Reach, away_lines, changed};
use super::leave::SURE;
use super::{Role, roles_of};
use crate::language::Words;
use crate::lead::words::fault;
use crate::playbook::{
    Playbook, Pool, SKILL_CHARS_MAX, SKILLS_MAX, Teammate, hints_without, listed,
};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::guard::Who;
use crate::shell::web::layout::{Place, Reader, Screen, app};
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::parts::{Field, State as Tone, alert, beside, field, icon, zone_input};
use crate::shell::web::staff::{self, NAME_MAX, ONE_AT_A_TIME};
use crate::shell::web::{away, invited, read, week};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The field that says which playbook the form was drawn from.
const BASE: &str = "base";

/// What the page is told in its address.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Saved {
    saved: bool,
}

/// `GET /team/{id}`
pub async fn show(
    State(house): State<Arc<House>>,
    Path(id): Path<String>,
    who: Who,
    reader: Reader,
    Query(told): Query<Saved>,
) -> Result<Markup, Error> {
    let in_force = house.playbook();
    let mate = in_force.playbook.teammate(&id).ok_or(Error::NotFound)?;
    let reach = Reach::of(&who, mate);
    if who.role < Role::Manager && reach == Reach::Nothing {
        return Err(Error::NotAllowed);
    }
    let sent = form::values(&in_force.playbook, mate).into_iter().collect();
    Page {
        house: &house,
        who: &who,
        reach,
        mate,
        base: in_force.version,
        sent: &sent,
        wrong: None,
        changed: &[],
        saved: told.saved,
    }
    .draw(reader)
    .await
}

/// `POST /team/{id}`
pub async fn save(
    State(house): State<Arc<House>>,
    Path(id): Path<String>,
    who: Who,
    reader: Reader,
    sent: Sent,
) -> Result<Response, Error> {
    let words = reader.words;
    let _turn = ONE_AT_A_TIME.lock().await;
    let in_force = house.playbook();
    let mate = in_force.playbook.teammate(&id).ok_or(Error::NotFound)?;
    let reach = Reach::of(&who, mate);
    if reach == Reach::Nothing {
        return Err(Error::NotAllowed);
    }
    let again = async |status: StatusCode, wrong: Option<&Wrong>, changed: &[String]| {
        let page = Page {
            house: &house,
            who: &who,
            reach,
            mate,
            base: in_force.version,
            sent: &sent,
            wrong,
            changed,
            saved: false,
        };
        Ok::<_, Error>((status, page.draw(reader).await?).into_response())
    };
    let before = seen(&house, &id, sent.number(BASE)).await?;
    let now = form::values(&in_force.playbook, mate);
    let others = before.map_or(Vec::new(), |before| changed(&before, &now, words));
    if !others.is_empty() {
        return again(StatusCode::CONFLICT, None, &others).await;
    }
    let today = in_force.playbook.calendar().day_of(house.desk.now());
    let wanted = match form::read(&in_force.playbook, mate, &sent, (today, words), reach) {
        Ok(wanted) => wanted,
        Err(wrong) => return again(StatusCode::UNPROCESSABLE_ENTITY, Some(&wrong), &[]).await,
    };
    match staff::change(&house, who.actor(), |playbook| wanted.write(playbook)).await {
        Ok(()) => Ok(Redirect::to(&format!("/team/{id}?saved=true")).into_response()),
        Err(error @ Error::Playbook(_)) => {
            again(StatusCode::UNPROCESSABLE_ENTITY, Some(&Wrong::of(&error, words)), &[]).await
        }
        Err(error) => Err(error),
    }
}

/// What stood in the form when it was drawn; `None` where that cannot be told.
async fn seen(
    house: &House,
    id: &str,
    base: Option<u64>,
) -> Result<Option<BTreeMap<String, String>>, Error> {
    let Some(base) = base.and_then(|base| u32::try_from(base).ok()) else { return Ok(None) };
    if base == house.playbook().version {
        return Ok(None);
    }
    let text = read(house, move |reading| reading.playbook_version(base)).await?;
    let playbook = text.and_then(|text| Playbook::from_text(&text).ok());
    Ok(playbook.and_then(|old| old.teammate(id).map(|mate| form::values(&old, mate))))
}

/// `POST /team/{id}/password`
pub async fn renew(
    State(house): State<Arc<House>>,
    Path(id): Path<String>,
    who: Who,
) -> Result<Redirect, Error> {
    let in_force = house.playbook();
    let mate = in_force.playbook.active(&id).ok_or(Error::NotFound)?;
    let wanted = mate.id.clone();
    let users = read(&house, |reading| reading.users()).await?;
    let user = users.into_iter().find(|user| user.teammate == wanted && !user.disabled);
    let secret = invited::renew(&house, &who, mate, &user.ok_or(Error::NotFound)?).await?;
    Ok(Redirect::to(&format!("/team?link={secret}#made")))
}

struct Page<'a> {
    house: &'a House,
    who: &'a Who,
    reach: Reach,
    mate: &'a Teammate,
    base: u32,
    sent: &'a Sent,
    wrong: Option<&'a Wrong>,
    changed: &'a [String],
    saved: bool,
}

impl Page<'_> {
    async fn draw(&self, reader: Reader) -> Result<Markup, Error> {
        let words = reader.words;
        let in_force = self.house.playbook();
        let playbook = &in_force.playbook;
        let id = self.mate.id.clone();
        let (loads, users) =
            read(self.house, |reading| Ok((reading.loads()?, reading.users()?))).await?;
        let open = loads.get(&id).map_or(0, |load| load.open);
        let has_account = users.iter().any(|user| user.teammate == id && !user.disabled);
        let locked = self.reach == Reach::Nothing;
        let (is_self, is_manager) =
            (self.mate.id == self.who.teammate, self.who.role >= Role::Manager);
        let body = html! {
            div.stack {
                p.line {
                    @if is_self { a.btn.quiet href="/me" { (icon("left")) (words.say("me-title")) } }
                    @if is_manager { a.btn.quiet href="/team" { (icon("left")) (words.say("team-title")) } }
                }
                @if self.saved { div.alert data-state="ok" role="status" { (icon("check")) p { (words.say("team-saved")) } } }
                (self.said(words))
                div.cols {
                    form.stack action={ "/team/" (id) } method="post" {
                        input type="hidden" name=(BASE) value=(self.base);
                        fieldset.stack disabled[locked] {
                            @if self.reach != Reach::Hours { (self.about(playbook, words)) }
                            (self.hours(playbook, words))
                            (self.away(playbook, words))
                            @if self.reach != Reach::Hours { (self.weights(playbook, words)) }
                        }
                        @if !locked { div.line { button.btn.primary type="submit" { (words.say("team-save")) } } }
                    }
                    div.stack {
                        @if self.mate.active && has_account && self.who.role == Role::Owner { (self.password(words)) }
                        @if self.mate.active && self.reach >= Reach::Settings && !is_self { (self.leaving(playbook, words, open)) }
                    }
                }
            }
        };
        let title = self.mate.name.clone();
        Ok(app(self.house, self.who, reader, Screen::new(Place::Elsewhere, &title), body))
    }

    fn said(&self, words: Words) -> Markup {
        html! {
            @if !self.changed.is_empty() {
                div.alert data-state="late" role="alert" {
                    (icon("warn"))
                    div {
                        p { (words.say("team-changed")) }
                        ul { @for line in self.changed { li { (line) } } }
                    }
                }
            }
            @if let Some(wrong) = self.wrong {
                (alert(Tone::Late, html! {
                    @if wrong.field.is_empty() { (wrong.sentence) } @else { a href={ "#f-" (wrong.field) } { (wrong.sentence) } }
                    " " (words.say("setup-kept"))
                }))
            }
        }
    }

    fn error(&self, name: &str) -> &str {
        self.wrong.filter(|wrong| wrong.field == name).map_or("", |wrong| &wrong.sentence)
    }

    fn about(&self, playbook: &Playbook, words: Words) -> Markup {
        let (name, cap) = (words.say("team-name"), words.say("team-cap"));
        let most = playbook.routing.open_unaccepted_max.into();
        let hint = words.fill("team-cap-hint", &[("most", most)]);
        let may_change_role = self.reach == Reach::Role;
        html! {
            section.card.stack.tight {
                (field(Field { name: "name", label: &name, value: self.sent.get("name"), error: self.error("name"), autocomplete: "off", required: true, longest: NAME_MAX, ..Field::default() }))
                p { span.label { (words.say("login-email")) } " " (self.mate.email) }
                div.field {
                    label for="f-role" { (words.say("team-role")) }
                    select.input #f-role name="role" disabled[!may_change_role] {
                        @let roles = if may_change_role { roles_of(self.who) } else { vec![self.mate.role] };
                        @for role in roles {
                            option value=(role.key()) selected[self.sent.get("role") == role.key()] { (words.say(invited::called(role))) }
                        }
                    }
                }
                (self.other("backup", "team-backup", "team-backup-hint", playbook, words))
                (self.other("manager", "team-manager", "team-manager-hint", playbook, words))
                (self.skills(playbook, words))
                (field(Field { name: "cap", label: &cap, hint: &hint, value: self.sent.get("cap"), error: self.error("cap"), autocomplete: "off", longest: 5, ..Field::default() }))
            }
        }
    }

    fn skills(&self, playbook: &Playbook, words: Words) -> Markup {
        let known: Vec<String> =
            form::known_skills(playbook).into_iter().take(SKILLS_MAX).collect();
        let hint = match known.is_empty() {
            true => words.say("team-skills-hint"),
            false => words.fill("team-skills-known", &[("skills", known.join(", ").into())]),
        };
        let label = words.say("team-skills");
        field(Field {
            name: "skills",
            label: &label,
            hint: &hint,
            value: self.sent.get("skills"),
            error: self.error("skills"),
            autocomplete: "off",
            longest: SKILLS_MAX * (SKILL_CHARS_MAX + 2),
            ..Field::default()
        })
    }

    /// Another teammate, or nobody.
    fn other(
        &self,
        name: &str,
        label: &str,
        hint: &str,
        playbook: &Playbook,
        words: Words,
    ) -> Markup {
        let chosen = self.sent.get(name);
        let others = playbook.team.iter().filter(|mate| mate.id != self.mate.id);
        let gone = playbook.teammate(chosen).filter(|mate| !mate.active);
        let said = |key: &str| {
            gone.map_or(String::new(), |mate| {
                words.fill(key, &[("name", mate.name.as_str().into())])
            })
        };
        html! {
            div.field {
                label for={ "f-" (name) } { (words.say(label)) }
                select.input #{ "f-" (name) } name=(name) aria-describedby={ "f-" (name) "-h" } {
                    option value="" { (words.say("team-nobody")) }
                    @if gone.is_some() { option value=(chosen) selected { (said("team-has-left")) } }
                    @for mate in others.filter(|mate| mate.active) {
                        option value=(mate.id) selected[mate.id == chosen] { (mate.name) }
                    }
                }
                (beside(&format!("f-{name}-h"), &said("team-stand-in-left"), &words.say(hint)))
            }
        }
    }

    fn zone(&self, playbook: &Playbook, words: Words) -> Markup {
        let business = [("zone", playbook.business.zone().into())];
        let (value, error) = (self.sent.get("time_zone"), self.error("time_zone"));
        html! {
            div."field below" {
                label for="f-time_zone" { (words.say("team-zone")) }
                (zone_input(value, false, error))
                (beside("f-time_zone-h", error, &words.fill("team-zone-hint", &business)))
            }
        }
    }

    fn hours(&self, playbook: &Playbook, words: Words) -> Markup {
        html! {
            section.ledger {
                header { h2 { (words.say("team-own-hours")) } }
                (self.zone(playbook, words))
                label.check {
                    input type="checkbox" name="own_hours" value="1" checked[self.sent.is_on("own_hours")];
                    span { (words.say("team-own-hours-on")) }
                }
                (week::table(self.sent, words, self.wrong))
            }
        }
    }

    fn away(&self, playbook: &Playbook, words: Words) -> Markup {
        let is_self = self.mate.id == self.who.teammate;
        let hint = away::hint(playbook, self.mate, is_self, words);
        html! {
            section.ledger {
                header { h2 { (words.say("team-away")) } }
                p.hint { (hint) }
                @for nth in 0..away_lines(self.sent) {
                    @let from = format!("away_{nth}_from");
                    @let to = format!("away_{nth}_to");
                    div."line below" {
                        input.input.fit type="date" #{ "f-" (from) } name=(from) value=(self.sent.get(&from)) aria-label=(words.fill("team-away-from", &[("number", (nth + 1).into())]));
                        "–"
                        input.input.fit type="date" name=(to) value=(self.sent.get(&to)) aria-label=(words.fill("team-away-to", &[("number", (nth + 1).into())]));
                    }
                    (beside(&format!("f-{from}-h"), self.error(&from), ""))
                }
            }
        }
    }

    fn weight(&self, name: &str, pools: &str, more: &str) -> Markup {
        html! {
            label for={ "f-" (name) } { b { (pools) } @if !more.is_empty() { br; span.mute { (more) } } }
            input.input.pt.push #{ "f-" (name) } name=(name) inputmode="numeric" maxlength="3" autocomplete="off" value=(self.sent.get(name))
                aria-invalid=[(!self.error(name).is_empty()).then_some("true")] aria-describedby={ "f-" (name) "-h" };
            (beside(&format!("f-{name}-h"), self.error(name), ""))
        }
    }

    fn weights(&self, playbook: &Playbook, words: Words) -> Markup {
        let open = playbook.routing.pools.iter().filter(|pool| pool.members.is_empty());
        let open: Vec<&str> = open.map(|pool| pool.name.as_str()).collect();
        html! {
            section.ledger {
                header { h2 { (words.say("team-weights")) } }
                ul.items {
                    @for pool in playbook.routing.pools.iter().filter(|pool| !pool.members.is_empty()) {
                        li { (self.weight(&format!("weight_{}", pool.key), &pool.name, &needs(pool, words))) }
                    }
                    @if !open.is_empty() {
                        li { (self.weight("weight", &open.join(", "), &words.say("team-weights-all"))) }
                    }
                }
                p.hint { (words.say("team-weights-hint")) }
            }
        }
    }

    fn password(&self, words: Words) -> Markup {
        html! {
            form.card.stack.tight action={ "/team/" (self.mate.id) "/password" } method="post" {
                h2 { (words.say("team-password")) }
                p.mute { (words.say("team-password-how")) }
                p { button.btn type="submit" { (icon("link")) (words.say("team-password-make")) } }
            }
        }
    }

    fn leaving(&self, playbook: &Playbook, words: Words, open: u32) -> Markup {
        let others = playbook.team.iter().filter(|mate| mate.active && mate.id != self.mate.id);
        let others: Vec<&Teammate> = others.collect();
        let leans_on = |mate: &&&Teammate| [&mate.backup, &mate.manager].contains(&&self.mate.id);
        let lean: Vec<&str> =
            others.iter().filter(leans_on).map(|mate| mate.name.as_str()).collect();
        let with = [("count", open.into())];
        let then = hints_without(playbook, &self.mate.id);
        html! {
            form.card.stack.tight action={ "/team/" (self.mate.id) "/let-go" } method="post" {
                h2 { (words.say("team-leave")) }
                p.mute { (words.fill("team-leave-how", &with)) }
                @if !then.is_empty() {
                    div.alert data-state="soon" {
                        (icon("warn"))
                        div { p { (words.say("team-leave-then")) } @for hint in &then { p { (fault(words, &hint.sentence)) } } }
                    }
                }
                div.field {
                    label for="f-to" { (words.say("team-leave-to")) }
                    select.input #f-to name="to" {
                        option value="" { (words.say("team-leave-rules")) }
                        @for mate in &others { option value=(mate.id) { (mate.name) } }
                    }
                }
                @if !lean.is_empty() {
                    div.field {
                        label for="f-instead" { (words.fill("team-leave-instead", &[("names", lean.join(", ").into())])) }
                        select.input #f-instead name="instead" {
                            option value="" { (words.say("team-nobody")) }
                            @for mate in &others { option value=(mate.id) { (mate.name) } }
                        }
                    }
                }
                label.check {
                    input type="checkbox" name=(SURE) value="1" required;
                    span { (words.fill("team-leave-sure", &[("name", self.mate.name.as_str().into())])) }
                }
                p { button.btn type="submit" { (icon("out")) (words.say("team-leave-do")) } }
            }
        }
    }
}

/// What somebody must be able to do to take a lead from a pool.
fn needs(pool: &Pool, words: Words) -> String {
    match pool.skills.is_empty() {
        true => String::new(),
        false => words.fill("team-pool-needs", &[("skills", listed(&pool.skills).into())]),
    }
}
