//! JSON of any shape, made flat: `{"contact":{"email":"…"}}` becomes `contact.email`.

use crate::capture::fields::Fields;
use serde_json::Value;

/// How deep objects are followed; what lies deeper is no longer about a person.
const DEPTH_MAX: usize = 8;

/// Reads the body, or says that it is no JSON.
pub(super) fn read(body: &[u8], fields: &mut Fields) -> bool {
    let value = parsed(body);
    if let Some(value) = &value {
        flatten("", value, DEPTH_MAX, fields);
    }
    value.is_some()
}

/// Whether a body is a list of several objects, and not one of answers.
pub(in crate::capture) fn is_several(body: &[u8]) -> bool {
    if !body.starts_with(b"[") {
        return false;
    }
    let Some(Value::Array(items)) = parsed(body) else { return false };
    items.iter().filter(|item| item.is_object() && answer(item).is_none()).nth(1).is_some()
}

fn parsed(body: &[u8]) -> Option<Value> {
    let of_text = |_| serde_json::from_str(&String::from_utf8_lossy(body));
    serde_json::from_slice(body).or_else(of_text).ok()
}

fn flatten(name: &str, value: &Value, depth: usize, fields: &mut Fields) {
    if fields.is_full() {
        return;
    }
    match value {
        Value::Null => {}
        Value::Bool(yes) => fields.push(name, if *yes { "true" } else { "false" }),
        Value::Number(number) => fields.push(name, &number.to_string()),
        Value::String(text) => fields.push(name, text),
        Value::Array(_) | Value::Object(_) if depth == 0 => {}
        Value::Array(items) => flatten_list(name, items, depth, fields),
        Value::Object(members) => {
            for (key, value) in members {
                flatten(&joined(name, key), value, depth - 1, fields);
            }
        }
    }
}

/// A list of words is one value; a list of answers is as many fields; any other is numbered.
fn flatten_list(name: &str, items: &[Value], depth: usize, fields: &mut Fields) {
    if items.iter().all(|item| !item.is_array() && !item.is_object()) {
        return fields.push(name, &words(items));
    }
    for (place, item) in items.iter().enumerate() {
        if fields.is_full() {
            return;
        }
        match answer(item) {
            Some((question, value)) => flatten(question, value, depth - 1, fields),
            None => flatten(&joined(name, &place.to_string()), item, depth - 1, fields),
        }
    }
}

/// Question and answer, in the form in which advert forms send them:
/// `{"name":"email","values":["ana@example.com"]}`.
fn answer(item: &Value) -> Option<(&str, &Value)> {
    let part = |keys: &[&str]| keys.iter().find_map(|key| item.get(*key));
    let question = part(&["name", "key", "label", "question"])?.as_str()?;
    Some((question, part(&["value", "values", "answer"])?))
}

fn words(items: &[Value]) -> String {
    let mut words = Fields::default();
    for item in items {
        flatten("", item, 0, &mut words);
    }
    words.iter().map(|(_, word)| word).collect::<Vec<_>>().join(", ")
}

fn joined(name: &str, key: &str) -> String {
    if name.is_empty() { key.to_owned() } else { format!("{name}.{key}") }
}

#[cfg(test)]
mod tests {
    use super::{Fields, is_several, read};

    fn flat(body: &str) -> Vec<String> {
        let mut fields = Fields::default();
        assert!(read(body.as_bytes(), &mut fields));
        fields.iter().map(|(name, value)| format!("{name}: {value}")).collect()
    }

    #[test]
    fn nested_members_get_dotted_names() {
        assert_eq!(
            flat(r#"{"contact":{"email":"a@b.c","tags":["x",2]},"size":12,"ok":true,"no":null}"#),
            ["contact.email: a@b.c", "contact.tags: x, 2", "ok: true", "size: 12"]
        );
    }

    #[test]
    fn questions_and_answers_become_fields() {
        let lead = r#"{"field_data":[{"name":"email","values":["a@b.c"]},
                                     {"name":"full_name","values":["Ana"]}]}"#;
        assert_eq!(flat(lead), ["email: a@b.c", "full_name: Ana"]);
        assert_eq!(flat(r#"[{"email":"a@b.c"}]"#), ["0.email: a@b.c"]);
    }

    #[test]
    fn a_list_of_several_people_is_told_from_one_of_answers() {
        assert!(is_several(br#"[{"email":"a@b.c"},{"email":"d@e.f"}]"#));
        for one in [
            &br#"[{"email":"a@b.c"}]"#[..],
            br#"[{"name":"email","value":"a@b.c"},{"name":"full_name","value":"Ana"}]"#,
            br#"{"people":[{"email":"a@b.c"},{"email":"d@e.f"}]}"#,
            b"[1,2]",
            b"[",
        ] {
            assert!(!is_several(one), "{}", String::from_utf8_lossy(one));
        }
    }

    #[test]
    fn depth_and_number_are_bounded() {
        let deep = format!("{}\"x\"{}", "{\"a\":".repeat(100), "}".repeat(100));
        assert!(flat(&deep).is_empty());
        let wide: Vec<String> = (0..30_000).map(|n| format!("{{\"f{n}\":\"x\"}}")).collect();
        assert_eq!(flat(&format!("[{}]", wide.join(","))).len(), 20_000);
        let mut fields = Fields::default();
        assert!(!read("[".repeat(100_000).as_bytes(), &mut fields));
    }

    #[test]
    fn bytes_that_are_no_text_do_not_cost_the_rest() {
        let mut fields = Fields::default();
        assert!(read(b"{\"name\":\"Jos\xe9\"}", &mut fields));
        assert_eq!(fields.iter().next(), Some(("name", "Jos\u{fffd}")));
    }
}
