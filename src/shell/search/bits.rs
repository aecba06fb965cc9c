//! A set of leads within one segment of the index, one bit for each.

/// Which of the documents 0, 1, 2, … are in the set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// No document of `size`.
    pub fn none(size: u32) -> Self {
        Self(vec![0; size.div_ceil(64) as usize])
    }

    /// Every document of `size`.
    pub fn all(size: u32) -> Self {
        let mut words = vec![u64::MAX; size.div_ceil(64) as usize];
        if let (Some(last), used @ 1..) = (words.last_mut(), size % 64) {
            *last = (1 << used) - 1;
        }
        Self(words)
    }

    /// Puts a document in; one beyond the size is left out.
    pub fn insert(&mut self, document: u32) {
        if let Some(word) = self.0.get_mut(document as usize / 64) {
            *word |= 1 << (document % 64);
        }
    }

    /// Keeps what is in both.
    pub fn keep(&mut self, other: &Bits) {
        self.combine(other, |mine, theirs| mine & theirs);
    }

    /// Adds what is in the other.
    pub fn add(&mut self, other: &Bits) {
        self.combine(other, |mine, theirs| mine | theirs);
    }

    /// Takes out what is in the other.
    pub fn remove(&mut self, other: &Bits) {
        self.combine(other, |mine, theirs| mine & !theirs);
    }

    fn combine(&mut self, other: &Bits, rule: impl Fn(u64, u64) -> u64) {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine = rule(*mine, *theirs);
        }
    }

    /// How many are in the set.
    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The documents of the set, the last first.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().enumerate().rev().flat_map(|(place, word)| {
            let first = place as u32 * 64;
            let mut left = *word;
            std::iter::from_fn(move || {
                let highest = 63_u32.checked_sub(left.leading_zeros())?;
                left &= !(1 << highest);
                Some(first + highest)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(documents: &[u32]) -> Bits {
        let mut bits = Bits::none(130);
        documents.iter().for_each(|document| bits.insert(*document));
        bits
    }

    #[test]
    fn sets_are_kept_added_and_removed() {
        let (left, right) = (of(&[0, 63, 64, 129]), of(&[63, 65, 129]));
        let after = |rule: fn(&mut Bits, &Bits)| {
            let mut bits = left.clone();
            rule(&mut bits, &right);
            bits.iter().collect::<Vec<_>>()
        };
        assert_eq!(after(Bits::keep), [129, 63]);
        assert_eq!(after(Bits::add), [129, 65, 64, 63, 0]);
        assert_eq!(after(Bits::remove), [64, 0]);
    }

    #[test]
    fn all_ends_at_the_size() {
        for size in [0, 1, 63, 64, 65, 128] {
            assert!(Bits::all(size).iter().eq((0..size).rev()));
            assert_eq!((Bits::all(size).len(), Bits::none(size).len()), (size as usize, 0));
        }
    }
}
