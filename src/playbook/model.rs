//! The fingerprint of a scoring model, by which a lead notices that it is judged by a new one.

use super::learned::Counts;
use super::{Business, Playbook, Qualification, Scoring, Source};

/// Bumped whenever a version of this program reads the same facts otherwise: a title, an amount, a
/// place. Every lead is then judged anew, as by another model.
pub const READING: u32 = 6;

/// The fingerprint of everything that gives points: FNV-1a over its text, the same in every build.
pub(super) fn fingerprint(
    scoring: &Scoring,
    sources: &[Source],
    qualification: &Qualification,
) -> u64 {
    let learned = scoring.learned.clone().filter(|one| one.counts != Counts::Beside);
    let scoring = Scoring { reviewed: None, learned, ..scoring.clone() };
    let model = toml::to_string(&scoring).expect("a scoring model is plain data");
    let hash = sources.iter().fold(fnv(OFFSET, &model), |hash, source| {
        fnv(fnv(hash, &source.key), &format!("={};", source.points))
    });
    let hash = qualification.asked().fold(hash, |hash, one| {
        fnv(fnv(fnv(hash, &one.key), &one.signal), &format!("={};", one.points))
    });
    fnv(hash, &format!("reading={READING}")).max(1)
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

fn fnv(hash: u64, text: &str) -> u64 {
    text.bytes().fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

impl Business {
    /// IANA name of the zone that counts: the settings of the machine win.
    pub fn zone(&self) -> &str {
        self.zone_of_box.as_deref().unwrap_or(&self.time_zone)
    }

    /// A number that tells the zone of the machine from others; 0 where the playbook's own counts.
    pub fn mark_of_box(&self) -> u64 {
        self.zone_of_box.as_deref().map_or(0, |zone| fnv(OFFSET, zone))
    }
}

impl Playbook {
    /// The playbook as it counts on a machine, whose own time zone wins over every version.
    pub fn on_box(mut self, zone: Option<&str>) -> Playbook {
        self.business.zone_of_box = zone.map(str::to_owned);
        self
    }

    /// The playbook with its fingerprint taken anew, as is due after its scoring was changed in memory.
    pub fn sealed(mut self) -> Playbook {
        self.model = fingerprint(&self.scoring, &self.sources, &self.qualification);
        self
    }
}

#[cfg(test)]
mod tests {
    use crate::playbook::{Playbook, Role, Teammate, starter};

    fn opened() -> Playbook {
        starter("Roth & Co", Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner))
    }

    #[test]
    fn other_points_are_another_model_and_other_letters_are_the_same_one() {
        let before = opened();
        let mut letters = before.clone();
        letters.templates.clear();
        assert_eq!(letters.sealed().model, before.model);

        let mut points = before.clone();
        points.scoring.points.insert("reply".into(), 13);
        assert_ne!(points.sealed().model, before.model);

        let mut sources = before.clone();
        sources.sources[0].points += 1;
        assert_ne!(sources.sealed().model, before.model);
    }

    #[test]
    fn the_fingerprint_is_the_published_fnv_1a() {
        assert_eq!(super::fnv(super::OFFSET, "foobar"), 0x8594_4171_f739_67e8);
    }
}
