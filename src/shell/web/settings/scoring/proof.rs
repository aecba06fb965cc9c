//! What the model in the form would have said of the leads that have ended, as they came in.

use super::model::percent;
use super::open::{self, Open};
use crate::language::Words;
use crate::lead::{LeadId, Tier, words};
use crate::playbook::learned::Counts;
use crate::playbook::{Playbook, Tiers};
use crate::scoring::backtest::{Backtest, OfTier};
use crate::scoring::compared::{Compared, Twice, compared};
use crate::scoring::source_weights::{Closed, SourceWeights, source_weights};
use crate::shell::desk::InForce;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::learning::Learnt;
use crate::shell::web::Web;
use crate::shell::web::kept::Kept;
use crate::shell::web::parts::{State as Mood, alert, stamp, tier_stamp};
use crate::shell::web::read;
use crate::shell::web::times::Times;
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use std::sync::Arc;

/// Leads that have ended, of which at most so many are judged, the newest.
const ENDED_MAX: usize = 10_000;

/// Won leads under which a difference may well be chance.
const FEW_WON: usize = 30;

/// Leads under which a number stands in place of a share, and days under which none is told a day.
const FEW_LEADS: usize = 20;
const DAYS_LEAST: usize = 20;

/// Leads named that would change tier.
const NAMED: usize = 6;

/// How long what the past says is kept, and how many of a hundred leads more may have ended by then.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(24);
const KEPT_PERCENT: u64 = 1;

/// What the past says of the model in force and of the last drafts.
pub type Pasts = Kept<RestsOn, Past>;

/// What the past was asked, and when.
#[derive(Clone, Copy)]
pub struct RestsOn {
    /// Fingerprints of the model in force and of the draft.
    models: (u64, u64),
    /// Leads that had ended.
    ended: u64,
    at: Timestamp,
}

impl RestsOn {
    /// Whether what was said then is still as good as what would be said now.
    fn serves(&self, now: &RestsOn) -> bool {
        let is_recent = now.at.duration_since(self.at).abs() < KEPT_FOR;
        let more = now.ended.abs_diff(self.ended);
        self.models == now.models && is_recent && more * 100 <= self.ended * KEPT_PERCENT
    }
}

/// What the past says of a draft.
pub struct Past {
    pub compared: Compared,
    pub named: Vec<Named>,
    pub weights: SourceWeights,
    /// Whether the draft is another model than the one in force.
    pub is_draft: bool,
    /// The day up to which leads have taught what now counts in the draft.
    taught_on: Option<Timestamp>,
    /// Whether their chances are those by models that had not seen them.
    is_unseen: bool,
    /// Whether no points make the score, neither in force nor in the draft.
    is_driven: bool,
    /// Leads that came from a list with their end.
    listed: usize,
    /// Working days from the first of the leads to the last.
    days: usize,
    rests_on: RestsOn,
    /// What the draft makes of the leads that are open.
    pub open: Option<Open>,
}

/// A lead that would change tier.
pub struct Named {
    id: LeadId,
    title: String,
    before: (u8, Tier),
    after: (u8, Tier),
    won: bool,
}

/// Holds a draft against the past, unless that was done of late.
pub async fn read_past(
    web: &Web,
    live: Arc<InForce>,
    draft: Arc<Playbook>,
) -> Result<Arc<Past>, Error> {
    let house = &web.house;
    let ended = read(house, |reading| reading.ended_count()).await?;
    let models = (live.playbook.model, draft.model);
    let now = RestsOn { models, ended, at: house.desk.now() };
    web.reckoned.pasts.get(now, |kept| kept.serves(&now), reckon(house, live, draft, now)).await
}

/// Holds a draft against the past, away from the threads that answer.
async fn reckon(
    house: &House,
    live: Arc<InForce>,
    draft: Arc<Playbook>,
    rests_on: RestsOn,
) -> Result<Past, Error> {
    let lesson = match house.learning.state() {
        Learnt::Lesson(lesson) => Some(lesson),
        _ => None,
    };
    read(house, move |reading| {
        let live = &live.playbook;
        let mut named = Vec::new();
        let mut closed = Vec::new();
        let mut listed = 0;
        let mut came: Option<(Timestamp, Timestamp)> = None;
        let leads = reading.ended(ENDED_MAX, |ended| {
            let seen = (ended.id, &ended.then, ended.at);
            let (first, last) = came.unwrap_or((ended.at, ended.at));
            came = Some((first.min(ended.at), last.max(ended.at)));
            let unseen = |playbook: &Playbook| lesson.as_ref()?.unseen(playbook, ended.id);
            let twice = Twice::of(seen, ended.won, live, &draft, unseen);
            if twice.moves() && named.len() < NAMED {
                let title = ended.then.title().to_owned();
                let (before, after) = (twice.before, twice.after);
                named.push(Named { id: ended.id, title, before, after, won: ended.won });
            }
            listed += usize::from(ended.listed);
            closed.push((ended.then.source, ended.closed_at, ended.won));
            twice
        })?;
        let closed: Vec<Closed> =
            closed.iter().map(|(source, at, won)| Closed { source, at: *at, won: *won }).collect();
        let weights = source_weights(&closed, live, rests_on.at);
        let is_draft = live.model != draft.model;
        let learned = draft.scoring.learned.as_ref();
        let taught = learned.filter(|one| one.counts != Counts::Beside);
        let taught_on = taught.map(|one| one.learned_at);
        let is_unseen = lesson.is_some_and(|lesson| lesson.is_in(&draft));
        let is_driven = live.scoring.is_driven() && draft.scoring.is_driven();
        let open = match is_draft {
            true => Some(open::read(reading, live, &draft, rests_on.at)?),
            false => None,
        };
        let compared = compared(&leads);
        let calendar = live.calendar();
        let days = came.map_or(0, |(first, last)| calendar.open_days(first, last));
        Ok(Past {
            compared,
            named,
            weights,
            is_draft,
            taught_on,
            is_unseen,
            is_driven,
            listed,
            days,
            rests_on,
            open,
        })
    })
    .await
}

/// The verdict of the past; the tiers are those of the draft.
pub fn section(past: &Past, tiers: &Tiers, times: &Times) -> Markup {
    let words = times.words;
    let taught_on = past.taught_on.map(|at| times.day(at));
    let as_of = times.at("scoring-as-of", past.rests_on.at);
    let Compared { live, draft, .. } = &past.compared;
    html! {
        section."card stack tight" #proof aria-live="polite" {
            div.line {
                h2 { (words.say("scoring-proof")) }
                span."tag push" { (words.fill("scoring-ended", &[("count", draft.leads.into())])) }
            }
            @if draft.leads == 0 {
                p.mute { (words.say("scoring-no-past")) }
            } @else {
                p.hint { (words.say("scoring-no-peeking")) " " (as_of) }
                (listed(past.listed, words))
                @if let Some(day) = &taught_on {
                    @let key = if past.is_unseen { "learned-unseen-then" } else { "learned-seen-before" };
                    p.hint { (words.fill(key, &[("day", day.as_str().into())])) }
                }
                section.scroll-x tabindex="0" aria-label=(words.say("scoring-proof")) {
                    dl.strip {
                        (pressing(draft, live, past.is_draft, words))
                        (area(draft, live, past.is_draft, words))
                        (a_day(past, words))
                    }
                }
                (table(draft, live, tiers, words))
                (order(draft, words))
                (moved(past, tiers, words))
                @if draft.won < FEW_WON {
                    (alert(Mood::Soon, html! { (words.fill("scoring-few", &[("count", draft.won.into())])) }))
                }
            }
        }
    }
}

/// How many of the leads came from a list with their end; nothing where none did.
pub fn listed(count: usize, words: Words) -> Markup {
    html! { @if count > 0 { p.hint { (words.fill("scoring-listed", &[("count", count.into())])) } } }
}

/// How many of the won leads it calls pressing.
fn pressing(draft: &Backtest, live: &Backtest, is_draft: bool, words: Words) -> Markup {
    let of = |model: &Backtest| model.tiers.iter().take(2).map(|tier| tier.won).sum::<usize>();
    let share = [("part", of(draft).into()), ("whole", draft.won.into())];
    html! {
        div.stat {
            dt { (words.say("scoring-won-pressing")) }
            dd {
                b { (words.fill("today-share", &share)) }
                @if is_draft { (words.fill("scoring-live", &[("what", of(live).to_string().into())])) }
            }
        }
    }
}

/// How many leads of the most pressing tier come in on a working day.
fn a_day(past: &Past, words: Words) -> Markup {
    let of = |model: &Backtest| {
        let urgent = model.tiers.first().map_or(0, |tier| tier.leads);
        words.decimal(urgent as f64 / past.days as f64)
    };
    let Compared { live, draft, .. } = &past.compared;
    html! {
        @if past.days >= DAYS_LEAST {
            div.stat {
                dt { (words.fill("scoring-a-day", &[("tier", words::tier(words, Tier::Urgent).into())])) }
                dd {
                    b { (of(draft)) }
                    @if past.is_draft { (words.fill("scoring-live", &[("what", of(live).into())])) }
                }
            }
        }
    }
}

/// How well it tells the won from the lost.
fn area(draft: &Backtest, live: &Backtest, is_draft: bool, words: Words) -> Markup {
    html! {
        @if let Some(auc) = &draft.auc {
            div.stat {
                dt { (words.say("scoring-auc")) }
                dd {
                    b { (hundredths(words, auc.auc)) }
                    (words.fill("scoring-auc-between", &[("low", hundredths(words, auc.low).into()), ("high", hundredths(words, auc.high).into())]))
                    @if let Some(live) = live.auc.as_ref().filter(|_| is_draft) {
                        br; (words.fill("scoring-live", &[("what", hundredths(words, live.auc).into())]))
                    }
                }
            }
        }
    }
}

/// A number from 0 to 1 as so many of a hundred.
pub fn hundredths(words: Words, number: f64) -> String {
    words.fill("scoring-of-hundred", &[("count", ((number * 100.0).round() as i64).into())])
}

fn table(draft: &Backtest, live: &Backtest, tiers: &Tiers, words: Words) -> Markup {
    html! {
        section.scroll-x tabindex="0" aria-label=(words.say("scoring-by-tier")) {
            table.table {
                caption.sr { (words.say("scoring-by-tier")) }
                thead {
                    tr {
                        th scope="col" { (words.say("scoring-tier")) }
                        th.num scope="col" { (words.say("leads-title")) }
                        th.num scope="col" { (words.say("scoring-won")) }
                        th.num scope="col" { (words.say("scoring-rate")) }
                        th."num d" scope="col" { (words.say("scoring-lift")) }
                        th.num scope="col" { (words.say("scoring-now")) }
                    }
                }
                tbody {
                    @for (tier, before) in draft.tiers.iter().zip(&live.tiers) {
                        tr {
                            th scope="row" { (tier_stamp(words, tier.tier, tiers)) }
                            td.num { (tier.leads) }
                            td.num { (tier.won) }
                            td.num { (rate(tier, words)) }
                            td."num d" { @if tier.leads > 0 { (words.decimal((tier.lift * 10.0).round() / 10.0)) "×" } }
                            td."num mute" { (rate(before, words)) }
                        }
                    }
                }
            }
        }
    }
}

fn rate(tier: &OfTier, words: Words) -> Markup {
    html! {
        @if tier.leads == 0 { "–" } @else {
            span title=(words.fill("scoring-between", &[("low", percent(words, tier.low).into()), ("high", percent(words, tier.high).into())])) {
                (closed(tier, words))
            }
        }
    }
}

/// The share that was won; of few leads how many.
fn closed(tier: &OfTier, words: Words) -> String {
    match tier.leads < FEW_LEADS {
        true => {
            words.fill("today-share", &[("part", tier.won.into()), ("whole", tier.leads.into())])
        }
        false => percent(words, tier.rate),
    }
}

/// Whether each tier closes better than the one below it, which surely does not, or that it cannot be
/// said.
fn order(draft: &Backtest, words: Words) -> Markup {
    let tiers: Vec<&OfTier> = draft.tiers.iter().filter(|tier| tier.leads > 0).collect();
    let in_order = tiers.windows(2).all(|two| two[0].rate >= two[1].rate);
    let worse = || tiers.windows(2).filter(|two| two[0].high < two[1].low);
    let said = |two: &[&OfTier]| {
        let [above, below] = [two[0], two[1]].map(|one| words::tier(words, one.tier));
        let [rate, other] = [two[0], two[1]].map(|one| closed(one, words));
        let with = [("tier", above.into()), ("rate", rate.into()), ("below", below.into())];
        let with: Vec<_> = with.into_iter().chain([("other", other.into())]).collect();
        words.fill("scoring-out-of-order", &with)
    };
    html! {
        @if in_order {
            p.hint { (words.say("scoring-in-order")) }
        } @else if worse().next().is_none() {
            p.hint { (words.say("scoring-order-unsure")) }
        }
        @for two in worse() { p.hint { (said(two)) } }
    }
}

fn moved(past: &Past, tiers: &Tiers, words: Words) -> Markup {
    let leads: usize = past.compared.moves.iter().map(|one| one.leads).sum();
    html! {
        @if past.is_draft {
            h3 { (words.fill("scoring-moves", &[("count", leads.into())])) }
            @if past.is_driven { p.hint { (words.say("scoring-driven-moves")) } }
            ul.items {
                @for one in &past.compared.moves {
                    li {
                        span.grow { (open::move_of(one, tiers, words)) }
                        span.mute { (words.fill("scoring-move", &[("count", one.leads.into()), ("won", one.won.into())])) }
                    }
                }
                @for lead in &past.named {
                    li {
                        (stamp(words, lead.after.1, lead.after.0, false))
                        span.grow {
                            a href={ "/leads/" (lead.id) } { (lead.title) } " "
                            span.mute { (words.say(if lead.won { "scoring-ended-won" } else { "scoring-ended-lost" })) }
                        }
                        span.mute { (words.fill("scoring-was", &[("points", lead.before.0.into())])) }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::backtest::{Judged, backtest};

    /// What is said of Urgent and High leads, of so many of which so many were won.
    fn said_of(urgent: (usize, usize), high: (usize, usize)) -> String {
        let judged = |tier, (leads, won): (usize, usize)| {
            (0..leads).map(move |nth| Judged { score: 50, tier, won: nth < won })
        };
        let all: Vec<Judged> =
            judged(Tier::Urgent, urgent).chain(judged(Tier::High, high)).collect();
        order(&backtest(&all), Words::default()).into_string()
    }

    #[test]
    fn a_tier_out_of_order_is_named_and_few_leads_are_counted() {
        let said = said_of((15, 1), (40, 20));
        let worse = "Urgent closes worse than High below it: 1 of 15 against 50%.";
        assert_eq!(said, format!("<p class=\"hint\">{worse}</p>"));
    }

    #[test]
    fn of_few_leads_no_tier_is_said_to_close_worse() {
        let said = said_of((100, 19), (5, 2));
        assert!(said.contains("cannot be said with so few leads"), "{said}");
        assert!(!said.contains("closes worse"), "{said}");
        assert!(said_of((5, 2), (100, 19)).contains("at least as well"));
    }
}
