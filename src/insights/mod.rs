//! What is counted: so far, how fast we answer. Funnel, sources and bottlenecks are not counted yet.

mod speed;

pub use speed::{median, opening_seconds};
