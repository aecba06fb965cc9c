//! They are where the business serves.

use super::{Find, Group, Signal, Worth};
use crate::scoring::reading::area_fits;

pub const SIGNAL: Signal = Signal {
    key: "location",
    group: Group::Fit,
    worth: Worth::Points(5),
    because: "In the area you serve",
    find: Find::Fact { shown: "", holds: |lead, playbook| area_fits(lead, playbook) == Some(true) },
};
