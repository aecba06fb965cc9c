//! What own history teaches: learned on request, shown with how good it was, and let count as far as
//! somebody decides.

mod lesson;
mod looks_at;

use super::super::versions::settling;
use super::proof::{self, Past};
use super::{TRIED, Told, changed_meanwhile, is_tried, made_from, open, page, saved, try_first};
use crate::language::Words;
use crate::playbook::Playbook;
use crate::playbook::learned::{Counts, Learned};
use crate::scoring::learn::NoReport;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::learning::{self, Learnt};
use crate::shell::web::Web;
use crate::shell::web::guard::Who;
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::Sent;
use crate::shell::web::parts::{State as Mood, alert, icon};
use crate::shell::web::staff::{self, ONE_AT_A_TIME};
use crate::shell::web::times::Times;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use std::sync::Arc;
use std::time::Duration;

pub const HERE: &str = "/settings/scoring/learned";

/// How long whoever asks waits; a long history goes on without them.
const WAIT: Duration = Duration::from_secs(2);

/// What stands for no model in the form.
const NONE: &str = "none";

/// `GET /settings/scoring/learned`
pub async fn show(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Query(told): Query<Told>,
) -> Result<Markup, Error> {
    let said = saved(&told, reader.words);
    draw(&house, &who, reader, said, None).await
}

/// A choice that was tried on the leads that have ended.
struct Tried {
    /// Which model, by when it was learned, and what it is to count for.
    of: String,
    counts: String,
    /// The model that would come into force.
    draft: u64,
    past: Arc<Past>,
}

/// `POST /settings/scoring/learned`: learns from the leads that have ended.
pub async fn learn(State(house): State<Arc<House>>) -> Redirect {
    learning::begin(&house);
    house.learning.wait(WAIT).await;
    Redirect::to(HERE)
}

/// `POST /settings/scoring/learned/use`: lets what was learned count, for more or less, or not at all.
pub async fn apply(
    State(web): State<Web>,
    who: Who,
    reader: Reader,
    sent: Sent,
) -> Result<Response, Error> {
    let house = &web.house;
    let _turn = ONE_AT_A_TIME.lock().await;
    let live = house.playbook();
    let before = made_from(house, sent.number("base")).await?;
    let is_new = |before: Playbook| before.scoring.learned != live.playbook.scoring.learned;
    if before.is_some_and(is_new) {
        let (status, said) = changed_meanwhile(reader.words);
        return Ok((status, draw(house, &who, reader, said, None).await?).into_response());
    }
    let known = live.playbook.scoring.learned.iter().cloned().chain(lesson::of(house));
    let mut known = known.filter(|one| one.learned_at.to_string() == sent.trimmed("of"));
    let counts = Counts::ALL.into_iter().find(|counts| counts.key() == sent.trimmed("counts"));
    let learned = match (known.next(), counts) {
        (Some(one), Some(counts)) => Some(Learned { counts, ..one }),
        (Some(_), None) if sent.trimmed("counts") == NONE => None,
        _ => return Ok(Redirect::to(HERE).into_response()),
    };
    let mut draft = live.playbook.clone();
    draft.scoring.learned.clone_from(&learned);
    let draft = draft.sealed();
    if !is_tried(&draft, &live.playbook, &sent) {
        let [of, counts] = ["of", "counts"].map(|name| sent.trimmed(name).to_owned());
        let model = draft.model;
        let past = proof::read_past(&web, live, Arc::new(draft)).await?;
        let tried = Tried { of, counts, draft: model, past };
        let said = try_first(reader.words);
        return Ok(draw(house, &who, reader, said, Some(tried)).await?.into_response());
    }
    let is_held_against_the_past = draft.model != live.playbook.model;
    let now = house.clock.now();
    staff::change(house, who.actor(), |playbook| {
        playbook.scoring.learned = learned;
        if is_held_against_the_past {
            playbook.scoring.reviewed = Some(now);
        }
    })
    .await?;
    Ok(Redirect::to("/settings/scoring/learned?saved=true").into_response())
}

async fn draw(
    house: &Arc<House>,
    who: &Who,
    reader: Reader,
    said: Markup,
    tried: Option<Tried>,
) -> Result<Markup, Error> {
    let words = reader.words;
    let live = house.playbook();
    let calendar = live.playbook.calendar();
    let times = Times::of(words, house.clock.now(), calendar.zone());
    let in_force = live.playbook.scoring.learned.as_ref();
    let state = house.learning.state();
    let tried = tried.as_ref();
    let body = html! {
        p { a.line href=(super::HERE) { (icon("left")) (words.say("learned-back")) } }
        (said)
        (settling(house, words).await?)
        @if let Some(tried) = tried {
            (open::section(tried.past.open.as_ref(), &live.playbook.scoring.tiers, words))
            (proof::section(&tried.past, &live.playbook.scoring.tiers, &times))
        }
        section."card stack tight" #learn {
            h2 { (words.say("learned-title")) }
            p.hint { (words.say("learned-how")) }
            (standing(&state, in_force.is_some(), words))
            form action=(HERE) method="post" {
                button.btn type="submit" { (icon("insights")) (words.say("learned-learn")) }
            }
        }
        @if let Learnt::Lesson(lesson) = &state {
            (lesson::section(lesson, &live, tried, &times))
        }
        @if let Some(learned) = in_force {
            section."card stack tight" #in-force {
                h2 { (words.say("learned-in-force")) }
                p { (origin(learned, &times)) }
                (choice(learned, live.version, tried, words, true))
            }
            (looks_at::section(&learned.model, &live.playbook, words))
        }
    };
    Ok(page(house, who, reader, super::HERE, body))
}

/// What came of learning, where it was no lesson.
fn standing(state: &Learnt, has_model: bool, words: Words) -> Markup {
    let under_way = || {
        html! {
            div.alert role="status" {
                (icon("info"))
                p.grow { (words.say("learned-under-way")) " " a href=(HERE) { (words.say("learned-look-again")) } }
            }
        }
    };
    match state {
        Learnt::NotYet if has_model => html! {},
        Learnt::NotYet => html! { p.mute { (words.say("learned-not-yet")) } },
        Learnt::UnderWay => under_way(),
        Learnt::Lesson(_) => html! {},
        Learnt::No(why) => alert(Mood::Soon, html! { (no(why, words)) }),
        Learnt::Failed => alert(Mood::Late, html! { (words.say("learned-failed")) }),
    }
}

fn no(why: &NoReport, words: Words) -> String {
    match why {
        NoReport::TooLittle { leads, won, lost } => {
            let with =
                [("count", (*leads).into()), ("won", (*won).into()), ("lost", (*lost).into())];
            words.fill("learned-too-little", &with)
        }
        NoReport::Outcome(_) => words.say("learned-one-end"),
        NoReport::NoColumns(_) => words.say("learned-no-columns"),
        NoReport::DropsOutcome(_)
        | NoReport::NoColumn { .. }
        | NoReport::NoTime(_)
        | NoReport::Folds
        | NoReport::Seeds => why.to_string(),
    }
}

/// When it was learned and from how many leads.
fn origin(learned: &Learned, times: &Times) -> String {
    let with = [
        ("day", times.day(learned.learned_at).into()),
        ("count", learned.leads.into()),
        ("won", learned.won.into()),
    ];
    times.words.fill("learned-from", &with)
}

/// What it is to count for, with a button.
fn choice(
    learned: &Learned,
    base: u32,
    tried: Option<&Tried>,
    words: Words,
    is_in_force: bool,
) -> Markup {
    let tried = tried.filter(|tried| tried.of == learned.learned_at.to_string());
    let chosen = tried.map_or(learned.counts.key(), |tried| &tried.counts);
    let ways = Counts::ALL.map(|counts| (counts.key(), counts.key() == chosen));
    let away = is_in_force.then_some((NONE, chosen == NONE));
    html! {
        form."stack tight" action={ (HERE) "/use" } method="post" {
            input type="hidden" name="base" value=(base);
            input type="hidden" name="of" value=(learned.learned_at);
            @if let Some(tried) = tried { input type="hidden" name=(TRIED) value=(tried.draft); }
            fieldset.stack.tight {
                legend { (words.say("learned-counts")) }
                @for (key, is_chosen) in ways.into_iter().chain(away) {
                    label.check {
                        input type="radio" name="counts" value=(key) checked[is_chosen];
                        span {
                            b { (words.say(&format!("learned-counts-{key}"))) } " "
                            span.mute { (words.say(&format!("learned-counts-{key}-how"))) }
                        }
                    }
                }
            }
            div.line {
                @if tried.is_none() { button.btn type="submit" { (words.say("scoring-try")) } }
                button."btn primary" type="submit" { (icon("check")) (words.say("scoring-publish")) }
            }
        }
    }
}
