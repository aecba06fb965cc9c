//! What the forms of the fields ask for, and what in them cannot be.

use super::{ASKS, KINDS, LABEL_MAX};
use crate::capture::slug;
use crate::language::Words;
use crate::lead::profile::one_line;
use crate::playbook::{Asking, Field, FieldKind, Playbook, Source, free_key, is_taken};
use crate::shell::web::form::{ONCE, REACH, STAMP};
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::settings::asking;

/// Fields a house may have, choices of a field and characters of each.
const FIELDS_MAX: usize = 200;
const OPTIONS_MAX: usize = 200;
const OPTION_MAX: usize = 200;

/// Moves a field one place up or down; at the end of the list it stays.
pub(super) fn step(fields: &mut [Field], key: &str, is_up: bool) {
    let Some(place) = fields.iter().position(|field| field.key == key) else { return };
    let other = if is_up { place.checked_sub(1) } else { Some(place + 1) };
    if let Some(other) = other.filter(|other| *other < fields.len()) {
        fields.swap(place, other);
    }
}

/// The field a form wants to be added.
pub(super) fn new(sent: &Sent, playbook: &Playbook, words: Words) -> Result<Field, Wrong> {
    let label = label(sent, "", playbook, words)?;
    let kind = KINDS.into_iter().find(|(key, _)| *key == sent.get("kind"));
    let (_, kind) = kind.ok_or_else(|| Wrong::with("kind", words.say("fields-kind-lacking")))?;
    let options = options(sent, kind, words)?;
    if playbook.fields.len() >= FIELDS_MAX {
        return Err(Wrong::with(
            "label",
            words.fill("fields-full", &[("most", FIELDS_MAX.into())]),
        ));
    }
    let is_of_the_form = |key: &str| [ONCE, STAMP, REACH].contains(&key);
    let is_known =
        |key: &str| is_taken(key) || is_of_the_form(key) || playbook.field(key).is_some();
    Ok(Field { key: free_key(&slug(&label), is_known), label, kind, options, active: true })
}

/// A field as a form wants it to be. Its key and its kind stay: leads hold values of it.
pub(super) fn changed(
    custom: &Field,
    sent: &Sent,
    playbook: &Playbook,
    words: Words,
) -> Result<Field, Wrong> {
    let label = label(sent, &custom.key, playbook, words)?;
    let options = options(sent, custom.kind, words)?;
    let active = sent.is_on("on");
    let winning = words.say("fields-winning");
    let asks = playbook.moves_that_ask_for(&custom.key, &winning);
    if !active && !asks.is_empty() {
        let names = asks.join(", ");
        return Err(Wrong::with("on", words.fill("fields-off-asked", &[("names", names.into())])));
    }
    Ok(Field { label, options, active, ..custom.clone() })
}

/// The label of a field, which no other one has.
fn label(sent: &Sent, own: &str, playbook: &Playbook, words: Words) -> Result<String, Wrong> {
    let wrong = |sentence: String| Err(Wrong::with("label", sentence));
    let label = one_line(sent.get("label"), LABEL_MAX + 1);
    let wanted = label.to_lowercase();
    let mut others = playbook.fields.iter().filter(|field| field.key != own);
    if label.is_empty() {
        wrong(words.say("fields-label-lacking"))
    } else if label.chars().count() > LABEL_MAX {
        wrong(words.fill("settings-label-long", &[("most", LABEL_MAX.into())]))
    } else if others.any(|field| field.label.to_lowercase() == wanted) {
        wrong(words.fill("fields-label-twice", &[("label", label.into())]))
    } else {
        Ok(label)
    }
}

/// What may be chosen, one a line; nothing for what is no choice.
fn options(sent: &Sent, kind: FieldKind, words: Words) -> Result<Vec<String>, Wrong> {
    let wrong = |sentence: String| Err(Wrong::with("options", sentence));
    let mut options: Vec<String> = Vec::new();
    if kind != FieldKind::Choice {
        return Ok(options);
    }
    for line in sent.get("options").lines() {
        let option = one_line(line, OPTION_MAX + 1);
        if option.chars().count() > OPTION_MAX {
            return wrong(words.fill("fields-option-long", &[("most", OPTION_MAX.into())]));
        }
        let is_there = options.iter().any(|one| one.to_lowercase() == option.to_lowercase());
        if !option.is_empty() && !is_there {
            options.push(option);
        }
    }
    match options.len() {
        0 => wrong(words.say("fields-options-lacking")),
        count if count > OPTIONS_MAX => {
            wrong(words.fill("fields-options-many", &[("most", OPTIONS_MAX.into())]))
        }
        _ => Ok(options),
    }
}

/// Lets every source ask for a field as a form says; none for one that is switched off.
pub(super) fn ask_for(sources: &mut [Source], custom: &Field, sent: &Sent) {
    for source in sources {
        let said = asking::chosen(sent.get(&format!("{ASKS}{}", source.key)));
        source.ask_for(&custom.key, if custom.active { said } else { Asking::Not });
    }
}

/// What stands in the form of a field.
pub(super) fn values(custom: &Field, sources: &[Source]) -> Sent {
    let asks = sources.iter().map(|source| {
        let way = asking::key_of(source.asking(&custom.key));
        (format!("{ASKS}{}", source.key), way.to_owned())
    });
    let own = [
        ("label", custom.label.clone()),
        ("options", custom.options.join("\n")),
        ("on", if custom.active { "on".to_owned() } else { String::new() }),
    ];
    own.map(|(name, value)| (name.to_owned(), value)).into_iter().chain(asks).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::playbook::{Role, Teammate, starter};

    fn playbook() -> Playbook {
        starter("Roth & Co", Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner))
    }

    fn added(form: &[(&str, &str)]) -> Result<Field, String> {
        let sent = form.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        new(&sent, &playbook(), Words::of(Language::default())).map_err(|wrong| wrong.field)
    }

    #[test]
    fn a_new_field_has_a_key_of_its_own_and_only_a_choice_has_choices() {
        let field = added(&[("label", "Owner"), ("kind", "text"), ("options", "a\nb")]);
        let field = field.expect("it makes sense");
        assert_eq!((field.key.as_str(), field.options), ("owner2", Vec::new()));
        for (label, key) in [("Site", "site"), ("Once", "once2"), ("Stamp", "stamp2")] {
            let field = added(&[("label", label), ("kind", "text")]).expect("it makes sense");
            assert_eq!(field.key, key, "our form has a field of its own that is called so");
        }
        let field = added(&[("label", "Größe"), ("kind", "choice"), ("options", " S\n\nM\ns\n")]);
        let field = field.expect("it makes sense");
        assert_eq!((field.key.as_str(), field.options), ("grosse", vec!["S".into(), "M".into()]));
        let wrong = |label, kind, options| {
            added(&[("label", label), ("kind", kind), ("options", options)]).err()
        };
        assert_eq!(wrong(" ", "text", "").as_deref(), Some("label"));
        assert_eq!(wrong("Colour", "paint", "").as_deref(), Some("kind"));
        assert_eq!(wrong("Colour", "choice", " \n ").as_deref(), Some("options"));
        assert_eq!(wrong(&playbook().fields[0].label, "text", "").as_deref(), Some("label"));
    }

    #[test]
    fn a_field_moves_and_stays_at_the_ends() {
        let mut fields = playbook().fields;
        let keys = |fields: &[Field]| fields.iter().map(|one| one.key.clone()).collect::<Vec<_>>();
        let before = keys(&fields);
        step(&mut fields, &before[0], true);
        step(&mut fields, before.last().expect("a field"), false);
        step(&mut fields, "nonsense", true);
        assert_eq!(keys(&fields), before);
        step(&mut fields, &before[1], true);
        assert_eq!(keys(&fields)[..2], [before[1].clone(), before[0].clone()]);
    }

    #[test]
    fn sources_ask_as_they_are_told_and_a_field_that_is_off_is_asked_for_by_none() {
        let Playbook { mut sources, fields, .. } = playbook();
        let budget = fields.into_iter().find(|field| field.key == "budget").expect("the starter's");
        let mut ask = |way: &str, active: bool| {
            let sent = [("asks.website".to_owned(), way.to_owned())].into_iter().collect();
            ask_for(&mut sources, &Field { active, ..budget.clone() }, &sent);
            let website = sources.iter().find(|source| source.key == "website").expect("a form");
            let others = sources.iter().filter(|source| source.key != "website");
            assert!(others.clone().all(|source| source.asking("budget") == Asking::Not));
            (website.requires.contains(&"budget".to_owned()), website.asking("budget"))
        };
        assert_eq!(ask("on", true), (true, Asking::Must));
        assert_eq!(ask("may", true), (false, Asking::May));
        assert_eq!(ask("may", false), (false, Asking::Not));
    }
}
