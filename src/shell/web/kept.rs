//! What a page has reckoned, kept until it would come out differently.
//!
//! A bounded number of results, each with what it was reckoned for. One is reckoned at a time, and
//! whoever asked meanwhile finds it here. What is found holds up nobody.

use std::collections::VecDeque;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};

/// Results of one kind.
pub struct Kept<K, T> {
    most: usize,
    results: Mutex<VecDeque<(K, Arc<T>)>>,
    turn: tokio::sync::Mutex<()>,
}

impl<K: Clone, T> Kept<K, T> {
    /// Keeps so many results; the oldest goes first.
    pub fn at_most(most: usize) -> Kept<K, T> {
        Kept { most, results: Mutex::default(), turn: tokio::sync::Mutex::default() }
    }

    /// The result whose key still fits, else what is reckoned now for this key.
    pub async fn get<E>(
        &self,
        key: K,
        fits: impl Fn(&K) -> bool,
        reckon: impl Future<Output = Result<T, E>>,
    ) -> Result<Arc<T>, E> {
        if let Some(found) = self.find(&fits) {
            return Ok(found);
        }
        let _turn = self.turn.lock().await;
        if let Some(found) = self.find(&fits) {
            return Ok(found);
        }
        let result = Arc::new(reckon.await?);
        let mut results = self.results.lock().unwrap_or_else(PoisonError::into_inner);
        results.push_front((key, result.clone()));
        results.truncate(self.most);
        Ok(result)
    }

    fn find(&self, fits: impl Fn(&K) -> bool) -> Option<Arc<T>> {
        let results = self.results.lock().unwrap_or_else(PoisonError::into_inner);
        results.iter().find(|(key, _)| fits(key)).map(|(_, result)| result.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    async fn double(kept: &Kept<u32, u32>, of: u32, times: &Cell<u32>) -> u32 {
        let reckon = async {
            times.set(times.get() + 1);
            Ok::<_, ()>(2 * of)
        };
        *kept.get(of, |key| *key == of, reckon).await.expect("no fault")
    }

    #[tokio::test]
    async fn what_still_fits_is_not_reckoned_again_and_the_oldest_goes_first() {
        let (kept, times) = (Kept::at_most(2), Cell::new(0));
        for of in [1, 2, 2, 1] {
            assert_eq!(double(&kept, of, &times).await, 2 * of);
        }
        assert_eq!(times.get(), 2);
        double(&kept, 3, &times).await;
        double(&kept, 2, &times).await;
        assert_eq!(times.get(), 3);
        double(&kept, 1, &times).await;
        assert_eq!(times.get(), 4);
    }

    #[tokio::test]
    async fn a_fault_is_not_kept() {
        let kept = Kept::<u32, u32>::at_most(2);
        assert_eq!(kept.get(1, |_| true, async { Err("ill") }).await, Err("ill"));
        assert_eq!(kept.get(1, |_| true, async { Ok::<_, &str>(2) }).await, Ok(Arc::new(2)));
    }
}
