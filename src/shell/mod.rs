//! Everything that touches the world.

pub mod config; // what the owner of the box may set
