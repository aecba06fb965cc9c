//! The model as a form: the points of every signal, the caps, whom the firm serves best, and
//! where the tiers begin.

use super::super::beside::{Beside, id};
use super::counts;
use super::form::{CAP_MAX, LIST_MAX, POINTS_MAX, STAGES, TIERS, is_typed};
use super::proof::Past;
use crate::language::Words;
use crate::lead::Tier;
use crate::lead::words;
use crate::playbook::{Playbook, Tiers};
use crate::scoring::compared::WithAndWithout;
use crate::scoring::{ALL, Group, Signal};
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::parts::beside;
use maud::{Markup, html};

/// What every part of the form is drawn from.
pub struct Sheet<'a> {
    pub sent: &'a Sent,
    pub live: &'a Playbook,
    pub past: &'a Past,
    pub beside: &'a Beside,
    pub wrong: Option<&'a Wrong>,
    pub words: Words,
}

impl Sheet<'_> {
    /// What is wrong with a field; empty for nothing.
    pub fn error(&self, name: &str) -> &str {
        self.wrong.filter(|wrong| wrong.field == name).map_or("", |wrong| &wrong.sentence)
    }

    /// The place among those of a kind that the row of the form asks for; none where it has no name.
    pub fn place(&self, kind: &str, nth: usize) -> Option<usize> {
        let is_named = |nth: &usize| !self.sent.trimmed(&format!("{kind}.{nth}.name")).is_empty();
        is_named(&nth).then(|| (0..nth).filter(is_named).count())
    }

    /// Rows of a kind: up to the last of which anything is said, and an empty one while there is room.
    pub fn rows(&self, kind: &str, most: usize) -> usize {
        let is_said = |nth: &usize| is_typed(self.sent, kind, *nth);
        (0..most).rfind(is_said).map_or(1, |last| last + 2).min(most)
    }

    /// A small input for a whole number, with what is wrong about it beneath.
    pub fn number(&self, name: &str, label: &str, from: i32, to: i32) -> Markup {
        let error = self.error(name);
        let about = format!("f-{name}-h");
        html! {
            input."input pt" #{ "f-" (name) } name=(name) type="number" value=(self.sent.get(name))
                min=(from) max=(to) aria-label=(label) aria-invalid=[(!error.is_empty()).then_some("true")]
                aria-describedby=[(!error.is_empty()).then_some(&about)];
            (beside(&about, error, ""))
        }
    }

    /// A labelled line for a number.
    pub fn labelled(&self, name: &str, label: &str, from: i32, to: i32) -> Markup {
        let error = self.error(name);
        let about = format!("f-{name}-h");
        html! {
            div.field {
                label for={ "f-" (name) } { (label) }
                input.input #{ "f-" (name) } name=(name) type="number" value=(self.sent.get(name))
                    min=(from) max=(to) aria-invalid=[(!error.is_empty()).then_some("true")] aria-describedby=(about);
                (beside(&about, error, ""))
            }
        }
    }

    /// A labelled line for a list.
    fn list(&self, name: &str, label: &str, hint: &str) -> Markup {
        let about = format!("f-{name}-h");
        html! {
            div.field {
                label for={ "f-" (name) } { (label) }
                input.input #{ "f-" (name) } name=(name) value=(self.sent.get(name)) maxlength=(LIST_MAX)
                    autocomplete="off" aria-describedby=(about);
                (beside(&about, self.error(name), hint))
            }
        }
    }
}

/// Every signal with its points, by group.
pub fn signals(sheet: &Sheet) -> Markup {
    let words = sheet.words;
    html! {
        section.ledger {
            header { h2 #(id("caps", 0)) { (words.say("scoring-signals")) } p { (words.say("scoring-signals-how")) } }
            (sheet.beside.at("caps", 0))
            div.scroll-x tabindex="0" role="region" aria-label=(words.say("scoring-signals")) {
                table."table crit" {
                    thead {
                        tr {
                            th scope="col" { (words.say("scoring-signal")) }
                            th.num scope="col" { (words.say("scoring-points")) }
                            th.d scope="col" { (words.say("scoring-fades")) }
                            th."num d2" scope="col" { (words.say("scoring-won-with")) }
                        }
                    }
                    @for group in Group::ALL { (of_group(sheet, group)) }
                }
            }
            div."body stack" {
                div.fields {
                    (sheet.labelled("full_hours", &words.say("scoring-full-hours"), 0, 8760))
                    (sheet.labelled("half_life_days", &words.say("scoring-half-life"), 1, 3650))
                }
                (sheet.list("price_pages", &words.say("scoring-price-pages"), &words.say("scoring-pages-hint")))
                (sheet.list("case_pages", &words.say("scoring-case-pages"), &words.say("scoring-pages-hint")))
            }
        }
    }
}

fn of_group(sheet: &Sheet, group: Group) -> Markup {
    let words = sheet.words;
    let label = group.label(words);
    let cap = match group {
        Group::Fit => Some("cap.fit"),
        Group::Engagement => Some("cap.engagement"),
        Group::Source => Some("cap.source"),
        Group::Stage => Some("cap.stage"),
        Group::Against => None,
    };
    html! {
        tbody {
            tr.group {
                th colspan="4" scope="colgroup" {
                    b { (label) } " "
                    @if let Some(cap) = cap {
                        @let most = words.fill("scoring-cap-of", &[("group", label.as_str().into())]);
                        span.mute { (words.say("scoring-cap")) } " "
                        (sheet.number(cap, &most, 0, CAP_MAX))
                    }
                }
            }
            @for (place, signal) in ALL.iter().enumerate().filter(|(_, signal)| signal.group == group) {
                @let seen = sheet.past.compared.signals.get(place).copied().unwrap_or_default();
                @match field_of(signal, sheet.live) {
                    Some((name, now)) => {
                        @let label = words.say(&format!("signal-{}", signal.key));
                        (row(sheet, (&label, counts::fields(sheet, signal, &label)), &name, now, fading(sheet, signal), Some(seen)))
                    },
                    None if signal.key == "source" => {
                        @for source in &sheet.live.sources {
                            (row(sheet, (&source.name, html! {}), &format!("source.{}", source.key), source.points, words.say("scoring-never"), None))
                        }
                    },
                    None => {},
                }
            }
        }
    }
}

/// The field in which the points of a signal stand, and what they are now.
fn field_of(signal: &Signal, live: &Playbook) -> Option<(String, i32)> {
    let stage = &live.scoring.stage;
    let [engaged, qualified, met] = STAGES;
    match signal.key {
        key if key == engaged => Some((engaged.to_owned(), stage.engaged)),
        key if key == qualified => Some((qualified.to_owned(), stage.qualified)),
        key if key == met => Some((met.to_owned(), stage.met)),
        key => signal.set_points(live).map(|points| (format!("points.{key}"), points)),
    }
}

fn fading(sheet: &Sheet, signal: &Signal) -> String {
    match signal.group {
        Group::Engagement => {
            let days = sheet.live.scoring.engagement.half_life_days;
            sheet.words.fill("scoring-halves", &[("days", days.into())])
        }
        _ => sheet.words.say("scoring-never"),
    }
}

fn row(
    sheet: &Sheet,
    (label, beneath): (&str, Markup),
    name: &str,
    now: i32,
    fades: String,
    counts: Option<WithAndWithout>,
) -> Markup {
    let words = sheet.words;
    let is_changed = sheet.sent.trimmed(name) != now.to_string();
    let points = words.fill("scoring-points-for", &[("what", label.into())]);
    html! {
        tr.changed[is_changed] {
            th scope="row" {
                (label)
                @if is_changed { br; span.mute { (words.fill("scoring-was", &[("points", words.decimal(now.into()).into())])) } }
                (beneath)
            }
            td.num { (sheet.number(name, &points, -POINTS_MAX, POINTS_MAX)) }
            td.d { (fades) }
            td."num d2" { @if let Some(counts) = counts { (with_and_without(words, counts)) } }
        }
    }
}

fn with_and_without(words: Words, counts: WithAndWithout) -> Markup {
    let share = |won: usize, of: usize| match of {
        0 => "–".to_owned(),
        of => percent(words, won as f64 / of as f64),
    };
    html! {
        (share(counts.with_won, counts.with)) " "
        span.mute { "/ " (share(counts.without_won, counts.without)) }
    }
}

/// A share as people say it.
pub fn percent(words: Words, share: f64) -> String {
    words.fill("today-rate", &[("percent", ((share * 100.0).round() as i64).into())])
}

/// Whom the firm serves best.
pub fn ideal(sheet: &Sheet) -> Markup {
    let words = sheet.words;
    html! {
        section.ledger {
            header { h2 { (words.say("scoring-ideal")) } p { (words.say("scoring-ideal-how")) } }
            div."body stack" {
                (sheet.list("fit.industries", &words.say("scoring-industries"), &words.say("scoring-list-hint")))
                (sheet.list("fit.served", &words.say("scoring-served"), &words.say("scoring-served-hint")))
                div.fields {
                    (sheet.labelled("fit.size_from", &words.say("scoring-size-from"), 0, i32::MAX))
                    (sheet.labelled("fit.size_to", &words.say("scoring-size-to"), 0, i32::MAX))
                    (sheet.labelled("fit.budget_from", &words.say("scoring-budget-from"), 0, i32::MAX))
                }
                (sheet.list("fit.competitors", &words.say("scoring-competitors"), &words.say("scoring-competitors-hint")))
                label.check {
                    input type="checkbox" name="fit.free_mail" value="on" checked[sheet.sent.is_on("fit.free_mail")];
                    (words.say("scoring-free-mail"))
                }
            }
        }
    }
}

/// Where the tiers begin.
pub fn tiers(sheet: &Sheet, tiers: &Tiers) -> Markup {
    let words = sheet.words;
    let from =
        |tier: Tier| words.fill("scoring-tier-from", &[("tier", words::tier(words, tier).into())]);
    html! {
        section.ledger {
            header { h2 #(id("tiers", 0)) { (words.say("scoring-tiers")) } p { (words.say("scoring-tiers-how")) } }
            (sheet.beside.at("tiers", 0))
            div."body stack tight" {
                (scale(tiers, words))
                div."fields four" {
                    (sheet.labelled(TIERS[0], &from(Tier::Medium), 1, 100))
                    (sheet.labelled(TIERS[1], &from(Tier::High), 1, 100))
                    (sheet.labelled(TIERS[2], &from(Tier::Urgent), 1, 100))
                }
            }
        }
    }
}

/// The tiers side by side, each as wide as the scores that make it.
fn scale(tiers: &Tiers, words: Words) -> Markup {
    let mut end = 100;
    let spans = Tier::ALL.map(|tier| {
        let from = tiers.from(tier);
        let wide = u8::saturating_sub(std::mem::replace(&mut end, from), from);
        (tier, from, wide)
    });
    let said = spans.map(|(tier, from, wide)| {
        format!("{} {from}–{}", words::tier(words, tier), from.saturating_add(wide))
    });
    html! {
        svg.chart height="44" role="img" aria-label=(said.join(", ")) {
            @for (tier, from, wide) in spans {
                rect class=(shade(tier)) x={ (from) "%" } width={ (wide) "%" } height="10" y="4" {}
            }
            @for (tier, from, _) in spans {
                text x={ (from) "%" } y="34" { (words::tier(words, tier)) }
            }
        }
    }
}

fn shade(tier: Tier) -> &'static str {
    match tier {
        Tier::Low => "m0",
        Tier::Medium => "m1",
        Tier::High => "soon",
        Tier::Urgent => "late",
    }
}
