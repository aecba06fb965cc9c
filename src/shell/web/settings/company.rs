//! The company and its hours, saved unless somebody else was faster.

use super::page;
use crate::language::{Language, Words};
use crate::lead::profile::country_code;
use crate::playbook::Playbook;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::errors::said as refused;
use crate::shell::web::guard::Who;
use crate::shell::web::holidays::{self, Here};
use crate::shell::web::layout::Reader;
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::parts::{Field, State as Tone, alert, field};
use crate::shell::web::setup::left_undone;
use crate::shell::web::staff::{self, ONE_AT_A_TIME};
use crate::shell::web::week;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use std::collections::BTreeMap;
use std::sync::Arc;

const HERE: &str = "/settings";

/// The longest of what is typed here.
const LINE_MAX: usize = 200;

/// What is one line of text: its name, the key of its label, the kind of its input.
const LINES: [(&str, &str, &str); 8] = [
    ("company", "setup-company-label", "text"),
    ("country", "setup-country-label", "text"),
    ("currency", "setup-currency-label", "text"),
    ("time_zone", "setup-zone-label", "text"),
    ("phone", "settings-phone", "tel"),
    ("email", "settings-email", "email"),
    ("booking_link", "settings-booking", "url"),
    ("privacy_link", "settings-privacy", "url"),
];

/// `GET /settings`
pub async fn show(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    Query(told): Query<super::Told>,
) -> Result<Markup, Error> {
    let in_force = house.playbook();
    let sent: Sent = values(&in_force.playbook).into_iter().collect();
    let days = here(&house, &sent, reader.words).written(&in_force.playbook.hours.holidays);
    let sent = sent.with(holidays::NAME, days);
    let said = html! {
        (super::saved(&told, reader.words))
        (left_undone(&house, reader.words).await?)
    };
    Ok(drawn(&house, &who, reader, &sent, said, None))
}

/// `POST /settings`
pub async fn save(
    State(house): State<Arc<House>>,
    who: Who,
    reader: Reader,
    sent: Sent,
) -> Result<Response, Error> {
    let words = reader.words;
    let _turn = ONE_AT_A_TIME.lock().await;
    let again = |status: StatusCode, said: Markup, wrong: Option<&Wrong>| {
        Ok((status, drawn(&house, &who, reader, &sent, said, wrong)).into_response())
    };
    let others = changed_by_others(&house, sent.number("base"), words).await?;
    if !others.is_empty() {
        let said = alert(
            Tone::Late,
            html! { (words.say("team-changed")) " " (words.fill("settings-changed", &[("what", others.join(", ").into())])) },
        );
        return again(StatusCode::CONFLICT, said, None);
    }
    match here(&house, &sent, words).filled(&sent) {
        Ok(None) => {}
        Ok(Some(sent)) => {
            return Ok(drawn(&house, &who, reader, &sent, html! {}, None).into_response());
        }
        Err(wrong) => {
            let said = super::put_right(&wrong, words);
            return again(StatusCode::UNPROCESSABLE_ENTITY, said, Some(&wrong));
        }
    }
    let change = match wanted(&sent, words) {
        Ok(change) => change,
        Err(wrong) => {
            let said = super::put_right(&wrong, words);
            return again(StatusCode::UNPROCESSABLE_ENTITY, said, Some(&wrong));
        }
    };
    match staff::change(&house, who.actor(), change).await {
        Ok(()) => Ok(Redirect::to("/settings?saved=true").into_response()),
        Err(error @ Error::Playbook(_)) => {
            let (status, said) = super::not_in_force(refused(&error, words), words);
            again(status, said, None)
        }
        Err(error) => Err(error),
    }
}

/// Where the business is by what stands in the form, and in which year.
fn here(house: &House, sent: &Sent, words: Words) -> Here<'static> {
    let country = country_code(sent.trimmed("country")).unwrap_or_default();
    let in_force = house.playbook();
    let today = in_force.playbook.calendar().day_of(house.desk.now());
    Here { country, year: today.year(), words }
}

/// What stands in the fields for a playbook.
fn values(playbook: &Playbook) -> BTreeMap<String, String> {
    let business = &playbook.business;
    let days: Vec<String> = playbook.hours.holidays.iter().map(ToString::to_string).collect();
    let own = [
        ("company", business.name.clone()),
        ("country", business.country.clone()),
        ("language", business.language.clone()),
        ("currency", business.currency.clone()),
        ("time_zone", business.time_zone.clone()),
        ("phone", business.phone.clone()),
        ("email", business.email.clone()),
        ("booking_link", business.booking_link.clone()),
        ("privacy_link", business.privacy_link.clone()),
        ("holidays", days.join("\n")),
    ];
    let own = own.into_iter().map(|(name, value)| (name.to_owned(), value));
    own.chain(week::values(&playbook.hours.week)).collect()
}

/// What has changed since the form was drawn, by what it is called.
async fn changed_by_others(
    house: &House,
    base: Option<u64>,
    words: Words,
) -> Result<Vec<String>, Error> {
    let Some(before) = super::made_from(house, base).await? else { return Ok(Vec::new()) };
    let in_force = house.playbook();
    let (before, now) = (values(&before), values(&in_force.playbook));
    let names: std::collections::BTreeSet<_> = before.keys().chain(now.keys()).collect();
    let differ = names.into_iter().filter(|name| before.get(*name) != now.get(*name));
    let mut said: Vec<String> = differ.map(|name| words.say(label(name))).collect();
    said.dedup();
    Ok(said)
}

fn label(name: &str) -> &'static str {
    match name {
        "language" => "setup-language-label",
        "holidays" => "setup-holidays-label",
        name => LINES.into_iter().find(|line| line.0 == name).map_or("week-title", |line| line.1),
    }
}

/// The change a form asks for, or the first thing in it that is not understood.
fn wanted(sent: &Sent, words: Words) -> Result<impl FnOnce(&mut Playbook) + use<>, Wrong> {
    let line = |name: &str| sent.trimmed(name).chars().take(LINE_MAX).collect::<String>();
    if line("company").is_empty() {
        return Err(Wrong::with("company", words.say("setup-company-lacking")));
    }
    let country = country_code(&line("country"));
    let country =
        country.ok_or_else(|| Wrong::with("country", words.say("setup-country-wrong")))?;
    if jiff::tz::TimeZone::get(&line("time_zone")).is_err() {
        return Err(Wrong::with("time_zone", words.say("setup-zone-wrong")));
    }
    let week = week::read(sent, words)?;
    if week.is_empty() {
        return Err(Wrong::with("mon_from", words.say("setup-hours-lacking")));
    }
    let days = holidays::read(sent.get(holidays::NAME), words)?;
    let [name, language, currency, zone, phone, email, booking, privacy] = [
        "company",
        "language",
        "currency",
        "time_zone",
        "phone",
        "email",
        "booking_link",
        "privacy_link",
    ]
    .map(line);
    Ok(move |playbook: &mut Playbook| {
        let business = &mut playbook.business;
        business.name = name;
        business.country = country.to_owned();
        business.language = language;
        business.currency = currency.to_ascii_uppercase();
        business.time_zone = zone;
        business.phone = phone;
        business.email = email;
        business.booking_link = booking;
        business.privacy_link = privacy;
        playbook.hours.week = week;
        playbook.hours.holidays = days;
    })
}

fn drawn(
    house: &House,
    who: &Who,
    reader: Reader,
    sent: &Sent,
    said: Markup,
    wrong: Option<&Wrong>,
) -> Markup {
    let words = reader.words;
    let error = |name: &str| {
        wrong.filter(|wrong| wrong.field == name).map_or("", |wrong| wrong.sentence.as_str())
    };
    let body = html! {
        (said)
        form.stack action=(HERE) method="post" {
            input type="hidden" name="base" value=(house.playbook().version);
            section.card.stack.tight {
                h2 { (words.say("settings-company")) }
                div.fields {
                    @for (name, label, kind) in LINES {
                        (field(Field { name, label: &words.say(label), kind, value: sent.get(name), error: error(name), autocomplete: "off", required: matches!(name, "company" | "country" | "currency" | "time_zone"), longest: LINE_MAX, ..Field::default() }))
                    }
                    div.field {
                        label for="f-language" { (words.say("setup-language-label")) }
                        select.input #f-language name="language" {
                            @for language in Language::ALL {
                                option value=(language.code()) selected[language.code() == sent.get("language")] { (language.name()) }
                            }
                            @if Language::of(sent.get("language")).is_none() {
                                option value=(sent.get("language")) selected { (sent.get("language")) }
                            }
                        }
                    }
                }
            }
            section.ledger {
                header { h2 { (words.say("week-title")) } }
                (week::table(sent, words, wrong))
            }
            (here(house, sent, words).field(sent, error(holidays::NAME), HERE))
            div.line { button.btn.primary type="submit" { (words.say("team-save")) } }
        }
    };
    page(house, who, reader, HERE, body)
}
