//! What a teammate was told last.

use super::Sheet;
use super::desk::{Desk, Told};
use crate::lead::Event;
use crate::lead::words::notice;
use crate::shell::web::parts::icon;
use maud::{Markup, html};

/// The newest notices, unread ones first since they are the newest.
pub fn section(sheet: &Sheet) -> Markup {
    let (desk, words) = (sheet.desk, sheet.times.words);
    let unread = desk.notices.iter().filter(|told| is_unread(told, desk)).count();
    let newest = desk.notices.first().map_or(0, |told| told.entry.seq);
    html! {
        @if !desk.notices.is_empty() {
            section.ledger {
                header {
                    h2 { (words.say("today-notices")) }
                    @if unread > 0 {
                        span.count data-state="info" { (words.fill("today-unread", &[("count", unread.into())])) }
                        form.push action="/notices/read" method="post" {
                            input type="hidden" name="up_to" value=(newest);
                            button.btn.quiet type="submit" { (icon("check")) (words.say("today-mark-read")) }
                        }
                    }
                }
                ul.items { @for told in &desk.notices { (item(told, sheet)) } }
            }
        }
    }
}

fn item(told: &Told, sheet: &Sheet) -> Markup {
    let (desk, words) = (sheet.desk, sheet.times.words);
    let Event::Notified { notice: kind, .. } = &told.entry.event else { return html! {} };
    let said = notice(words, *kind, &told.title);
    let ago = sheet.times.ago(told.entry.at);
    html! {
        li {
            div.grow.who[is_unread(told, desk)] {
                a href={ "/leads/" (told.lead) } { (said) }
                @if is_unread(told, desk) { span.sr { " " (words.say("today-new")) } }
            }
            time.mute datetime=(told.entry.at) { (ago) }
        }
    }
}

fn is_unread(told: &Told, desk: &Desk) -> bool {
    told.entry.seq > desk.notices_read
}
