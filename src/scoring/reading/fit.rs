//! Whether a firm is the kind the business serves best, as far as both are known.
//!
//! Each answers yes, no, or nothing: nothing when the playbook does not ask or the lead does not say.

use super::home::Home;
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
    let home = Home::of(lead, playbook);
    let mut unsure = served.is_empty();
    for place in served {
        match home.is_in(place.trim()) {
            Some(true) => return Some(true),
            is_in => unsure |= is_in.is_none(),
        }
    }
    (!unsure).then_some(false)
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
        assert_eq!(
            ["less than 50", "more than 249", "mehr als 250", "weniger als 60"].map(fits),
            [Some(false), Some(true), Some(false), Some(true)]
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
        assert_eq!(fits(&["EU"], &[("country", "DE")]), Some(true));
        assert_eq!(
            fits(&["European Union", "80"], &[("country", "GB"), ("postcode", "LS1")]),
            Some(false)
        );
    }

    #[test]
    fn letters_are_a_whole_postcode_area_and_a_country_has_names() {
        let fits =
            |served: &[&str], facts: &[(&str, &str)]| area_fits(&lead(facts), &serving(served));
        let bradford = [("country", "GB"), ("postcode", "BD7 1AB")];
        assert_eq!(fits(&["BD", "HX"], &bradford), Some(true));
        assert_eq!(fits(&["B", "LS"], &bradford), Some(false));
        assert_eq!(fits(&["BD7 1", "LS"], &bradford), Some(true));
        assert_eq!(fits(&["02-9"], &[("postcode", "02900")]), Some(true));
        for place in ["Germany", "Deutschland", "DEU", "de"] {
            assert_eq!(fits(&[place], &[("country", "DE")]), Some(true), "{place}");
            assert_eq!(fits(&[place], &[("country", "FR")]), Some(false), "{place}");
        }
        assert_eq!(fits(&["Leeds"], &[("city", "LEEDS"), ("region", "Yorkshire")]), Some(true));
        assert_eq!(fits(&["01"], &[("country", "DE"), ("postcode", "1067")]), Some(true));
        assert_eq!(fits(&["NY"], &[("country", "US"), ("region", "ny")]), Some(true));
    }

    #[test]
    fn unknown_is_not_outside() {
        let fits =
            |served: &[&str], facts: &[(&str, &str)]| area_fits(&lead(facts), &serving(served));
        assert_eq!(fits(&["80"], &[("country", "DE")]), None);
        assert_eq!(fits(&[], &[("country", "DE")]), None);
        assert_eq!(fits(&["HX"], &[("country", "GB")]), None);
        assert_eq!(fits(&["HX"], &[("country", "DE")]), Some(false), "no letters begin it there");
        assert_eq!(fits(&["Germany"], &[("postcode", "80331")]), None);
        assert_eq!(
            fits(&["GB"], &[("postcode", "BD21 1NH")]),
            Some(true),
            "no other has this form"
        );
        assert_eq!(fits(&["Leeds"], &[("region", "Yorkshire")]), None);
        let at_home = |served: &[&str], facts: &[(&str, &str)]| {
            let mut playbook = serving(served);
            playbook.business.country = "GB".into();
            area_fits(&lead(facts), &playbook)
        };
        assert_eq!(at_home(&["BD"], &[("country", "GB")]), None, "it is Bradford there");
        assert_eq!(at_home(&["BD"], &[("country", "DE")]), Some(false));
    }
}
