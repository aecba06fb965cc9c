//! Everything that touches the world: files, sockets, clocks and mail.

pub mod claim;
pub mod cli;
pub mod clock;
pub mod config;
pub mod counter;
pub mod demo;
pub mod desk;
pub mod error;
pub mod house;
pub mod importing;
pub mod learning;
pub mod outbox;
pub mod papers;
pub mod rehearsal;
pub mod scheduler;
pub mod search;
pub mod snapshots;
pub mod store;
pub mod web;
