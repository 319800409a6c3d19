//! Whoever learns of a suspected misconduct from a complaint reports it at once, in their own name (LSS 24 b §, I.2 C5).

use data_encoding::BASE64;
use kernel::{PersonId, text::FreeText};
use outbox::Parcel;
use proto::handover::{HandOver, HandedOverReport};

use crate::{
    StaffApp,
    actions::{At, Failed},
    domain::{Refused, Verb},
};

/// The report. It is sealed for lex Sarah and not kept here.
pub struct Report {
    /// What the person has learnt, in their own words.
    pub text: FreeText,
    /// What has been done about it already.
    pub acted: Option<FreeText>,
}

/// Both matters go on. This one learns nothing of the other but that it was taken.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn hand_over(app: &StaffApp, at: At<'_>, report: Report) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let complaint = complaint.step(Verb::HandOver, standing)?;
    if !at.person.performs_tasks() {
        return Err(Refused::DoesNotWorkHere.into());
    }
    let unit = complaint.unit.ok_or(Refused::NoUnit)?;
    if !tx.hand_over(at.id, at.person.id, now).await? {
        return Err(Refused::HandedOverAlready.into());
    }
    let sealed = sealed(app, report);
    let hand_over = HandOver {
        complaint_id: at.id.as_uuid(),
        complaint_number: complaint.number.to_string(),
        unit_id: unit.as_uuid(),
        reported_by: at.person.id.as_uuid(),
        reported_at: now,
        left_out: tx.excluded(at.id).await?.into_iter().map(PersonId::as_uuid).collect(),
        sealed_report: BASE64.encode(&sealed),
    };
    tx.put(Parcel::hand_over(&hand_over), now).await?;
    at.finish(app, tx, &complaint, "hand_over", None, now).await
}

fn sealed(app: &StaffApp, report: Report) -> Vec<u8> {
    let report =
        HandedOverReport { text: report.text.into_string(), acted: report.acted.map(FreeText::into_string) };
    let plain = vault::Zeroizing::new(serde_json::to_vec(&report).expect("two strings are JSON"));
    app.hand_over_key().seal("lyssna handover v1", &plain)
}
