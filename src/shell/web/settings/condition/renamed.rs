//! A form that was drawn before something it names was called otherwise.

use super::{compared_with, keyed, listed, read, said, test_of};
use crate::language::Words;
use crate::playbook::{Condition, Playbook};
use crate::shell::web::lead::Sent;

/// The form with its conditions under names that begin so as it would say them now: what it calls by
/// a name of then has its name of now, and what is no name of then stays as it was typed.
pub fn renamed(sent: &Sent, within: &str, then: &Playbook, now: &Playbook, words: Words) -> Sent {
    let again = |name: &str| {
        let (place, what) = name.strip_prefix(within)?.rsplit_once('.')?;
        let one = read(sent, &format!("{within}{place}"), then, words)?;
        let [field, _, value] = said("", &one, now, words);
        [("field", field.1), ("value", value.1)].into_iter().find(|(one, _)| *one == what)
    };
    let own = |(name, typed): (&str, &str)| {
        let said = again(name).map(|(_, said)| said).filter(|said| !said.is_empty());
        (name.to_owned(), said.unwrap_or_else(|| typed.to_owned()))
    };
    sent.iter().map(own).collect()
}

/// Values of a fact, typed by their names of then, by their names of now.
pub fn values_renamed(
    (field, is, typed): (&str, &str, &str),
    then: &Playbook,
    now: &Playbook,
    words: Words,
) -> String {
    let is = test_of(is);
    let value = compared_with(is, typed);
    let one = Condition { field: field.to_owned(), is, value };
    let said = listed(&keyed(one, then, words), now, words);
    if said.is_empty() { typed.to_owned() } else { said }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::{Field, FieldKind, Role, Teammate, starter};

    fn sent(pairs: &[(&str, &str)]) -> Sent {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn house() -> Playbook {
        starter("Ek", Teammate::new("ek", "Ek", "", Role::Owner))
    }

    fn own(label: &str) -> Field {
        let (key, label) = ("roof".to_owned(), label.to_owned());
        Field { key, label, kind: FieldKind::Text, options: Vec::new(), active: true }
    }

    #[test]
    fn a_form_says_by_its_name_of_now_what_it_called_otherwise() {
        let mut then = house();
        then.fields = vec![own("Roof")];
        let mut now = then.clone();
        now.fields = vec![own("Kind of roof")];
        let [one, other] = [0, 1].map(|nth| then.sources[nth].name.clone());
        now.sources[0].name.clone_from(&other);
        now.sources[1].name.clone_from(&one);
        let both = format!("{one}, {other}");
        let form = sent(&[
            ("rule.0.name", "Roof"),
            ("rule.0.0.field", "Source"),
            ("rule.0.0.is", "in"),
            ("rule.0.0.value", &both),
            ("rule.0.1.field", "roof"),
            ("rule.0.1.is", "known"),
            ("rule.0.1.value", "Roof"),
            ("rule.0.2.field", "Nobody's"),
            ("rule.0.2.is", "in"),
            ("rule.0.2.value", "new"),
            ("note.0.0.field", "Roof"),
        ]);
        let read = renamed(&form, "rule.", &then, &now, Words::default());
        assert_eq!(read.get("rule.0.0.value"), format!("{other}, {one}"), "they swapped names");
        assert_eq!(read.get("rule.0.1.field"), "Kind of roof");
        for name in ["rule.0.name", "rule.0.1.value", "rule.0.2.field", "rule.0.2.value"] {
            assert_eq!(read.get(name), form.get(name), "{name}");
        }
        assert_eq!(read.get("note.0.0.field"), "Roof");
        let names = |form: &Sent| form.iter().map(|(name, _)| name.to_owned()).collect::<Vec<_>>();
        assert_eq!(names(&read), names(&form));
    }

    #[test]
    fn a_name_that_is_new_is_no_name_of_then() {
        let then = house();
        let mut now = then.clone();
        now.fields = vec![own("Roof")];
        now.sources[0].name = "Fair".into();
        let form = sent(&[
            ("rule.0.0.field", "Roof"),
            ("rule.0.0.value", "slate"),
            ("rule.0.1.field", "Source"),
            ("rule.0.1.value", "Fair"),
        ]);
        let read = renamed(&form, "rule.", &then, &now, Words::default());
        assert_eq!(read, form);
        let one = super::read(&read, "rule.0.0", &now, Words::default()).expect("a condition");
        assert_eq!(one.field, "roof");
        let values = values_renamed(("source", "in", "Fair"), &then, &now, Words::default());
        assert_eq!(values, "Fair");
    }
}
