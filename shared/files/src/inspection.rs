//! A file that is looked at and scanned while it arrives.

use bytes::Bytes;

use crate::{Check, Kind, Limits, Refusal, Scan, Scanner, Standing};

/// [`Check`] and, where one is configured, the [`Scanner`], side by side.
#[derive(Debug)]
pub struct Inspection {
    check: Check,
    scan: Option<Scan>,
}

impl Inspection {
    /// Begins with the name, of which only the ending is looked at.
    pub fn begin(name: &str, limits: Limits, scanner: Option<&Scanner>) -> Result<Self, Refusal> {
        Ok(Self { check: Check::of(name, limits)?, scan: scanner.map(Scanner::begin) })
    }

    /// What came next.
    pub async fn feed(&mut self, piece: Bytes) -> Result<(), Refusal> {
        self.check.feed(&piece)?;
        if let Some(scan) = &mut self.scan {
            scan.feed(piece).await;
        }
        Ok(())
    }

    /// How many bytes came.
    pub const fn size(&self) -> usize {
        self.check.size()
    }

    /// What it is by what came so far: what only its end can tell is still to come.
    pub fn kind(&self) -> Result<Kind, Refusal> {
        self.check.kind()
    }

    /// What it is and whether it may be opened, now that it is whole. One that the scanner knows for bad is not taken; one that it
    /// has not seen is.
    pub async fn finish(self) -> Result<(Kind, Standing), Refusal> {
        let kind = self.check.finish()?;
        let standing = match self.scan {
            None => Standing::NoScanner,
            Some(scan) => scan.finish().await.standing(),
        };
        match standing {
            Standing::Infected => Err(Refusal::Infected),
            Standing::NoScanner | Standing::Quarantined | Standing::Clean => Ok((kind, standing)),
        }
    }
}
