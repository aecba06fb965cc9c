//! What a teammate was told last.

use super::desk::{Desk, Told};
use super::words;
use crate::lead::Event;
use crate::lead::words::notice;
use crate::shell::web::parts::icon;
use crate::shell::web::times;
use maud::{Markup, html};

/// The newest notices, unread ones first since they are the newest.
pub fn section(desk: &Desk) -> Markup {
    let unread = desk.notices.iter().filter(|told| is_unread(told, desk)).count();
    let newest = desk.notices.first().map_or(0, |told| told.entry.seq);
    html! {
        @if !desk.notices.is_empty() {
            section.ledger {
                header {
                    h2 { (words::NOTICES) }
                    @if unread > 0 {
                        span.count data-state="info" { (words::unread(unread)) }
                        form.push action="/notices/read" method="post" {
                            input type="hidden" name="up_to" value=(newest);
                            button.btn.quiet type="submit" { (icon("check")) (words::MARK_READ) }
                        }
                    }
                }
                ul.items { @for told in &desk.notices { (item(told, desk)) } }
            }
        }
    }
}

fn item(told: &Told, desk: &Desk) -> Markup {
    let Event::Notified { notice: kind, .. } = &told.entry.event else { return html! {} };
    let said = notice(*kind, &told.title);
    let ago = times::ago(told.entry.at, desk.now);
    html! {
        li {
            div.grow.who[is_unread(told, desk)] {
                a href={ "/leads/" (told.lead) } { (said) }
                @if is_unread(told, desk) { span.sr { " " (words::UNREAD) } }
            }
            time.mute datetime=(told.entry.at) { (ago) }
        }
    }
}

fn is_unread(told: &Told, desk: &Desk) -> bool {
    told.entry.seq > desk.notices_read
}
