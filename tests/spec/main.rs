//! What the house does, told as stories. Time is simulated, and so is the post.
//!
//! One file for each capability. The numbered acceptance examples of the product are named where
//! they are told; `laws` holds for every playbook and every life, `golden` for every release.

mod capture;
mod dedupe;
mod followup;
mod golden;
mod laws;
mod learned;
mod outbox;
mod pipeline;
mod playbook;
mod qualification;
mod routed;
mod routing;
mod score;
mod scoring;
mod sim;
mod sla;
mod tags;
mod whole;
