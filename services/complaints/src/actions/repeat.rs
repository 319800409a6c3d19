//! A request that may come twice.

use kernel::Timestamp;
use outbox::once::{Known, NotKept};
use vault::Token;

use crate::{
    actions::Failed,
    store::{Store, Tx},
};

/// The key a request carries, and what it asks for. The same key and the same request get the same answer.
#[derive(Debug, Clone)]
pub struct Repeat {
    key: Token,
    request: Token,
}

impl Repeat {
    /// `what` names the verb, `key` is the caller's choice, `request` everything it asks for.
    pub fn new(what: &str, key: &str, request: &[u8]) -> Self {
        Self {
            key: Token::chosen(&[what.as_bytes(), key.as_bytes()]),
            request: Token::chosen(&[what.as_bytes(), request]),
        }
    }

    /// What was answered the first time, if this is not it.
    pub(crate) async fn answer(&self, store: &Store) -> Result<Option<Vec<u8>>, Failed> {
        match store.known_answer(&self.key, &self.request).await? {
            Known::Nothing => Ok(None),
            Known::Answered(answer) => Ok(Some(answer)),
            Known::AnotherRequest => Err(Failed::KeyReused),
        }
    }

    /// Does what is asked, unless it was done before. What fails because the other of two requests at the same moment was first, was done
    /// by that one.
    pub(crate) async fn once(
        &self,
        store: &Store,
        deed: impl Future<Output = Result<(), Failed>>,
    ) -> Result<(), Failed> {
        if self.answer(store).await?.is_some() {
            return Ok(());
        }
        match deed.await {
            Err(failed) => self.answer_despite(failed, store).await.map(drop),
            done => done,
        }
    }

    /// Keeps the answer in the transaction that did what was asked.
    pub(crate) async fn keep(&self, tx: &Tx, answer: &[u8], at: Timestamp) -> Result<(), Failed> {
        tx.keep_answer(&self.key, &self.request, answer, at).await.map_err(|not_kept| match not_kept {
            NotKept::UnderWay => Failed::UnderWay,
            NotKept::Database(error) => Failed::Store(error.into()),
        })
    }

    /// The answer that the other of two requests made at the same moment was given: what it took may be why this one failed. If it
    /// was given none, this one has failed.
    pub(crate) async fn answer_despite(&self, failed: Failed, store: &Store) -> Result<Vec<u8>, Failed> {
        self.answer(store).await?.ok_or(failed)
    }
}
