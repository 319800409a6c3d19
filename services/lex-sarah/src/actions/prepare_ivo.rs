//! IVO's form is filled in, or filled in anew: the latest one is what is filed (law A.7).

use organisation::Colleague;

use super::{
    Failed,
    deed::{Deed, Left},
};
use crate::{
    App,
    domain::{CaseId, Content, TypedIvoForm, Verb},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn prepare_ivo(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedIvoForm,
) -> Result<(), Failed> {
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().done(Verb::PrepareIvo, &deed.seen.standings, &deed.records, deed.now)?;
    let number = case.diary_number.clone().unwrap_or_default();
    let record = Content::IvoForm(Box::new(typed.parse(&number, &app.policy)?));
    deed.end(Left { verb: Verb::PrepareIvo, case, record: Some((record, None)), tell: Vec::new() }).await
}
