//! What people write about themselves, read as something that can be compared.
//!
//! Readers never guess: what cannot be read is unknown, and unknown is not a mismatch.

mod address;
mod amount;
mod facts;
mod fit;
mod home;
mod interest;
mod rank;
mod timeline;

pub use address::is_of_domain;
pub use amount::amount;
pub use facts::Facts;
pub use fit::area_fits;
pub use interest::{STAY_SECONDS_MIN, is_under, shows_interest};
pub use rank::Rank;
pub use timeline::months;

/// How much of a fact is read, in bytes; what is longer is no fact but a story.
const READ_MAX: usize = 200;

/// A text in small letters, as far as it is read.
fn small(text: &str) -> String {
    text[..text.floor_char_boundary(READ_MAX)].to_lowercase()
}

/// The words of a text, without marks.
fn words(text: &str) -> impl Iterator<Item = &str> + Clone {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether two texts are the same but for case.
fn alike(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
        || !one.is_ascii()
            && one
                .chars()
                .flat_map(char::to_lowercase)
                .eq(other.chars().flat_map(char::to_lowercase))
}
