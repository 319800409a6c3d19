//! A suspected misconduct comes from a complaint: the report of the one who read it, in their own name.

use data_encoding::BASE64;
use kernel::Uuid;
use proto::{
    Service,
    handover::{HandOver, HandedOverReport},
};

use super::{
    Failed,
    receive::{Source, receive},
};
use crate::{
    App,
    domain::{Channel, Cited, NewReport, Refused, Told},
};

/// What it is sealed for, on both sides.
const PURPOSE: &str = "lyssna handover v1";

/// `id` is the parcel's: a repeat has no effect. Nothing is answered but that it was taken.
#[tracing::instrument(skip_all, fields(parcel.id = %id), err)]
pub async fn hand_over(app: &App, id: Uuid, hand_over: HandOver) -> Result<(), Failed> {
    let now = app.now();
    let report = open(app, &hand_over)?;
    let cites = Cited {
        complaint: hand_over.complaint_id,
        number: hand_over.complaint_number.parse().map_err(|_| Failed::Unreadable)?,
    };
    // Unknown here may mean that our copy of the register is old: the sender tries again.
    let by = app.inside.ground.directory.colleague(hand_over.reported_by.into(), now);
    let by = by.ok_or(Refused::NotYours)?;
    let unit = hand_over.unit_id.into();
    let told = Told {
        text: report.text,
        unit: Some(unit),
        acted: report.acted.unwrap_or_default(),
        ..Told::default()
    };
    let told_at = hand_over.reported_at.min(now);
    let new = NewReport::parse(&told, &[unit], Channel::HandOver, told_at, &app.policy)?;
    let new = NewReport { cites: Some(cites), ..new };

    let tx = app.store.begin().await?;
    if !tx.is_first(Service::Complaints, id, now).await? {
        return Ok(());
    }
    let left_out = hand_over.left_out.into_iter().map(Into::into).collect();
    receive(&tx, app, &Source { left_out, ..Source::own(&by, unit) }, &new, now).await?;
    tx.commit().await?;
    app.inside.deliveries.wake();
    Ok(())
}

fn open(app: &App, hand_over: &HandOver) -> Result<HandedOverReport, Failed> {
    let sealed = BASE64.decode(hand_over.sealed_report.as_bytes()).map_err(|_| Failed::Unreadable)?;
    let opened = app.inside.ring.open_any(PURPOSE, &sealed).map_err(|_| Failed::Unreadable)?;
    serde_json::from_slice(&opened).map_err(|_| Failed::Unreadable)
}
