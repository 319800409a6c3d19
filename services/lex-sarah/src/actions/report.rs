//! Somebody who works in the activity reports a misconduct, or a risk of one (LSS 24 b §), in writing or by word of mouth.

use kernel::PersonId;
use organisation::Colleague;
use vault::Token;

use super::{
    Failed, Receipt,
    receive::{Source, receive},
    writer,
};
use crate::{
    App,
    domain::{Channel, NewOral, NewReport, Standings},
    store::{Answered, StoreError},
};

/// What makes a request known when it comes again: its key, and everything it says.
#[derive(Debug)]
pub struct Repeat {
    pub key: Token,
    pub request: Token,
}

#[tracing::instrument(skip_all, err)]
pub async fn report(app: &App, by: &Colleague, new: &NewReport, repeat: &Repeat) -> Result<Receipt, Failed> {
    taken_once(app, &Source::own(by, new.unit), new, repeat).await
}

/// `by` writes down what somebody told. It is the teller's report: their name stands under it, and they can follow it.
#[tracing::instrument(skip_all, err)]
pub async fn take_down(app: &App, by: &Colleague, new: &NewOral, repeat: &Repeat) -> Result<Receipt, Failed> {
    let source = Source {
        // Somebody whom the register does not know gets an id with which nobody logs in.
        reporter: new.teller.id.unwrap_or_else(PersonId::new),
        signature: new.teller.signature.clone(),
        standings: Standings::taking_down(by, new.report.unit),
        taken_down: Some((writer(by, app.now()), new.read_back)),
        left_out: Vec::new(),
    };
    taken_once(app, &source, &new.report, repeat).await
}

/// The same request sent twice is one report, also when both come at the same moment.
async fn taken_once(app: &App, source: &Source, new: &NewReport, repeat: &Repeat) -> Result<Receipt, Failed> {
    match once(app, source, new, repeat).await {
        // The first one has been answered meanwhile.
        Err(Failed::Store(StoreError::UnderWay)) => once(app, source, new, repeat).await,
        done => done,
    }
}

async fn once(app: &App, source: &Source, new: &NewReport, repeat: &Repeat) -> Result<Receipt, Failed> {
    let (tx, now) = (app.store.begin().await?, app.now());
    match tx.answered(&repeat.key, &repeat.request).await? {
        Answered::With(answer) => return Receipt::kept(&answer).ok_or(Failed::KeyReused),
        Answered::ToAnother => return Err(Failed::KeyReused),
        Answered::Never => {}
    }
    let receipt = receive(&tx, app, source, new, now).await?;
    if new.channel == Channel::Form {
        tx.remove_draft(source.reporter).await?;
    }
    tx.keep_answer(&repeat.key, &repeat.request, &receipt.keep(), now).await?;
    tx.commit().await?;
    app.inside.deliveries.wake();
    Ok(receipt)
}
