//! Learning from the leads of this house that have ended, away from whoever asked for it.
//!
//! It is done once at a time, and what came of it is kept until it is done again or the house shuts:
//! the same history teaches the same again.

use super::house::House;
use crate::scoring::learn::{History, Lesson, NoReport, one_by_one};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// Leads that have ended, of which at most so many are learned from, the newest.
const ENDED_MAX: usize = 50_000;

/// What came of learning.
#[derive(Clone, Debug, Default)]
pub enum Learnt {
    #[default]
    NotYet,
    UnderWay,
    Lesson(Arc<Lesson>),
    /// Why nothing can be learned.
    No(Arc<NoReport>),
    /// The world failed; it is in the log.
    Failed,
}

/// The one place where learning goes on.
#[derive(Debug, Default)]
pub struct Learning {
    state: watch::Sender<Learnt>,
}

impl Learning {
    /// What came of it, as it stands.
    pub fn state(&self) -> Learnt {
        self.state.borrow().clone()
    }

    /// Waits until it is done, but no longer than this.
    pub async fn wait(&self, most: Duration) {
        let mut state = self.state.subscribe();
        let done = state.wait_for(|state| !matches!(state, Learnt::UnderWay));
        // Whoever has waited enough sees that it is under way.
        let _ = tokio::time::timeout(most, done).await;
    }

    fn take_up(&self) -> bool {
        self.state.send_if_modified(|state| match state {
            Learnt::UnderWay => false,
            _ => {
                *state = Learnt::UnderWay;
                true
            }
        })
    }
}

/// Begins to learn, unless that is under way.
pub fn begin(house: &Arc<House>) {
    if !house.learning.take_up() {
        return;
    }
    let house = house.clone();
    tokio::spawn(async move {
        let learnt = learn(&house).await;
        house.learning.state.send_replace(learnt);
    });
}

async fn learn(house: &House) -> Learnt {
    let (in_force, now) = (house.playbook(), house.clock.now());
    let look = move |desk: &super::desk::Desk| {
        let mut history = History::new(&in_force.playbook);
        desk.store().read()?.ended(ENDED_MAX, |ended| match ended.listed {
            true => history.push_listed(&ended.then, ended.at, ended.won),
            false => history.push(&ended.then, ended.at, ended.won),
        })?;
        Ok(history.learn(now, &one_by_one))
    };
    match house.desk.look_aside("learning from leads that have ended", look).await {
        Ok(Ok(lesson)) => Learnt::Lesson(Arc::new(lesson)),
        Ok(Err(no)) => Learnt::No(Arc::new(no)),
        Err(_) => Learnt::Failed,
    }
}
