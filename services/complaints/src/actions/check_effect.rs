//! Somebody looks whether a measure helped (I.2 C10).

use kernel::{calendar::swedish_day, text::FreeText};

use crate::{
    StaffApp,
    actions::{At, Failed, case::whole_key},
    domain::{Effect, MeasureId, Verb},
};

/// Once a measure. Before every effect is known the complaint is not closed.
#[tracing::instrument(skip_all, fields(complaint.id = %at.id), err)]
pub async fn check_effect(
    app: &StaffApp,
    at: At<'_>,
    measure: MeasureId,
    text: FreeText,
) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let (complaint, standing) = at.load(&tx).await?;
    let complaint = complaint.step(Verb::CheckEffect, standing)?;
    let key = whole_key(app, &tx, at.id).await?;
    let known = tx.measures(at.id, &key).await?;
    if !known.iter().any(|known| known.id == measure) {
        return Err(Failed::NotFound);
    }
    let effect = Effect { text: text.into_string(), done: at.done(now) };
    tx.add_effect(at.id, measure, &effect, &key).await?;
    let all = tx.measures(at.id, &key).await?;
    let next = all.iter().filter_map(|measure| measure.next_day(swedish_day(now))).min();
    let complaint = complaint.see_to_measures(Verb::CheckEffect, next, standing)?;
    at.finish(app, tx, &complaint, "check_effect", Some(measure.as_uuid()), now).await
}
