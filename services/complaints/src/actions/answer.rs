//! The answer to a complaint (I.2 C9).

use kernel::{Timestamp, calendar::swedish_day, text::FreeText};
use outbox::Parcel;
use proto::{
    Service,
    event::{ComplaintAnswered, Fact},
};

use crate::{
    StaffApp,
    actions::{At, Failed, write_to_sender},
    domain::{Complaint, MessageKind, State},
};

/// The sender and nobody else is told: not a guardian when a youth wrote alone. Several about the same event are counted as the
/// one that goes on.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn answer(app: &StaffApp, at: At<'_>, text: FreeText) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let goes_on_elsewhere = complaint.state == State::Merged;
    let complaint = complaint.answer(standing, at.done(now))?;
    let message = write_to_sender::write(app, &tx, at, &complaint, MessageKind::Answer, text, now).await?;
    if let Some(fact) = fact(&complaint, now).filter(|_| !goes_on_elsewhere) {
        tx.put(fact, now).await?;
    }
    at.finish(app, tx, &complaint, "answer", Some(message.as_uuid()), now).await
}

/// What quality counts (H46): no person, no text.
fn fact(complaint: &Complaint, now: Timestamp) -> Option<Parcel> {
    let (triage, _) = complaint.triaged?;
    let answered = ComplaintAnswered {
        unit_id: complaint.unit.map(kernel::UnitId::as_uuid),
        month: swedish_day(complaint.received_at).format("%Y-%m").to_string(),
        category: triage.category.to_string(),
        severity: triage.severity.number(),
    };
    let fact = Fact::ComplaintAnswered(answered);
    Some(Parcel::fact(Service::Complaints, complaint.id.as_uuid(), now, fact))
}
