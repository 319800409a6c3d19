//! A duty that triage found is fulfilled: the social services are told, IMY is told, names are withheld (I.2 C4 b, c, f).

use crate::{
    StaffApp,
    actions::{At, Failed, case::whole_key},
    domain::{Fulfilment, NewFulfilment},
};

/// Who was told what, when and how is kept; for a threat the reason (FL 33 §).
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn fulfil_duty(app: &StaffApp, at: At<'_>, new: NewFulfilment) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let before = tx.fulfilled(at.id).await?;
    let complaint = complaint.fulfil(new.duty, new.outcome, &before, standing)?;
    let key = whole_key(app, &tx, at.id).await?;
    let fulfilment =
        Fulfilment { duty: new.duty, outcome: new.outcome, note: new.note.into_string(), done: at.done(now) };
    tx.add_fulfilment(at.id, &fulfilment, &key).await?;
    at.finish(app, tx, &complaint, "fulfil_duty", None, now).await
}
