//! The answer to a complaint (I.2 C9).

use kernel::{Timestamp, calendar::swedish_day};
use outbox::Parcel;
use proto::{
    Service,
    event::{ComplaintAnswered, Fact},
};
use vault::CaseKey;

use crate::{
    StaffApp,
    actions::{At, Failed, case::whole_key, note, write_to_sender},
    domain::{Complaint, EntryKind, MessageKind, NewAnswer},
};

/// The sender and nobody else is told: not a guardian when a youth wrote alone. Several about the same event are counted as the
/// one that goes on. What the youth said stands in the journal, which no receipt opens.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn answer(app: &StaffApp, at: At<'_>, answer: NewAnswer) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let goes_on_elsewhere = tx.goes_on_as_another(at.id).await?;
    let complaint = complaint.answer(standing, at.done(now))?;
    let NewAnswer { text, youth_heard } = answer;
    if let Some(heard) = youth_heard {
        note::write(app, &tx, at, EntryKind::YouthHeard, heard, now).await?;
    }
    let (complaint, message) =
        write_to_sender::write(app, &tx, at, complaint, MessageKind::Answer, text, now).await?;
    let key = whole_key(app, &tx, complaint.id).await?;
    if let Some(fact) = fact(&complaint, &key, now).filter(|_| !goes_on_elsewhere) {
        tx.put(fact, now).await?;
    }
    at.finish(app, tx, &complaint, "answer", Some(message.as_uuid()), now).await
}

/// What quality counts (H46): no person, no text.
pub(super) fn fact(complaint: &Complaint, key: &CaseKey, now: Timestamp) -> Option<Parcel> {
    let (triage, _) = complaint.triaged?;
    let answered = ComplaintAnswered {
        unit_id: complaint.unit.map(kernel::UnitId::as_uuid),
        month: swedish_day(complaint.received_at).format("%Y-%m").to_string(),
        category: triage.category.to_string(),
        severity: triage.severity.number(),
    };
    let fact = Fact::ComplaintAnswered(answered);
    Some(Parcel::fact(Service::Complaints, key.stand_in("quality"), now, fact))
}
