//! People who do not exist, as many as are wanted: the nth is always the same, and no two share an
//! address or a number.

use std::fmt::Write;

const BEGINNINGS: [&str; 16] = [
    "Ber", "Fel", "Gar", "Hof", "Kle", "Lan", "Mor", "Neu", "Ost", "Pet", "Rei", "Sar", "Stein",
    "Tho", "Vog", "Zim",
];
const MIDDLES: [&str; 16] = [
    "a", "ber", "del", "en", "fer", "gen", "hau", "ker", "ler", "man", "ner", "pel", "ring", "ter",
    "win", "zel",
];
const ENDINGS: [&str; 8] = ["bach", "berg", "feld", "hardt", "mann", "stedt", "wald", "er"];
const FORMS: [&str; 4] = ["GmbH", "AG", "Ltd", "UG"];

/// Firms with an address of their own; each has twenty people in a house of 100,000 leads.
const FIRMS: u64 = 5_000;

/// Words of a message.
const WORDS: u64 = 24;

/// Somebody who writes to a house.
pub struct Person {
    pub name: String,
    pub email: String,
    pub phone: String,
    pub company: String,
    pub city: String,
    pub message: String,
}

impl Person {
    /// The nth person.
    pub fn nth(n: u64) -> Person {
        let mut dice = Dice::of(n);
        let mut firm = Dice::of(n % FIRMS + (1 << 40));
        let firm_name = firm.word();
        let domain = format!("{}{}.example", firm_name.to_lowercase(), n % FIRMS);
        let (first, last) = (dice.word(), dice.word());
        let mut message = String::from("Please send a quote.");
        for _ in 0..WORDS {
            let _ = write!(message, " {}", dice.word());
        }
        Person {
            name: format!("{first} {last}"),
            email: format!("{}.{n}@{domain}", first.to_lowercase()),
            phone: format!("+4930{:08}", 10_000_000 + n),
            company: format!("{firm_name} {}", firm.pick(&FORMS)),
            city: firm.word(),
            message,
        }
    }

    /// What they say, as JSON. All of it is letters and digits, so nothing needs escaping.
    pub fn json(&self) -> String {
        let Person { name, email, phone, company, city, message } = self;
        format!(
            "{{\"name\":\"{name}\",\"email\":\"{email}\",\"phone\":\"{phone}\",\
             \"company\":\"{company}\",\"city\":\"{city}\",\"message\":\"{message}\"}}"
        )
    }
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    /// Neighbouring seeds are spread apart first, or neighbours would be called alike.
    fn of(seed: u64) -> Dice {
        let mixed = (seed + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        Dice((mixed ^ (mixed >> 31)) | 1)
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        of[(self.0 % of.len() as u64) as usize]
    }

    fn word(&mut self) -> String {
        [self.pick(&BEGINNINGS), self.pick(&MIDDLES), self.pick(&ENDINGS)].concat()
    }
}
