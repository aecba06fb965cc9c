//! The form in which a waiting letter is given other words. It stays where it is in the outbox, and
//! goes at its time in the words that are saved by then.

use super::act::Act;
use super::command::WAS;
use super::fields::Sheet;
use super::view::View;
use crate::followup::template::Rendered;
use crate::followup::{STOP_LINK, wording};
use crate::lead::{Delivery, Letter, Seq};
use crate::shell::web::signed::hex;
use maud::{Markup, html};
use sha2::{Digest, Sha256};

/// By which the words somebody put into a letter are told from others.
pub fn mark(letter: &Letter) -> String {
    let mut words = Sha256::new();
    if let Some(own) = &letter.rewritten {
        words.update((own.subject.len() as u64).to_be_bytes());
        words.update(&own.subject);
        words.update(&own.body);
    }
    hex(&words.finalize()[..8])
}

/// The letter with this number in a form; what was typed for one that has left meanwhile, to be
/// copied from there.
pub fn rewrite(view: &View, seq: Seq) -> Option<Markup> {
    let waiting = view.case.lead.outbox.iter().find(|letter| letter.seq == seq);
    if waiting.is_none() && view.typed.is_none() {
        return None;
    }
    let sheet = Sheet { view, act: Act::Rewrite, seq };
    let now = waiting.and_then(|letter| as_it_reads(view, letter));
    let theirs = now.as_ref().filter(|_| sheet.is_wrong("text")).map(|now| now.body.clone());
    let (subject, body) = now.map_or_else(Default::default, |it| (it.subject, it.body));
    let inner = html! {
        h2 { (view.words.say("lead-rewrite")) }
        (sheet.alert())
        @if let Some(letter) = waiting { input type="hidden" name=(WAS) value=(mark(&letter.letter)); }
        @if let Some(theirs) = theirs { p.label { (view.words.say("lead-letter-now")) } div.said { @for line in theirs.lines() { p { (line) } } } }
        (sheet.line_of("subject", &view.words.say("lead-subject"), &subject))
        (sheet.area_of("text", &view.words.say("lead-letter"), "", &body))
        p.mute {
            @match waiting {
                Some(letter) => (goes(view, letter)),
                None => (view.words.say("lead-letter-gone")),
            }
        }
        div.line {
            a.btn.quiet href={ "/leads/" (view.case.lead.id) } { (view.words.say("lead-leave-it")) }
            @if waiting.is_some() {
                button.btn.primary.push type="submit" { (view.words.say("lead-save-letter")) }
            }
        }
    };
    Some(sheet.form("card stack tight", inner))
}

/// When a letter that is being edited goes.
fn goes(view: &View, letter: &Delivery) -> String {
    let link = ("link", STOP_LINK.into());
    if view.case.lead.holds_back(letter) {
        return view.words.fill("lead-letter-held", &[link]);
    }
    if letter.next_at <= view.case.now {
        return view.words.fill("lead-letter-goes-now", &[link]);
    }
    let when = view.at(letter.next_at);
    view.words.fill("lead-letter-goes", &[("when", when.into()), link])
}

fn as_it_reads(view: &View, letter: &Delivery) -> Option<Rendered> {
    let (lead, now) = (&view.case.lead, view.case.now);
    wording(lead, &letter.letter, view.playbook, STOP_LINK, now).ok()
}
