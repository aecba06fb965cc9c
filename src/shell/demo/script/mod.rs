//! The people with a part of their own: what they do, and what Maya does about them, up to 10:42.

mod answer_now;
mod due_today;
mod waiting;

use super::morning::{Does, Next, Scene};
use crate::lead::TaskKind;

/// Every scene, in any order.
pub fn scenes() -> impl Iterator<Item = &'static Scene> {
    answer_now::SCENES.iter().chain(due_today::SCENES).chain(waiting::SCENES)
}

pub(super) const fn scene(
    back: usize,
    hour: i8,
    minute: i8,
    who: &'static str,
    does: Does,
) -> Scene {
    Scene { back, hour, minute, second: 0, who, does }
}

pub(super) const fn sharp(
    hour: i8,
    minute: i8,
    second: i8,
    who: &'static str,
    does: Does,
) -> Scene {
    Scene { back: 0, hour, minute, second, who, does }
}

/// A next step so many working days before the last one; 0 is the last, below 0 lies ahead.
pub(super) const fn next(
    back: i64,
    hour: i8,
    minute: i8,
    kind: TaskKind,
    text: &'static str,
) -> Option<Next> {
    Some(Next { back, hour, minute, kind, text })
}

pub(super) const HELD: Does = Does::Holds("Maya sees to it herself.");
