//! The form has been filed with IVO: it is frozen as it was, and where the inquiry is still to come its clock begins (L6).

use auth::Person;
use kernel::calendar::swedish_day;

use super::{
    Failed,
    deed::{Deed, Left},
    tell,
};
use crate::{
    App,
    domain::{
        CaseId, Content, Countdown, Guard, Ladder, News, Refused, TypedFiling, Verb, ivo_form, morning,
        warnings,
    },
};

/// Asks for a log-in of the last minutes.
#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn notify_ivo(
    app: &App,
    person: &Person,
    id: CaseId,
    version: i64,
    typed: &TypedFiling,
) -> Result<(), Failed> {
    if !person.is_fresh {
        return Err(Failed::NotFresh);
    }
    let deed = Deed::begin(app, person, id, version).await?;
    let (case, today) = (deed.case(), deed.today());
    let registered = swedish_day(case.registered_at.unwrap_or(case.received_at));
    case.clone().done(Verb::NotifyIvo, &deed.seen.standings, &deed.records, deed.now)?;
    let wanting = Refused::Unmet(Guard::IvoFormFilled);
    let (form, _) = ivo_form(&deed.records).ok_or(wanting)?;
    let package = deed.tx.package(id, &deed.seen.key).await?.ok_or(wanting)?;
    let filing = typed.parse(registered, today, package.sha256.clone(), &app.policy)?;
    let holds_inquiry = package.holds_inquiry(&case, filing.sent_on);
    let standings = &deed.seen.standings;
    let case = case.notify_ivo(&filing, holds_inquiry, standings, &deed.records, deed.now, &app.policy)?;
    if let Some(due_on) = case.ivo_due_on {
        let days = warnings(due_on, &app.policy.ivo_warn_before, today);
        deed.tx.replace_reminders(id, Countdown::IvoInquiry, Some(morning(due_on)), &days).await?;
    }
    let ladder = Ladder::of(&app.register(), case.unit, today);
    let news = tell::of_the_news(&case, News::IvoNotified, &ladder, person.id);
    let last = case.waits_for_closing(&deed.records).then(|| tell::that_a_decision_waits(&case));
    let tell = tell::the_investigator(&case).into_iter().chain(news).chain(last);
    let record = (Content::IvoNotified(filing), Some(form));
    deed.end(Left { verb: Verb::NotifyIvo, tell: tell.collect(), case, record: Some(record) }).await
}
