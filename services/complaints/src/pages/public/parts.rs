//! A file that comes in parts to the complaint that is being written.

use axum::{body::Bytes, extract::Query, http::HeaderMap, response::Response};
use vault::Token;
use web::{Error, Form, shown_name};

use crate::{
    actions::{
        Failed,
        attach_part::{Progress, attach_part, expect_file, so_far},
        detach,
        draft::{Written, held, write},
    },
    domain::draft::{ArrivingFile, Draft, DraftFile, Held},
    pages::public::{
        sending::{self, Announced, PartFrom, handle, is_ours, problem, told},
        upload::Problem,
        visitor::Visitor,
    },
};

/// A file is announced: it begins, or goes on if some of it has come.
pub(super) async fn announce(visitor: Visitor, Form(file): Form<Announced>) -> Result<Response, Error> {
    let before = draft(&visitor).await?.unwrap_or_default();
    let size = file.size()?;
    if let Some(known) =
        before.arriving.as_ref().filter(|known| known.name == file.name && known.size == size)
    {
        return told(known, so_far(&visitor.app, known).await?);
    }
    let room = before.has_room_for(size, &visitor.app.policy);
    match room.and_then(|()| expect_file(&visitor.app, &file.name, size)) {
        Ok(file) => begin(&visitor, &before, &file).await,
        Err(fault) => problem(&visitor.app, &visitor.page, Problem::File(fault)),
    }
}

/// A part of the file that was announced.
pub(super) async fn part(
    visitor: Visitor,
    Query(PartFrom { fran }): Query<PartFrom>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Error> {
    if !is_ours(&visitor.page, &headers) {
        return problem(&visitor.app, &visitor.page, Problem::PageOld);
    }
    let draft = draft(&visitor).await?.unwrap_or_default();
    let Some(file) = draft.arriving else {
        // The answer to its last part was lost on the way.
        let sent = handle(&headers).filter(|sent| draft.files.iter().any(|file| file.token == sent.token));
        return match sent {
            Some(sent) => told(&sent, sent.size),
            None => problem(&visitor.app, &visitor.page, Problem::PageOld),
        };
    };
    let taken = attach_part(&visitor.app, &file, fran, &bytes).await;
    match &taken {
        Ok(Progress::Whole) => add(&visitor, &file).await?,
        Err(Failed::File(_)) => change(&visitor, |draft| draft.arriving = None).await?,
        Ok(Progress::At(_)) | Err(_) => {}
    }
    sending::taken(&visitor.app, &visitor.page, &file, taken)
}

/// One at a time: what had begun before is forgotten.
async fn begin(visitor: &Visitor, before: &Draft, file: &ArrivingFile) -> Result<Response, Error> {
    if let Some(token) = before.arriving.as_ref().and_then(|file| file.token.parse::<Token>().ok()) {
        detach(&visitor.app, &token).await?;
    }
    let Written::Kept(token, _) =
        write(&visitor.app, visitor.draft.as_ref(), |draft| draft.arriving = Some(file.clone())).await?
    else {
        return Err(Error::Conflict);
    };
    Ok(visitor.with_draft(&token, told(file, 0)?))
}

async fn add(visitor: &Visitor, file: &ArrivingFile) -> Result<(), Error> {
    let added = DraftFile { token: file.token.clone(), name: shown_name(&file.name), size: file.size };
    change(visitor, |draft| {
        draft.arriving = None;
        draft.files.push(added.clone());
    })
    .await
}

async fn draft(visitor: &Visitor) -> Result<Option<Draft>, Error> {
    match held(&visitor.app, visitor.draft.as_ref()).await? {
        Some(Held::Writing(draft)) => Ok(Some(draft)),
        Some(Held::Sent(_)) => Err(Error::Conflict),
        None => Ok(None),
    }
}

async fn change(visitor: &Visitor, change: impl Fn(&mut Draft)) -> Result<(), Error> {
    write(&visitor.app, visitor.draft.as_ref(), change).await?;
    Ok(())
}
