//! Names of people, made comparable: spelling, order, initials and pet names.

use super::line::is_hidden;

/// How much of a name is looked at, in characters.
const NAME_MAX: usize = 300;

/// How many words of a name are compared.
const WORDS_MAX: usize = 8;

/// A name in plain lower-case letters and digits, its words apart by one blank.
pub fn name_normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len().min(NAME_MAX));
    for c in text.chars().take(NAME_MAX) {
        if c.is_ascii_alphanumeric() {
            normal.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() {
            spell_out(c, &mut normal);
        } else if !is_silent(c) && !normal.ends_with(' ') && !normal.is_empty() {
            normal.push(' ');
        }
    }
    normal.truncate(normal.trim_end().len());
    normal
}

/// Appends a letter of any script in plain ones, as deunicode spells it.
fn spell_out(c: char, normal: &mut String) {
    for c in deunicode::deunicode_char(c).unwrap_or_default().chars() {
        if c.is_ascii_alphanumeric() {
            normal.push(c.to_ascii_lowercase());
        } else if c == ' ' && !normal.ends_with(' ') && !normal.is_empty() {
            normal.push(' ');
        }
    }
}

/// Whether a character sits inside a word without being a letter of its own.
fn is_silent(c: char) -> bool {
    is_hidden(c)
        || matches!(c, '\'' | '’' | '‘' | '`' | '´' | 'ʻ' | '\u{200c}' | '\u{200d}'
            | '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}')
}

/// Whether two names may well be one person's. An unknown name is compatible with any.
///
/// Every word of the shorter name must be found in the longer one, in any order: as it stands, as
/// its initial, cut short, or as a pet name. What is only similar is left for a person to judge.
pub fn names_compatible(a: &str, b: &str) -> bool {
    let (a, b) = (name_normal(a), name_normal(b));
    let (a, b) = (words(&a), words(&b));
    if a.is_empty() || b.is_empty() || a.concat() == b.concat() {
        return true;
    }
    let (shorter, mut longer) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let left: Vec<String> =
        shorter.into_iter().filter(|word| !taken(&mut longer, |other| word == other)).collect();
    left.iter().all(|word| taken(&mut longer, |other| may_be_one(word, other)))
}

/// Takes the first word that fits out of the list, so that no word serves twice.
fn taken(words: &mut Vec<String>, fits: impl Fn(&String) -> bool) -> bool {
    let place = words.iter().position(fits);
    place.map(|place| words.remove(place)).is_some()
}

/// The words of a name that tell people apart, umlauts in either spelling made one.
fn words(normal: &str) -> Vec<String> {
    let telling = normal.split(' ').filter(|word| !word.is_empty() && !TITLES.contains(word));
    let folded = |word: &str| word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    telling.take(WORDS_MAX).map(folded).collect()
}

fn may_be_one(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let is_initial = short.len() == 1;
    // One letter more is mostly another person: Daniel and Daniela, Martin and Martina.
    let is_cut_short = short.len() >= 3 && long.len() >= short.len() + 2;
    if long.starts_with(short) && (is_initial || is_cut_short) {
        return true;
    }
    PET_NAMES.iter().any(|names| names.contains(&a) && names.contains(&b))
}

const TITLES: [&str; 22] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "herr",
    "frau",
    "hr",
    "fr",
    "dipl",
    "ing",
    "med",
    "phd",
    "mba",
    "sr",
    "sra",
    "mme",
    "monsieur",
    "madame",
];

/// Names that one person goes by, where neither is the beginning of the other.
const PET_NAMES: &[&[&str]] = &[
    &["john", "jon", "jonathan", "johnny", "jack"],
    &["johannes", "hans", "johann", "hannes"],
    &["william", "will", "bill", "billy", "willy", "liam"],
    &["robert", "rob", "bob", "bobby", "robbie", "bert"],
    &["richard", "rich", "rick", "dick", "richie"],
    &["james", "jim", "jimmy", "jamie"],
    &["thomas", "tom", "tommy"],
    &["michael", "mike", "mick", "micha", "michi", "mischa"],
    &["edward", "ed", "eddie", "ted", "ned"],
    &["charles", "charlie", "chuck", "karl", "carl"],
    &["henry", "harry", "heinrich", "heinz"],
    &["joseph", "joe", "josef", "sepp", "jose", "pepe"],
    &["anthony", "tony", "antonio", "anton", "toni"],
    &["alexander", "alex", "sascha", "sandro", "xander"],
    &["matthew", "matt", "matthias", "mathias"],
    &["stephen", "steven", "steve", "stefan", "stephan"],
    &["philip", "phillip", "phil", "philipp"],
    &["david", "dave"],
    &["daniel", "dan", "danny"],
    &["nicholas", "nick", "nicolas", "nikolaus", "klaus", "niko", "nico"],
    &["christopher", "chris", "christoph", "kit"],
    &["christian", "chris"],
    &["christina", "christine", "tina", "chris"],
    &["peter", "pete"],
    &["andrew", "andy", "drew"],
    &["andreas", "andi", "andy"],
    &["lawrence", "larry", "laurence"],
    &["gerald", "gerry", "jerry", "gerard", "gerd"],
    &["benjamin", "ben", "benny"],
    &["francisco", "paco", "francis", "frank", "franz"],
    &["ignacio", "nacho"],
    &["giuseppe", "pino", "beppe"],
    &["elizabeth", "liz", "lisa", "beth", "betty", "elisabeth", "eliza", "lizzie"],
    &["margaret", "maggie", "peggy", "meg", "margarete", "gretel"],
    &["katherine", "catherine", "kate", "kathy", "cathy", "katie", "katharina", "kathrin", "kat"],
    &["susan", "sue", "susanne", "susie", "suzanne"],
    &["rebecca", "becky", "rebekka"],
    &["deborah", "debbie", "debra"],
    &["patricia", "pat", "trish", "patty"],
    &["jennifer", "jen", "jenny"],
    &["victoria", "vicky", "tori"],
    &["barbara", "barb", "babs"],
    &["dorothy", "dot", "dorothea", "dorothee"],
    &["alexandra", "alex", "sandra", "sascha"],
    &["gabriele", "gabi", "gabriela"],
    &["ulrike", "uli", "ulla"],
    &["ulrich", "uli"],
    &["wolfgang", "wolf"],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_plain_letters_and_single_blanks() {
        assert_eq!(name_normal("  Dr.  José-María O’Brien\u{202e} "), "dr jose maria obrien");
        assert_eq!(name_normal("Jose\u{301} Mu\u{308}ller"), "jose muller");
        assert_eq!(name_normal("Łukasz Öztürk"), "lukasz ozturk");
        assert_eq!(name_normal("\u{1f600} !?\u{200f}"), "");
        assert_eq!(name_normal("王小明"), "wang xiao ming");
        assert!(name_normal(&"Ж".repeat(10_000)).len() <= 2 * NAME_MAX);
    }

    #[test]
    fn one_person_is_known_under_several_spellings() {
        for (a, b) in [
            ("Jon Smith", "Jonathan Smith"),
            ("Smith, Jon", "JON SMITH"),
            ("J. Smith", "Jon Smith"),
            ("Jon Peter Smith", "Jon Smith"),
            ("Bob Hall", "Robert Hall"),
            ("Max Weiß", "Maximilian Weiss"),
            ("Jürgen Müller", "Juergen Mueller"),
            ("Frau Dr. Anna Schmidt", "Anna Schmidt"),
            ("Annamaria Rossi", "Anna-Maria Rossi"),
            ("", "Ines Carvalho"),
            ("\u{1f600}", "Ines Carvalho"),
        ] {
            assert!(names_compatible(a, b), "{a} / {b}");
            assert!(names_compatible(b, a), "{b} / {a}");
        }
    }

    #[test]
    fn two_people_are_told_apart() {
        for (a, b) in [
            ("Jon Smith", "Mary Smith"),
            ("J. Smith", "Mary Smith"),
            ("Daniel Rossi", "Daniela Rossi"),
            ("Maria Rossi", "Mario Rossi"),
            ("Jon Smith", "Jon Hall"),
            ("Ines", "Owen"),
        ] {
            assert!(!names_compatible(a, b), "{a} / {b}");
            assert!(!names_compatible(b, a), "{b} / {a}");
        }
    }

    #[test]
    fn a_very_long_name_takes_bounded_work() {
        let crowd = "a b c d e ".repeat(10_000);
        assert!(!names_compatible(&crowd, "Ines Carvalho"));
    }
}
