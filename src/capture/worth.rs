//! What a deal is worth, as people and spreadsheets write it.

/// Signs that may stand beside an amount, each with the currencies it stands for.
const SIGNS: [(char, &[&str]); 3] = [
    ('£', &["GBP"]),
    ('€', &["EUR"]),
    ('$', &["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP"]),
];

/// An amount in minor units of a currency: `12,500`, `12.500,50 €`, `88000.00`, `GBP 900`; `None` for
/// anything else, and for the money of others. A mark before exactly three digits groups thousands,
/// any other is a decimal point; what is smaller than a minor unit is rounded.
pub(super) fn minor(text: &str, currency: &str) -> Option<i64> {
    let plain: String =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’')).collect();
    let is_sign = |c: char| SIGNS.iter().any(|(sign, _)| *sign == c);
    let number = plain.trim_matches(|c: char| c.is_ascii_alphabetic() || is_sign(c));
    if !is_our_money(&plain.replacen(number, "", 1), currency) {
        return None;
    }
    let decimals = number.rfind(MARKS).filter(|at| number.len() - at != 4);
    let (whole, rest) = decimals.map_or((number, ""), |at| (&number[..at], &number[at + 1..]));
    let groups: Vec<&str> = whole.split(MARKS).collect();
    let is_grouped = groups.len() == 1
        || (1..=3).contains(&groups[0].len())
            && !groups[0].starts_with('0')
            && groups[1..].iter().all(|group| group.len() == 3);
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let whole = groups.concat();
    if !is_grouped || !are_digits(&whole) || decimals.is_some() && !are_digits(rest) {
        return None;
    }
    let rest = format!("{rest:0<3}");
    let minor: i64 = (whole + &rest[..2]).parse().ok()?;
    minor.checked_add(i64::from(rest.as_bytes()[2] >= b'5'))
}

const MARKS: [char; 2] = ['.', ','];

/// Whether what stands beside a number is nothing, or the code or sign of a currency.
pub fn is_our_money(beside: &str, currency: &str) -> bool {
    let is_sign =
        |(sign, of): &(char, &[&str])| beside.chars().eq([*sign]) && of.contains(&currency);
    beside.is_empty() || beside.eq_ignore_ascii_case(currency) || SIGNS.iter().any(is_sign)
}

#[cfg(test)]
mod tests {
    use super::minor;

    #[test]
    fn amounts_are_read_in_every_way_they_are_written() {
        for (text, currency, pennies) in [
            ("88000.00", "GBP", 8_800_000),
            ("88000", "GBP", 8_800_000),
            ("88,000", "GBP", 8_800_000),
            ("£88,000.50", "GBP", 8_800_050),
            ("88.000,5 €", "EUR", 8_800_050),
            ("GBP 1 250 000", "GBP", 125_000_000),
            ("1'200 CHF", "CHF", 120_000),
            ("$5,000", "CAD", 500_000),
            ("0.05", "GBP", 5),
            ("0", "GBP", 0),
        ] {
            assert_eq!(minor(text, currency), Some(pennies), "{text}");
        }
    }

    #[test]
    fn a_longer_fraction_is_rounded() {
        for (text, pennies) in [
            ("1190.0000000000002", 119_000),
            ("899.999999", 90_000),
            ("123.1250", 12_313),
            ("1,2345", 123),
            ("1.234,56789", 123_457),
        ] {
            assert_eq!(minor(text, "GBP"), Some(pennies), "{text}");
        }
    }

    #[test]
    fn the_money_of_others_is_none_of_ours() {
        for (text, currency) in
            [("USD 5,000", "GBP"), ("$5,000", "GBP"), ("5.000 €", "CHF"), ("£900", "USD")]
        {
            assert_eq!(minor(text, currency), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_none() {
        for text in [
            "",
            "-5",
            "10k",
            "about 500",
            "12.50.30",
            "88000.000",
            "0.125",
            "5.",
            ".5",
            "£",
            "99999999999999999999",
        ] {
            assert_eq!(minor(text, "GBP"), None, "{text}");
        }
    }
}
