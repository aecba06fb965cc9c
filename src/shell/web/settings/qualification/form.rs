//! What stands in the form for the questions of a playbook, and the questions a form asks for.

use super::super::condition::{self, compared_with, keyed, listed, said, values_renamed};
use super::times;
use crate::capture::slug;
use crate::language::{Language, Words};
use crate::lead::profile::one_line;
use crate::playbook::{
    Condition, Criterion, Framework, Playbook, Qualification, Test, free_key, starter_qualification,
};
use crate::shell::web::lead::{Sent, Wrong};

/// Questions a house may have, and characters of a label, a question and a list of values.
const CRITERIA_MAX: usize = 50;
pub const LABEL_MAX: usize = 60;
pub const QUESTION_MAX: usize = 300;
pub const VALUES_CHARS_MAX: usize = 500;

/// Reasons for sending a lead back, and characters of one.
const REASONS_MAX: usize = 30;
const REASON_MAX: usize = 100;

/// What stands where the key of a criterion does, for the one that is to be made.
pub const NEW: &str = "";

/// The button that was pressed, and what stands before the key of a framework on it.
pub const SWITCH: &str = "switch";
pub const ON: &str = "on:";
pub const OFF: &str = "off:";

/// Whether a request may be one for sales at once, and how much of what is known must match for it.
pub const AT_SUBMIT: &str = "at_submit";
pub const IDEAL: &str = "ideal";
pub const NO: &str = "no";

/// Brings in the questions a new house opens with.
pub const SHIPPED: &str = "shipped";

/// A good answer is what the score says is one.
pub const BY_SIGNAL: &str = "signal";

/// Conditions that may stand beside the first.
pub const CONDITIONS_MAX: usize = 15;

/// Ways to say which fact is a good answer; the first is that it is known.
pub const TESTS: [(&str, Option<Test>); 5] = [
    ("known", None),
    ("at_least", Some(Test::AtLeast)),
    ("at_most", Some(Test::AtMost)),
    ("in", Some(Test::In)),
    ("contains", Some(Test::Contains)),
];

/// The name of a field of the form: what it says of which criterion.
pub fn name(what: &str, key: &str) -> String {
    format!("{what}.{key}")
}

/// How it is said of a criterion which fact is a good answer: in one way, with values, and by the
/// conditions that must hold beside it.
pub fn rule(criterion: &Criterion) -> (&'static str, Option<&Condition>, &[Condition]) {
    let all = &criterion.good[..];
    if !criterion.signal.is_empty() {
        return (BY_SIGNAL, None, all);
    }
    let first = all.split_first().filter(|(one, _)| one.field == criterion.field);
    let way = first.and_then(|(one, rest)| {
        let (key, _) = TESTS.iter().find(|(_, test)| *test == Some(one.is))?;
        Some((*key, Some(one), rest))
    });
    way.unwrap_or((TESTS[0].0, None, all))
}

/// What the names of conditions begin with that must hold beside the first.
pub const BESIDE: &str = "and.";

/// Where the conditions stand that must hold beside the first.
pub fn beside(key: &str) -> String {
    format!("{BESIDE}{key}")
}

/// What the names of all conditions of one question begin with, by the name of one of them.
pub fn conditions_of(name: &str) -> Option<&str> {
    let (key, _) = name.strip_prefix(BESIDE)?.split_once('.')?;
    name.get(..BESIDE.len() + key.len() + 1)
}

/// A form that was drawn then, with what is called otherwise by its name of now.
pub fn renamed(sent: &Sent, then: &Playbook, now: &Playbook, words: Words) -> Sent {
    let own = |(said, typed): (&str, &str)| {
        let typed = match said.strip_prefix("value.") {
            Some(key) => {
                let [field, is] = ["field", "is"].map(|what| sent.trimmed(&name(what, key)));
                values_renamed((field, is, typed), then, now, words)
            }
            None => typed.to_owned(),
        };
        (said.to_owned(), typed)
    };
    let first: Sent = sent.iter().map(own).collect();
    condition::renamed(&first, BESIDE, then, now, words)
}

/// What stands in the form for a playbook.
pub fn values(playbook: &Playbook, words: Words) -> Sent {
    let rules = &playbook.qualification;
    let of = |criterion: &Criterion| {
        let key = &criterion.key;
        let (is, first, rest) = rule(criterion);
        let value = first.map_or(String::new(), |one| listed(one, playbook, words));
        let rest = rest.iter().enumerate();
        let rest = rest
            .flat_map(|(nth, one)| said(&format!("{}.{nth}", beside(key)), one, playbook, words));
        let rest: Vec<(String, String)> = rest.collect();
        let own = [
            (name("label", key), criterion.label.clone()),
            (name("question", key), criterion.question.clone()),
            (name("points", key), criterion.points.to_string()),
            (name("field", key), criterion.field.clone()),
            (name("or_field", key), criterion.or_field.clone()),
            (name("is", key), is.to_owned()),
            (name("value", key), value),
            (name("on", key), if criterion.active { "on" } else { "" }.to_owned()),
        ];
        own.into_iter().chain(rest)
    };
    let ladder = [
        ("mql".to_owned(), rules.mql_fit_percent.to_string()),
        ("sql".to_owned(), rules.sql_good_answers.to_string()),
        (AT_SUBMIT.to_owned(), if rules.sql_at_submit { "yes" } else { NO }.to_owned()),
        (IDEAL.to_owned(), rules.ideal_percent.to_string()),
        ("nurture".to_owned(), rules.nurture.clone()),
        ("reasons".to_owned(), rules.send_back_reasons.join("\n")),
    ];
    rules.criteria.iter().flat_map(of).chain(ladder).chain(times::values(playbook)).collect()
}

/// What a form asks for, or the first thing in it that cannot be.
pub fn wanted(sent: &Sent, playbook: &Playbook, words: Words) -> Result<Qualification, Wrong> {
    let before = &playbook.qualification;
    let mut criteria = Vec::new();
    for criterion in &before.criteria {
        let is_said = sent.iter().any(|(known, _)| known == name("label", &criterion.key));
        criteria.push(if is_said {
            one(sent, criterion, playbook, words)?
        } else {
            criterion.clone()
        });
    }
    let is_said = |what: &str| !sent.trimmed(&name(what, NEW)).is_empty();
    if ["label", "question", "points", "field", "value"].into_iter().any(is_said) {
        if criteria.len() >= CRITERIA_MAX {
            let full = words.fill("qualify-full", &[("most", CRITERIA_MAX.into())]);
            return Err(Wrong::with(&name("label", NEW), full));
        }
        let key = slug(sent.get(&name("label", NEW)));
        let key = free_key(&key, |key| before.criterion(key).is_some());
        let made = one(sent, &unnamed(), playbook, words)?;
        criteria.push(Criterion { key, active: true, ..made });
    }
    let mut rules = Qualification {
        mql_fit_percent: number(sent, "mql", 0, 100, words)? as u8,
        sql_good_answers: number(sent, "sql", 1, CRITERIA_MAX as i64, words)? as u8,
        sql_at_submit: match sent.get(AT_SUBMIT) {
            "" => before.sql_at_submit,
            said => said != NO,
        },
        ideal_percent: match sent.get(IDEAL) {
            "" => before.ideal_percent,
            _ => number(sent, IDEAL, 0, 100, words)? as u8,
        },
        nurture: sent.trimmed("nurture").to_owned(),
        send_back_reasons: reasons(sent, words)?,
        criteria,
    };
    switched(&mut rules, sent.get(SWITCH), playbook);
    Ok(rules)
}

/// The criterion that is to be made, before anything is said of it.
fn unnamed() -> Criterion {
    Criterion {
        key: NEW.into(),
        label: String::new(),
        question: String::new(),
        framework: Framework::Own,
        active: true,
        field: String::new(),
        or_field: String::new(),
        signal: String::new(),
        good: Vec::new(),
        points: 0,
    }
}

fn one(
    sent: &Sent,
    before: &Criterion,
    playbook: &Playbook,
    words: Words,
) -> Result<Criterion, Wrong> {
    let key = before.key.as_str();
    let text = |what: &str, most: usize| {
        let text = one_line(sent.get(&name(what, key)), most + 1);
        if text.chars().count() > most {
            let long = words.fill("qualify-long", &[("most", most.into())]);
            return Err(Wrong::with(&name(what, key), long));
        }
        Ok(text)
    };
    let label = text("label", LABEL_MAX)?;
    if label.is_empty() {
        return Err(Wrong::with(&name("label", key), words.say("qualify-label-lacking")));
    }
    let field = sent.trimmed(&name("field", key)).to_owned();
    let or_field = sent.trimmed(&name("or_field", key)).to_owned();
    if !or_field.is_empty() && (field.is_empty() || field == or_field) {
        return Err(Wrong::with(&name("or_field", key), words.say("qualify-or-field-alone")));
    }
    let values = text("value", VALUES_CHARS_MAX)?;
    let is = sent.get(&name("is", key));
    let stays = field == before.field;
    let rest = rest(sent, before, playbook, words)?;
    if field.is_empty() && !rest.is_empty() {
        return Err(Wrong::with(&name("field", key), words.say("qualify-conditions-no-field")));
    }
    let (signal, first) = match TESTS.iter().find(|(test, _)| *test == is) {
        Some((_, Some(test))) if !field.is_empty() => {
            let value = compared_with(*test, &values);
            let one = Condition { field: field.clone(), is: *test, value };
            let one = keyed(one, playbook, words);
            (String::new(), Some(sound(one, &name("value", key), words)?))
        }
        _ if !values.is_empty() => {
            let idle =
                if field.is_empty() { "qualify-value-no-field" } else { "qualify-value-idle" };
            return Err(Wrong::with(&name("value", key), words.say(idle)));
        }
        None if stays => (before.signal.clone(), None),
        None | Some(_) => (String::new(), None),
    };
    Ok(Criterion {
        key: key.to_owned(),
        label,
        question: text("question", QUESTION_MAX)?,
        framework: before.framework,
        active: sent.is_on(&name("on", key)),
        field,
        or_field,
        signal,
        good: first.into_iter().chain(rest).collect(),
        points: number(sent, &name("points", key), 0, 100, words)? as i32,
    })
}

/// The conditions beside the first; as they were where the form says nothing of them.
fn rest(
    sent: &Sent,
    before: &Criterion,
    playbook: &Playbook,
    words: Words,
) -> Result<Vec<Condition>, Wrong> {
    let within = beside(&before.key);
    let first = format!("{within}.0.field");
    if !sent.iter().any(|(known, _)| known == first) {
        return Ok(rule(before).2.to_vec());
    }
    let places = (0..CONDITIONS_MAX).map(|nth| format!("{within}.{nth}"));
    let asked =
        places.filter_map(|place| Some((condition::read(sent, &place, playbook, words)?, place)));
    asked.map(|(one, place)| sound(one, &format!("{place}.value"), words)).collect()
}

/// The condition, if it is compared with something it can be compared with.
fn sound(one: Condition, field: &str, words: Words) -> Result<Condition, Wrong> {
    let is_number = |text: &String| crate::playbook::first_number(text).is_some();
    let wrong = match one.is {
        Test::Known | Test::Unknown => return Ok(one),
        _ if one.value.is_empty() => "qualify-value-lacking",
        Test::AtLeast | Test::AtMost if !one.value.iter().all(is_number) => "qualify-no-number",
        _ => return Ok(one),
    };
    Err(Wrong::with(field, words.say(wrong)))
}

/// A whole number within bounds; nothing typed is nought where that may be.
pub fn number(sent: &Sent, field: &str, from: i64, to: i64, words: Words) -> Result<i64, Wrong> {
    let typed = sent.trimmed(field);
    let typed = if typed.is_empty() && from == 0 { "0" } else { typed };
    typed.parse().ok().filter(|number| (from..=to).contains(number)).ok_or_else(|| {
        let range = words.fill("qualify-range", &[("from", from.into()), ("to", to.into())]);
        Wrong::with(field, range)
    })
}

fn reasons(sent: &Sent, words: Words) -> Result<Vec<String>, Wrong> {
    let mut reasons: Vec<String> = Vec::new();
    for line in sent.get("reasons").lines().map(|line| one_line(line, REASON_MAX)) {
        if !line.is_empty() && !reasons.contains(&line) {
            reasons.push(line);
        }
    }
    if reasons.len() > REASONS_MAX {
        let full = words.fill("qualify-reasons-full", &[("most", REASONS_MAX.into())]);
        return Err(Wrong::with("reasons", full));
    }
    Ok(reasons)
}

/// What a button does to all questions of a set.
fn switched(rules: &mut Qualification, pressed: &str, playbook: &Playbook) {
    if pressed == SHIPPED {
        rules.criteria.extend(lacking(rules, playbook));
        return;
    }
    let asked = [(ON, true), (OFF, false)];
    let asked = asked.into_iter().find_map(|(sign, on)| Some((pressed.strip_prefix(sign)?, on)));
    let Some((set, on)) = asked else { return };
    for criterion in rules.criteria.iter_mut().filter(|one| one.framework.key() == set) {
        criterion.active = on;
    }
}

/// The questions a new house opens with that this one has not, as far as it has their fields.
pub fn lacking(rules: &Qualification, playbook: &Playbook) -> Vec<Criterion> {
    let language = Language::ALL
        .into_iter()
        .find(|one| one.code() == playbook.business.language)
        .unwrap_or_default();
    let mut shipped = starter_qualification(language).criteria;
    shipped.retain(|one| rules.criterion(&one.key).is_none());
    let is_gone = |key: &str| !playbook.knows_fact(key);
    shipped.iter_mut().filter(|one| is_gone(&one.or_field)).for_each(|one| one.or_field.clear());
    for one in shipped.iter_mut().filter(|one| is_gone(&one.field)) {
        (one.field, one.or_field, one.signal) = Default::default();
    }
    shipped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::{Role, Teammate, starter};

    fn playbook() -> Playbook {
        starter("Roth & Co", Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner))
    }

    fn asked(changes: &[(&str, &str)]) -> Result<Qualification, Wrong> {
        let (playbook, words) = (playbook(), Words::of(Language::default()));
        let own = values(&playbook, words);
        let own = own.iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
        let changes = changes.iter().map(|(name, value)| (name.to_string(), value.to_string()));
        wanted(&own.chain(changes).collect(), &playbook, words)
    }

    #[test]
    fn what_is_not_changed_stays_and_a_new_question_stands_last() {
        assert_eq!(asked(&[]), Ok(playbook().qualification));
        let rules = asked(&[("label.", "Has a car park"), ("points.", "2"), ("label.need", "Why")]);
        let rules = rules.expect("it makes sense");
        let last = rules.criteria.last().expect("a question");
        assert_eq!((last.key.as_str(), last.points, last.active), ("has_a_car_park", 2, true));
        assert_eq!(rules.criterion("need").map(|one| one.label.as_str()), Some("Why"));
    }

    #[test]
    fn a_new_question_without_a_name_is_not_thrown_away() {
        for what in ["question.", "points.", "field."] {
            let wrong = asked(&[(what, if what == "field." { "need" } else { "2" })]);
            assert_eq!(wrong.expect_err(what).field, "label.");
        }
    }

    #[test]
    fn a_request_may_have_to_match_more_or_never_be_for_sales_at_once() {
        let rules = asked(&[(IDEAL, "80"), (AT_SUBMIT, NO)]).expect("it makes sense");
        assert_eq!((rules.ideal_percent, rules.sql_at_submit), (80, false));
        assert_eq!(asked(&[(IDEAL, "101")]).expect_err("too much").field, IDEAL);
    }

    #[test]
    fn a_set_is_switched_on_and_off_by_one_button() {
        let on = asked(&[(SWITCH, "on:meddic")]).expect("it makes sense");
        assert_eq!(on.asked().count(), 10);
        let off = asked(&[(SWITCH, "off:bant")]).expect("it makes sense");
        assert_eq!(off.asked().count(), 0);
    }

    #[test]
    fn a_good_answer_is_said_in_one_line_and_a_field_that_goes_takes_it_along() {
        let rules = asked(&[("is.budget", "at_least"), ("value.budget", "5,000")]);
        let budget = rules.expect("it makes sense").criteria.swap_remove(0);
        assert_eq!((budget.signal.as_str(), budget.good.len()), ("", 1));
        let (is, first, rest) = rule(&budget);
        assert_eq!((is, rest), ("at_least", &[][..]));
        assert_eq!(first.map(|one| &one.value[..]), Some(&["5,000".to_owned()][..]));
        let rules = asked(&[("field.budget", "need")]).expect("it makes sense");
        assert_eq!(rules.criteria[0].signal, "");
        for (field, value) in [("value.budget", ""), ("value.budget", "many")] {
            let wrong = asked(&[("is.budget", "at_least"), (field, value)]).expect_err(value);
            assert_eq!(wrong.field, field);
        }
    }

    #[test]
    fn a_good_answer_may_have_to_meet_more_than_one_condition() {
        let asked_of_budget = |more: &[(&str, &str)]| {
            let first = [("is.budget", "at_least"), ("value.budget", "5,000")];
            asked(&[&first[..], more].concat())
        };
        let second = [
            ("and.budget.0.field", "budget"),
            ("and.budget.0.is", "at_most"),
            ("and.budget.0.value", "90,000"),
            ("and.budget.4.field", "country"),
            ("and.budget.4.is", "in"),
            ("and.budget.4.value", "DE, AT"),
        ];
        let mut playbook = playbook();
        playbook.qualification = asked_of_budget(&second).expect("it makes sense");
        let budget = playbook.qualification.criteria[0].clone();
        assert_eq!(budget.good.len(), 3);
        assert_eq!(budget.good[1].value, ["90,000"]);
        assert_eq!(budget.good[2].value, ["DE", "AT"]);
        let english = Words::default();
        let again = wanted(&values(&playbook, english), &playbook, english);
        assert_eq!(again, Ok(playbook.qualification.clone()), "the form says it again");
        let shown: Sent = values(&playbook, english);
        assert_eq!(shown.get("and.budget.1.field"), "Country");
        assert_eq!(shown.get("and.budget.1.value"), "Germany, Austria");

        let empty = [("and.budget.0.field", "budget"), ("and.budget.0.value", "")];
        let wrong = asked_of_budget(&empty).expect_err("compared with nothing");
        assert_eq!(wrong.field, "and.budget.0.value");
        let no_field = [&second[..], &[("field.budget", "")]].concat();
        assert_eq!(asked_of_budget(&no_field).expect_err("no fact").field, "field.budget");
    }

    #[test]
    fn numbers_out_of_range_and_empty_names_are_said_where_they_stand() {
        for (field, value) in
            [("mql", "101"), ("sql", "0"), ("sql", ""), ("points.need", "-1"), ("label.need", " ")]
        {
            assert_eq!(asked(&[(field, value)]).expect_err(value).field, field);
        }
    }
}
