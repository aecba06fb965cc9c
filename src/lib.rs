//! Leadstead: no lead waits, no lead gets lost, no follow-up depends on memory.
//!
//! The rooms, in reading order. Everything outside [`shell`] is pure: it decides and touches nothing.

pub mod capability; // what a capability is, and what may be known while deciding
pub mod capture; // what arrives and from where
pub mod command; // all that can be asked for, and every polite no
pub mod decide; // something happened, or time passed: what follows?
pub mod dedupe; // whose submission is this?
pub mod followup; // what is sent and asked for on which day, and when it stops
pub mod insights; // what is counted, and how fast we answer
pub mod language; // what people read, in their own language
pub mod lead; // the vocabulary: what a lead is and everything that can be written about one
pub mod pipeline; // stages, endings, and a next step for every open lead
pub mod playbook; // how this business wants its leads handled
pub mod qualification; // when sales takes over
pub mod routing; // who owns a lead, and why
pub mod rows; // where a lead is filed
pub mod scoring; // how promising a lead is, and why
pub mod shell; // everything that touches the world
pub mod sla; // by when an answer is owed, and what happens without one
