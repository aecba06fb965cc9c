//! What a teammate was told last.

use super::Sheet;
use crate::shell::web::notices::{item, mark_read};
use crate::shell::web::parts::and_more;
use maud::{Markup, html};

/// The newest notices, unread ones first since they are the newest.
pub fn section(sheet: &Sheet) -> Markup {
    let (desk, words, unread) = (sheet.desk, sheet.times.words, sheet.who.unread);
    let shown = desk.notices.iter().filter(|told| told.entry.seq > desk.notices_read).count();
    let newest = desk.notices.first().map_or(0, |told| told.entry.seq);
    html! {
        @if !desk.notices.is_empty() {
            section.ledger {
                header {
                    h2 { (words.say("notices-title")) }
                    @if unread > 0 {
                        span.count data-state="info" { (words.fill("today-unread", &[("count", unread.into())])) }
                        (mark_read(words, newest))
                    }
                }
                ul.items { @for told in &desk.notices { (item(told, desk.notices_read, &sheet.times)) } }
                @if unread > shown { p.below { a href="/notices" { (and_more(words, unread - shown)) } } }
            }
        }
    }
}
