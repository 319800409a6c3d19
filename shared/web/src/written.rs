//! What was written in a form, to be given back when something of ours is away.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::Request,
};
use http_body_util::BodyExt;
use hyper::body::{Frame, SizeHint};

use crate::{
    form::{Fields, is_form},
    site::LARGEST_FORM,
};

/// How long the rest of a form is waited for when nobody has read it.
const READ_WITHIN: Duration = Duration::from_secs(10);

/// A form that leaves a copy of itself while somebody reads it. Nothing is read that nobody asked for, so whoever is refused at the
/// door costs nothing.
pub(crate) struct Written(Arc<Mutex<Reading>>);

struct Reading {
    body: Body,
    read: Vec<u8>,
    is_whole: bool,
    /// More than any form of ours: nothing is kept of it.
    is_too_large: bool,
}

struct Copied(Arc<Mutex<Reading>>);

impl Written {
    /// The request as it is to be handled, and what is written in it. None: it is no form from a page.
    pub fn of(request: Request) -> (Request, Option<Self>) {
        if request.method().is_safe()
            || request.uri().path().starts_with("/api/")
            || !is_form(request.headers())
        {
            return (request, None);
        }
        let (head, body) = request.into_parts();
        let reading =
            Arc::new(Mutex::new(Reading { body, read: Vec::new(), is_whole: false, is_too_large: false }));
        (Request::from_parts(head, Body::new(Copied(reading.clone()))), Some(Self(reading)))
    }

    /// Its fields but for the token; None if it is not ours, or did not come as a whole.
    pub async fn fields(self) -> Option<Vec<(String, String)>> {
        let mut rest = Copied(self.0.clone());
        let read = async {
            loop {
                let Reading { is_whole, is_too_large, .. } = *lock(&self.0);
                if is_whole || is_too_large {
                    return is_whole.then_some(());
                }
                rest.frame().await.transpose().ok()?;
            }
        };
        tokio::time::timeout(READ_WITHIN, read).await.ok()??;
        let reading = lock(&self.0);
        let Fields { token, fields } = Fields::of(&reading.read).ok()?;
        (!token.is_empty() && !fields.is_empty()).then_some(fields)
    }
}

impl Reading {
    fn copy(&mut self, data: &[u8]) {
        self.is_too_large |= self.read.len() + data.len() > LARGEST_FORM;
        if self.is_too_large {
            self.read.clear();
        } else {
            self.read.extend_from_slice(data);
        }
    }
}

fn lock(reading: &Mutex<Reading>) -> MutexGuard<'_, Reading> {
    reading.lock().unwrap_or_else(PoisonError::into_inner)
}

impl HttpBody for Copied {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let mut reading = lock(&self.0);
        let frame = ready!(Pin::new(&mut reading.body).poll_frame(context));
        match &frame {
            Some(Ok(frame)) => {
                if let Some(data) = frame.data_ref() {
                    reading.copy(data);
                }
            }
            Some(Err(_)) => {}
            None => reading.is_whole = true,
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        lock(&self.0).body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        lock(&self.0).body.size_hint()
    }
}
