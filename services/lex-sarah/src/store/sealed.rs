//! Sealing and opening the cells of a row.

use kernel::{Uuid, text::FreeText};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use vault::{CaseKey, Cell};

use super::StoreError;
use crate::domain::Signature;

pub const SERVICE: &str = "lex-sarah";
/// The key list has keys of its own, which no case key opens.
pub const KEY_LIST: &str = "lex-sarah key list";
/// So has a half-written report, which belongs to no case yet.
pub const DRAFT: &str = "lex-sarah draft";

/// And a file, which is there before its case. The case's key seals its key.
pub const FILE: &str = "lex-sarah file";

/// The cells of one row that never changes.
pub struct Row<'a> {
    pub key: &'a CaseKey,
    pub table: &'static str,
    pub id: Uuid,
}

#[derive(Serialize, Deserialize)]
struct SignatureCell {
    name: String,
    title: Option<String>,
}

impl SignatureCell {
    fn of(signature: &Signature) -> Self {
        Self { name: signature.name.clone(), title: signature.title.clone() }
    }

    fn signature(self) -> Signature {
        Signature { name: self.name, title: self.title }
    }
}

impl Row<'_> {
    const fn cell(&self, column: &'static str) -> Cell {
        Cell { table: self.table, column, row: self.id, version: 1 }
    }

    pub fn seal(&self, column: &'static str, text: &str) -> Vec<u8> {
        self.key.seal(self.cell(column), text.as_bytes())
    }

    pub fn seal_optional(&self, column: &'static str, text: Option<&FreeText>) -> Option<Vec<u8>> {
        text.map(|text| self.seal(column, text.as_str()))
    }

    pub fn seal_signature(&self, signature: &Signature) -> Vec<u8> {
        self.seal_named_signature("signature", signature)
    }

    /// For a row with more than one.
    pub fn seal_named_signature(&self, column: &'static str, signature: &Signature) -> Vec<u8> {
        self.seal_json(column, &SignatureCell::of(signature))
    }

    pub fn seal_signatures(&self, column: &'static str, signatures: &[Signature]) -> Vec<u8> {
        let cells: Vec<_> = signatures.iter().map(SignatureCell::of).collect();
        self.seal_json(column, &cells)
    }

    pub fn seal_json(&self, column: &'static str, value: &impl Serialize) -> Vec<u8> {
        let json = serde_json::to_string(value).expect("a record of plain values is JSON");
        self.seal(column, &json)
    }

    pub fn seal_bytes(&self, column: &'static str, bytes: &[u8]) -> Vec<u8> {
        self.key.seal(self.cell(column), bytes)
    }

    pub fn open_bytes(&self, column: &'static str, sealed: &[u8]) -> Result<Vec<u8>, StoreError> {
        Ok(self.key.open(self.cell(column), sealed)?.to_vec())
    }

    pub fn open(&self, column: &'static str, sealed: &[u8]) -> Result<String, StoreError> {
        Ok(self.key.open_text(self.cell(column), sealed)?)
    }

    pub fn open_optional(
        &self,
        column: &'static str,
        sealed: Option<&[u8]>,
    ) -> Result<Option<String>, StoreError> {
        sealed.map(|sealed| self.open(column, sealed)).transpose()
    }

    pub fn open_signature(&self, sealed: &[u8]) -> Result<Signature, StoreError> {
        self.open_named_signature("signature", sealed)
    }

    pub fn open_named_signature(&self, column: &'static str, sealed: &[u8]) -> Result<Signature, StoreError> {
        self.open_json(column, sealed).map(SignatureCell::signature)
    }

    pub fn open_signatures(&self, column: &'static str, sealed: &[u8]) -> Result<Vec<Signature>, StoreError> {
        let cells: Vec<SignatureCell> = self.open_json(column, sealed)?;
        Ok(cells.into_iter().map(SignatureCell::signature).collect())
    }

    pub fn open_json<T: DeserializeOwned>(
        &self,
        column: &'static str,
        sealed: &[u8],
    ) -> Result<T, StoreError> {
        serde_json::from_str(&self.open(column, sealed)?).map_err(|_| self.damaged(column))
    }

    pub const fn damaged(&self, column: &'static str) -> StoreError {
        StoreError::Damaged { table: self.table, column, row: self.id }
    }
}
