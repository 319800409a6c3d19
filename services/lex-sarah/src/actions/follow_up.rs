//! Every measure is done or has a new day: the follow-up begins (L13).

use organisation::Colleague;

use super::{
    Failed,
    deed::{Deed, Left},
};
use crate::{
    App,
    domain::{CaseId, Verb},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn follow_up(app: &App, person: &Colleague, id: CaseId, version: i64) -> Result<(), Failed> {
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().follow_up(&deed.seen.standings, &deed.records, deed.now, &app.policy)?;
    deed.end(Left { verb: Verb::FollowUp, case, record: None, tell: Vec::new() }).await
}
