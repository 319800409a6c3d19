//! The investigator finds it beyond doubt that it is serious, and asks the decision-maker to notify IVO (L6).

use organisation::Colleague;

use super::{
    Failed,
    deed::{Deed, Left},
    tell,
};
use crate::{
    App,
    domain::{CaseId, Content, Ladder, TypedIvoReasons, Verb},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn propose_ivo(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedIvoReasons,
) -> Result<(), Failed> {
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().propose_ivo(&deed.seen.standings, deed.now)?;
    let record = Content::IvoProposal(typed.parse(&app.policy)?);
    let ladder = Ladder::of(&app.register(), case.unit, deed.today());
    let serious = tell::if_it_turns_serious(&deed.seen.case, &case, &ladder, person.id);
    let tell = [vec![tell::that_a_decision_waits(&case)], serious].concat();
    deed.end(Left { verb: Verb::ProposeIvo, case, record: Some((record, None)), tell }).await
}
