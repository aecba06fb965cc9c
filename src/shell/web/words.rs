//! The words that several pages share, in English. Each page has its own beside it.

/// Under a clock that has run out.
pub const OVERDUE: &str = "overdue";

/// How many wait for an answer.
pub fn waiting(count: usize) -> String {
    format!("{count} waiting")
}

/// Under a clock in a row.
pub fn left_of(length: &str) -> String {
    format!("left of {length}")
}

/// Under the clock of a lead.
pub fn left_to_answer(length: &str) -> String {
    format!("left to answer, promise {length}")
}

/// Under what should have been done on a day before today.
pub fn late_since(day: &str) -> String {
    format!("late, {day}")
}

/// A number of things: `1 lead`, `3 leads`.
pub fn several(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// What a list holds beyond what it shows.
pub fn and_more(count: usize) -> String {
    format!("and {count} more")
}

/// Somebody's first name, short enough for a button.
pub fn first_name(name: &str) -> String {
    const LONGEST: usize = 14;
    let first = name.split_whitespace().next().unwrap_or_default();
    match first.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &first[..end]),
        None => first.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_has_room_for_a_first_name() {
        assert_eq!(first_name("Ines Carvalho"), "Ines");
        assert_eq!(first_name("Wolfeschlegelsteinhausen B"), "Wolfeschlegels…");
        assert_eq!(first_name(" "), "");
    }
}
