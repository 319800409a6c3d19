//! IVO's form is filled in, or filled in anew: the latest one is what is filed (law A.7).

use documents::Notification;
use organisation::Colleague;

use super::{
    Failed,
    deed::{Deed, Left},
    ivo_paper, manifest,
};
use crate::{
    App,
    domain::{Attachment, CaseId, Content, Enclosed, IvoForm, Kept, TypedIvoForm, Verb},
};

/// The paper is made between two looks at the case, since setting it takes its time; had anything changed meanwhile, nothing is
/// kept.
#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn prepare_ivo(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedIvoForm,
) -> Result<(), Failed> {
    let deed = Deed::begin(app, person, id, version).await?;
    let (kept, form, filled_in, files) = fill_in(deed, typed).await?;
    let paper = documents::make(filled_in).await?.as_bytes().to_vec();
    let deed = Deed::begin(app, person, id, version).await?;
    let package = manifest::package(&deed.seen.case, paper, &files, deed.now);
    let deed = Deed { package: Some(package), kept, ..deed };
    let case = deed.case().done(Verb::PrepareIvo, &deed.seen.standings, &deed.records, deed.now)?;
    let record = Content::IvoForm(Box::new(form));
    deed.end(Left { verb: Verb::PrepareIvo, case, record: Some((record, None)), tell: Vec::new() }).await
}

async fn fill_in(
    deed: Deed<'_>,
    typed: &TypedIvoForm,
) -> Result<(Vec<Kept>, IvoForm, Notification, Vec<Attachment>), Failed> {
    let case = deed.case().done(Verb::PrepareIvo, &deed.seen.standings, &deed.records, deed.now)?;
    let number = case.diary_number.clone().unwrap_or_default();
    let parsed = typed.parse(&number, &deed.app.policy);
    let (deed, form) = deed.looked_through(typed, parsed).await?;
    let (id, key) = (case.id, &deed.seen.key);
    // What is not complete is not sent.
    let entries = match case.inquiry_completed_at {
        Some(_) => deed.tx.entries(id, key).await?,
        None => Vec::new(),
    };
    let decision = deed.tx.last_decision(id, key).await?;
    let files = deed.tx.attachments(id, key).await?;
    let said = (entries.as_slice(), decision, Enclosed::of(&files));
    let notification = ivo_paper::filled_in(&form, said, &deed.app.policy, deed.now);
    // Nothing is written yet but what the words were compared with.
    deed.tx.commit().await?;
    Ok((deed.kept, form, notification, files))
}
