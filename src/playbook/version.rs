//! The line by which a text says which version of the playbook it was made from: `# Version 7`.
//!
//! It is a comment, so the text reads the same with it and without.

const MARK: &str = "# Version ";

/// A text that says which version it is.
pub fn with_version(version: u32, text: &str) -> String {
    format!("{MARK}{version}\n{text}")
}

/// The version a text was made from, if it says so among its first comments.
pub fn version_of(text: &str) -> Option<u32> {
    let comments = text.lines().map(str::trim).take_while(|line| is_comment(line));
    comments.filter_map(version_in).next()
}

/// The text as it is kept: without the line that says what it was made from.
pub fn without_version(text: &str) -> String {
    if version_of(text).is_none() {
        return text.to_owned();
    }
    let (mut kept, mut found) = (String::with_capacity(text.len()), false);
    for line in text.split_inclusive('\n') {
        if found || version_in(line.trim()).is_none() {
            kept.push_str(line);
        } else {
            found = true;
        }
    }
    kept
}

fn is_comment(line: &str) -> bool {
    line.is_empty() || line.starts_with('#')
}

fn version_in(line: &str) -> Option<u32> {
    line.strip_prefix(MARK)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_says_what_it_was_made_from_and_is_kept_without_that() {
        let text = "# Ours since May.\n[business]\nname = \"Ek\"\n# Version 3 of the hours\n";
        let shown = with_version(7, text);
        assert_eq!((version_of(&shown), without_version(&shown).as_str()), (Some(7), text));
        assert_eq!((version_of(text), without_version(text).as_str()), (None, text));
        let below = "# Ours since May.\r\n\r\n# Version 12\r\n[business]\r\n";
        assert_eq!(version_of(below), Some(12));
        assert_eq!(without_version(below), "# Ours since May.\r\n\r\n[business]\r\n");
        assert_eq!(version_of("[business]\n# Version 7\n"), None);
    }
}
