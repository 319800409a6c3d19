//! What quality counts (H40, H46): no person, no text.

use kernel::{Timestamp, calendar::swedish_day};
use outbox::Parcel;
use proto::{
    Service,
    event::{ComplaintAnswered, ComplaintSettled, DeviationFound, Fact},
};
use vault::CaseKey;

use crate::{
    StaffApp,
    actions::{Failed, case::whole_key},
    domain::{Complaint, Deviation, State},
    store::Tx,
};

/// Tells that it was answered, and anew when it is judged otherwise afterwards: the latest counts. Several about the same event are
/// counted as the one that goes on.
pub(super) async fn tell_answered(
    app: &StaffApp,
    tx: &Tx,
    complaint: &Complaint,
    now: Timestamp,
) -> Result<(), Failed> {
    let Some((triage, _)) = complaint.triaged else { return Ok(()) };
    let answered = ComplaintAnswered {
        unit_id: complaint.unit.map(kernel::UnitId::as_uuid),
        month: month(complaint),
        category: triage.category.to_string(),
        severity: triage.severity.number(),
        again: tx.has_come_before(complaint.id, app.policy.recurs_within_days).await?,
    };
    tell(app, tx, complaint, Fact::ComplaintAnswered(answered), now).await
}

/// Tells that there is nothing to answer by an inquiry: a view or praise, or what is for somebody else.
pub(super) async fn tell_settled(
    app: &StaffApp,
    tx: &Tx,
    complaint: &Complaint,
    now: Timestamp,
) -> Result<(), Failed> {
    let how = if complaint.state == State::Redirected { "REDIRECTED" } else { "VIEW" };
    let settled = ComplaintSettled {
        unit_id: complaint.unit.map(kernel::UnitId::as_uuid),
        month: month(complaint),
        how: how.to_owned(),
        category: complaint.triaged.map(|(triage, _)| triage.category.to_string()),
    };
    tell(app, tx, complaint, Fact::ComplaintSettled(settled), now).await
}

/// Tells of the deviation that an inquiry found, if it found one.
pub(super) async fn tell_deviation(
    app: &StaffApp,
    tx: &Tx,
    complaint: &Complaint,
    now: Timestamp,
) -> Result<(), Failed> {
    let Some((triage, _)) = complaint.triaged else { return Ok(()) };
    let Some(found) = complaint.deviation.filter(|found: &Deviation| found.is_found()) else { return Ok(()) };
    let deviation = DeviationFound {
        unit_id: complaint.unit.map(kernel::UnitId::as_uuid),
        month: month(complaint),
        category: triage.category.to_string(),
        deviation: found.to_string().to_uppercase(),
    };
    tell(app, tx, complaint, Fact::DeviationFound(deviation), now).await
}

async fn tell(
    app: &StaffApp,
    tx: &Tx,
    complaint: &Complaint,
    fact: Fact,
    now: Timestamp,
) -> Result<(), Failed> {
    if !tx.goes_on_as_another(complaint.id).await? {
        let key: CaseKey = whole_key(app, tx, complaint.id).await?;
        tx.put(Parcel::fact(Service::Complaints, key.stand_in("quality"), now, fact), now).await?;
    }
    Ok(())
}

/// In which it came in.
fn month(complaint: &Complaint) -> String {
    swedish_day(complaint.received_at).format("%Y-%m").to_string()
}
