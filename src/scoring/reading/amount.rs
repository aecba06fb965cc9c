//! Numbers as people write them: `200`, `50-249`, `200+`, `1,000`, `5.000 €`, `10k`, `up to 50`.

use super::{small, words};

/// The least and the most an amount may mean; `None` if there is no number in it.
pub fn amount(text: &str) -> Option<(f64, f64)> {
    if let Ok(plain) = text.parse::<u32>() {
        return Some((f64::from(plain), f64::from(plain)));
    }
    let read = small(text);
    let mut numbers = numbers(&read);
    let (first, second) = (numbers.next()?, numbers.next());
    if let Some(second) = second {
        return Some((first.min(second), first.max(second)));
    }
    let says = |any: &[&str]| words(&read).any(|word| any.contains(&word));
    let (more, less) = (read.contains('>') || says(&MORE), read.contains('<') || says(&LESS));
    // No more than fifty is up to fifty; more or less fifty is fifty.
    let (up, down) = if says(&NOT) { (less, more) } else { (more, less) };
    let includes = says(&NOT) || read.contains(['=', '≥', '≤', '+']) || says(&OR);
    let is_from = read.contains(['+', '≥']) || says(&FROM);
    let is_to = read.contains('≤') || says(&TO);
    match (up || is_from, down || is_to) {
        (true, false) if is_from || includes => Some((first, f64::INFINITY)),
        (true, false) => Some((first.next_up(), f64::INFINITY)),
        (false, true) if is_to || includes => Some((0.0, first)),
        (false, true) => Some((0.0, first.next_down())),
        _ => Some((first, first)),
    }
}

/// Words of a bound that is not reached itself, in English, German, French, Spanish, Italian and Dutch.
#[rustfmt::skip]
const MORE: [&str; 16] = [
    "over", "above", "more", "greater", "larger", "exceeding", "über", "mehr", "größer", "plus",
    "más", "mas", "più", "oltre", "meer", "boven",
];
#[rustfmt::skip]
const LESS: [&str; 14] = [
    "under", "below", "less", "fewer", "smaller", "unter", "weniger", "kleiner", "moins", "menos",
    "meno", "sotto", "minder", "onder",
];

/// Words of a bound that is meant as well.
#[rustfmt::skip]
const FROM: [&str; 12] = [
    "least", "from", "min", "minimum", "ab", "mindestens", "minimal", "wenigstens", "partir",
    "desde", "vanaf", "minimaal",
];
#[rustfmt::skip]
const TO: [&str; 13] = [
    "upto", "to", "most", "max", "maximum", "bis", "höchstens", "maximal", "jusqu", "hasta",
    "fino", "tot", "maximaal",
];

/// Words that turn more into up to, and words by which the number itself is meant too.
const NOT: [&str; 6] = ["no", "not", "nicht", "pas", "non", "niet"];
const OR: [&str; 5] = ["or", "oder", "ou", "o", "of"];

/// The numbers of a text, one after the other.
fn numbers(text: &str) -> impl Iterator<Item = f64> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let from = rest.find(|c: char| c.is_ascii_digit())?;
        let (number, behind) = rest[from..].split_at(length_of_number(&rest[from..]));
        rest = behind;
        Some(value(number) * times(behind))
    })
}

/// A number goes on over a mark between digits, as in `1.000` and `2,5`.
fn length_of_number(text: &str) -> usize {
    let ends = |(at, c): &(usize, char)| {
        let digit_next = text[at + c.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
        !(c.is_ascii_digit() || is_mark(*c) && digit_next)
    };
    text.char_indices().find(ends).map_or(text.len(), |(at, _)| at)
}

fn is_mark(mark: char) -> bool {
    matches!(mark, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}')
}

/// A mark before exactly three digits groups thousands; any other is a decimal point.
fn value(text: &str) -> f64 {
    let Some(mark) = text.rfind(is_mark) else { return text.parse().unwrap_or(0.0) };
    let digits = |text: &str| text.replace(is_mark, "");
    let thousands = text.split(is_mark).skip(1).all(|group| group.len() == 3);
    let plain = if thousands {
        digits(text)
    } else {
        format!("{}.{}", digits(&text[..mark]), digits(&text[mark..]))
    };
    plain.parse().unwrap_or(0.0)
}

/// What a number is multiplied by, as `k` and `m` say behind it.
fn times(behind: &str) -> f64 {
    let word = words(behind).next().filter(|word| behind.trim_start().starts_with(word));
    match word.unwrap_or_default() {
        "k" | "tsd" | "thousand" | "tausend" => 1e3,
        "m" | "mio" | "million" | "millions" | "millionen" => 1e6,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_means_itself_however_it_is_written() {
        for text in
            ["1000", "1,000", "1.000", "1 000", "1’000 €", "1k", "€1 k", "about 1000 people"]
        {
            assert_eq!(amount(text), Some((1000.0, 1000.0)), "{text}");
        }
        assert_eq!(amount("2.5 million"), Some((2.5e6, 2.5e6)));
        assert_eq!(amount("1,50"), Some((1.5, 1.5)));
    }

    #[test]
    fn a_range_means_everything_within_it() {
        assert_eq!(amount("50-249"), Some((50.0, 249.0)));
        assert_eq!(amount("1.000 – 5.000"), Some((1000.0, 5000.0)));
        assert_eq!(amount("200+"), Some((200.0, f64::INFINITY)));
        for text in ["at least 200", "ab 200", "200 or more", "200 oder mehr", "≥ 200", ">= 200"]
        {
            assert_eq!(amount(text), Some((200.0, f64::INFINITY)), "{text}");
        }
        for text in [
            "up to 50",
            "bis zu 50",
            "no more than 50",
            "nicht mehr als 50",
            "50 or fewer",
            "max. 50",
        ] {
            assert_eq!(amount(text), Some((0.0, 50.0)), "{text}");
        }
        assert_eq!(amount("more or less 50"), Some((50.0, 50.0)));
        assert_eq!(amount("between 50 and 249"), Some((50.0, 249.0)));
    }

    #[test]
    fn more_or_less_than_a_number_leaves_out_the_number() {
        for text in ["more than 200", "mehr als 200", "over 200", "> 200", "plus de 200"] {
            let (least, most) = amount(text).expect("an amount");
            assert!(least > 200.0 && least < 200.001 && most.is_infinite(), "{text}");
        }
        for text in ["less than 50", "fewer than 50", "weniger als 50", "unter 50", "<50"] {
            let (least, most) = amount(text).expect("an amount");
            assert!(least == 0.0 && most < 50.0 && most > 49.999, "{text}");
        }
    }

    #[test]
    fn words_alone_are_no_amount() {
        assert_eq!(amount("a few"), None);
        assert_eq!(amount(""), None);
    }

    #[test]
    fn an_endless_row_of_digits_is_read_without_harm() {
        assert!(amount(&"9".repeat(100_000)).is_some_and(|(least, _)| least.is_finite()));
    }
}
