//! Whoever investigates lets the case go, and the others who can are told that it waits (L4).

use organisation::Colleague;

use super::{
    Failed,
    deed::{Deed, Left},
    tell,
};
use crate::{
    App,
    domain::{CaseId, Content, TypedHandBack, Verb},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn hand_back(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedHandBack,
) -> Result<(), Failed> {
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().hand_back(&deed.seen.standings, deed.now)?;
    let record = Content::HandedBack(typed.parse(&app.policy)?);
    let tell = vec![tell::that_it_is_free(&case)];
    deed.end(Left { verb: Verb::HandBack, case, record: Some((record, None)), tell }).await
}
