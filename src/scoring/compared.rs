//! What a draft of the model would have said of the leads that have ended, beside the model in force.

use super::backtest::{Backtest, Judged, Move, Rejudged, backtest, moves};
use super::signals::{ALL, Found, found};
use super::{Signal, Sum};
use crate::lead::{Lead, LeadId, Tier};
use crate::playbook::Playbook;
use jiff::Timestamp;

/// One lead, judged by the model in force and by a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Twice {
    pub lead: LeadId,
    pub before: (u8, Tier),
    pub after: (u8, Tier),
    pub won: bool,
    /// Which signals it showed, by their place in [`ALL`].
    showed: u64,
}

impl Twice {
    /// Judges a lead as it was at a moment. Where a learned model was tried on it without having seen
    /// it, `unseen` knows the chance it had then by the model of a playbook.
    pub fn of(
        (id, lead, at): (LeadId, &Lead, Timestamp),
        won: bool,
        live: &Playbook,
        draft: &Playbook,
        unseen: impl Fn(&Playbook) -> Option<f64>,
    ) -> Twice {
        let shows = |signal: &Signal| ALL.iter().position(|one| one.key == signal.key);
        let mark = |playbook: &Playbook, found: &[Found]| {
            let sum = Sum::foretold(lead, playbook, found, unseen(playbook));
            let mark = sum.at(&playbook.scoring, at.as_second());
            (mark.score, mark.tier)
        };
        let by_draft = found(lead, draft);
        let places = by_draft.iter().filter_map(|one| shows(one.signal));
        let showed = places.fold(0, |all, place| all | 1 << place);
        let before = mark(live, &found(lead, live));
        let after = if live.model == draft.model { before } else { mark(draft, &by_draft) };
        Twice { lead: id, before, after, won, showed }
    }

    /// Whether the draft gives it another tier.
    pub fn moves(&self) -> bool {
        self.before.1 != self.after.1
    }
}

/// How two models compare over the same leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    pub live: Backtest,
    pub draft: Backtest,
    pub moves: Vec<Move>,
    /// Of each signal the leads that showed it and those that did not, in the order of [`ALL`].
    pub signals: Vec<WithAndWithout>,
}

/// What became of leads that showed something, and of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WithAndWithout {
    pub with: usize,
    pub with_won: usize,
    pub without: usize,
    pub without_won: usize,
}

/// Compares two models.
pub fn compared(leads: &[Twice]) -> Compared {
    let judged = |of: fn(&Twice) -> (u8, Tier)| -> Vec<Judged> {
        let one = |lead: &Twice| Judged { score: of(lead).0, tier: of(lead).1, won: lead.won };
        leads.iter().map(one).collect()
    };
    let rejudged: Vec<Rejudged> = leads
        .iter()
        .map(|one| Rejudged {
            lead: one.lead,
            before: one.before.1,
            after: one.after.1,
            won: one.won,
        })
        .collect();
    Compared {
        live: backtest(&judged(|lead| lead.before)),
        draft: backtest(&judged(|lead| lead.after)),
        moves: moves(&rejudged),
        signals: (0..ALL.len()).map(|place| with_and_without(leads, place)).collect(),
    }
}

fn with_and_without(leads: &[Twice], place: usize) -> WithAndWithout {
    let mut counts = WithAndWithout::default();
    for lead in leads {
        let won = usize::from(lead.won);
        if lead.showed >> place & 1 == 1 {
            counts.with += 1;
            counts.with_won += won;
        } else {
            counts.without += 1;
            counts.without_won += won;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::examples::house;

    #[test]
    fn a_draft_is_held_against_the_model_in_force_lead_by_lead() {
        let live = house().sealed();
        let mut draft = live.clone();
        draft.scoring.tiers.medium = 5;
        let draft = draft.sealed();
        let mut lead = Lead::default();
        lead.profile.role = "Owner".into();
        let at = Timestamp::UNIX_EPOCH;
        let seen = (LeadId(7), &lead, at);
        let twice = [true, false].map(|won| Twice::of(seen, won, &live, &draft, |_| None));
        assert_eq!((twice[0].before.1, twice[0].after.1), (Tier::Low, Tier::Medium));
        let told = compared(&twice);
        assert_eq!((told.moves[0].from, told.moves[0].to), (Tier::Low, Tier::Medium));
        let owner = ALL.iter().position(|one| one.key == "decision_maker").expect("a signal");
        let counts = WithAndWithout { with: 2, with_won: 1, without: 0, without_won: 0 };
        assert_eq!(told.signals[owner], counts);
    }
}
