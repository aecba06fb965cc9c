//! Everything that touches the world: files, sockets, clocks and mail.

pub mod config;
pub mod outbox;
