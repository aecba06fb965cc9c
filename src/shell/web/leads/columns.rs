//! The columns of the list: which there are, and which a teammate wants to see.

use super::filter::pairs;
use super::sheet::Sheet;
use super::state::{State, url};
use crate::language::Words;
use crate::playbook::Playbook;
use crate::shell::desk::Order;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::search::Sort;
use crate::shell::store::lists::{ListChange, View};
use crate::shell::store::office::Change;
use crate::shell::web::guard::Who;
use crate::shell::web::parts::icon;
use axum::extract::{Form, State as Held};
use axum::response::Redirect;
use maud::{Markup, html};
use std::sync::Arc;

/// A column beside the lead itself and its score, which are always there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    Owner,
    Stage,
    /// How ready it is for sales.
    Grade,
    Tags,
    Source,
    Came,
    LastTouch,
    NextStep,
    Phone,
    Value,
    /// A custom field, by its key.
    Field(String),
}

/// What stands before the key of a custom field where columns are kept.
const OF_FIELD: &str = "field:";

/// Custom fields that are offered as columns, and columns of one list: whatever is offered can be shown.
const FIELDS_MAX: usize = 40;
const COLUMNS_MAX: usize = Column::ALL.len() + FIELDS_MAX;

impl Column {
    /// Those every house has, in the order of the table.
    pub const ALL: [Column; 10] = [
        Column::Owner,
        Column::Stage,
        Column::Grade,
        Column::Tags,
        Column::Source,
        Column::Came,
        Column::LastTouch,
        Column::NextStep,
        Column::Phone,
        Column::Value,
    ];

    /// What is shown as long as nobody has chosen. Where one person works, nobody asks whose it is.
    pub fn usual(playbook: &Playbook) -> Vec<Column> {
        let mut shown = Column::ALL.to_vec();
        let hidden = [Column::Grade, Column::Tags, Column::Came, Column::Phone];
        shown.retain(|column| !hidden.contains(column));
        if playbook.only_one().is_some() {
            shown.retain(|column| *column != Column::Owner);
        }
        shown
    }

    /// Those that are named, in the order of the table.
    pub fn of(keys: &[String]) -> Vec<Column> {
        let own = Column::ALL.into_iter().filter(|one| keys.contains(&one.key()));
        let fields = keys.iter().filter_map(|key| key.strip_prefix(OF_FIELD));
        let fields = fields.map(|key| Column::Field(key.to_owned()));
        own.chain(fields).take(COLUMNS_MAX).collect()
    }

    /// Those a house offers, in the order of the table.
    pub fn offered(playbook: &Playbook) -> Vec<Column> {
        let fields = playbook.active_fields().take(FIELDS_MAX);
        let fields = fields.map(|field| Column::Field(field.key.clone()));
        Column::ALL.into_iter().chain(fields).collect()
    }

    /// As it is kept.
    pub fn key(&self) -> String {
        let key = match self {
            Column::Field(key) => return format!("{OF_FIELD}{key}"),
            Column::Owner => "owner",
            Column::Stage => "stage",
            Column::Grade => "grade",
            Column::Source => "source",
            Column::Came => "came",
            Column::LastTouch => "last_touch",
            Column::NextStep => "next_step",
            Column::Phone => "phone",
            Column::Tags => "tags",
            Column::Value => "value",
        };
        key.to_owned()
    }

    /// Its heading.
    pub fn name(&self, words: Words, playbook: &Playbook) -> String {
        match self {
            Column::Field(key) => playbook.field(key).map_or(key, |field| &field.label).clone(),
            Column::Tags => words.say("leads-tags"),
            Column::Owner => words.say("leads-owner"),
            Column::Stage => words.say("leads-stage"),
            Column::Grade => words.say("leads-grade"),
            Column::Source => words.say("leads-source"),
            Column::Came => words.say("leads-came"),
            Column::LastTouch => words.say("leads-last-touch"),
            Column::NextStep => words.say("leads-next-step"),
            Column::Phone => words.say("leads-phone"),
            Column::Value => words.say("leads-value"),
        }
    }

    /// The class by which it leaves a page that is too narrow for it.
    pub fn class(&self) -> Option<&'static str> {
        match self {
            Column::Owner | Column::Stage => Some("d"),
            Column::Grade
            | Column::Tags
            | Column::Source
            | Column::Came
            | Column::LastTouch
            | Column::Phone
            | Column::Field(_) => Some("d2"),
            Column::Value => Some("num d2"),
            Column::NextStep => None,
        }
    }

    /// The order in which a list can be put by it.
    pub fn sort(&self) -> Option<Sort> {
        match self {
            Column::Came => Some(Sort::Newest),
            Column::LastTouch => Some(Sort::LastTouch),
            Column::NextStep => Some(Sort::NextStep),
            Column::Value => Some(Sort::Value),
            Column::Owner
            | Column::Stage
            | Column::Grade
            | Column::Tags
            | Column::Source
            | Column::Phone
            | Column::Field(_) => None,
        }
    }
}

/// The button that opens the choice, and the choice.
pub fn chooser(sheet: &Sheet) -> Markup {
    let (words, state, chosen) = (sheet.words, &sheet.list.state, &sheet.list.columns);
    html! {
        button.chip type="button" popovertarget="columns" { (words.say("leads-columns")) (icon("down")) }
        div.menu.facet #columns popover {
            form action="/leads/columns" method="post" {
                input type="hidden" name="here" value=(state.here());
                fieldset {
                    legend { (words.say("leads-columns")) }
                    @for column in Column::offered(sheet.playbook) {
                        label.check {
                            input type="checkbox" name="column" value=(column.key()) checked[chosen.contains(&column)];
                            (column.name(words, sheet.playbook))
                        }
                    }
                }
                button."btn primary wide" type="submit" { (words.say("leads-show-columns")) }
            }
        }
    }
}

/// `POST /leads/columns`
pub async fn choose(
    Held(house): Held<Arc<House>>,
    who: Who,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Redirect, Error> {
    let keys: Vec<String> =
        sent.iter().filter(|(name, _)| name == "column").map(|(_, key)| key.clone()).collect();
    let columns = Column::of(&keys).iter().map(Column::key).collect();
    let change = ListChange::PutView { teammate: who.teammate, view: View { columns } };
    house.desk.ask(Order::Office(vec![Change::List(change)])).await?;
    Ok(Redirect::to(&here(&sent)))
}

/// The URL of the list a form was sent from: read and written anew, so that it leads nowhere else.
pub fn here(sent: &[(String, String)]) -> String {
    url(&state_of(sent).here())
}

/// The list a form was sent from.
pub fn state_of(sent: &[(String, String)]) -> State {
    let here = sent.iter().find(|(name, _)| name == "here");
    State::of(&pairs(here.map_or("", |(_, query)| query.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::{Field, Role, Teammate, starter};

    #[test]
    fn columns_stand_in_the_order_of_the_table_and_nonsense_is_none() {
        let keys = ["value", "shoe_size", "field:budget", "owner"].map(str::to_owned);
        let budget = Column::Field("budget".to_owned());
        assert_eq!(Column::of(&keys), [Column::Owner, Column::Value, budget.clone()]);
        assert_eq!(Column::of(&[budget.key()]), [budget]);
    }

    #[test]
    fn whose_a_lead_is_stands_in_the_list_of_a_team() {
        let [maya, ben] = ["maya", "ben"]
            .map(|id| Teammate::new(id, id, &format!("{id}@roth.example"), Role::Owner));
        let mut playbook = starter("Roth & Co", maya);
        assert_eq!(Column::usual(&playbook).len(), 5);
        playbook.team.push(ben);
        assert!(Column::usual(&playbook).starts_with(&[Column::Owner, Column::Stage]));
    }

    #[test]
    fn every_column_that_is_offered_can_be_shown() {
        let mate = Teammate::new("maya", "Maya Roth", "maya@roth.example", Role::Owner);
        let mut playbook = starter("Roth & Co", mate);
        let field = playbook.fields[0].clone();
        let more =
            (0..60).map(|nth| Field { key: format!("field{nth}"), active: true, ..field.clone() });
        playbook.fields.extend(more);
        let offered = Column::offered(&playbook);
        let keys: Vec<String> = offered.iter().map(Column::key).collect();
        assert_eq!(Column::of(&keys), offered);
    }

    #[test]
    fn a_form_leads_back_into_the_list_and_nowhere_else() {
        let sent = [("here".to_owned(), "tier=high&//evil.example".to_owned())];
        assert_eq!(here(&sent), "/leads?tier=high");
        assert_eq!(here(&[]), "/leads");
    }
}
