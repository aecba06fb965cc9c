//! What a deal is worth, as people and spreadsheets write it.

/// Signs and codes that may stand beside an amount.
const SIGNS: [char; 3] = ['£', '€', '$'];

/// An amount in minor units: `12,500`, `12.500,50 €`, `88000.00`, `GBP 900`; `None` for anything
/// else. A mark before exactly three digits groups thousands, any other is a decimal point.
pub(super) fn minor(text: &str) -> Option<i64> {
    let plain: String =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’')).collect();
    let beside = |c: char| c.is_ascii_alphabetic() || SIGNS.contains(&c);
    let number = plain.trim_matches(beside);
    if !is_currency(&plain.replacen(number, "", 1)) {
        return None;
    }
    let decimals = number.rfind(MARKS).filter(|at| number.len() - at != 4);
    let (whole, rest) = decimals.map_or((number, ""), |at| (&number[..at], &number[at + 1..]));
    let groups: Vec<&str> = whole.split(MARKS).collect();
    let is_grouped = groups.len() == 1
        || (1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3);
    if !is_grouped || rest.len() > 2 || decimals.is_some() && rest.is_empty() {
        return None;
    }
    let digits = groups.concat() + &format!("{rest:0<2}");
    let are_digits = digits.len() > 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| are_digits)
}

const MARKS: [char; 2] = ['.', ','];

/// Whether what stands beside a number is nothing, a sign, or a code of three letters.
fn is_currency(beside: &str) -> bool {
    let is_code = beside.len() == 3 && beside.bytes().all(|byte| byte.is_ascii_uppercase());
    beside.is_empty() || is_code || SIGNS.iter().any(|sign| beside.chars().eq([*sign]))
}

#[cfg(test)]
mod tests {
    use super::minor;

    #[test]
    fn amounts_are_read_in_every_way_they_are_written() {
        for (text, pennies) in [
            ("88000.00", 8_800_000),
            ("88000", 8_800_000),
            ("88,000", 8_800_000),
            ("£88,000.50", 8_800_050),
            ("88.000,5 €", 8_800_050),
            ("GBP 1 250 000", 125_000_000),
            ("1'200 CHF", 120_000),
            ("0.05", 5),
            ("0", 0),
        ] {
            assert_eq!(minor(text), Some(pennies), "{text}");
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
            "1,2345",
            "5.",
            ".5",
            "£",
            "99999999999999999999",
        ] {
            assert_eq!(minor(text), None, "{text}");
        }
    }
}
