//! The inquiry has been sent to IVO after the notification (L12): the clock stops.

use kernel::calendar::swedish_day;
use organisation::Colleague;

use super::{
    Failed,
    deed::{Deed, Left},
    tell,
};
use crate::{
    App,
    domain::{CaseId, Content, Countdown, TypedFiling, Verb},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn send_inquiry_to_ivo(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedFiling,
) -> Result<(), Failed> {
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().send_inquiry_to_ivo(&deed.seen.standings, &deed.records, deed.now)?;
    let registered = swedish_day(case.registered_at.unwrap_or(case.received_at));
    let paper = deed.tx.package(id, &deed.seen.key).await?;
    let decided = case.outcome.map(|outcome| outcome.decided_at);
    let sha256 = if let Some(paper) = paper.filter(|paper| Some(paper.made_at) >= decided) {
        paper.sha256
    } else {
        // Sent as it stands in the case. The decision names every entry that it was made on, so its hash stands for the inquiry.
        let decision = deed.tx.last_decision(id, &deed.seen.key).await?;
        decision.map(|decision| decision.sha256).unwrap_or_default()
    };
    let record = Content::IvoInquirySent(typed.parse(registered, deed.today(), sha256, &app.policy)?);
    deed.tx.replace_reminders(id, Countdown::IvoInquiry, None, &[]).await?;
    let tell = if case.waits_for_closing(&deed.records) {
        tell::that_a_decision_waits(&case)
    } else {
        tell::that_ivo_has_the_inquiry(&case)
    };
    deed.end(Left { verb: Verb::SendInquiryToIvo, case, record: Some((record, None)), tell: vec![tell] })
        .await
}
