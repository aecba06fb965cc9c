//! Who enquires: people with a name, a firm, a job, a number and an address.
//!
//! Nobody in here exists. Addresses end in `.example`, and the numbers are the ones Ofcom keeps
//! free for stories.

use super::dice::Dice;
use super::trade::{PLACES, SAINTS, THINGS, TRADES, Trade};

/// Somebody who enquires.
#[derive(Clone)]
pub struct Person {
    pub name: String,
    pub email: String,
    pub phone: String,
    pub company: String,
    /// Empty for somebody who does not say.
    pub role: String,
    pub trade: &'static Trade,
    pub size: i64,
    pub city: &'static str,
    pub postcode: String,
}

impl Person {
    pub fn first_name(&self) -> &str {
        self.name.split(' ').next().unwrap_or_default()
    }

    /// Whether their number is the firm's, and not the mobile in their pocket.
    pub fn has_switchboard(&self) -> bool {
        !self.phone.starts_with("07")
    }
}

/// The person with this number. No two share an address or a telephone.
pub fn person(nth: usize, dice: &mut Dice) -> Person {
    let shares: Vec<(usize, u64)> =
        TRADES.iter().enumerate().map(|(place, trade)| (place, trade.share)).collect();
    let trade = &TRADES[dice.weighted(&shares)];
    let (first, last) = (dice.one_of(&FIRST_NAMES), dice.one_of(&LAST_NAMES));
    let (city, area) = dice.one_of(&PLACES);
    let company = firm(trade, last, city, dice);
    let domain = domain(&company, nth, dice);
    Person {
        name: format!("{first} {last}"),
        email: format!("{}@{domain}", mailbox(first, last, dice)),
        phone: phone(nth),
        role: role(trade, dice),
        size: dice.between(trade.size.0, trade.size.1),
        postcode: format!("{area} {}{}", dice.below(9) + 1, dice.one_of(&["AB", "DQ", "JT", "NH"])),
        company,
        trade,
        city,
    }
}

/// Somebody else at the same firm, who is reached through the same switchboard.
pub fn colleague(of: &Person, dice: &mut Dice) -> Person {
    let (first, last) = (dice.one_of(&FIRST_NAMES), dice.one_of(&LAST_NAMES));
    let domain = of.email.rsplit('@').next().unwrap_or_default();
    Person {
        name: format!("{first} {last}"),
        email: format!("{}@{domain}", mailbox(first, last, dice)),
        role: role(of.trade, dice),
        ..of.clone()
    }
}

fn mailbox(first: &str, last: &str, dice: &mut Dice) -> String {
    let first = first.to_lowercase();
    match dice.below(3) {
        0 => first,
        1 => format!("{first}.{}", plain(last)),
        _ => format!("{}.{}", &first[..1], plain(last)),
    }
}

fn firm(trade: &Trade, family: &str, city: &str, dice: &mut Dice) -> String {
    let family = if dice.chance(40) { family } else { dice.one_of(&LAST_NAMES) };
    dice.one_of(trade.firms)
        .replace("{place}", city)
        .replace("{family}", family)
        .replace("{thing}", dice.one_of(&THINGS))
        .replace("{saint}", dice.one_of(&SAINTS))
}

/// A domain for the firm: firms of one name are apart, and a few are the same firm once more.
fn domain(company: &str, nth: usize, dice: &mut Dice) -> String {
    let name = plain(company);
    if dice.chance(4) { format!("{name}.example") } else { format!("{name}{nth}.example") }
}

fn role(trade: &Trade, dice: &mut Dice) -> String {
    let role = match dice.below(100) {
        0..30 => dice.one_of(trade.heads),
        30..62 => dice.one_of(trade.managers),
        62..70 => dice.one_of(&["Office Assistant", "Student", "Trainee", "Caretaker"]),
        _ => "",
    };
    role.to_owned()
}

/// Letters of a name as they stand in an address.
pub fn plain(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|letter| letter.to_ascii_lowercase()).collect()
}

/// Ranges that no customer has, each with a thousand numbers; the first is of mobiles.
const RANGES: [&str; 10] = [
    "07700 900",
    "0113 496 0",
    "0114 496 0",
    "0161 496 0",
    "0191 498 0",
    "01632 960",
    "020 7946 0",
    "0121 496 0",
    "0151 496 0",
    "0115 496 0",
];

/// Two in five have a mobile, as far as there are numbers for stories; the first 200 are kept for
/// people with a part of their own.
fn phone(nth: usize) -> String {
    let (group, place) = (nth / 5, nth % 5);
    let (range, number) = match place {
        0 | 1 => (0, 200 + (2 * group + place) * 7 % 800),
        _ => (1 + (group + place) % (RANGES.len() - 1), (group * 3 + place - 2) * 7 % 1000),
    };
    format!("{}{number:03}", RANGES[range])
}

#[rustfmt::skip]
const FIRST_NAMES: [&str; 84] = [
    "Aisha", "Alan", "Alison", "Amir", "Andrew", "Angela", "Anita", "Ben", "Beth", "Bilal",
    "Callum", "Carol", "Catherine", "Chloe", "Claire", "Craig", "Dafydd", "Daniel", "Deborah", "Derek",
    "Donna", "Edward", "Eleanor", "Emma", "Eve", "Farah", "Fiona", "Frank", "Gareth", "Gemma",
    "George", "Gillian", "Graham", "Hannah", "Harpreet", "Helen", "Ian", "Imran", "Isla", "Jack",
    "James", "Jane", "Jasmine", "Jonathan", "Joyce", "Karen", "Kate", "Keith", "Kwame", "Laura",
    "Lee", "Linda", "Lucy", "Malcolm", "Marek", "Margaret", "Martin", "Megan", "Mohammed", "Naomi",
    "Neil", "Nicola", "Nikhil", "Oliver", "Olu", "Patrick", "Paul", "Peter", "Rachel", "Rebecca",
    "Rhys", "Robert", "Ruby", "Samir", "Sandra", "Sarah", "Shabnam", "Simon", "Siobhan", "Steven",
    "Susan", "Tariq", "Yusuf", "Zoe",
];

#[rustfmt::skip]
const LAST_NAMES: [&str; 96] = [
    "Abbott", "Adeleke", "Ahmed", "Allen", "Armitage", "Ashworth", "Bailey", "Barker", "Barraclough", "Begum",
    "Bell", "Bennett", "Booth", "Bradley", "Brook", "Burrows", "Campbell", "Chadwick", "Chapman", "Chaudhry",
    "Clegg", "Collins", "Cooper", "Crossley", "Dawson", "Dhillon", "Dixon", "Dyson", "Edwards", "Ellison",
    "Evans", "Fairclough", "Farrow", "Fielding", "Firth", "Fletcher", "Foster", "Gill", "Graham", "Greenwood",
    "Haigh", "Hanson", "Hargreaves", "Harrison", "Hartley", "Hewitt", "Hirst", "Holroyd", "Hudson", "Hughes",
    "Hussain", "Iqbal", "Jagger", "Jenkins", "Kaur", "Kershaw", "Khan", "Kowalski", "Lister", "Lockwood",
    "Longbottom", "Marsden", "Mistry", "Mitchell", "Naylor", "Nowak", "Nuttall", "Okafor", "Oldroyd", "Osborne",
    "Parkin", "Patel", "Pickles", "Pollard", "Priestley", "Ramsden", "Rashid", "Rhodes", "Robertshaw", "Rowe",
    "Sadiq", "Schofield", "Shaw", "Singh", "Stead", "Sutcliffe", "Sykes", "Tempest", "Thornton", "Turner",
    "Wadsworth", "Walker", "Ward", "Whitaker", "Wilkinson", "Wood",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::profile::phone_normal;
    use std::collections::BTreeSet;

    #[test]
    fn nobody_shares_an_address_or_a_telephone_and_nobody_can_be_reached() {
        let mut dice = Dice::new(7);
        let people: Vec<Person> = (0..2_000).map(|nth| person(nth, &mut dice)).collect();
        let phones: BTreeSet<_> =
            people.iter().map(|one| phone_normal(&one.phone, "GB").expect("a number")).collect();
        assert_eq!(phones.len(), people.len());
        assert!(people.iter().all(|one| one.email.ends_with(".example")));
        let mails: BTreeSet<_> = people.iter().map(|one| &one.email).collect();
        assert!(mails.len() > 1_990, "{}", mails.len());
    }
}
