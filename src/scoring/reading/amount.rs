//! Numbers as people write them: `200`, `50-249`, `200+`, `1,000`, `5.000 €`, `10k`, `up to 50`.

use super::{small, words};

/// The least and the most an amount may mean; `None` if there is no number in it.
pub fn amount(text: &str) -> Option<(f64, f64)> {
    if let Ok(plain) = text.parse::<u32>() {
        return Some((f64::from(plain), f64::from(plain)));
    }
    let read = small(text);
    let numbers = numbers(&read);
    let (first, second) = (*numbers.first()?, numbers.get(1).copied());
    let says = |any: &[&str]| words(&read).any(|word| any.contains(&word));
    if let Some(second) = second {
        return Some((first.min(second), first.max(second)));
    }
    if read.contains(['+', '>', '≥'])
        || says(&["over", "above", "least", "from", "ab", "über", "mindestens"])
    {
        return Some((first, f64::INFINITY));
    }
    if read.contains(['<', '≤'])
        || says(&["under", "below", "upto", "to", "most", "max", "unter", "bis"])
    {
        return Some((0.0, first));
    }
    Some((first, first))
}

/// The first two numbers of a text.
fn numbers(text: &str) -> Vec<f64> {
    let chars: Vec<char> = text.chars().collect();
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < chars.len() && numbers.len() < 2 {
        if chars[at].is_ascii_digit() {
            let length = length_of_number(&chars[at..]);
            let times = times(&chars[at + length..]);
            numbers.push(value(&chars[at..at + length]) * times);
            at += length;
        } else {
            at += 1;
        }
    }
    numbers
}

/// A number goes on over a mark between digits, as in `1.000` and `2,5`.
fn length_of_number(chars: &[char]) -> usize {
    let goes_on = |at: usize| {
        chars[at].is_ascii_digit()
            || is_mark(chars[at]) && chars.get(at + 1).is_some_and(char::is_ascii_digit)
    };
    (0..chars.len()).take_while(|at| goes_on(*at)).count()
}

fn is_mark(mark: char) -> bool {
    matches!(mark, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}')
}

/// A mark before exactly three last digits groups thousands; any other is a decimal point.
fn value(chars: &[char]) -> f64 {
    let groups: Vec<String> =
        chars.split(|c| is_mark(*c)).map(|group| group.iter().collect::<String>()).collect();
    let thousands = groups.len() > 1 && groups[1..].iter().all(|group| group.len() == 3);
    let text = match groups.split_last() {
        Some((last, before)) if !thousands && groups.len() > 1 => {
            format!("{}.{last}", before.concat())
        }
        _ => groups.concat(),
    };
    text.parse().unwrap_or(0.0)
}

/// What a number is multiplied by, as `k` and `m` say behind it.
fn times(behind: &[char]) -> f64 {
    let word: String =
        behind.iter().skip_while(|c| **c == ' ').take_while(|c| c.is_alphabetic()).collect();
    match word.as_str() {
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
        assert_eq!(amount("over 200"), Some((200.0, f64::INFINITY)));
        assert_eq!(amount("up to 50"), Some((0.0, 50.0)));
        assert_eq!(amount("<10"), Some((0.0, 10.0)));
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
