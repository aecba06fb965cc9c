//! How long somebody waits who searches among 100,000 leads.

use divan::Bencher;
use leadstead::shell::search::{Ask, Between, Finder, Paper, Search, Sort, measured};
use std::cell::Cell;
use std::sync::LazyLock;
use tempfile::TempDir;

const LEADS: u64 = 100_000;
const BEGINNINGS: [&str; 20] = [
    "Ber", "Fel", "Gar", "Hof", "Kle", "Lan", "Mül", "Neu", "Ost", "Pet", "Rei", "Sar", "Stein",
    "Tho", "Uhl", "Vog", "Wag", "Wei", "Zim", "Schä",
];
const MIDDLES: [&str; 20] = [
    "a", "ber", "del", "en", "fer", "gen", "hau", "i", "ker", "ler", "man", "ner", "o", "pel",
    "ring", "ser", "ter", "u", "win", "zel",
];
const ENDINGS: [&str; 10] =
    ["bach", "berg", "er", "feld", "hardt", "ke", "mann", "s", "stedt", "wald"];
const FIRMS: [&str; 6] = ["GmbH", "AG", "GmbH & Co. KG", "e.K.", "UG", "Ltd"];
const MAIL: [&str; 4] = ["gmail.com", "web.de", "gmx.net", "outlook.com"];
const STAGES: [&str; 5] = ["new", "contacted", "qualified", "proposal", "negotiation"];

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len() as u64) as usize]
    }

    fn word(&mut self) -> String {
        [self.pick(&BEGINNINGS), self.pick(&MIDDLES), self.pick(&ENDINGS)].concat()
    }

    fn paper(&mut self, id: u64) -> Paper {
        let (first, last, firm, city) = (self.word(), self.word(), self.word(), self.word());
        let phone = format!("49{}", 1_000_000_000 + self.below(9_000_000_000));
        let form = self.pick(&FIRMS);
        let mail = self.pick(&MAIL);
        let postcode = 10_000 + self.below(89_999);
        let words = 10 + self.below(30);
        Paper {
            id,
            who: format!(
                "{first} {last} {firm} {form} {first}.{last}@{mail} {phone} {city} {postcode}"
            ),
            phones: phone,
            text: (0..words).map(|_| self.word()).collect::<Vec<_>>().join(" "),
            owner: format!("mate-{}", self.below(12)),
            stage: self.pick(&STAGES).to_owned(),
            tier: self.below(4),
            score: self.below(101),
            source: format!("source-{}", self.below(8)),
            fate: if self.below(5) == 0 { "lost" } else { "open" }.to_owned(),
            created: 1_700_000_000_000 + id as i64 * 60_000,
            next_at: 1_800_000_000_000 + self.below(1_000_000_000) as i64,
            touched: 1_700_000_000_000 + self.below(1_000_000_000) as i64,
            value: self.below(1_000) * 1_000,
            tags: Vec::new(),
            facts: Vec::new(),
            measures: measured("size", self.below(20_000) as f64).into_iter().collect(),
            flags: Vec::new(),
        }
    }
}

/// A house as it is after a while: read in batches, with leads refiled now and then.
static HOUSE: LazyLock<(Finder, TempDir)> = LazyLock::new(|| {
    let dir = TempDir::new().expect("a temporary folder can be made");
    let mut search = Search::open(dir.path(), 1).expect("an index can be made");
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for batch in 0..LEADS / 5_000 {
        let first = batch * 5_000 + 1;
        let papers: Vec<Paper> = (first..first + 5_000).map(|id| dice.paper(id)).collect();
        search.put(&papers).expect("leads can be put");
        search.commit(first + 4_999).expect("leads can be committed");
    }
    for _ in 0..100 {
        let papers: Vec<Paper> =
            (0..5).map(|_| dice.below(LEADS) + 1).map(|id| Dice(id).paper(id)).collect();
        search.put(&papers).expect("leads can be put");
        search.commit(LEADS).expect("leads can be committed");
    }
    (search.finder(), dir)
});

/// Asks one question after another, of many that are alike.
fn ask(bencher: Bencher, asks: Vec<Ask>) {
    let finder = &HOUSE.0;
    let turn = Cell::new(0);
    bencher
        .with_inputs(|| {
            turn.set((turn.get() + 1) % asks.len());
            &asks[turn.get()]
        })
        .bench_local_refs(|ask| finder.find(ask).expect("the index can be read"));
}

fn typed(texts: impl Iterator<Item = String>) -> Vec<Ask> {
    texts.map(|text| Ask { text, limit: 20, ..Ask::default() }).collect()
}

fn names() -> impl Iterator<Item = String> {
    let mut dice = Dice(7);
    std::iter::repeat_with(move || dice.word()).take(100)
}

#[divan::bench(args = [1, 2, 3, 5], sample_count = 300)]
fn as_you_type(bencher: Bencher, letters: usize) {
    ask(bencher, typed(names().map(|name| name.chars().take(letters).collect())));
}

#[divan::bench(sample_count = 300)]
fn two_words(bencher: Bencher) {
    ask(bencher, typed(names().map(|name| format!("{name} gm"))));
}

#[divan::bench(sample_count = 300)]
fn a_letter_wrong(bencher: Bencher) {
    ask(bencher, typed(names().map(|name| name.replacen(['a', 'e'], "x", 1))));
}

#[divan::bench(sample_count = 300)]
fn a_word_of_every_lead(bencher: Bencher) {
    ask(bencher, typed(["gmbh", "com", "gm"].into_iter().map(str::to_owned)));
}

#[divan::bench(args = [3, 4, 7], sample_count = 300)]
fn piece_of_a_number(bencher: Bencher, digits: usize) {
    let mut dice = Dice(7);
    let pieces = std::iter::repeat_with(|| format!("{:010}", dice.below(10_000_000_000)));
    ask(bencher, typed(pieces.map(|piece| piece[..digits].to_owned()).take(100)));
}

#[divan::bench(args = [Sort::Newest, Sort::NextStep, Sort::Score], sample_count = 300)]
fn open_leads_of_an_owner(bencher: Bencher, sort: Sort) {
    let of = |owner| Ask {
        owner: vec![format!("mate-{owner}")],
        fate: vec!["open".to_owned()],
        sort,
        ..Ask::default()
    };
    ask(bencher, (0..12).map(of).collect());
}

#[divan::bench(sample_count = 300)]
fn all_leads(bencher: Bencher) {
    ask(bencher, vec![Ask::default()]);
}

#[divan::bench(sample_count = 300)]
fn all_leads_and_their_worth(bencher: Bencher) {
    ask(bencher, vec![Ask { summed: true, ..Ask::default() }]);
}

#[divan::bench(args = [100, 10_000], sample_count = 300)]
fn sizes_between(bencher: Bencher, width: u32) {
    let from = |from: u32| Between::of("size", Some(from.into()), Some((from + width).into()));
    let of = |nth: u32| Ask { between: vec![from(nth * 900)], ..Ask::default() };
    ask(bencher, (0..10).map(of).collect());
}

fn main() {
    let began = std::time::Instant::now();
    LazyLock::force(&HOUSE);
    println!("{LEADS} leads read in {:.1} s", began.elapsed().as_secs_f64());
    divan::main();
}

/// The counts over the list of leads, as its tabs show them, and the list itself.
#[divan::bench(args = [Sort::Newest, Sort::LastTouch, Sort::Value], sample_count = 300)]
fn a_list_and_its_tabs(bencher: Bencher, sort: Sort) {
    let open = || Ask { fate: vec!["open".to_owned()], limit: 0, ..Ask::default() };
    let tabs = [
        open(),
        Ask { owner: vec!["mate-1".to_owned()], ..open() },
        Ask { flags: vec!["unanswered".to_owned()], ..open() },
        Ask { tier: vec![2, 3], ..open() },
        Ask { touched_before: Some(1_700_000_000_000 + 700_000_000), ..open() },
        Ask { flags: vec!["no_next_step".to_owned()], ..open() },
        Ask { limit: 50, sort, score_from: Some(40), ..open() },
    ];
    bencher.bench_local(|| {
        let sitting = HOUSE.0.sitting();
        tabs.each_ref().map(|tab| sitting.find(tab).expect("the index can be read").total)
    });
}
