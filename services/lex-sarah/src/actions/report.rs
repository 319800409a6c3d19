//! Somebody who works in the activity reports a misconduct, or a risk of one (LSS 24 b §).

use organisation::Colleague;
use vault::Token;

use super::{Failed, Receipt, receive::receive};
use crate::{
    App,
    domain::NewReport,
    store::{Answered, StoreError},
};

/// What makes a request known when it comes again: its key, and everything it says.
#[derive(Debug)]
pub struct Repeat {
    pub key: Token,
    pub request: Token,
}

/// The same request sent twice is one report, also when both come at the same moment.
#[tracing::instrument(skip_all, err)]
pub async fn report(app: &App, by: &Colleague, new: &NewReport, repeat: &Repeat) -> Result<Receipt, Failed> {
    match once(app, by, new, repeat).await {
        // The first one has been answered meanwhile.
        Err(Failed::Store(StoreError::UnderWay)) => once(app, by, new, repeat).await,
        done => done,
    }
}

async fn once(app: &App, by: &Colleague, new: &NewReport, repeat: &Repeat) -> Result<Receipt, Failed> {
    let (tx, now) = (app.store.begin().await?, app.now());
    match tx.answered(&repeat.key, &repeat.request).await? {
        Answered::With(answer) => return Receipt::kept(&answer).ok_or(Failed::KeyReused),
        Answered::ToAnother => return Err(Failed::KeyReused),
        Answered::Never => {}
    }
    let receipt = receive(&tx, app, by, new, now).await?;
    tx.keep_answer(&repeat.key, &repeat.request, &receipt.keep(), now).await?;
    tx.commit().await?;
    app.inside.deliveries.wake();
    Ok(receipt)
}
