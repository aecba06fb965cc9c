//! They tried the product.

use super::{Find, Group, Signal, Worth};
use crate::lead::Sign;

pub const SIGNAL: Signal = Signal {
    key: "product_used",
    group: Group::Engagement,
    worth: Worth::Points(8),
    find: Find::Signs { most: 1, counts: |sign, _| matches!(sign, Sign::UsedProduct) },
};
