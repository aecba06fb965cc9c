//! The form of the model: what stands in it, and the model it asks for.

use super::{counts, floors, rules};
use crate::language::Words;
use crate::lead::profile::one_line;
use crate::playbook::{Playbook, Scoring};
use crate::scoring;
use crate::shell::web::lead::{Sent, Wrong};

/// Characters of a name, of a list and of one value.
pub const NAME_MAX: usize = 80;
pub const LIST_MAX: usize = 2_000;

/// The most points one signal may give or take, and the highest cap of a group.
pub const POINTS_MAX: i32 = 100;
pub const CAP_MAX: i32 = 1000;

/// The groups with a cap, by the names of their fields.
pub const CAPS: [&str; 4] = ["cap.fit", "cap.engagement", "cap.source", "cap.stage"];

/// The tiers above Low, by the names of their fields.
pub const TIERS: [&str; 3] = ["tier.medium", "tier.high", "tier.urgent"];

/// The signals whose points stand under the stages, by their keys.
pub const STAGES: [&str; 3] = ["engaged", "qualified", "met"];

/// What stands in the form for a playbook.
pub fn values(playbook: &Playbook, words: Words) -> Sent {
    let scoring = &playbook.scoring;
    let mut all: Vec<(String, String)> = Vec::new();
    let mut put = |name: &str, value: String| all.push((name.to_owned(), value));
    let mut copy = scoring.clone();
    for name in CAPS.into_iter().chain(STAGES) {
        put(name, whole(&mut copy, name).map_or(0, |number| *number).to_string());
    }
    let tiers = &scoring.tiers;
    for (name, from) in TIERS.into_iter().zip([tiers.medium, tiers.high, tiers.urgent]) {
        put(name, from.to_string());
    }
    for signal in &scoring::ALL {
        if let Some(points) = signal.set_points(playbook) {
            put(&format!("points.{}", signal.key), points.to_string());
        }
    }
    for source in &playbook.sources {
        put(&format!("source.{}", source.key), source.points.to_string());
    }
    put("full_hours", scoring.engagement.full_hours.to_string());
    put("half_life_days", scoring.engagement.half_life_days.to_string());
    put("price_pages", scoring.engagement.price_pages.join(", "));
    put("case_pages", scoring.engagement.case_pages.join(", "));
    let fit = &scoring.fit;
    put("fit.industries", fit.industries.join(", "));
    put("fit.served", fit.served.join(", "));
    put("fit.competitors", fit.competitors.join(", "));
    for (name, number) in [
        ("fit.size_from", fit.size_from),
        ("fit.size_to", fit.size_to),
        ("fit.budget_from", fit.budget_from),
    ] {
        put(name, number.map_or(String::new(), |number| number.to_string()));
    }
    put("fit.free_mail", if fit.free_mail_counts { "on" } else { "" }.to_owned());
    let parts =
        [counts::values(playbook), floors::values(playbook), rules::values(playbook, words)];
    all.into_iter().chain(parts.into_iter().flatten()).collect()
}

/// What stands in the form: what was sent, and for the rest what is in force.
pub fn filled(sent: &Sent, live: &Sent) -> Sent {
    let has = |name: &str| sent.iter().any(|(known, _)| known == name);
    let whole = [("rule.0.name", "rule."), ("floor.0.name", "floor."), ("fit.industries", "fit.")];
    let sent_whole = whole.map(|(first, part)| (has(first), part));
    let stays =
        |name: &str| !sent_whole.iter().any(|(is_sent, part)| *is_sent && name.starts_with(part));
    let own = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    live.iter().filter(|(name, _)| stays(name)).chain(sent.iter()).map(own).collect()
}

/// A whole number of the model by the name of its field.
fn whole<'a>(scoring: &'a mut Scoring, name: &str) -> Option<&'a mut i32> {
    Some(match name {
        "cap.fit" => &mut scoring.caps.fit,
        "cap.engagement" => &mut scoring.caps.engagement,
        "cap.source" => &mut scoring.caps.source,
        "cap.stage" => &mut scoring.caps.stage,
        "engaged" => &mut scoring.stage.engaged,
        "qualified" => &mut scoring.stage.qualified,
        "met" => &mut scoring.stage.met,
        _ => return None,
    })
}

/// The playbook with the model a form asks for, or the first thing in it that cannot be.
///
/// What the form does not say stays as it is.
pub fn wanted(sent: &Sent, playbook: &Playbook, words: Words) -> Result<Playbook, Wrong> {
    let form = Form { sent, words };
    let mut draft = playbook.clone();
    let scoring = &mut draft.scoring;
    for name in CAPS {
        let cap = whole(scoring, name).expect("it is one of them");
        *cap = form.number(name, *cap, 0, CAP_MAX)?;
    }
    for name in STAGES {
        let points = whole(scoring, name).expect("it is one of them");
        *points = form.points(name, *points)?;
    }
    form.tiers(scoring)?;
    for signal in &scoring::ALL {
        if let Some(now) = signal.set_points(playbook) {
            let points = form.points(&format!("points.{}", signal.key), now)?;
            if points != now {
                scoring.points.insert(signal.key.to_owned(), points);
            }
        }
    }
    let engagement = &mut scoring.engagement;
    engagement.full_hours = form.number("full_hours", engagement.full_hours, 0, 8760)?;
    engagement.half_life_days =
        form.number("half_life_days", engagement.half_life_days, 1, 3650)?;
    form.list("price_pages", &mut engagement.price_pages);
    form.list("case_pages", &mut engagement.case_pages);
    scoring.counts = counts::wanted(&form, playbook)?;
    if form.has("floor.0.name") {
        scoring.floors = floors::wanted(&form, playbook)?;
    }
    form.ideal(scoring)?;
    if form.has("rule.0.name") {
        scoring.fit_rules = rules::wanted(&form, playbook)?;
    }
    for source in &mut draft.sources {
        source.points = form.points(&format!("source.{}", source.key), source.points)?;
    }
    Ok(draft.sealed())
}

/// A form as it is read.
pub struct Form<'a> {
    pub sent: &'a Sent,
    pub words: Words,
}

impl Form<'_> {
    fn has(&self, name: &str) -> bool {
        self.sent.iter().any(|(known, _)| known == name)
    }

    /// Refuses one of a kind that has no name and is not one of so many that there are, if anything
    /// else is said of it.
    pub fn is_none(&self, kind: &str, nth: usize, there: usize) -> Result<(), Wrong> {
        if nth < there || !is_typed(self.sent, kind, nth) {
            return Ok(());
        }
        let name = format!("{kind}.{nth}.name");
        Err(Wrong::with(&name, self.words.say("scoring-name-lacking")))
    }

    pub fn points(&self, name: &str, now: i32) -> Result<i32, Wrong> {
        self.number(name, now, -POINTS_MAX, POINTS_MAX)
    }

    /// A whole number within bounds.
    pub fn number<T>(&self, name: &str, now: T, from: i32, to: i32) -> Result<T, Wrong>
    where
        T: TryFrom<i32>,
    {
        if !self.has(name) {
            return Ok(now);
        }
        let typed = self.sent.trimmed(name).replace('−', "-");
        let number = typed.parse::<i32>().ok().filter(|number| (from..=to).contains(number));
        number.and_then(|number| T::try_from(number).ok()).ok_or_else(|| {
            let bounds = [("from", from.into()), ("to", to.into())];
            Wrong::with(name, self.words.fill("scoring-number", &bounds))
        })
    }

    /// The same, or none where nothing is typed.
    pub fn optional<T>(
        &self,
        name: &str,
        now: Option<T>,
        from: i32,
        to: i32,
    ) -> Result<Option<T>, Wrong>
    where
        T: TryFrom<i32> + Default,
    {
        match self.sent.trimmed(name) {
            _ if !self.has(name) => Ok(now),
            "" => Ok(None),
            _ => self.number(name, T::default(), from, to).map(Some),
        }
    }

    /// What a field lists, where the form has it.
    fn list(&self, name: &str, list: &mut Vec<String>) {
        if self.has(name) {
            *list = listed(self.sent.get(name));
        }
    }

    fn tiers(&self, scoring: &mut Scoring) -> Result<(), Wrong> {
        let tiers = &mut scoring.tiers;
        tiers.medium = self.number(TIERS[0], tiers.medium, 1, 100)?;
        tiers.high = self.number(TIERS[1], tiers.high, 1, 100)?;
        tiers.urgent = self.number(TIERS[2], tiers.urgent, 1, 100)?;
        let out_of_order = match (tiers.medium < tiers.high, tiers.high < tiers.urgent) {
            (true, true) => return Ok(()),
            (false, _) => TIERS[1],
            (true, false) => TIERS[2],
        };
        Err(Wrong::with(out_of_order, self.words.say("scoring-tiers-order")))
    }

    /// Whom the firm serves best.
    fn ideal(&self, scoring: &mut Scoring) -> Result<(), Wrong> {
        let fit = &mut scoring.fit;
        for (name, list) in [
            ("fit.industries", &mut fit.industries),
            ("fit.served", &mut fit.served),
            ("fit.competitors", &mut fit.competitors),
        ] {
            self.list(name, list);
        }
        for (name, number) in [
            ("fit.size_from", &mut fit.size_from),
            ("fit.size_to", &mut fit.size_to),
            ("fit.budget_from", &mut fit.budget_from),
        ] {
            *number = self.optional(name, *number, 0, i32::MAX)?;
        }
        if fit.size_from.zip(fit.size_to).is_some_and(|(from, to)| from > to) {
            return Err(Wrong::with("fit.size_to", self.words.say("scoring-size-order")));
        }
        if self.has("fit.industries") {
            fit.free_mail_counts = self.sent.is_on("fit.free_mail");
        }
        Ok(())
    }
}

/// Whether anything is said of the nth of a kind. How a fact is compared always is.
pub fn is_typed(sent: &Sent, kind: &str, nth: usize) -> bool {
    let place = format!("{kind}.{nth}.");
    let said = |(name, value): (&str, &str)| {
        name.starts_with(&place) && !name.ends_with(".is") && !value.trim().is_empty()
    };
    sent.iter().any(said)
}

/// What a person lists, by commas or one a line.
fn listed(text: &str) -> Vec<String> {
    let text = &text[..text.floor_char_boundary(LIST_MAX)];
    let parts = text.split([',', ';', '\n']).map(|part| one_line(part, LIST_MAX));
    parts.filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::{Role, Teammate, starter};

    fn house() -> Playbook {
        starter("Roth & Co", Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner))
    }

    fn with(pairs: &[(&str, &str)]) -> Sent {
        let house = house();
        let kept = values(&house, Words::default());
        let pairs = pairs.iter().map(|(name, value)| (name.to_string(), value.to_string()));
        let kept = kept.iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
        kept.chain(pairs).collect()
    }

    fn wrong(pairs: &[(&str, &str)]) -> String {
        wanted(&with(pairs), &house(), Words::default()).expect_err("it is wrong").field
    }

    #[test]
    fn a_form_that_is_sent_back_as_it_came_changes_nothing() {
        let house = house();
        assert_eq!(wanted(&with(&[]), &house, Words::default()), Ok(house));
    }

    #[test]
    fn what_is_typed_is_what_the_model_says() {
        let sent = with(&[
            ("points.reply", "−3"),
            ("tier.high", "61"),
            ("fit.industries", "Law, Care; Care homes"),
            ("price_pages", "/prices, /plans"),
            ("case_pages", ""),
            ("rule.0.name", "Owns vans"),
            ("rule.0.points", "7"),
            ("rule.0.0.field", "role"),
            ("rule.0.0.is", "contains"),
            ("rule.0.0.value", "fleet, van"),
        ]);
        let draft = wanted(&sent, &house(), Words::default()).expect("a model").scoring;
        assert_eq!((draft.points["reply"], draft.tiers.high), (-3, 61));
        assert_eq!(draft.engagement.price_pages, ["/prices", "/plans"]);
        assert_eq!(draft.engagement.case_pages, [""; 0]);
        assert_eq!(draft.fit.industries, ["Law", "Care", "Care homes"]);
        let [rule] = &draft.fit_rules[..] else { panic!("one rule") };
        assert_eq!(
            (rule.points, &rule.conditions[0].value[..]),
            (7, &["fleet", "van"].map(String::from)[..])
        );
    }

    #[test]
    fn floors_are_added_changed_and_taken_out_and_say_for_which_leads_they_hold() {
        let sent = with(&[
            ("floor.0.name", ""),
            ("floor.1.score", "75"),
            ("floor.1.needs.price_view", ""),
            ("floor.2.name", "Replied"),
            ("floor.2.score", "50"),
            ("floor.2.days", "7"),
            ("floor.2.needs.reply", "on"),
        ]);
        let draft = wanted(&sent, &house(), Words::default()).expect("a model").scoring;
        let [changed, new] = &draft.floors[..] else { panic!("two floors") };
        assert_eq!((changed.score, &changed.signals[..]), (75, &["decision_maker".to_owned()][..]));
        assert_eq!((new.score, new.days, &new.signals[..]), (50, 7, &["reply".to_owned()][..]));
        assert_eq!(wrong(&[("floor.2.name", "Empty"), ("floor.2.score", "")]), "floor.2.score");
        let none = with(&[("floor.0.name", ""), ("floor.1.name", "")]);
        assert_eq!(wanted(&none, &house(), Words::default()).expect("a model").scoring.floors, []);
    }

    #[test]
    fn how_often_and_how_long_a_behaviour_counts_stands_beside_its_points() {
        let sent = with(&[("most.open", "1"), ("days.open", "30"), ("days.reply", " ")]);
        let draft = wanted(&sent, &house(), Words::default()).expect("a model").scoring;
        let count = crate::playbook::Count { most: Some(1), days: Some(30) };
        assert_eq!(draft.counts, [("open".to_owned(), count)].into());
        assert_eq!(wrong(&[("most.open", "0")]), "most.open");
        assert_eq!(wrong(&[("days.open", "366")]), "days.open");
    }

    #[test]
    fn what_cannot_be_is_said_where_it_was_typed() {
        assert_eq!(wrong(&[("points.reply", "many")]), "points.reply");
        assert_eq!(wrong(&[("points.reply", "101")]), "points.reply");
        assert_eq!(wrong(&[("tier.high", "90")]), "tier.urgent");
        assert_eq!(wrong(&[("half_life_days", "0")]), "half_life_days");
        assert_eq!(wrong(&[("fit.size_from", "9"), ("fit.size_to", "3")]), "fit.size_to");
        assert_eq!(wrong(&[("rule.0.name", "Nothing asked")]), "rule.0.0.field");
        assert_eq!(wrong(&[("rule.0.name", ""), ("rule.0.points", "5")]), "rule.0.name");
        assert_eq!(wrong(&[("floor.2.score", "50"), ("floor.2.days", "7")]), "floor.2.name");
    }
}
