//! Somebody fetches everything that is filed with IVO, in one.

use audit::Actor;
use bytes::Bytes;
use files::{Content, KeptFile, NotZipped, zip};
use futures_util::{StreamExt, stream, stream::BoxStream};
use kernel::calendar::swedish_time;
use organisation::Colleague;

use super::Failed;
use crate::{
    App,
    domain::{CaseId, Package, Sight},
    store::StoreError,
};

/// A zip, on its way.
pub struct Bundle {
    /// Of the case.
    pub number: String,
    pub content: BoxStream<'static, Result<Bytes, NotZipped>>,
}

/// The paper, the files and the manifest as they were frozen, for whoever sees the whole case. That they were fetched is written before
/// anything is handed out. Every file is gone through first: nothing is handed out of a package that is not as it was frozen.
#[tracing::instrument(skip_all, fields(case.id = %id), err(level = "info"))]
pub async fn open_bundle(app: &App, person: &Colleague, id: CaseId) -> Result<Bundle, Failed> {
    let tx = app.store.begin().await?;
    let seen = tx.case_as_seen_by(id, person).await?.filter(|seen| seen.sight == Sight::Whole);
    let seen = seen.ok_or(Failed::NotThere)?;
    let package = tx.package(id, &seen.key).await?.ok_or(Failed::NotThere)?;
    let mut files = Vec::new();
    for enclosed in &package.enclosed {
        let key = tx.attachment_key(enclosed.id, &seen.key).await?;
        files.push(app.store.content(enclosed.id, key));
    }
    tx.trace_fetching(Actor::Person(person.id), id, app.now()).await?;
    tx.commit().await?;
    together(seen.case.number.to_string(), package, files).await
}

async fn together(number: String, package: Package, files: Vec<KeptFile>) -> Result<Bundle, Failed> {
    let made = [(Package::PAPER, package.paper), (Package::MANIFEST, package.manifest.into_bytes())];
    let whole = |bytes: Vec<u8>| -> Content { stream::iter([Ok(bytes.into())]).boxed() };
    let mut parts: Vec<_> = made.into_iter().map(|(name, bytes)| (name.to_owned(), whole(bytes))).collect();
    for (enclosed, mut file) in package.enclosed.into_iter().zip(files) {
        if file.fingerprint().await?.sha256 != enclosed.sha256 {
            let row = enclosed.id.as_uuid();
            return Err(StoreError::Damaged { table: "attachment_chunk", column: "sealed", row }.into());
        }
        parts.push((enclosed.path, file.stream().boxed()));
    }
    Ok(Bundle { number, content: zip(swedish_time(package.made_at), parts).boxed() })
}
