//! To come.

pub mod search;
