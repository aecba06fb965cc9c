//! What was read of the segments of the index and serves the next question too.
//!
//! A segment does not change; only leads are refiled out of it. So what was read stays true until
//! they are, and somebody who looks at list after list has it read once.

use super::bits::Bits;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tantivy::columnar::{ColumnIndex, ColumnValues};
use tantivy::index::SegmentId;
use tantivy::{Opstamp, Searcher, SegmentReader, Term};

/// Terms of a segment whose leads are kept; of more they are read each time. A term takes an eighth
/// of a byte for each lead of the segment.
const TERMS_MAX: usize = 64;

/// A column that holds one value for each lead.
pub type Column = Arc<dyn ColumnValues<u64>>;

/// A segment, and since when no lead was refiled out of it.
type Edition = (SegmentId, Option<Opstamp>);

/// The notes of the commit that was last asked about.
#[derive(Default)]
pub struct Notebook(Mutex<HashMap<Edition, Arc<Notes>>>);

impl Notebook {
    /// The notes of these segments, in their order. What belongs to no other is let go.
    pub fn of(&self, searcher: &Searcher) -> Vec<Arc<Notes>> {
        let mut kept = locked(&self.0);
        let of = |reader: &SegmentReader| {
            let key = (reader.segment_id(), reader.delete_opstamp());
            let notes = kept.get(&key).cloned().unwrap_or_else(|| Arc::new(Notes::of(reader)));
            (key, notes)
        };
        let notes: Vec<_> = searcher.segment_readers().iter().map(of).collect();
        *kept = notes.iter().cloned().collect();
        notes.into_iter().map(|(_, notes)| notes).collect()
    }

    /// Lets go of what belongs to no segment of these, and with it of their files.
    pub fn let_go(&self, searcher: &Searcher) {
        let segments = searcher.generation().segments();
        locked(&self.0).retain(|(id, since), _| segments.get(id) == Some(since));
    }
}

/// What was read of one segment: its leads that have not been refiled since, those filed under a
/// term, and its columns.
pub struct Notes {
    alive: Bits,
    filed: Mutex<HashMap<Term, Arc<Bits>>>,
    columns: Mutex<HashMap<&'static str, Column>>,
}

impl Notes {
    fn of(reader: &SegmentReader) -> Self {
        let alive = match reader.alive_bitset() {
            None => Bits::all(reader.max_doc()),
            Some(alive) => {
                let mut bits = Bits::none(reader.max_doc());
                alive.iter_alive().for_each(|document| bits.insert(document));
                bits
            }
        };
        Self { alive, filed: Mutex::default(), columns: Mutex::default() }
    }

    /// The leads that have not been refiled since.
    pub fn alive(&self) -> &Bits {
        &self.alive
    }

    /// The leads filed under a term, those refiled since among them; read where they are not kept.
    pub fn filed_under(
        &self,
        term: &Term,
        read: impl FnOnce() -> tantivy::Result<Bits>,
    ) -> tantivy::Result<Arc<Bits>> {
        if let Some(known) = locked(&self.filed).get(term) {
            return Ok(known.clone());
        }
        let leads = Arc::new(read()?);
        let mut filed = locked(&self.filed);
        if filed.len() < TERMS_MAX {
            filed.insert(term.clone(), leads.clone());
        }
        Ok(leads)
    }

    /// A column that holds one value for each lead.
    pub fn column(&self, reader: &SegmentReader, name: &'static str) -> tantivy::Result<Column> {
        if let Some(known) = locked(&self.columns).get(name) {
            return Ok(known.clone());
        }
        let column = reader.fast_fields().u64(name)?;
        let column = match column.index {
            // Read as it stands, a column is unpacked and compared many values at a time.
            ColumnIndex::Full => column.values,
            _ => column.first_or_default_col(0),
        };
        locked(&self.columns).insert(name, column.clone());
        Ok(column)
    }
}

/// Nothing is left half done where somebody who held it has failed.
fn locked<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::super::{Ask, Paper, Search, SearchFault};
    use std::sync::Arc;

    fn paper(id: u64, stage: &str) -> Paper {
        Paper { id, stage: stage.to_owned(), ..Paper::default() }
    }

    /// How many leads are in a stage.
    fn count(search: &Search, stage: &str) -> Result<usize, SearchFault> {
        Ok(search.finder().find(&Ask { stage: vec![stage.to_owned()], ..Ask::default() })?.total)
    }

    #[test]
    fn what_was_noted_of_leads_ends_when_they_are_refiled() -> Result<(), SearchFault> {
        let mut search = Search::in_memory()?;
        search.put(&[paper(1, "new"), paper(2, "new"), paper(3, "quoted")])?;
        search.commit(1)?;
        assert_eq!((count(&search, "new")?, count(&search, "quoted")?), (2, 1));
        search.put(&[paper(2, "quoted")])?;
        search.commit(2)?;
        assert_eq!((count(&search, "new")?, count(&search, "quoted")?), (1, 2));
        search.remove(&[1])?;
        search.commit(3)?;
        assert_eq!((count(&search, "new")?, count(&search, "quoted")?), (0, 2));
        Ok(())
    }

    #[test]
    fn segments_that_stay_keep_their_notes_and_those_gone_lose_them() -> Result<(), SearchFault> {
        let mut search = Search::in_memory()?;
        search.put(&[paper(1, "new")])?;
        search.commit(1)?;
        let notes = |search: &Search| search.finder().sitting().notes().to_vec();
        let first = notes(&search);
        search.put(&[paper(2, "new")])?;
        search.commit(2)?;
        let second = notes(&search);
        assert!(second.iter().any(|notes| Arc::ptr_eq(notes, &first[0])));
        search.put(&[paper(1, "new"), paper(2, "new")])?;
        search.commit(3)?;
        drop(second);
        assert_eq!(Arc::strong_count(&first[0]), 1, "let go before anybody asks again");
        assert!(!notes(&search).iter().any(|notes| Arc::ptr_eq(notes, &first[0])));
        Ok(())
    }
}
