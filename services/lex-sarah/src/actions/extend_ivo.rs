//! IVO has given more time for the inquiry (L12): the clock and its warnings move.

use organisation::Colleague;

use super::{
    Failed,
    deed::{Deed, Left},
};
use crate::{
    App,
    domain::{Case, CaseId, Content, Countdown, TypedRespite, Verb, morning, warnings},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn extend_ivo(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedRespite,
) -> Result<(), Failed> {
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().done(Verb::ExtendIvo, &deed.seen.standings, &deed.records, deed.now)?;
    let respite = typed.parse(deed.today(), &app.policy)?;
    let case = Case { ivo_due_on: Some(respite.until), ..case };
    let days = warnings(respite.until, &app.policy.ivo_warn_before, deed.today());
    deed.tx.replace_reminders(id, Countdown::IvoInquiry, Some(morning(respite.until)), &days).await?;
    let record = Content::IvoRespite(respite);
    deed.end(Left { verb: Verb::ExtendIvo, case, record: Some((record, None)), tell: Vec::new() }).await
}
