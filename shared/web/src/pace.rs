//! How slowly something may arrive. Whoever sends a byte a second holds a place that somebody else needs; whoever sends a
//! film from a phone with a poor connection does not, and must get through.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::Request,
    http::{HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use hyper::body::{Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep, sleep_until};

use crate::Error;

/// What any body may take, whatever its size.
const GRACE: Duration = Duration::from_secs(30);
/// Bytes a second, on the whole: a fifth of what the slowest mobile network gives.
const SLOWEST: u32 = 1024;
/// How long nothing at all may happen: nothing arrive, and then no answer be made.
const PATIENCE: Duration = Duration::from_mins(2);

/// Cuts a body that arrives too slowly (408), and a handler that takes too long over what it has (503).
pub(crate) async fn keep(request: Request, next: Next) -> Response {
    let arrival = Arrival::default();
    let watched = arrival.clone();
    let run = next.run(
        request.map(|body| if body.is_end_stream() { body } else { Body::new(Paced::new(body, watched)) }),
    );
    let response = tokio::select! {
        response = run => response,
        () = arrival.nothing_happens() => Error::Unavailable.into_response(),
    };
    if arrival.is_too_slow() { cut() } else { response }
}

/// The rest of the body is not waited for, so nothing else can come over the same connection.
fn cut() -> Response {
    let mut response = Error::TooSlow.into_response();
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}

/// What has come so far of one body.
#[derive(Clone)]
struct Arrival(Arc<Mutex<SoFar>>);

struct SoFar {
    last: Instant,
    /// Whether it is waited for at this moment.
    arriving: bool,
    too_slow: bool,
}

impl Default for Arrival {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(SoFar { last: Instant::now(), arriving: false, too_slow: false })))
    }
}

impl Arrival {
    fn so_far<T>(&self, look: impl FnOnce(&mut SoFar) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn is_too_slow(&self) -> bool {
        self.so_far(|so_far| so_far.too_slow)
    }

    /// Returns when nothing has happened for too long.
    async fn nothing_happens(&self) {
        loop {
            let until = self.so_far(|so_far| so_far.last) + PATIENCE;
            if until <= Instant::now() {
                return self.so_far(|so_far| so_far.too_slow = so_far.arriving);
            }
            sleep_until(until).await;
        }
    }
}

/// A body that must keep up with the slowest pace. What is counted is the time that we wait for it, not the time that it
/// waits for us.
struct Paced {
    body: Body,
    arrival: Arrival,
    /// How much longer may be waited for it. Every byte earns some.
    credit: Duration,
    waiting: Option<Pin<Box<Sleep>>>,
}

impl Paced {
    const fn new(body: Body, arrival: Arrival) -> Self {
        Self { body, arrival, credit: GRACE, waiting: None }
    }

    fn arrived(&mut self, bytes: usize) {
        let now = Instant::now();
        self.arrival.so_far(|so_far| (so_far.last, so_far.arriving) = (now, false));
        if let Some(waiting) = self.waiting.take() {
            self.credit = waiting.deadline().saturating_duration_since(now);
        }
        self.credit += Duration::from_secs(u64::try_from(bytes).unwrap_or(u64::MAX)) / SLOWEST;
    }
}

/// Why the rest of a body did not come.
#[derive(Debug, thiserror::Error)]
#[error("the body arrives too slowly")]
struct TooSlow;

impl HttpBody for Paced {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if let Poll::Ready(came) = Pin::new(&mut self.body).poll_frame(context) {
            let data = came.as_ref().and_then(|frame| frame.as_ref().ok()?.data_ref());
            self.arrived(data.map_or(0, Bytes::len));
            return Poll::Ready(came);
        }
        let credit = self.credit;
        let is_over =
            self.waiting.get_or_insert_with(|| Box::pin(sleep(credit))).as_mut().poll(context).is_ready();
        self.arrival.so_far(|so_far| (so_far.arriving, so_far.too_slow) = (true, is_over));
        if is_over { Poll::Ready(Some(Err(axum::Error::new(TooSlow)))) } else { Poll::Pending }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
