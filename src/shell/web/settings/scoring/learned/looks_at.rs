//! What a model looks at: each column by how much it moves the chance, with its weightiest levels.

use crate::language::Words;
use crate::playbook::Playbook;
use crate::playbook::learned::{Level, Model};
use crate::scoring::learn::weight;
use crate::shell::web::learned::Told;
use maud::{Markup, html};

/// Columns shown, and levels of each.
const COLUMNS: usize = 20;
const LEVELS: usize = 5;

/// Leads of a level under which its odds are not told: their number has to do.
const FEW: usize = 20;

/// One column of a model, or a pair of them.
struct Looked {
    name: String,
    /// The mean of what it adds to a chance or takes, in logits.
    weight: f64,
    levels: Vec<(String, f64, usize)>,
}

/// The columns, the weightiest first.
pub fn section(model: &Model, playbook: &Playbook, words: Words) -> Markup {
    let told = Told { words, playbook };
    let mut all: Vec<Looked> = (0..model.shapes.len()).map(|at| field(model, at, told)).collect();
    all.extend((0..model.pairs.len()).map(|at| pair(model, at, told)));
    all.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let heaviest = all.first().map_or(1.0, |one| one.weight).max(f64::MIN_POSITIVE);
    html! {
        section."card stack tight" #looks-at {
            h2 { (words.say("learned-looks-at")) }
            p.hint { (words.say("learned-looks-at-how")) }
            section.scroll-x tabindex="0" aria-label=(words.say("learned-looks-at")) {
                table.table {
                    thead {
                        tr {
                            th scope="col" { (words.say("learned-column")) }
                            th.num scope="col" { (words.say("learned-weight")) }
                            th scope="col" { (words.say("learned-levels")) }
                        }
                    }
                    tbody {
                        @for one in all.iter().take(COLUMNS).filter(|one| one.weight > 0.0) {
                            tr {
                                th scope="row" { (one.name) }
                                td.num { ((one.weight / heaviest * 100.0).round()) }
                                td { (levels(one, words)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn levels(looked: &Looked, words: Words) -> Markup {
    html! {
        ul.plain {
            @for (name, adds, seen) in &looked.levels {
                @let sign = match (*adds > 0.0, *seen < FEW) {
                    (true, false) => "learned-up",
                    (false, false) => "learned-down",
                    (true, true) => "learned-few-up",
                    (false, true) => "learned-few-down",
                };
                li {
                    (words.fill(sign, &[("what", name.as_str().into()), ("times", words.decimal(adds.abs().exp()).into())])) " "
                    span.mute { (words.fill("learned-seen", &[("count", (*seen).into())])) }
                }
            }
        }
    }
}

fn field(model: &Model, at: usize, told: Told) -> Looked {
    let shape = &model.shapes[at];
    let column = &model.columns[shape.view.column];
    let name = |level: &Level| told.level(column, level);
    let levels = shape.levels.iter().map(name);
    looked(told.field(column, shape.view.side), levels, &model.effects[at], &model.seen[at])
}

/// Of a pair only its name is told: its cells are too many to read.
fn pair(model: &Model, at: usize, told: Told) -> Looked {
    let pair = &model.pairs[at];
    let column = |field: usize| {
        let view = model.shapes[field].view;
        told.field(&model.columns[view.column], view.side)
    };
    let name = format!("{} × {}", column(pair.first), column(pair.second));
    looked(name, std::iter::empty(), &model.pair_effects[at], &model.pairs_seen[at])
}

fn looked(
    name: String,
    levels: impl Iterator<Item = String>,
    effects: &[f64],
    seen: &[usize],
) -> Looked {
    let told = levels.zip(effects.iter().copied()).zip(seen.iter().copied());
    let told = told.map(|((name, adds), seen)| (name, adds, seen));
    let mut levels: Vec<(String, f64, usize)> =
        told.filter(|(_, adds, seen)| *seen > 0 && adds.abs() >= 0.05).collect();
    levels.sort_by(|a, b| (a.2 < FEW).cmp(&(b.2 < FEW)).then(b.1.abs().total_cmp(&a.1.abs())));
    levels.truncate(LEVELS);
    Looked { name, weight: weight(effects, seen), levels }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_few_leads_the_number_is_told_and_no_odds() {
        let names = ["Rare", "Common"].map(str::to_owned).into_iter();
        let said = looked("Industry".into(), names, &[-0.9, 0.7], &[19, 20]);
        let said = levels(&said, Words::default()).into_string();
        assert!(said.contains("Common: 2 times likelier"), "{said}");
        assert!(said.contains("Rare: against it") && said.contains("19 leads"), "{said}");
        assert!(said.find("Common") < said.find("Rare"), "{said}");
    }
}
