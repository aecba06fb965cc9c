//! What breaks down instead of answering, as redb does on some damaged files.
//!
//! Here it becomes a fault like any other. Its last words are kept for the log and shown to nobody.

use super::Fault;
use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    /// Whether a panic on this thread is about to be caught.
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// What broke down said last.
#[derive(Clone, Debug, thiserror::Error)]
#[error(
    "it broke down half-way, so the data file may be damaged. Hold it against the journal with \
     `leadstead verify`; `leadstead restore` puts a backup in its place"
)]
pub struct BrokeDown {
    pub last_words: String,
}

/// Does something that may panic; a panic is a fault and is not printed.
///
/// What it had in its hands may be half done, so let go of that afterwards.
pub fn caught<T>(doing: &'static str, act: impl FnOnce() -> T) -> Result<T, Fault> {
    hush_what_is_caught();
    let outer = IS_CAUGHT.replace(true);
    let done = panic::catch_unwind(AssertUnwindSafe(act));
    IS_CAUGHT.set(outer);
    done.map_err(|panic| Fault::of(doing)(BrokeDown { last_words: last_words(&*panic) }))
}

/// Any other panic is still told by whoever told it before.
fn hush_what_is_caught() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let loud = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !IS_CAUGHT.get() {
                loud(panic);
            }
        }));
    });
}

fn last_words(panic: &(dyn Any + Send)) -> String {
    let said = panic.downcast_ref::<&str>().map(|words| (*words).to_owned());
    said.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_breaks_down_is_a_fault_that_keeps_its_last_words_to_itself() {
        let fault = caught("counting", || panic!("page {} is torn", 7)).map(|(): ()| ());
        let fault = fault.expect_err("it broke down");
        let broken = fault.cause.downcast_ref::<BrokeDown>().expect("it says so");
        assert_eq!(broken.last_words, "page 7 is torn");
        assert!(fault.is_damage() && !fault.to_string().contains("torn"), "{fault}");
        assert_eq!(caught("counting", || 7).ok(), Some(7));
    }
}
