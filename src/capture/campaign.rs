//! What brought somebody here: the names an advert puts into its link, and the page they came from.

use super::Received;
use super::fields::Fields;
use crate::lead::Campaign;
use crate::lead::profile::{VALUE_MAX, one_line};

/// The keys of a campaign that a mapping may name.
pub(super) const KEYS: [&str; 13] = [
    "utm_source",
    "utm_medium",
    "utm_campaign",
    "utm_term",
    "utm_content",
    "gclid",
    "fbclid",
    "msclkid",
    "li_fat_id",
    "ttclid",
    "click_id",
    "referrer",
    "landing",
];

/// Puts a value under a key of [`KEYS`], unless something stands there. Answers whether it does now.
pub(super) fn put(campaign: &mut Campaign, key: &str, value: &str) -> bool {
    let value = one_line(value, VALUE_MAX);
    let (place, value) = match key {
        "utm_source" => (&mut campaign.utm_source, value),
        "utm_medium" => (&mut campaign.utm_medium, value),
        "utm_campaign" => (&mut campaign.utm_campaign, value),
        "utm_term" => (&mut campaign.utm_term, value),
        "utm_content" => (&mut campaign.utm_content, value),
        "click_id" => (&mut campaign.click_id, value),
        "gclid" | "fbclid" | "msclkid" | "li_fat_id" | "ttclid" => {
            (&mut campaign.click_id, format!("{key}={value}"))
        }
        "referrer" => (&mut campaign.referrer, value),
        "landing" => (&mut campaign.landing, value),
        _ => return false,
    };
    if place.is_empty() {
        *place = value;
        return true;
    }
    *place == value
}

/// Completes what the fields said from the links around them: the query of the post, the page
/// they landed on, the page they came from.
///
/// The five names of a campaign belong together, so they are taken from one place only.
pub(super) fn complete(mut campaign: Campaign, received: &Received) -> Campaign {
    put(&mut campaign, "referrer", received.referrer);
    let queries = [received.query, query(&campaign.landing), query(&campaign.referrer)];
    let found: Vec<Campaign> = queries.into_iter().map(of_query).collect();
    for other in found {
        if !is_named(&campaign) {
            campaign.utm_source = other.utm_source;
            campaign.utm_medium = other.utm_medium;
            campaign.utm_campaign = other.utm_campaign;
            campaign.utm_term = other.utm_term;
            campaign.utm_content = other.utm_content;
        }
        if campaign.click_id.is_empty() {
            campaign.click_id = other.click_id;
        }
    }
    // A query may carry a name or an address; the page is all we want to remember.
    let page_end = |url: &str| url.find(['?', '#']).unwrap_or(url.len());
    campaign.referrer.truncate(page_end(&campaign.referrer));
    campaign.landing.truncate(page_end(&campaign.landing));
    campaign.landing = path(&campaign.landing).to_owned();
    campaign
}

fn of_query(query: &str) -> Campaign {
    let mut campaign = Campaign::default();
    if query.is_empty() {
        return campaign;
    }
    for (name, value) in Fields::of_query(query).iter() {
        if !matches!(name, "referrer" | "landing") {
            put(&mut campaign, name, value);
        }
    }
    campaign
}

fn is_named(campaign: &Campaign) -> bool {
    let Campaign { utm_source, utm_medium, utm_campaign, utm_term, utm_content, .. } = campaign;
    [utm_source, utm_medium, utm_campaign, utm_term, utm_content].iter().any(|it| !it.is_empty())
}

fn query(url: &str) -> &str {
    url.split_once('?').map_or("", |(_, query)| query.split('#').next().unwrap_or(""))
}

fn path(url: &str) -> &str {
    match url.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |start| &rest[start..]),
        None => url,
    }
}

#[cfg(test)]
mod tests {
    use super::{complete, put};
    use crate::capture::example::{received, website};
    use crate::lead::Campaign;

    fn campaign(fields: &[(&str, &str)], query: &str, referrer: &str) -> Campaign {
        let source = website();
        let mut received = received(&source, "", b"");
        received.query = query;
        received.referrer = referrer;
        let mut campaign = Campaign::default();
        for (key, value) in fields {
            put(&mut campaign, key, value);
        }
        complete(campaign, &received)
    }

    #[test]
    fn a_link_tells_its_campaign_and_click() {
        let found = campaign(&[], "utm_source=google&utm_medium=cpc&gclid=Cj0&email=a@b.c", "");
        assert_eq!((&*found.utm_source, &*found.utm_medium), ("google", "cpc"));
        assert_eq!(found.click_id, "gclid=Cj0");
    }

    #[test]
    fn the_names_of_a_campaign_are_never_mixed_from_two_places() {
        let found = campaign(
            &[("utm_source", "newsletter")],
            "utm_source=google&utm_campaign=spring&fbclid=x",
            "",
        );
        assert_eq!((&*found.utm_source, &*found.utm_campaign), ("newsletter", ""));
        assert_eq!(found.click_id, "fbclid=x");
    }

    #[test]
    fn pages_are_remembered_without_what_their_links_carried() {
        let landing =
            ("landing", "https://ours.example/heat-pumps?utm_source=bing&email=a@b.c#top");
        let found = campaign(&[landing], "", "https://search.example/find?q=heat+pump");
        assert_eq!(found.landing, "/heat-pumps");
        assert_eq!(found.referrer, "https://search.example/find");
        assert_eq!(found.utm_source, "bing");
        assert_eq!(campaign(&[("landing", "https://ours.example")], "", "").landing, "/");
    }

    #[test]
    fn values_are_bounded_and_hold_no_control_characters() {
        let long = format!("utm_source=a%00b%0Ac{}", "x".repeat(5000));
        let found = campaign(&[], &long, "");
        assert!(found.utm_source.starts_with("a b cx"));
        assert!(found.utm_source.len() <= 300);
    }

    #[test]
    fn nothing_known_is_nothing_said() {
        assert!(campaign(&[], "page=2", "").is_empty());
    }
}
