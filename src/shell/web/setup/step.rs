//! The steps of the set-up, in order.

/// One question, and its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// That one is no stranger. Not counted among the questions.
    Code,
    Company,
    Place,
    Zone,
    Hours,
    Kind,
    /// From here on the house has an owner, who goes on signed in.
    Owner,
    Team,
    Mail,
    Form,
}

impl Step {
    /// The questions, in order.
    pub const ALL: [Step; 9] = [
        Step::Company,
        Step::Place,
        Step::Zone,
        Step::Hours,
        Step::Kind,
        Step::Owner,
        Step::Team,
        Step::Mail,
        Step::Form,
    ];

    /// As it stands in the address.
    pub fn key(self) -> &'static str {
        match self {
            Step::Code => "code",
            Step::Company => "company",
            Step::Place => "place",
            Step::Zone => "zone",
            Step::Hours => "hours",
            Step::Kind => "kind",
            Step::Owner => "owner",
            Step::Team => "team",
            Step::Mail => "mail",
            Step::Form => "form",
        }
    }

    /// The step of an address.
    pub fn of(key: &str) -> Option<Step> {
        Step::ALL.into_iter().chain([Step::Code]).find(|step| step.key() == key)
    }

    /// Its address.
    pub fn url(self) -> String {
        format!("/setup/{}", self.key())
    }

    /// Which question it is, counted from 1.
    pub fn number(self) -> usize {
        Step::ALL.iter().position(|step| *step == self).map_or(0, |at| at + 1)
    }

    /// Whether it is asked before there is an owner.
    pub fn is_before_owner(self) -> bool {
        self <= Step::Owner
    }

    /// The question before, as far as one can go back to it.
    pub fn before(self) -> Option<Step> {
        let before = Step::ALL.into_iter().rev().find(|step| *step < self)?;
        (before.is_before_owner() == self.is_before_owner()).then_some(before)
    }

    /// The keys of what it is called, of its question and of what follows from the answer.
    pub fn words(self) -> [&'static str; 3] {
        match self {
            Step::Code => ["setup-code", "setup-code-ask", "setup-code-then"],
            Step::Company => ["setup-company", "setup-company-ask", "setup-company-then"],
            Step::Place => ["setup-place", "setup-place-ask", "setup-place-then"],
            Step::Zone => ["setup-zone", "setup-zone-ask", "setup-zone-then"],
            Step::Hours => ["setup-hours", "setup-hours-ask", "setup-hours-then"],
            Step::Kind => ["setup-kind", "setup-kind-ask", "setup-kind-then"],
            Step::Owner => ["setup-owner", "setup-owner-ask", "setup-owner-then"],
            Step::Team => ["setup-team", "setup-team-ask", "setup-team-then"],
            Step::Mail => ["setup-mail", "setup-mail-ask", "setup-mail-then"],
            Step::Form => ["setup-form", "setup-form-ask", "setup-form-then"],
        }
    }
}
