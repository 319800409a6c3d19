//! A stand-in for the wire and whoever is at the other end.

use std::sync::{Arc, Mutex};

use kernel::Uuid;
use outbox::{Carry, Outcome, Parcel};
use proto::Service;
use tokio::sync::Notify;

/// Answers as it was told to, and remembers what it was brought.
pub struct Receiver {
    answer: Mutex<Outcome>,
    brought: Mutex<Vec<Parcel>>,
    holds: Option<Service>,
    let_go: Notify,
}

impl Receiver {
    pub fn that_answers(answer: Outcome) -> Self {
        Self { answer: Mutex::new(answer), brought: Mutex::default(), holds: None, let_go: Notify::new() }
    }

    /// Parcels to `service` are held until [`Receiver::let_go`].
    pub fn that_holds(service: Service, answer: Outcome) -> Arc<Self> {
        Arc::new(Self { holds: Some(service), ..Self::that_answers(answer) })
    }

    pub fn answer_with(&self, answer: Outcome) {
        *self.answer.lock().unwrap() = answer;
    }

    pub fn let_go(&self) {
        self.let_go.notify_one();
    }

    pub fn brought(&self) -> Vec<Parcel> {
        self.brought.lock().unwrap().clone()
    }

    pub fn ids(&self) -> Vec<Uuid> {
        self.brought().into_iter().map(|parcel| parcel.id).collect()
    }
}

impl Carry for Receiver {
    async fn carry(&self, parcel: &Parcel) -> Outcome {
        self.brought.lock().unwrap().push(parcel.clone());
        if self.holds == Some(parcel.to) {
            self.let_go.notified().await;
        }
        *self.answer.lock().unwrap()
    }
}
