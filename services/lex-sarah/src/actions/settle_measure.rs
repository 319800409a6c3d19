//! A measure is done, or gets another day with a reason (H47).

use organisation::Colleague;

use super::{
    Failed,
    deed::{Deed, Left},
};
use crate::{
    App,
    domain::{CaseId, RecordId, TypedProgress, Verb, measures},
};

/// By the receiver at the unit, or by the one whose measure it is.
#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn settle_measure(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedProgress,
) -> Result<(), Failed> {
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().done(Verb::SettleMeasure, &deed.seen.standings, &deed.records, deed.now)?;
    let parsed = typed.parse(&open_measures(&deed), deed.today(), &app.policy);
    let (deed, (measure, record)) = deed.looked_through(typed, parsed).await?;
    deed.end(Left {
        verb: Verb::SettleMeasure,
        case,
        record: Some((record, Some(measure))),
        tell: Vec::new(),
    })
    .await
}

fn open_measures(deed: &Deed<'_>) -> Vec<RecordId> {
    let standings = &deed.seen.standings;
    let theirs = measures(&deed.records)
        .into_iter()
        .filter(|each| each.done.is_none() && each.is_settled_by(deed.person.id, standings));
    theirs.map(|each| each.id).collect()
}
