//! Whether a firm is the kind the business serves best, as far as both are known.
//!
//! Each answers yes, no, or nothing: nothing when the playbook does not ask or the lead does not say.

use super::{alike, amount, words};
use crate::lead::Lead;
use crate::playbook::Playbook;

/// Whether their industry is among the best served.
pub fn industry_fits(lead: &Lead, playbook: &Playbook) -> Option<bool> {
    let best = &playbook.scoring.fit.industries;
    let theirs = lead.fact("industry").filter(|_| !best.is_empty())?;
    Some(best.iter().any(|industry| holds_in_a_row(theirs, industry)))
}

/// Whether the words sought follow one another in a text, which is read as far as ten words.
fn holds_in_a_row(text: &str, sought: &str) -> bool {
    let mut rest = words(text).take(WORDS_MAX);
    words(sought).next().is_some()
        && (0..WORDS_MAX).any(|_| {
            let mut row = rest.clone();
            rest.next();
            words(sought).all(|word| row.next().is_some_and(|theirs| alike(theirs, word)))
        })
}

const WORDS_MAX: usize = 10;

/// Whether their firm has as many employees as those best served; a range that overlaps fits.
pub fn size_fits(lead: &Lead, playbook: &Playbook) -> Option<bool> {
    let fit = &playbook.scoring.fit;
    if fit.size_from.is_none() && fit.size_to.is_none() {
        return None;
    }
    let (least, most) = lead.fact("company_size").and_then(amount)?;
    let from = fit.size_from.map_or(0.0, f64::from);
    let to = fit.size_to.map_or(f64::INFINITY, f64::from);
    Some(from <= most && least <= to)
}

/// Whether they are in the area served.
///
/// No only if everything was known that could have said yes: somebody in a served country whose
/// postcode we do not know may well be next door.
pub fn area_fits(lead: &Lead, playbook: &Playbook) -> Option<bool> {
    let served = &playbook.scoring.fit.served;
    let mut unsure = served.is_empty();
    for place in served {
        let (theirs, begins) = theirs(lead, place);
        let known = theirs.iter().flatten();
        if known.clone().any(|fact| is_place(fact, place, begins)) {
            return Some(true);
        }
        unsure |= known.count() == 0;
    }
    (!unsure).then_some(false)
}

/// The facts a place is compared with, and whether it is enough that they begin with it.
fn theirs<'a>(lead: &'a Lead, place: &str) -> ([Option<&'a str>; 2], bool) {
    if place.contains(|c: char| c.is_ascii_digit()) {
        ([lead.fact("postcode"), None], true)
    } else if place.chars().count() == 2 {
        ([lead.fact("country"), lead.fact("region")], false)
    } else {
        ([lead.fact("region"), None], false)
    }
}

fn is_place(fact: &str, place: &str, begins: bool) -> bool {
    let mut fact = fact.chars().filter(|c| *c != ' ').flat_map(char::to_lowercase);
    let mut place = place.chars().filter(|c| *c != ' ').flat_map(char::to_lowercase);
    place.all(|sought| fact.next() == Some(sought)) && (begins || fact.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::examples::house;

    fn lead(facts: &[(&str, &str)]) -> Lead {
        let mut lead = Lead::default();
        for (key, value) in facts {
            match lead.profile.get_mut(key) {
                Some(place) => *place = (*value).to_owned(),
                None => drop(lead.fields.insert((*key).to_owned(), (*value).to_owned())),
            }
        }
        lead
    }

    fn serving(places: &[&str]) -> Playbook {
        let mut playbook = house();
        playbook.scoring.fit.served = places.iter().map(|place| (*place).to_owned()).collect();
        playbook
    }

    #[test]
    fn an_industry_fits_by_its_words() {
        let mut playbook = house();
        playbook.scoring.fit.industries = vec!["IT services".into(), "Law".into()];
        let fits = |industry| industry_fits(&lead(&[("industry", industry)]), &playbook);
        assert_eq!(fits("Software & it services"), Some(true));
        assert_eq!(fits("Lawn care"), Some(false));
        assert_eq!(fits(""), None);
    }

    #[test]
    fn a_size_fits_when_it_may_lie_in_the_bracket() {
        let mut playbook = house();
        playbook.scoring.fit.size_from = Some(50);
        playbook.scoring.fit.size_to = Some(250);
        let fits = |size| size_fits(&lead(&[("company_size", size)]), &playbook);
        assert_eq!(
            ["200", "50-249", "200+", "5000", "1-10", "many"].map(fits),
            [Some(true), Some(true), Some(true), Some(false), Some(false), None]
        );
    }

    #[test]
    fn a_place_is_a_country_a_region_or_the_beginning_of_a_postcode() {
        let fits =
            |served: &[&str], facts: &[(&str, &str)]| area_fits(&lead(facts), &serving(served));
        assert_eq!(fits(&["AT", "80"], &[("country", "DE"), ("postcode", "80331")]), Some(true));
        assert_eq!(fits(&["SW1"], &[("postcode", "sw 1A 2AA")]), Some(true));
        assert_eq!(fits(&["Bavaria"], &[("region", "bavaria")]), Some(true));
        assert_eq!(fits(&["AT"], &[("country", "DE")]), Some(false));
    }

    #[test]
    fn unknown_is_not_outside() {
        let fits =
            |served: &[&str], facts: &[(&str, &str)]| area_fits(&lead(facts), &serving(served));
        assert_eq!(fits(&["80"], &[("country", "DE")]), None);
        assert_eq!(fits(&[], &[("country", "DE")]), None);
    }
}
