//! The case is closed, with a note for whoever reads it next (L14).

use auth::Person;

use super::{
    Failed,
    deed::{Deed, Left},
};
use crate::{
    App,
    domain::{CaseId, Content, TypedClosing, Verb},
};

/// Asks for a log-in of the last minutes.
#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn close(
    app: &App,
    person: &Person,
    id: CaseId,
    version: i64,
    typed: &TypedClosing,
) -> Result<(), Failed> {
    if !person.is_fresh {
        return Err(Failed::NotFresh);
    }
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().close(&deed.seen.standings, &deed.records, deed.now, &app.policy)?;
    let (deed, closing) = deed.looked_through(typed, typed.parse(&app.policy)).await?;
    let record = Content::Closing(closing);
    deed.end(Left { verb: Verb::Close, case, record: Some((record, None)), tell: Vec::new() }).await
}
