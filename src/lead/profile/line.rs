//! One line of text as somebody typed it, without what cannot be seen.

/// The longest value a profile keeps, in characters.
pub const VALUE_MAX: usize = 300;

/// The text on one line, at most `chars_max` characters long.
///
/// Control characters and white space become single blanks. Marks that turn the direction of what
/// follows, and the other invisible ones, are dropped: they can make a name show as another name.
pub fn one_line(text: &str, chars_max: usize) -> String {
    let mut line = String::with_capacity(text.len().min(chars_max));
    let mut chars = 0;
    let mut gap = false;
    for c in text.chars().filter(|c| !is_hidden(*c)) {
        if c.is_whitespace() || c.is_control() {
            gap = chars > 0;
            continue;
        }
        if chars + usize::from(gap) >= chars_max {
            break;
        }
        if std::mem::take(&mut gap) {
            line.push(' ');
            chars += 1;
        }
        line.push(c);
        chars += 1;
    }
    line
}

/// The text without the marks and control characters that nobody sees.
pub fn visible(text: &str) -> String {
    text.chars().filter(|c| !is_hidden(*c) && !c.is_control()).collect()
}

/// Whether a character shows nothing and only changes how its neighbours are read.
///
/// The joiners U+200C and U+200D stay: Persian and Indian names are misspelt without them.
pub(super) fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_dropped_and_blanks_are_folded() {
        assert_eq!(one_line("  Ines\t\r\n Carvalho\u{0} ", VALUE_MAX), "Ines Carvalho");
        assert_eq!(one_line("\u{202e}gpj.exe\u{202c}", VALUE_MAX), "gpj.exe");
        assert_eq!(one_line("\u{200f}\u{feff} \n", VALUE_MAX), "");
    }

    #[test]
    fn a_line_is_cut_at_its_limit_and_never_ends_in_a_blank() {
        assert_eq!(one_line(&"é".repeat(10_000), VALUE_MAX).chars().count(), VALUE_MAX);
        assert_eq!(one_line("ab cd", 3), "ab");
        assert_eq!(one_line("ab cd", 4), "ab c");
    }
}
