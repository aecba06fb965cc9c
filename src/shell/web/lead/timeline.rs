//! The timeline: the journal of a lead as people read it, newest first, by day.

use super::act::TIMELINE;
use super::entry;
use super::view::View;
use crate::insights::opening_seconds;
use crate::language::Words;
use crate::lead::words::{Line, Side, cut_words, line, tier, with_stop};
use crate::lead::{Actor, Entry, Event, Tier};
use crate::shell::outbox::read_kept;
use crate::shell::web::parts::icon;
use crate::shell::web::times;
use jiff::civil::Date;
use maud::{Markup, html};

/// What the house did in a row that stands on one line without being folded.
const IN_SIGHT: usize = 2;

/// The most of somebody's words shown here, in characters; all of them stand on the entry's own page.
const SAID_MAX: usize = 4_000;

/// Of all that was said on one page, in bytes; beyond it only the beginning of each is shown, in
/// characters, so that whoever writes much does not make the page heavy.
const SAID_IN_ALL: usize = 16 * 1024;
const BEGINNING: usize = 120;

/// An entry, how it reads, and whether only the beginning of what was said is shown.
type Told<'a> = (&'a Entry, Line, bool);

/// The timeline, or the page of it that was asked for.
pub fn timeline(view: &View) -> Markup {
    let case = view.case;
    let names = |what, key: &str| view.called(what, key);
    let touches_only = view.asked.touches_only();
    let mut shown: Vec<Told> = case
        .entries
        .iter()
        .map(|entry| (entry, line(entry, &names, view.words), false))
        .filter(|(_, line, _)| !touches_only || line.side != Side::House)
        .collect();
    shorten(&mut shown, view.words);
    let is_part = view.asked.before.is_some();
    html! {
        section.ledger #(TIMELINE) data-region[!is_part] {
            header {
                h2 { (view.words.say("lead-timeline")) }
                span.count { (view.words.fill("lead-touches", &[("count", view.touches().into())])) }
                span.push.line {
                    a.btn.quiet href={ "?#" (TIMELINE) } aria-current=[(!touches_only).then_some("true")] {
                        (view.words.say("lead-all"))
                    }
                    a.btn.quiet href={ "?show=touches#" (TIMELINE) }
                        aria-current=[touches_only.then_some("true")] { (view.words.say("lead-touches-only")) }
                }
            }
            @if shown.is_empty() { p.mute.body { (view.words.say("lead-no-touch")) } }
            ol.touches { (days(view, &shown)) }
            @if case.has_older {
                @let show = if touches_only { "show=touches&" } else { "" };
                p.below {
                    a href={ "?" (show) "before=" (case.oldest) "#" (TIMELINE) } { (view.words.say("lead-older")) }
                }
            }
        }
    }
}

/// Leaves of what was said what a page has room for, the newest first.
fn shorten(shown: &mut [Told], words: Words) {
    let mut left = SAID_IN_ALL;
    for (entry, line, is_cut) in shown {
        *is_cut = cut_words(&entry.event, words).is_some();
        let Some(said) = &mut line.said else { continue };
        let most = if end_of(said, SAID_MAX) > left { BEGINNING } else { SAID_MAX };
        if let Some(short) = beginning(said, most) {
            *said = short;
            *is_cut = true;
        }
        left = left.saturating_sub(said.len());
    }
}

/// So many characters of a text, if it has more.
fn beginning(text: &str, chars: usize) -> Option<String> {
    let end = end_of(text, chars);
    (end < text.len()).then(|| format!("{}…", &text[..end]))
}

/// Where so many characters of a text end.
fn end_of(text: &str, chars: usize) -> usize {
    text.char_indices().nth(chars).map_or(text.len(), |(end, _)| end)
}

/// The entries in order, with a heading for each day.
fn days(view: &View, shown: &[Told]) -> Markup {
    let mut last: Option<Date> = None;
    html! {
        @for run in runs(view, shown) {
            @let day = date(view, &run[0]);
            @if last.replace(day) != Some(day) { li { h3 { (view.heading(day)) } } }
            @match run {
                [told] => (item(view, told)),
                run if run.len() <= IN_SIGHT && !is_score(run) => (together(view, run)),
                run => (folded(view, run)),
            }
        }
    }
}

fn date(view: &View, (entry, ..): &Told) -> Date {
    view.zone.to_datetime(entry.at).date()
}

/// What stands together: what the box did in a row on one day, and the score over all the days on
/// which nothing but the score has changed.
fn runs<'s, 'e>(view: &View, shown: &'s [Told<'e>]) -> Vec<&'s [Told<'e>]> {
    let is_one = |one: &Told, next: &Told| {
        is_quiet(one) && is_quiet(next) && date(view, one) == date(view, next)
    };
    let mut runs: Vec<&[Told]> = Vec::new();
    let (mut begin, mut end) = (0, 0);
    for run in shown.chunk_by(is_one) {
        if runs.last().is_some_and(|last| is_score(last)) && is_score(run) {
            runs.pop();
        } else {
            begin = end;
        }
        end += run.len();
        runs.push(&shown[begin..end]);
    }
    runs
}

fn is_score(run: &[Told]) -> bool {
    run.iter().all(|told| scored(told).is_some())
}

fn scored((entry, ..): &Told) -> Option<(u8, Tier)> {
    match entry.event {
        Event::Scored { score, tier, .. } => Some((score, tier)),
        _ => None,
    }
}

/// Whether the box did it, of itself, or it was left in passing; what somebody has done, be it through
/// a program, stands on a line of its own.
fn is_quiet((entry, line, _): &Told) -> bool {
    let is_somebodys = match &entry.by {
        Actor::Teammate(_) => true,
        Actor::Token(_) => !matches!(entry.event, Event::Touched(_)),
        Actor::House | Actor::Visitor => false,
    };
    line.side == Side::House && !is_somebodys
}

/// What the house did in a row: what matters most of it, and the rest to be opened.
fn folded(view: &View, run: &[Told]) -> Markup {
    let [newest, .., oldest] = run else { return html! {} };
    let Some(main) = main_of(run) else { return html! {} };
    let is_one_day = date(view, newest) == date(view, oldest);
    let when = |at| if is_one_day { view.clock(at) } else { view.at(at) };
    html! {
        (by_box(view, main, html! {
            details #{ "r" (oldest.0.seq) } {
                summary { span.grow { (in_short(view, run, main)) } }
                ul.items {
                    @for told in run {
                        li #{ "e" (told.0.seq) } {
                            span.mute { (when(told.0.at)) }
                            span.grow { (on_one_line(view, told, SAID_MAX)) }
                        }
                    }
                }
            }
        }))
    }
}

/// The little that the house did in a row, as it came about.
fn together(view: &View, run: &[Told]) -> Markup {
    let Some(main) = main_of(run) else { return html! {} };
    html! {
        (by_box(view, main, html! {
            @for told in run.iter().rev() { span #{ "e" (told.0.seq) } { (on_one_line(view, told, BEGINNING)) } " " }
        }))
    }
}

/// One line of what the house did, under the moment and the symbol of what matters most of it.
fn by_box(view: &View, (entry, line, _): &Told, what: Markup) -> Markup {
    html! {
        li.sys {
            time datetime=(entry.at) { (view.clock(entry.at)) }
            span.dot { (icon(sign(line.icon))) }
            div { (what) }
        }
    }
}

fn main_of<'r, 'e>(run: &'r [Told<'e>]) -> Option<&'r Told<'e>> {
    run.iter().min_by_key(|(_, line, _)| weight(line.icon))
}

/// Where the score went if it is about nothing else, else what matters most and how much more there is.
fn in_short(view: &View, run: &[Told], (_, main, _): &Told) -> String {
    score_moved(view, run).unwrap_or_else(|| {
        let more = [("what", main.head.as_str().into()), ("count", (run.len() - 1).into())];
        view.words.fill("lead-more-by-box", &more)
    })
}

/// From where to where the score went, if it went anywhere and nothing else happened.
fn score_moved(view: &View, run: &[Told]) -> Option<String> {
    let [newest, .., oldest] = run else { return None };
    let ((to, after), (from, before)) = (scored(newest)?, scored(oldest)?);
    if from == to || !is_score(run) {
        return None;
    }
    let key = if before == after { "lead-score-moved" } else { "lead-score-moved-tier" };
    let tiers = [before, after].map(|one| tier(view.words, one));
    let [before, after] = tiers.map(Into::into);
    let with = [("from", from.into()), ("to", to.into()), ("before", before), ("after", after)];
    Some(view.words.fill(key, &with))
}

/// An entry as a sentence on one line, with so many characters of what was said and the way to all
/// of it.
fn on_one_line(view: &View, (entry, line, is_cut): &Told, most: usize) -> Markup {
    let said = line.said.as_deref();
    let short = said.and_then(|said| beginning(said, most));
    let is_cut = *is_cut || short.is_some();
    let sentence = match short.as_deref().or(said) {
        None => line.head.clone(),
        Some(said) => {
            let with = [("what", line.head.as_str().into()), ("said", said.into())];
            view.words.fill("entry-said", &with)
        }
    };
    html! {
        (with_stop(sentence))
        @if let Some(tag) = &line.tag { " " span.tag { (tag) } }
        @if is_cut { " " (read_all(view, entry)) }
    }
}

/// How much an entry of the house matters, by its symbol; the least is the weightiest.
fn weight(sign: &str) -> usize {
    const ORDER: [&str; 8] = ["flag", "route", "board", "note", "check", "bolt", "mail", "x"];
    ORDER.iter().position(|one| *one == sign).unwrap_or(ORDER.len())
}

fn item(view: &View, (entry, line, is_cut): &Told) -> Markup {
    let class = match line.side {
        Side::In => Some("in"),
        Side::Us => None,
        Side::House => Some("sys"),
    };
    html! {
        li #{ "e" (entry.seq) } class=[class] {
            time datetime=(entry.at) { (view.clock(entry.at)) }
            span.dot { (icon(sign(line.icon))) }
            div {
                @if line.side == Side::House { (line.head) } @else { (headline(&line.head)) }
                @if let Some(tag) = &line.tag { " " span.tag { (tag) } }
                @if is_first_answer(view, entry) { (inside(view)) }
                @if let Some(said) = &line.said { div.said { (paragraphs(said)) } }
                @if *is_cut { p { (read_all(view, entry)) } }
                (letter(view, entry))
            }
        }
    }
}

/// What happened stands out; the circumstances behind the first comma do not.
fn headline(head: &str) -> Markup {
    match head.split_once(", ") {
        Some((what, rest)) => html! { b { (what) } ", " (rest) },
        None => html! { b { (head) } },
    }
}

/// The way to all of what an entry says.
fn read_all(view: &View, entry: &Entry) -> Markup {
    html! { a href=(entry::url(view.case.lead.id, entry)) { (view.words.say("lead-read-all")) } }
}

/// A text, line by line.
pub fn paragraphs(text: &str) -> Markup {
    html! { @for line in text.lines() { p { (line) } } }
}

/// The letter that went, as it is kept.
pub fn quoted(entry: &Entry) -> Option<&[u8]> {
    match &entry.event {
        Event::Delivered { text, .. } => Some(text),
        _ => None,
    }
}

/// The letter that went, to be opened.
fn letter(view: &View, entry: &Entry) -> Markup {
    html! {
        @if let Some((subject, body)) = quoted(entry).and_then(read_kept) {
            @let end = end_of(&body, SAID_MAX);
            details #{ "l" (entry.seq) } {
                summary.mute { (view.words.fill("lead-quoted", &[("text", subject.into())])) }
                div.said {
                    (paragraphs(&body[..end]))
                    @if end < body.len() { p { "… " (read_all(view, entry)) } }
                }
            }
        }
    }
}

fn is_first_answer(view: &View, entry: &Entry) -> bool {
    let Event::Touched(touch) = &entry.event else { return false };
    let answer = view.case.lead.first_answer.as_ref();
    answer.is_some_and(|answer| answer.at == touch.at && entry.by.is_teammate())
}

/// Whether the first answer kept the promise, and how much of the opening hours it took.
fn inside(view: &View) -> Markup {
    let lead = &view.case.lead;
    let Some(answer) = &lead.first_answer else { return html! {} };
    let calendar = view.playbook.calendar();
    let opened = || lead.captured_at.map(|captured| calendar.next_opening(captured));
    let took = match answer.since.or_else(opened) {
        Some(since) if answer.at >= since => {
            let seconds = opening_seconds(&calendar, since, answer.at);
            let span = times::took_open(view.words, seconds);
            view.words.fill("lead-first-answer", &[("span", span.into())])
        }
        _ => view.words.say("lead-first-answer-early"),
    };
    let promise = answer.since.map(|_| match answer.in_time {
        true => ("ok", view.words.say("lead-inside")),
        false => ("late", view.words.say("lead-outside")),
    });
    html! {
        ". " (took)
        @if let Some((state, word)) = promise { " " span.tag data-state=(state) { (word) } }
    }
}

/// The symbol of the sheet for what an entry calls it.
fn sign(name: &'static str) -> &'static str {
    if name == "clock" { "today" } else { name }
}
