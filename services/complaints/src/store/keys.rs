//! Wrapped case keys, and the receipts they are wrapped for.

use sea_orm::{Set, entity::prelude::*};
use vault::WrappedKey;

use crate::{
    domain::ComplaintId,
    store::{
        StoreError, Tx,
        entity::{case_key, receipt},
    },
};

/// A case key as wrapped for those who may have it.
pub struct Wrapped {
    /// The whole, for the service.
    pub service: WrappedKey,
    /// The sender's half, for the receipt.
    pub receipt: WrappedKey,
    pub receipt_hash: [u8; 32],
    pub receipt_public_key: Vec<u8>,
}

impl Tx {
    pub async fn add_keys(&self, id: ComplaintId, keys: Wrapped) -> Result<(), StoreError> {
        let row = |holder: &str, key: WrappedKey| case_key::ActiveModel {
            complaint_id: Set(id.as_uuid()),
            holder: Set(holder.to_owned()),
            key_id: Set(key.key_id),
            sealed: Set(key.sealed),
        };
        let rows = [row("service", keys.service), row("receipt", keys.receipt)];
        case_key::Entity::insert_many(rows).exec_without_returning(&self.0).await?;
        let receipt = receipt::ActiveModel {
            complaint_id: Set(id.as_uuid()),
            hash: Set(keys.receipt_hash.to_vec()),
            public_key: Set(keys.receipt_public_key),
        };
        receipt::Entity::insert(receipt).exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// The whole key, for whoever holds the service's ring.
    pub async fn service_key(&self, id: ComplaintId) -> Result<WrappedKey, StoreError> {
        let found = case_key::Entity::find_by_id((id.as_uuid(), "service".to_owned())).one(&self.0).await?;
        let damaged = || StoreError::Damaged { table: "case_key", column: "sealed", row: id.as_uuid() };
        found.map(|row| WrappedKey { key_id: row.key_id, sealed: row.sealed }).ok_or_else(damaged)
    }
}
