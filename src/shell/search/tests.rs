//! What somebody who searches may rely on, from the first letter to the last page.

use super::*;
use std::error::Error;
use tempfile::TempDir;

type Outcome = Result<(), Box<dyn Error>>;

fn paper(id: u64, who: &str) -> Paper {
    Paper {
        id,
        who: who.to_owned(),
        fate: "open".to_owned(),
        created: id as i64 * 1_000,
        next_at: i64::MAX,
        ..Paper::default()
    }
}

fn house(papers: &[Paper]) -> Result<Search, SearchFault> {
    let mut search = Search::in_memory()?;
    search.put(papers)?;
    search.commit(papers.len() as u64)?;
    Ok(search)
}

fn typed(text: &str) -> Ask {
    Ask { text: text.to_owned(), ..Ask::default() }
}

fn ids(search: &Search, ask: &Ask) -> Result<Vec<u64>, SearchFault> {
    Ok(search.finder().find(ask)?.ids.into_iter().map(|(_, id)| id).collect())
}

/// All pages of a question, one after another.
fn pages(search: &Search, ask: &Ask) -> Result<Vec<u64>, SearchFault> {
    let mut ask = ask.clone();
    let mut seen = Vec::new();
    loop {
        let found = search.finder().find(&ask)?;
        seen.extend(found.ids.iter().map(|(_, id)| *id));
        ask.after = found.next;
        if found.next.is_none() {
            return Ok(seen);
        }
    }
}

/// All pages of a question, from the last one back to the first.
fn backwards(search: &Search, ask: &Ask) -> Result<Vec<u64>, SearchFault> {
    let mut ask = Ask { after: Some(Cursor { value: 0, id: 0 }), back: true, ..ask.clone() };
    let mut seen = Vec::new();
    loop {
        let found = search.finder().find(&ask)?;
        seen.extend(found.ids.iter().rev().map(|(_, id)| *id));
        ask.after = found.previous;
        if found.previous.is_none() {
            seen.reverse();
            return Ok(seen);
        }
    }
}

#[test]
fn a_lead_is_found_letter_by_letter() -> Outcome {
    let search = house(&[paper(1, "Maya Brandt maya@brandt-dach.de Köln 50667")])?;
    let typing = "maya brandt-dach 50667";
    for end in 1..=typing.len() {
        assert_eq!(ids(&search, &typed(&typing[..end]))?, [1], "{}", &typing[..end]);
    }
    assert_eq!(ids(&search, &typed("brandt maya"))?, [1]);
    assert_eq!(ids(&search, &typed("maya x"))?, [0; 0]);
    Ok(())
}

#[test]
fn accents_and_their_spellings_make_no_difference() -> Outcome {
    let search = house(&[paper(1, "Müller"), paper(2, "Mueller"), paper(3, "Muller")])?;
    for text in ["Müller", "Mueller", "muller", "MÜLL", "mue"] {
        assert_eq!(ids(&search, &typed(text))?, [3, 2, 1], "{text}");
    }
    Ok(())
}

#[test]
fn a_company_is_found_by_its_umlauts_or_without() -> Outcome {
    let search = house(&[paper(1, "Jörg Weiß Gebrüder Schäfer Straßenbau GmbH & Co. KG")])?;
    for text in ["schäfer", "schaefer", "schafer", "strassenb", "straßenb", "gebrueder weiss"] {
        assert_eq!(ids(&search, &typed(text))?, [1], "{text}");
    }
    Ok(())
}

#[test]
fn a_typo_is_forgiven_from_four_letters_on() -> Outcome {
    let search = house(&[paper(1, "Brandt"), paper(2, "Lee")])?;
    for text in ["brnadt", "brant", "brandtt", "bramd", "xrand"] {
        assert_eq!(ids(&search, &typed(text))?, [1], "{text}");
    }
    assert_eq!(ids(&search, &typed("lxe"))?, [0; 0]);
    Ok(())
}

#[test]
fn a_typo_is_forgiven_only_where_exact_found_few_and_comes_last() -> Outcome {
    let mut papers = vec![paper(99, "Brandl")];
    papers.extend((1..=4).map(|id| paper(id, "Brandt")));
    assert_eq!(ids(&house(&papers)?, &typed("brandt"))?, [4, 3, 2, 1, 99]);
    papers.extend((5..=10).map(|id| paper(id, "Brandt")));
    assert_eq!(house(&papers)?.finder().find(&typed("brandt"))?.total, 10);
    Ok(())
}

#[test]
fn a_number_is_found_by_any_piece_of_it() -> Outcome {
    let lead = Paper { phones: "4915112345678 49301234".to_owned(), ..paper(1, "Maya") };
    let search = house(&[lead, paper(2, "Jonas 10115")])?;
    let pieces = ["345", "5678", "0151 123", "+49 (0)151-123", "004915112345678", "maya 0301"];
    for text in pieces {
        assert_eq!(ids(&search, &typed(text))?, [1], "{text}");
    }
    assert_eq!(ids(&search, &typed("78"))?, [0; 0]);
    assert_eq!(ids(&search, &typed("0159"))?, [0; 0]);
    assert_eq!(ids(&search, &typed("1011"))?, [2]);
    Ok(())
}

#[test]
fn a_lead_is_found_first_by_the_number_it_shows() -> Outcome {
    let search = house(&[12, 13, 14].map(|id| paper(id, "Jonas Leeds 12345")))?;
    for text in ["L-12", "l-12", "#12", " 12 "] {
        assert_eq!(ids(&search, &typed(text))?, [12, 14, 13], "{text}");
    }
    assert!(ids(&search, &Ask { fate: vec!["won".to_owned()], ..typed("L-12") })?.is_empty());
    Ok(())
}

#[test]
fn what_was_written_is_found_after_who_they_are() -> Outcome {
    let wrote = |id, text: &str| Paper { text: text.to_owned(), ..paper(id, "Jonas") };
    let search = house(&[paper(1, "Dach GmbH"), wrote(2, "Unser Dach ist undicht")])?;
    assert_eq!(ids(&search, &typed("dach"))?, [1, 2]);
    assert_eq!(ids(&search, &typed("unser dach ist und"))?, [2]);
    assert_eq!(ids(&search, &typed("jonas undicht"))?, [2]);
    assert_eq!(ids(&search, &typed("undi dach"))?, [0; 0]);
    Ok(())
}

#[test]
fn a_list_is_narrowed_by_every_filter() -> Outcome {
    let lead = Paper {
        owner: "maya".to_owned(),
        stage: "new".to_owned(),
        tier: 3,
        source: "web_form".to_owned(),
        flags: vec!["incomplete".to_owned(), "breached".to_owned()],
        ..paper(1, "Jonas")
    };
    let search = house(&[lead, paper(2, "Jonas")])?;
    let some = |value: &str| vec![value.to_owned()];
    let flags = |flags: &[&str]| flags.iter().map(|flag| flag.to_string()).collect();
    let narrowed = [
        Ask { owner: some("maya"), ..Ask::default() },
        Ask { stage: some("new"), ..typed("jon") },
        Ask { tier: vec![3], ..Ask::default() },
        Ask { source: some("web_form"), fate: some("open"), ..Ask::default() },
        Ask { flags: flags(&["breached", "incomplete"]), ..Ask::default() },
    ];
    for ask in narrowed {
        assert_eq!(ids(&search, &ask)?, [1], "{ask:?}");
    }
    assert_eq!(ids(&search, &Ask { owner: some(""), ..Ask::default() })?, [2]);
    assert_eq!(ids(&search, &Ask { owner: some("may"), ..Ask::default() })?, [0; 0]);
    assert_eq!(
        ids(&search, &Ask { flags: flags(&["late", "breached"]), ..Ask::default() })?,
        [0; 0]
    );
    assert_eq!(ids(&search, &Ask { fate: some("open"), ..Ask::default() })?, [2, 1]);
    let either = vec![String::new(), "maya".to_owned()];
    assert_eq!(ids(&search, &Ask { owner: either, ..Ask::default() })?, [2, 1]);
    Ok(())
}

#[test]
fn a_list_is_narrowed_to_what_lies_within_numbers() -> Outcome {
    let lead = |id, score, touched, value| Paper { score, touched, value, ..paper(id, "x") };
    let search = house(&[lead(1, 10, 100, 0), lead(2, 50, 300, 700), lead(3, 90, 200, 900)])?;
    let found = |ask: Ask| ids(&search, &ask);
    assert_eq!(found(Ask { score_from: Some(50), ..Ask::default() })?, [3, 2]);
    assert_eq!(found(Ask { touched_before: Some(300), ..Ask::default() })?, [3, 1]);
    assert_eq!(found(Ask { touched_before: Some(50), ..Ask::default() })?, [0; 0], "none so early");
    let between = Ask { touched_from: Some(200), touched_before: Some(300), ..Ask::default() };
    assert_eq!(found(between)?, [3]);
    assert_eq!(found(Ask { created_from: Some(2_000), ..Ask::default() })?, [3, 2]);
    assert_eq!(
        found(Ask { score_from: Some(50), touched_before: Some(0), ..Ask::default() })?,
        [0; 0]
    );
    let by = |sort, turned| found(Ask { sort, turned, ..Ask::default() });
    assert_eq!(by(Sort::LastTouch, false)?, [2, 3, 1]);
    assert_eq!(by(Sort::LastTouch, true)?, [1, 3, 2]);
    assert_eq!(by(Sort::Value, false)?, [3, 2, 1]);
    assert_eq!(by(Sort::Value, true)?, [2, 3, 1]);
    Ok(())
}

#[test]
fn a_list_is_narrowed_to_facts_that_lie_between_two_ends() -> Outcome {
    let lead = |id, facts: &[(&str, &str)], value| Paper {
        measures: facts.iter().filter_map(|(key, said)| measured(key, measure(said)?)).collect(),
        value,
        ..paper(id, "x")
    };
    let search = house(&[
        lead(1, &[("size", "9"), ("due", "2026-05-30")], 0),
        lead(2, &[("size", "10"), ("due", "2026-06-01")], 700),
        lead(3, &[("size", "-2.5"), ("sizes", "10")], 900),
    ])?;
    let found = |ask: Ask| ids(&search, &ask);
    let between =
        |key, from, to| found(Ask { between: vec![Between::of(key, from, to)], ..Ask::default() });
    assert_eq!(between("size", Some(9.0), None)?, [2, 1]);
    assert_eq!(between("size", None, Some(9.0))?, [3, 1]);
    assert_eq!(between("size", Some(9.5), Some(10.0))?, [2]);
    assert_eq!(between("size", Some(11.0), Some(1.0))?, [0; 0]);
    assert_eq!(between("due", measure("2026-05-31"), None)?, [2]);
    let worth = |text| {
        let found = search.finder().find(&Ask { limit: 1, summed: true, ..typed(text) });
        found.map(|found| found.worth)
    };
    assert_eq!(worth("x")?, Worth { sum: 1_600, leads: 2 });
    assert_eq!(worth("nobody")?, Worth::default());
    assert_eq!(search.finder().find(&typed("x"))?.worth, Worth::default(), "only where asked");
    assert_eq!(found(Ask { worth: Some(1..=700), ..Ask::default() })?, [2]);
    Ok(())
}

#[test]
fn each_order_puts_first_what_it_promises() -> Outcome {
    let lead = |id, created, next_at, score| Paper { created, next_at, score, ..paper(id, "x") };
    let search = house(&[lead(1, 30, i64::MAX, 50), lead(2, -5, 20, 50), lead(3, 20, 10, 90)])?;
    let by = |sort| ids(&search, &Ask { sort, ..Ask::default() });
    assert_eq!(by(Sort::Newest)?, [1, 3, 2]);
    assert_eq!(by(Sort::NextStep)?, [3, 2, 1]);
    assert_eq!(by(Sort::Score)?, [3, 2, 1]);
    Ok(())
}

#[test]
fn pages_follow_one_another_without_gap_or_repeat() -> Outcome {
    let mut search = Search::in_memory()?;
    for batch in 0..5_u64 {
        let papers: Vec<Paper> =
            (batch * 50..batch * 50 + 50)
                .map(|id| Paper { score: id % 7, text: "dach".to_owned(), ..paper(id, "Jonas") })
                .map(|paper| {
                    if paper.id % 3 == 0 {
                        Paper { who: "Dach".to_owned(), ..paper }
                    } else {
                        paper
                    }
                })
                .collect();
        search.put(&papers)?;
        search.commit(batch)?;
    }
    for sort in [Sort::Newest, Sort::NextStep, Sort::Score] {
        for text in ["", "dach"] {
            let ask = Ask { sort, ..typed(text) };
            let whole = pages(&search, &Ask { limit: 200, ..ask.clone() })?;
            assert_eq!(pages(&search, &Ask { limit: 7, ..ask.clone() })?, whole);
            let mut sorted = whole.clone();
            sorted.sort_unstable();
            assert!(sorted.into_iter().eq(0..250));
            assert_eq!(backwards(&search, &Ask { limit: 7, ..ask.clone() })?, whole);
            let turned = pages(&search, &Ask { limit: 7, turned: true, ..ask })?;
            assert_eq!(turned.len(), 250);
        }
    }
    Ok(())
}

#[test]
fn the_order_of_equals_does_not_depend_on_when_they_were_filed() -> Outcome {
    let same = |id| Paper { created: 7, ..paper(id, "Jonas") };
    let mut search = Search::in_memory()?;
    for (seq, id) in [(1, 2), (2, 3), (3, 1), (4, 2)] {
        search.put(&[same(id)])?;
        search.commit(seq)?;
    }
    assert_eq!(ids(&search, &Ask::default())?, [3, 2, 1]);
    Ok(())
}

#[test]
fn a_lead_is_filed_once_and_forgotten_when_removed() -> Outcome {
    let mut search = house(&[paper(1, "Maya"), paper(2, "Jonas")])?;
    search.put(&[paper(1, "Lena"), paper(1, "Lina")])?;
    search.remove(&[2, 7])?;
    assert_eq!(ids(&search, &Ask::default())?, [2, 1], "nothing shows before the commit");
    search.commit(9)?;
    assert_eq!(ids(&search, &Ask::default())?, [1]);
    assert_eq!(ids(&search, &typed("lina"))?, [1]);
    assert_eq!(ids(&search, &typed("may"))?, [0; 0]);
    Ok(())
}

#[test]
fn an_endless_question_is_cut_and_answered() -> Outcome {
    let search = house(&[paper(1, "Maya"), Paper { text: "ß".repeat(9_000), ..paper(2, "x") }])?;
    for text in ["maya ".repeat(2_000), "ab cd ".repeat(1_700), "x".repeat(10_000)] {
        search.finder().find(&typed(&text))?;
    }
    for text in ["9".repeat(10_000), "漢字🙂".repeat(2_500), "~\0\u{301}'".repeat(2_500)] {
        search.finder().find(&typed(&text))?;
    }
    assert_eq!(ids(&search, &typed(&"maya ".repeat(2_000)))?, [1]);
    assert_eq!(ids(&search, &typed(" - "))?, [2, 1], "no words narrow nothing");
    assert!(search.finder().find(&Ask { limit: usize::MAX, ..typed("") })?.ids.len() <= 200);
    Ok(())
}

#[test]
fn an_index_is_read_on_where_it_left_off() -> Outcome {
    let dir = TempDir::new()?;
    let mut search = Search::open(dir.path(), 7)?;
    assert_eq!(search.read_up_to(), 0);
    search.put(&[paper(1, "Maya")])?;
    search.commit(42)?;
    search.put(&[paper(2, "Jonas")])?;
    drop(search);
    let search = Search::open(dir.path(), 7)?;
    assert_eq!(search.read_up_to(), 42);
    assert_eq!(ids(&search, &Ask::default())?, [1]);
    Ok(())
}

#[test]
fn an_index_of_another_epoch_starts_at_nothing() -> Outcome {
    let dir = TempDir::new()?;
    let mut search = Search::open(dir.path(), 7)?;
    search.put(&[paper(1, "Maya")])?;
    search.commit(42)?;
    drop(search);
    let search = Search::open(dir.path(), 8)?;
    assert_eq!((search.read_up_to(), ids(&search, &Ask::default())?.len()), (0, 0));
    Ok(())
}

#[test]
fn a_damaged_index_is_replaced() -> Outcome {
    for damage in ["meta.json", ".managed.json"] {
        let dir = TempDir::new()?;
        Search::open(dir.path(), 7)?.commit(42)?;
        std::fs::write(dir.path().join(damage), b"\0\0{]")?;
        let mut search = Search::open(dir.path(), 7)?;
        assert_eq!(search.read_up_to(), 0, "{damage}");
        search.put(&[paper(1, "Maya")])?;
        search.commit(1)?;
        assert_eq!(ids(&search, &Ask::default())?, [1]);
    }
    Ok(())
}

#[test]
fn an_index_torn_by_a_power_cut_is_replaced() -> Outcome {
    let dir = TempDir::new()?;
    let mut search = Search::open(dir.path(), 7)?;
    search.put(&[paper(1, "Maya")])?;
    search.commit(42)?;
    drop(search);
    of_an_earlier_boot(dir.path())?;
    assert_eq!(Search::open(dir.path(), 7)?.read_up_to(), 42, "whole, it is kept");
    for file in std::fs::read_dir(dir.path())? {
        let path = file?.path();
        if path.extension().is_some_and(|kind| kind == "term") {
            let mut bytes = std::fs::read(&path)?;
            bytes[0] ^= 1;
            std::fs::write(&path, bytes)?;
        }
    }
    assert_eq!(Search::open(dir.path(), 7)?.read_up_to(), 0);
    Ok(())
}

/// Makes the index one that was written before the machine last started.
fn of_an_earlier_boot(dir: &Path) -> Outcome {
    let meta = dir.join("meta.json");
    let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id")?;
    let text = std::fs::read_to_string(&meta)?;
    assert!(text.contains(boot.trim()));
    std::fs::write(meta, text.replace(boot.trim(), "earlier"))?;
    Ok(())
}

#[test]
fn a_file_where_the_folder_should_be_is_replaced() -> Outcome {
    let dir = TempDir::new()?;
    let path = dir.path().join("index");
    std::fs::write(&path, b"not a folder")?;
    assert_eq!(Search::open(&path, 7)?.read_up_to(), 0);
    Ok(())
}

#[test]
fn an_index_that_somebody_else_writes_is_left_alone() -> Outcome {
    let dir = TempDir::new()?;
    let mut search = Search::open(dir.path(), 7)?;
    search.commit(42)?;
    assert!(Search::open(dir.path(), 7).is_err_and(|fault| fault.is_taken()));
    search.put(&[paper(1, "Maya")])?;
    search.commit(43)?;
    assert_eq!(ids(&search, &Ask::default())?, [1]);
    Ok(())
}

#[test]
fn an_index_ahead_of_the_journal_can_be_cleared() -> Outcome {
    let mut search = house(&[paper(1, "Maya")])?;
    search.clear()?;
    assert_eq!((search.read_up_to(), ids(&search, &Ask::default())?.len()), (0, 0));
    search.put(&[paper(1, "Maya")])?;
    search.commit(1)?;
    assert_eq!(ids(&search, &Ask::default())?, [1]);
    Ok(())
}

#[test]
fn what_was_put_before_a_failure_is_given_up_and_put_again() -> Outcome {
    let mut search = house(&[paper(1, "Maya")])?;
    search.put(&[paper(2, "Jonas")])?;
    search.roll_back();
    search.put(&[paper(3, "Lena")])?;
    search.commit(2)?;
    assert_eq!(ids(&search, &Ask::default())?, [3, 1]);
    Ok(())
}

#[test]
fn a_large_segment_is_written_anew_when_most_of_it_was_refiled() -> Outcome {
    let papers: Vec<Paper> = (1..=10_000).map(|id| paper(id, "Jonas")).collect();
    let mut search = house(&papers)?;
    search.put(&papers[..6_000])?;
    search.commit(2)?;
    search.writer.take().ok_or("there is a writer")?.wait_merging_threads()?;
    let segments = search.index.searchable_segment_metas()?;
    assert_eq!(segments.iter().map(|segment| segment.num_deleted_docs()).sum::<u32>(), 0);
    assert_eq!(segments.iter().map(|segment| segment.num_docs()).sum::<u32>(), 10_000);
    Ok(())
}
