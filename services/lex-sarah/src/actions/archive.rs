//! A case that is over is marked as archived, by a decision (L16). The package for the archive is another matter.

use organisation::Colleague;

use super::{
    Failed,
    deed::{Deed, Left},
};
use crate::{
    App,
    domain::{CaseId, Content, TypedArchiving, Verb},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn archive(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedArchiving,
) -> Result<(), Failed> {
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().done(Verb::Archive, &deed.seen.standings, &deed.records, deed.now)?;
    let record = Content::Archiving(typed.parse(&app.policy)?);
    deed.end(Left { verb: Verb::Archive, case, record: Some((record, None)), tell: Vec::new() }).await
}
