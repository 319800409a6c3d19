//! Something else is owed beside lex Sarah, is done, or is found not to be (law A.9).

use organisation::Colleague;

use super::{
    Failed,
    deed::{Deed, Left},
};
use crate::{
    App,
    domain::{CaseId, Content, Countdown, DutyTrack, TypedDuty, Verb},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn consider_duty(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedDuty,
) -> Result<(), Failed> {
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().done(Verb::ConsiderDuty, &deed.seen.standings, &deed.records, deed.now)?;
    let duty = typed.parse(deed.now, &app.policy)?;
    let case = case.with_duty(&duty, deed.now);
    if duty.track == DutyTrack::DataBreach {
        let warnings = duty.warnings(deed.now);
        deed.tx.replace_reminders(id, Countdown::DataBreach, duty.due_at(), &warnings).await?;
    }
    let record = Content::Duty(duty);
    deed.end(Left { verb: Verb::ConsiderDuty, case, record: Some((record, None)), tell: Vec::new() }).await
}
