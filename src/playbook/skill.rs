//! What somebody can do that not everybody can, and how well.

use serde::{Deserialize, Serialize};
use std::fmt::{Display, Formatter, Result};

/// A skill in the words of the business, at a level; in the text `German`, or `German:2` above the
/// first level.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Skill {
    pub name: String,
    /// From 1 to [`LEVEL_MAX`]; whoever has a level has those below it.
    pub level: u8,
}

/// The highest level of a skill.
pub const LEVEL_MAX: u8 = 3;

/// Skills of one teammate, and characters of one.
pub const SKILLS_MAX: usize = 20;
pub const SKILL_CHARS_MAX: usize = 40;

impl Skill {
    /// Whether this is the skill that another names, however it is written.
    pub fn is_same(&self, other: &Skill) -> bool {
        self.name.trim().to_lowercase() == other.name.trim().to_lowercase()
    }

    /// Whether its name is one and its level there is.
    pub fn is_well_formed(&self) -> bool {
        let length = self.name.trim().chars().count();
        (1..=SKILL_CHARS_MAX).contains(&length)
            && !self.name.contains([',', ';'])
            && (1..=LEVEL_MAX).contains(&self.level)
    }
}

/// Skills as people write them in one line.
pub fn listed(skills: &[Skill]) -> String {
    skills.iter().map(Skill::to_string).collect::<Vec<_>>().join(", ")
}

/// The level of whoever has these skills; 0 where the wanted one is not among them.
pub fn level_of(skills: &[Skill], wanted: &Skill) -> u8 {
    let same = skills.iter().filter(|skill| skill.is_same(wanted));
    same.map(|skill| skill.level).max().unwrap_or(0)
}

/// A name and the single digit behind its last colon.
fn parted(text: &str) -> Option<(&str, u8)> {
    let (name, level) = text.rsplit_once(':')?;
    let level = level.trim();
    (level.len() == 1 && !name.trim().is_empty()).then_some(())?;
    Some((name.trim_end(), level.parse().ok()?))
}

impl From<&str> for Skill {
    fn from(text: &str) -> Skill {
        let (name, level) = parted(text).unwrap_or((text, 1));
        Skill { name: name.to_owned(), level }
    }
}

impl From<String> for Skill {
    fn from(text: String) -> Skill {
        Skill::from(text.as_str())
    }
}

impl From<Skill> for String {
    fn from(skill: Skill) -> String {
        skill.to_string()
    }
}

impl Display for Skill {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self.level == 1 && parted(&self.name).is_none() {
            true => f.write_str(&self.name),
            false => write!(f, "{}:{}", self.name, self.level),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skill_reads_back_as_it_was_written() {
        let skill = |name: &str, level| Skill { name: name.into(), level };
        assert_eq!(Skill::from("German"), skill("German", 1));
        assert_eq!(Skill::from("German : 2"), skill("German", 2));
        assert_eq!(Skill::from("ISO:9001"), skill("ISO:9001", 1));
        assert_eq!(Skill::from(":2"), skill(":2", 1));
        for one in [skill("German", 1), skill("German", 3), skill("A:2", 1), skill("German", 9)] {
            assert_eq!(Skill::from(one.to_string()), one);
        }
    }

    #[test]
    fn only_three_levels_and_names_without_commas_are_well_formed() {
        assert!(Skill::from("German:3").is_well_formed());
        for wrong in ["German:4", "German:0", "", "a, b"] {
            assert!(!Skill::from(wrong).is_well_formed(), "{wrong}");
        }
    }

    #[test]
    fn whoever_has_a_skill_twice_has_the_higher_level() {
        let own = ["german".into(), "German :2".into()];
        assert_eq!(level_of(&own, &"GERMAN".into()), 2);
        assert_eq!(level_of(&own, &"French".into()), 0);
    }
}
