//! The playbook a new house opens with, written as the text its owner would edit.
//!
//! It stands beside this file: `playbook.toml` is how leads are handled, `letters.toml` the words.
//! What people read of it stands once more for each other language, by the same keys.

use super::{Playbook, Qualification, Teammate, Template};
use crate::language::Language;
use serde::Deserialize;
use std::collections::BTreeMap;

const TEXT: &str =
    concat!(include_str!("starter/playbook.toml"), include_str!("starter/letters.toml"));

const GERMAN: &str =
    concat!(include_str!("starter/german.toml"), include_str!("starter/german_letters.toml"));

/// What people read of the starter in another language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Texts {
    /// By the keys of what they name.
    #[serde(rename = "source")]
    sources: BTreeMap<String, String>,
    #[serde(rename = "field")]
    fields: BTreeMap<String, String>,
    #[serde(rename = "criterion")]
    criteria: BTreeMap<String, CriterionTexts>,
    #[serde(rename = "pool")]
    pools: BTreeMap<String, String>,
    #[serde(rename = "sequence")]
    sequences: BTreeMap<String, String>,
    #[serde(rename = "stage")]
    stages: BTreeMap<String, StageTexts>,
    /// By their names in English, for they have no keys.
    #[serde(rename = "floor")]
    floors: BTreeMap<String, String>,
    #[serde(rename = "rule")]
    rules: BTreeMap<String, String>,
    #[serde(rename = "reason")]
    reasons: BTreeMap<String, String>,
    #[serde(rename = "step")]
    steps: Vec<StepText>,
    #[serde(rename = "template")]
    templates: Vec<Template>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CriterionTexts {
    label: String,
    question: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StageTexts {
    name: String,
    meaning: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepText {
    sequence: String,
    day: u32,
    text: String,
}

/// The playbook a new house opens with in English, for its first owner.
///
/// In a house of one every pool is that person, who is also the fallback owner.
pub fn starter(business: &str, owner: Teammate) -> Playbook {
    starter_in(Language::English, business, owner)
}

/// The questions and the ladder a new house opens with, in a language.
pub fn starter_qualification(language: Language) -> Qualification {
    let mut playbook = Playbook::from_text(TEXT).expect("a test reads this very text");
    say_in(language, &mut playbook);
    playbook.qualification
}

/// The playbook a new house opens with in a language.
pub fn starter_in(language: Language, business: &str, owner: Teammate) -> Playbook {
    let mut playbook = Playbook::from_text(TEXT).expect("a test reads this very text");
    playbook.business.name = business.to_owned();
    playbook.business.language = language.code().to_owned();
    playbook.routing.fallback = owner.id.clone();
    playbook.team = vec![owner];
    say_in(language, &mut playbook);
    playbook.sealed()
}

/// Says what is the starter's own in another language; what it does not know stays as it is.
pub(super) fn say_in(language: Language, playbook: &mut Playbook) {
    let Some(texts) = texts(language) else { return };
    for source in &mut playbook.sources {
        put(&mut source.name, texts.sources.get(&source.key));
    }
    for field in &mut playbook.fields {
        put(&mut field.label, texts.fields.get(&field.key));
    }
    for criterion in &mut playbook.qualification.criteria {
        let said = texts.criteria.get(&criterion.key);
        put(&mut criterion.label, said.map(|said| &said.label));
        put(&mut criterion.question, said.map(|said| &said.question));
    }
    playbook.qualification.send_back_reasons.iter_mut().for_each(|one| say(one, &texts.reasons));
    for pool in &mut playbook.routing.pools {
        put(&mut pool.name, texts.pools.get(&pool.key));
    }
    let rules = playbook.routing.rules.iter_mut().map(|rule| &mut rule.name);
    rules.for_each(|name| say(name, &texts.rules));
    let floors = playbook.scoring.floors.iter_mut().map(|floor| &mut floor.name);
    floors.for_each(|name| say(name, &texts.floors));
    for sequence in &mut playbook.sequences {
        put(&mut sequence.name, texts.sequences.get(&sequence.key));
        say(&mut sequence.archive_as, &texts.reasons);
        for step in &mut sequence.steps {
            let of = |one: &&StepText| one.sequence == sequence.key && one.day == step.day;
            put(&mut step.text, texts.steps.iter().find(of).map(|one| &one.text));
        }
    }
    let pipeline = &mut playbook.pipeline;
    for stage in &mut pipeline.stages {
        let said = texts.stages.get(&stage.key);
        put(&mut stage.name, said.map(|said| &said.name));
        put(&mut stage.meaning, said.map(|said| &said.meaning));
    }
    [&mut pipeline.lost_reasons, &mut pipeline.reasons_with_note, &mut pipeline.disqualify_reasons]
        .into_iter()
        .flatten()
        .for_each(|reason| say(reason, &texts.reasons));
    for template in &mut playbook.templates {
        if let Some(said) = texts.templates.iter().find(|said| said.key == template.key) {
            template.clone_from(said);
        }
    }
}

/// The texts of a language other than that of the starter itself.
fn texts(language: Language) -> Option<Texts> {
    let text = match language {
        Language::English => return None,
        Language::German => GERMAN,
    };
    Some(toml::from_str(text).expect("a test reads this very text"))
}

fn put(place: &mut String, said: Option<&String>) {
    if let Some(said) = said {
        place.clone_from(said);
    }
}

/// Puts a text in the place of its English one.
fn say(place: &mut String, texts: &BTreeMap<String, String>) {
    if let Some(said) = texts.get(place) {
        place.clone_from(said);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::Tier;
    use crate::playbook::{Kind, Role};
    use std::collections::BTreeSet;

    fn opened() -> Playbook {
        opened_in(Language::English)
    }

    fn opened_in(language: Language) -> Playbook {
        let maya = Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner);
        starter_in(language, "Roth & Co", maya)
    }

    /// Everything that people read of a playbook, each with the place where it stands.
    fn read(playbook: &Playbook) -> BTreeSet<(String, String)> {
        let of = |place: &str, text: &String| (place.to_owned(), text.clone());
        let mut all = BTreeSet::new();
        all.extend(playbook.sources.iter().map(|one| of(&one.key, &one.name)));
        all.extend(playbook.fields.iter().map(|one| of(&one.key, &one.label)));
        let rules = &playbook.qualification;
        all.extend(rules.criteria.iter().map(|one| of(&one.key, &one.label)));
        all.extend(rules.criteria.iter().map(|one| of(&one.key, &one.question)));
        all.extend(rules.send_back_reasons.iter().map(|one| of("reason", one)));
        all.extend(playbook.routing.pools.iter().map(|one| of(&one.key, &one.name)));
        all.extend(playbook.routing.rules.iter().map(|one| of("rule", &one.name)));
        all.extend(playbook.scoring.floors.iter().map(|one| of("floor", &one.name)));
        all.extend(playbook.sequences.iter().map(|one| of(&one.key, &one.name)));
        let steps = playbook.sequences.iter().flat_map(|one| &one.steps);
        all.extend(steps.map(|one| of("step", &one.text)));
        let pipeline = &playbook.pipeline;
        all.extend(pipeline.stages.iter().map(|one| of(&one.key, &one.name)));
        all.extend(pipeline.stages.iter().map(|one| of(&one.key, &one.meaning)));
        let reasons = pipeline.lost_reasons.iter().chain(&pipeline.disqualify_reasons);
        all.extend(reasons.map(|one| of("reason", one)));
        for template in &playbook.templates {
            all.extend(
                [&template.name, &template.subject, &template.body]
                    .map(|one| of(&template.key, one)),
            );
        }
        all.retain(|(_, text)| !text.is_empty());
        all
    }

    /// What is the same word in both languages.
    const SAME: [&str; 5] = ["API", "Partner", "LinkedIn", "Webinar", "Budget"];

    #[test]
    fn a_german_house_opens_with_nothing_in_english() {
        for kind in Kind::ALL {
            let [mut english, mut german] = Language::ALL.map(opened_in);
            kind.shape(&mut english);
            kind.shape(&mut german);
            let english = read(&english);
            let german = read(&german);
            let same: Vec<_> = german
                .intersection(&english)
                .filter(|(_, text)| !SAME.contains(&text.as_str()))
                .collect();
            assert_eq!(same, Vec::<&(String, String)>::new(), "{}", kind.key());
        }
    }

    #[test]
    fn every_language_handles_leads_alike_and_writes_the_same_letters() {
        let english = opened();
        for language in Language::ALL {
            let playbook = opened_in(language);
            assert_eq!(Playbook::from_text(&playbook.to_text()), Ok(playbook.clone()));
            let keys = |playbook: &Playbook| -> Vec<String> {
                playbook.templates.iter().map(|one| one.key.clone()).collect()
            };
            assert_eq!(keys(&playbook), keys(&english));
            assert_eq!(playbook.scoring.points, english.scoring.points);
            assert_eq!(playbook.sla, english.sla);
        }
    }

    #[test]
    fn nothing_is_said_of_what_the_starter_does_not_have() {
        let mut all = opened();
        for kind in Kind::ALL {
            let mut shaped = opened();
            kind.shape(&mut shaped);
            all.fields.extend(shaped.fields);
            all.pipeline.stages.extend(shaped.pipeline.stages);
        }
        let texts = texts(Language::German).expect("there are some");
        let knows =
            |text: &str| read(&all).iter().any(|(place, read)| place == text || read == text);
        let keys = [&texts.sources, &texts.fields, &texts.pools, &texts.sequences];
        let names = [&texts.floors, &texts.rules, &texts.reasons];
        let named = keys.into_iter().chain(names).flat_map(BTreeMap::keys);
        let named =
            named.chain(texts.stages.keys()).chain(texts.templates.iter().map(|one| &one.key));
        let strays: Vec<&String> = named.filter(|one| !knows(one)).collect();
        assert_eq!(strays, Vec::<&String>::new());
    }

    #[test]
    fn the_starter_reads_back_from_its_own_text_without_loss() {
        let playbook = opened();
        assert_eq!(Playbook::from_text(&playbook.to_text()), Ok(playbook));
    }

    #[test]
    fn a_new_house_has_one_teammate_who_takes_what_nobody_else_can() {
        let playbook = opened();
        assert_eq!(playbook.business.name, "Roth & Co");
        assert_eq!(playbook.routing.fallback, "maya");
        assert_eq!(playbook.team.len(), 1);
    }

    #[test]
    fn a_new_house_has_the_four_doors_everybody_may_count_on() {
        let playbook = opened();
        let form = playbook.source("website").map(|source| source.form.as_str());
        assert_eq!(form, Some("contact"));
        assert!(["api", "import", "manual"].iter().all(|key| playbook.source(key).is_some()));
    }

    #[test]
    fn urgent_leads_are_answered_in_five_minutes_and_high_ones_the_same_day() {
        let clocks = &opened().sla.clock;
        let urgent = &clocks[&Tier::Urgent];
        assert_eq!((urgent.respond_minutes, urgent.business_time), (5, false));
        let high = &clocks[&Tier::High];
        assert_eq!((high.respond_minutes, high.same_day), (240, true));
        assert_eq!(clocks.len(), 2);
    }

    #[test]
    fn every_letter_that_was_not_asked_for_says_how_to_stop_them() {
        let letters = Language::ALL.into_iter().flat_map(|one| opened_in(one).templates);
        for letter in letters {
            let asked_for = letter.key == "instant_reply";
            assert_eq!(
                !letter.body.contains("{{ unsubscribe_link }}"),
                asked_for,
                "{}",
                letter.key
            );
        }
    }

    #[test]
    fn every_step_that_writes_has_its_letter() {
        let playbook = opened();
        let steps = playbook.sequences.iter().flat_map(|sequence| &sequence.steps);
        for step in steps.filter(|step| !step.template.is_empty()) {
            assert!(playbook.template(&step.template).is_some(), "{}", step.template);
        }
    }
}
