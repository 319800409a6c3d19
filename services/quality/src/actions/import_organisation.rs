//! The first register: taken in as a whole.

use audit::{Actor, Deed};
use kernel::{Timestamp, Uuid};
use proto::organisation::Organisation;

use crate::{
    actions::Failed,
    domain::register::SoundRegister,
    store::{Store, StoreError, Tx},
};

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imported {
    /// It is the register now.
    New,
    /// It was the register already, to the letter.
    Same,
}

/// Makes `organisation` the register, where there is none. Another one is never replaced.
#[tracing::instrument(skip_all, err)]
pub async fn import_organisation(
    store: &Store,
    at: Timestamp,
    organisation: Organisation,
) -> Result<Imported, Failed> {
    let register = SoundRegister::parse(organisation).map_err(Failed::Faulty)?;
    let tx = store.begin().await?;
    if let Some(kept) = tx.register().await? {
        let is_same = SoundRegister::parse(kept.organisation).is_ok_and(|kept| kept == register);
        return if is_same { Ok(Imported::Same) } else { Err(Failed::AnotherRegister) };
    }
    write(&tx, at, &register).await.map_err(|error| match error {
        StoreError::Taken => Failed::AnotherRegister,
        other => other.into(),
    })?;
    tx.commit().await?;
    tracing::info!(
        units = register.organisation().units.len(),
        people = register.organisation().people.len(),
        "the organisation register was taken in"
    );
    Ok(Imported::New)
}

async fn write(tx: &Tx, at: Timestamp, register: &SoundRegister) -> Result<(), StoreError> {
    tx.insert_register(at, register).await?;
    // The register is no case: its traces stand under no id.
    let deed = Deed { actor: Actor::System, action: "import_organisation", case: Uuid::nil(), part: None };
    tx.trace(at, deed).await
}
