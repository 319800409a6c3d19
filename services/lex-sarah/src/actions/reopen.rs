//! A closed case is inquired into anew: new facts, or IVO asks (L15).

use auth::Person;

use super::{
    Failed,
    deed::{Deed, Left},
    tell,
};
use crate::{
    App,
    domain::{CaseId, Content, Ladder, TypedReopening, Verb},
};

/// Asks for a log-in of the last minutes.
#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn reopen(
    app: &App,
    person: &Person,
    id: CaseId,
    version: i64,
    typed: &TypedReopening,
) -> Result<(), Failed> {
    if !person.is_fresh {
        return Err(Failed::NotFresh);
    }
    let deed = Deed::begin(app, person, id, version).await?;
    deed.case().done(Verb::Reopen, &deed.seen.standings, &deed.records, deed.now)?;
    let reopening = typed.parse(&app.policy)?;
    let case = deed.case().reopen(reopening.cause, &deed.seen.standings, deed.now, &app.policy)?;
    let record = Content::Reopening(reopening);
    let ladder = Ladder::of(&app.register(), case.unit, deed.today());
    let assessed = tell::that_it_is_assessed(&case, &ladder, person.id);
    let tell = tell::the_investigator(&case).into_iter().chain(assessed).collect();
    deed.end(Left { verb: Verb::Reopen, case, record: Some((record, None)), tell }).await
}
