//! They read how somebody else was helped.

use super::{Find, Group, Signal, Worth};
use crate::lead::Sign;
use crate::playbook::Engagement;
use crate::scoring::reading::is_under;

pub const SIGNAL: Signal = Signal {
    key: "case_study",
    group: Group::Engagement,
    worth: Worth::Points(6),
    find: Find::Signs { most: 1, counts: |sign, engagement| is_case_study(sign, engagement) },
};

fn is_case_study(sign: &Sign, engagement: &Engagement) -> bool {
    matches!(sign, Sign::Visited(page) if is_under(page, &engagement.case_pages))
}
