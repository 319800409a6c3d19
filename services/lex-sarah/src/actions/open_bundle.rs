//! Somebody fetches everything that is filed with IVO, in one.

use audit::Actor;
use bytes::Bytes;
use files::{Fingerprint, KeptFile, NotOpened, Zip};
use futures_util::{StreamExt, stream, stream::BoxStream};
use kernel::calendar::swedish_time;
use organisation::Colleague;

use super::Failed;
use crate::{
    App,
    domain::{CaseId, Enclosed, Package, Sight},
    store::StoreError,
};

/// A zip, on its way.
pub struct Bundle {
    /// Of the case.
    pub number: String,
    /// In bytes.
    pub length: u64,
    pub content: BoxStream<'static, Result<Bytes, NotOpened>>,
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
    let mut zip = Zip::new(swedish_time(package.made_at));
    let (mut content, mut length) = (stream::empty().boxed(), 0);
    for (name, bytes) in [(Package::PAPER, package.paper), (Package::MANIFEST, package.manifest.into_bytes())]
    {
        let size = bytes.len() as u64;
        let head = zip.file(name, size, crc32fast::hash(&bytes))?;
        length += head.len() as u64 + size;
        content = content.chain(stream::iter([Ok(head.into()), Ok(bytes.into())])).boxed();
    }
    for (enclosed, mut file) in package.enclosed.iter().zip(files) {
        let Fingerprint { crc32, size, .. } = as_frozen(enclosed, &mut file).await?;
        let head = zip.file(&enclosed.path, size, crc32)?;
        length += head.len() as u64 + size;
        content = content.chain(stream::iter([Ok(head.into())])).chain(file.stream()).boxed();
    }
    let end = zip.end()?;
    length += end.len() as u64;
    Ok(Bundle { number, length, content: content.chain(stream::iter([Ok(end.into())])).boxed() })
}

async fn as_frozen(enclosed: &Enclosed, file: &mut KeptFile) -> Result<Fingerprint, Failed> {
    let found = file.fingerprint().await?;
    if found.sha256 == enclosed.sha256 {
        return Ok(found);
    }
    let row = enclosed.id.as_uuid();
    Err(StoreError::Damaged { table: "attachment_chunk", column: "sealed", row }.into())
}
