//! What is counted for those who run the service, at `/metrics`.

use std::time::Duration;

use opentelemetry::{KeyValue, metrics::Gauge};
use outbox::{Deliveries, Waiting};
use proto::Service;
use tokio_util::sync::CancellationToken;

/// How old a number may be.
const EVERY: Duration = Duration::from_secs(15);

/// Counts the parcels that have not arrived until told to stop. One that was refused waits for an operator, so
/// `lyssna_parcels{state="refused"}` above nought is worth an alarm.
pub async fn parcels(service: Service, deliveries: Deliveries, stop: CancellationToken) {
    let gauge = opentelemetry::global::meter("lyssna")
        .u64_gauge("lyssna_parcels")
        .with_description(
            "Parcels to other services that have not arrived: due, or refused and waiting for an operator.",
        )
        .build();
    loop {
        match deliveries.waiting().await {
            Ok(waiting) => record(&gauge, service, waiting),
            Err(error) => tracing::warn!(%error, "parcels cannot be counted: the database does not answer"),
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

fn record(gauge: &Gauge<u64>, service: Service, Waiting { due, refused }: Waiting) {
    for (state, number) in [("due", due), ("refused", refused)] {
        let labels = [KeyValue::new("service", service.name()), KeyValue::new("state", state)];
        gauge.record(number, &labels);
    }
}
