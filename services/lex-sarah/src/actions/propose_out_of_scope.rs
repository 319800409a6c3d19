//! The investigator finds that it is something else than lex Sarah, and asks the decision-maker (L5b).

use organisation::Colleague;

use super::{
    Failed,
    deed::{Deed, Left},
    tell,
};
use crate::{
    App,
    domain::{CaseId, Content, TypedOutOfScope, Verb},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn propose_out_of_scope(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedOutOfScope,
) -> Result<(), Failed> {
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().propose_out_of_scope(&deed.seen.standings, deed.now)?;
    let record = Content::OutOfScope(typed.parse(&app.policy)?);
    let tell = vec![tell::that_a_decision_waits(&case)];
    deed.end(Left { verb: Verb::ProposeOutOfScope, case, record: Some((record, None)), tell }).await
}
