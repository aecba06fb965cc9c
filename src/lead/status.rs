//! How far a lead has come, in one word: computed from what truly happened, set by nobody.

use super::{Exit, HandRaise, Lead, LeadFate, Sign};
use serde::{Deserialize, Serialize};

/// The working status of a lead, from its arrival to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    New,
    /// Offered to an owner who has not said yes.
    Routed,
    Accepted,
    /// One of us has written to them or called them.
    Contacted,
    /// A whole sequence went by without a word of theirs.
    Unresponsive,
    /// The same, and another sequence keeps them in mind of us.
    Nurture,
    Replied,
    MeetingBooked,
    /// Sales has taken over and spoken with them.
    Qualified,
    Lost,
    Disqualified,
    Converted,
}

impl Status {
    /// Every status, in the order a lead comes by them.
    pub const ALL: [Status; 12] = [
        Status::New,
        Status::Routed,
        Status::Accepted,
        Status::Contacted,
        Status::Unresponsive,
        Status::Nurture,
        Status::Replied,
        Status::MeetingBooked,
        Status::Qualified,
        Status::Lost,
        Status::Disqualified,
        Status::Converted,
    ];

    /// The key used in the API.
    pub fn key(self) -> &'static str {
        match self {
            Status::New => "new",
            Status::Routed => "routed",
            Status::Accepted => "accepted",
            Status::Contacted => "contacted",
            Status::Unresponsive => "unresponsive",
            Status::Nurture => "nurture",
            Status::Replied => "replied",
            Status::MeetingBooked => "meeting_booked",
            Status::Qualified => "qualified",
            Status::Lost => "lost",
            Status::Disqualified => "disqualified",
            Status::Converted => "converted",
        }
    }
}

impl Lead {
    /// How far the lead has come. While it is open it moves by what people did, on either side.
    pub fn status(&self) -> Status {
        match self.fate {
            LeadFate::Won => Status::Converted,
            LeadFate::Lost => Status::Lost,
            LeadFate::Disqualified => Status::Disqualified,
            LeadFate::Open => self.working_status(),
        }
    }

    fn working_status(&self) -> Status {
        let shows = |sign: fn(&Sign) -> bool| self.evidence.iter().any(|one| sign(&one.sign));
        let is_contacted = self.first_answer.is_some();
        if self.handed_over_at.is_some() && is_contacted {
            Status::Qualified
        } else if shows(|sign| matches!(sign, Sign::Asked(HandRaise::Booking))) {
            Status::MeetingBooked
        } else if shows(|sign| matches!(sign, Sign::Replied | Sign::Talked | Sign::MetInPerson)) {
            Status::Replied
        } else if self.left.iter().any(|(_, exit)| *exit == Exit::Finished) {
            if self.enrolment.is_some() { Status::Nurture } else { Status::Unresponsive }
        } else if is_contacted {
            Status::Contacted
        } else {
            match &self.owner {
                Some(owner) if owner.accepted => Status::Accepted,
                Some(_) => Status::Routed,
                None => Status::New,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::{Answer, Enrolment, Evidence};
    use jiff::Timestamp;
    use std::collections::BTreeMap;

    fn shows(lead: &mut Lead, sign: Sign) {
        lead.evidence.push(Evidence { seq: 1, at: Timestamp::UNIX_EPOCH, sign });
    }

    #[test]
    fn a_status_moves_by_what_people_did() {
        let mut lead = Lead::default();
        assert_eq!(lead.status(), Status::New);
        shows(&mut lead, Sign::Opened);
        assert_eq!(lead.status(), Status::New, "a machine may have opened it");
        let (at, by) = (Timestamp::UNIX_EPOCH, "maya".to_owned());
        lead.first_answer = Some(Answer { at, by, since: None, in_time: true });
        assert_eq!(lead.status(), Status::Contacted);
        lead.left.push(("standard".into(), Exit::Finished));
        assert_eq!(lead.status(), Status::Unresponsive);
        lead.enrolment = Some(Enrolment {
            sequence: "nurture".into(),
            since: at,
            seq: 1,
            by_hand: false,
            done: 0,
            missed: BTreeMap::new(),
            postponed: None,
            held: None,
            held_at: None,
        });
        assert_eq!(lead.status(), Status::Nurture);
        shows(&mut lead, Sign::Replied);
        assert_eq!(lead.status(), Status::Replied);
        shows(&mut lead, Sign::Asked(HandRaise::Booking));
        assert_eq!(lead.status(), Status::MeetingBooked);
        lead.handed_over_at = Some(Timestamp::UNIX_EPOCH);
        assert_eq!(lead.status(), Status::Qualified);
        lead.fate = LeadFate::Won;
        assert_eq!(lead.status(), Status::Converted);
    }

    #[test]
    fn a_hot_lead_nobody_has_spoken_with_is_not_qualified() {
        let lead = Lead { handed_over_at: Some(Timestamp::UNIX_EPOCH), ..Lead::default() };
        assert_eq!(lead.status(), Status::New);
    }
}
