//! The decision-maker settles that IVO is to be notified, whether or not the inquiry is done (L6, LSS 24 f §).

use auth::Person;

use super::{
    Failed,
    deed::{Deed, Left},
    tell,
};
use crate::{
    App,
    domain::{CaseId, Content, Ladder, TypedIvoReasons, Verb},
};

/// Asks for a log-in of the last minutes.
#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn require_ivo(
    app: &App,
    person: &Person,
    id: CaseId,
    version: i64,
    typed: &TypedIvoReasons,
) -> Result<(), Failed> {
    if !person.is_fresh {
        return Err(Failed::NotFresh);
    }
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().require_ivo(&deed.seen.standings, deed.now)?;
    let record = Content::IvoRequired(typed.parse(&app.policy)?);
    let ladder = Ladder::of(&app.register(), case.unit, deed.today());
    let serious = tell::if_it_turns_serious(&deed.seen.case, &case, &ladder, person.id);
    let tell = tell::the_investigator(&case).into_iter().chain(serious).collect();
    deed.end(Left { verb: Verb::RequireIvo, case, record: Some((record, None)), tell }).await
}
