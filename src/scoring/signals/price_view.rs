//! They looked at a page with prices. Three views count.

use super::{Find, Group, Signal, Worth};
use crate::lead::Sign;
use crate::playbook::Engagement;
use crate::scoring::reading::is_under;

pub const SIGNAL: Signal = Signal {
    key: "price_view",
    group: Group::Engagement,
    worth: Worth::Points(5),
    find: Find::Signs { most: 3, counts: |sign, engagement| shows_prices(sign, engagement) },
};

fn shows_prices(sign: &Sign, engagement: &Engagement) -> bool {
    matches!(sign, Sign::Visited(page) if is_under(page, &engagement.price_pages))
}
