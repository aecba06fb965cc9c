use leadstead::shell::demo::{self, Year};
use leadstead::lead::*;
use std::collections::BTreeMap;
use std::time::Instant;
#[global_allocator]
static A: mimalloc::MiMalloc = mimalloc::MiMalloc;
fn main() {
    let leads: usize = std::env::args().nth(1).map_or(2000, |n| n.parse().unwrap());
    let day: jiff::civil::Date = std::env::args().nth(2).map_or("2026-05-12", |_| "x").parse().unwrap_or_else(|_| std::env::args().nth(2).unwrap().parse().unwrap());
    let year = Year { leads, last: day };
    let t = Instant::now();
    let lived = demo::live(&year).unwrap();
    println!("lived {:?}, refused {}", t.elapsed(), lived.refused);
    let t = Instant::now();
    let path = std::path::Path::new("/tmp/demo-scratch.redb");
    let _ = std::fs::remove_file(path);
    let rows = lived.house.store.backup(path).unwrap();
    println!("backup {:?} rows {rows} bytes {}", t.elapsed(), std::fs::metadata(path).unwrap().len());
    if std::env::args().nth(3).as_deref() == Some("quick") { return; }
    let reading = lived.house.store.read().unwrap();
    let entries = reading.entries_after(0, usize::MAX).unwrap();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut owners: BTreeMap<String, usize> = BTreeMap::new();
    for e in &entries {
        let d = format!("{:?}", e.event);
        let k: String = d.chars().take_while(|c| c.is_alphanumeric()).collect();
        *kinds.entry(k).or_default() += 1;
    }
    println!("entries {}", entries.len());
    for (k, n) in &kinds { println!("  {k} {n}"); }
    let mut after = LeadId(0);
    let (mut n, mut tiers, mut fates, mut stages, mut src): (usize, BTreeMap<String, usize>, BTreeMap<String, usize>, BTreeMap<String, usize>, BTreeMap<String, [usize; 3]>) = Default::default();
    let mut qualified = std::collections::BTreeSet::new();
    for e in &entries { if let (Event::StageMoved { to, .. }, Subject::Lead(id)) = (&e.event, e.subject) { if !["new", "contacted"].contains(&to.as_str()) { qualified.insert(id); } } }
    let mut initial: BTreeMap<LeadId, Tier> = BTreeMap::new();
    for e in &entries { if let (Event::Scored { tier, .. }, Subject::Lead(id)) = (&e.event, e.subject) { initial.entry(id).or_insert(*tier); } }
    for t in initial.values() { *tiers.entry(format!("{t:?}")).or_default() += 1; }
    let mut resp: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    let mut seqs: BTreeMap<String, usize> = BTreeMap::new();
    loop {
        let ids = reading.lead_ids_after(after, 500).unwrap();
        let Some(last) = ids.last() else { break };
        after = *last;
        for id in ids {
            let lead = reading.lead(id).unwrap().unwrap();
            n += 1;
            *fates.entry(format!("{:?}", lead.fate)).or_default() += 1;
            if lead.is_open() { *stages.entry(lead.stage.clone()).or_default() += 1;
               *owners.entry(lead.owner_id().unwrap_or("-").into()).or_default() += 1;
               *seqs.entry(lead.enrolment.as_ref().map_or("none".into(), |e| e.sequence.clone())).or_default() += 1; }
            let s = src.entry(lead.source.clone()).or_default();
            s[0] += 1; s[1] += qualified.contains(&id) as usize; s[2] += (lead.fate == LeadFate::Won) as usize;
            if let Some(a) = &lead.first_answer { resp.entry(format!("{:?}", initial[&id])).or_default().push(a.at.duration_since(lead.captured_at.unwrap()).as_secs()); }
        }
    }
    println!("leads {n} first tiers {tiers:?}\nfates {fates:?}\nopen stages {stages:?}\nopen owners {owners:?}\nopen sequences {seqs:?}\nqualified {}", qualified.len());
    for (s, [a, q, w]) in &src { println!("  {s}: {a} leads, {:.0}% qualified, {:.1}% won", 100.0 * *q as f64 / *a as f64, 100.0 * *w as f64 / *a as f64); }
    for (t, v) in &mut resp { v.sort(); println!("  {t}: {} answered, median {} s, p90 {} s", v.len(), v[v.len()/2], v[v.len()*9/10]); }
    let t = Instant::now();
    let verdict = lived.house.store.verify(&lived.house.in_force.playbook).unwrap();
    println!("verify {:?} differences {} {:?}", t.elapsed(), verdict.differences, verdict.told);
    let end = lived.house.now;
    let zone = jiff::tz::TimeZone::get("Europe/London").unwrap();
    for who in ["maya", "tom", "priya", "ellis", "ruth"] {
        let waiting = reading.agenda(who, end + jiff::SignedDuration::from_hours(8), 100).unwrap();
        println!("== {who}: {}", waiting.len());
        for w in waiting.iter().take(30) {
            let lead = reading.lead(w.lead).unwrap().unwrap();
            let text = lead.tasks.iter().find(|t| t.seq == w.seq).map_or(String::new(), |t| t.text.chars().take(50).collect());
            println!("  {} {:?} {} {} ({}) {} {}: {}", zone.to_datetime(w.at).strftime("%a %d %H:%M:%S"), w.item, lead.score(), lead.tier().key(), lead.profile.name, lead.profile.company, lead.stage, text);
        }
    }
    println!("notices maya {}", reading.notices("maya", 100000).unwrap().len());
}
