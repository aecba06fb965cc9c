//! What changes while somebody looks: one stream of news a browser, so that a page draws itself anew.
//!
//! A stream says only which lead has news. The page then asks for itself again, and so shows
//! nobody more than they may see. News a browser missed is told when it comes back; if that was
//! too long ago, it is told to load the page anew.

mod ring;

pub use ring::{News, Since};

use super::Web;
use super::guard::Who;
use super::session;
use crate::lead::{LeadId, Seq, TeammateId};
use crate::shell::desk::Desk;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::{self, Reading};
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use ring::Ring;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, watch};
use tokio_stream::wrappers::ReceiverStream;

/// Streams open at once.
const STREAMS_MAX: usize = 500;

/// Between two messages of one stream: four a second.
const PACE: Duration = Duration::from_millis(250);

/// How often a stream that has nothing to tell says that the house is there, see `web/js/line.js`.
const BEAT: Duration = Duration::from_secs(4);

/// How long a stream lasts; then the browser comes back and is asked again who it is.
const STREAM_LASTS: Duration = Duration::from_secs(600);

/// Entries read from the journal at once.
const ENTRIES_AT_ONCE: usize = 512;

/// The news of the house.
pub struct Live {
    ring: Mutex<Ring>,
    /// The last entry that is in the ring.
    told: watch::Sender<Seq>,
    seats: Arc<Semaphore>,
    closing: watch::Sender<bool>,
}

impl Live {
    /// News from an entry on.
    pub fn from(seq: Seq) -> Live {
        Live {
            ring: Mutex::new(Ring::from(seq)),
            told: watch::Sender::new(seq),
            seats: Arc::new(Semaphore::new(STREAMS_MAX)),
            closing: watch::Sender::new(false),
        }
    }

    /// Reads what is written, as it is written, until the desk closes.
    pub async fn follow(self: Arc<Live>, desk: Arc<Desk>) {
        let mut committed = desk.committed();
        loop {
            let (live, from) = (self.clone(), desk.clone());
            let read = tokio::task::spawn_blocking(move || live.catch_up(&from)).await;
            if let Ok(Err(fault)) = read {
                tracing::warn!(%fault, "the news could not be read");
            }
            if committed.changed().await.is_err() {
                return;
            }
        }
    }

    /// Ends every stream, so that the house can close.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }

    /// Streams that are open.
    pub fn streams(&self) -> usize {
        STREAMS_MAX - self.seats.available_permits()
    }

    /// Reads on from the last entry told.
    pub fn catch_up(&self, desk: &Desk) -> Result<(), Error> {
        loop {
            let after = *self.told.borrow();
            let reading = desk.store().read()?;
            let news = read(&reading, after)?;
            let Some(last) = news.last().map(|news| news.seq) else { return Ok(()) };
            let mut ring = self.ring();
            news.into_iter().for_each(|news| ring.push(news));
            drop(ring);
            self.told.send_replace(last);
        }
    }

    /// From which entry on a browser is told. The ring may be a moment behind the page it shows.
    fn begin(&self, desk: &Desk, after: Option<Seq>) -> Seq {
        let (told, written) = (*self.told.borrow(), *desk.committed().borrow());
        after.filter(|after| *after <= told || *after > written).unwrap_or(told)
    }

    fn ring(&self) -> MutexGuard<'_, Ring> {
        self.ring.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The news after an entry. A lead is looked up once, however much is written about it.
fn read(reading: &Reading, after: Seq) -> store::Result<Vec<News>> {
    let mut owners: BTreeMap<u64, Option<TeammateId>> = BTreeMap::new();
    let mut all = reading.headings_after(after, ENTRIES_AT_ONCE, |heading| News {
        seq: heading.seq,
        lead: heading.subject.lead().map(|id| id.0),
        kind: heading.kind.0.to_owned(),
        owner: None,
    })?;
    for news in &mut all {
        let Some(lead) = news.lead else { continue };
        let known = match owners.entry(lead) {
            Entry::Occupied(known) => known,
            Entry::Vacant(new) => {
                new.insert_entry(reading.summary(LeadId(lead))?.and_then(|row| row.owner))
            }
        };
        news.owner.clone_from(known.get());
    }
    Ok(all)
}

/// From where a browser wants to hear, when it opens its first stream.
#[derive(Deserialize)]
pub struct Begin {
    after: Option<Seq>,
}

/// `GET /live`
pub async fn stream(
    State(web): State<Web>,
    _: Who,
    headers: HeaderMap,
    Query(begin): Query<Begin>,
) -> Result<impl IntoResponse, Error> {
    let seat = web.live.seats.clone().try_acquire_owned().map_err(|_| Error::Busy)?;
    let last = headers.get("last-event-id").and_then(|value| value.to_str().ok()?.parse().ok());
    let after = web.live.begin(&web.house.desk, last.or(begin.after));
    let (sender, receiver) = mpsc::channel(1);
    tokio::spawn(tell(web, headers, sender, after, seat));
    // A comment would keep the line open too, but no script hears it.
    let beat = KeepAlive::new().interval(BEAT).event(Event::default().event("beat").data("here"));
    Ok(Sse::new(ReceiverStream::new(receiver)).keep_alive(beat))
}

/// Tells one browser, until it leaves, the time is up or the house closes; and when nobody is signed
/// in there any more, tells so and ends.
async fn tell(
    web: Web,
    headers: HeaderMap,
    browser: mpsc::Sender<Result<Event, Infallible>>,
    after: Seq,
    _seat: OwnedSemaphorePermit,
) {
    tokio::select! {
        biased;
        () = signed_out(&web.house, &headers) => {
            let _ = browser.send(Ok(Event::default().event("out").data("out"))).await;
        }
        () = news(&web.live, &browser, after) => {}
    }
}

/// Waits until nobody is signed in there any more. It is asked again when somebody comes or goes, and
/// when the session is over.
async fn signed_out(house: &House, headers: &HeaderMap) {
    let mut doors = house.desk.doors();
    loop {
        // What cannot be read just now ends nobody's session.
        let lasts = house.desk.look("asking who listens", |_| session::lasts(headers, house));
        let Some(lasts) = lasts.unwrap_or(Some(STREAM_LASTS)) else { return };
        let changed = tokio::time::timeout(lasts.min(STREAM_LASTS), doors.changed()).await;
        if let Ok(Err(_)) = changed {
            // The house closes, which the news ends with.
            std::future::pending::<()>().await;
        }
    }
}

/// Tells what is new, until the browser leaves, the time is up or the house closes.
async fn news(live: &Live, browser: &mpsc::Sender<Result<Event, Infallible>>, mut after: Seq) {
    let (mut told, mut closing) = (live.told.subscribe(), live.closing.subscribe());
    let ends = tokio::time::sleep(STREAM_LASTS);
    tokio::pin!(ends);
    loop {
        let since = live.ring().since(after);
        if let Some((seq, event)) = since.event(after) {
            after = seq;
            if browser.send(Ok(event)).await.is_err() {
                return;
            }
        }
        tokio::select! {
            changed = told.changed() => if changed.is_err() { return },
            () = browser.closed() => return,
            () = &mut ends => return,
            _ = closing.wait_for(|closing| *closing) => return,
        }
        tokio::time::sleep(PACE).await;
    }
}
