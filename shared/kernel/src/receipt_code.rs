//! The code that a sender gets and comes back with.

use std::{fmt, str::FromStr};

use zeroize::Zeroizing;

use crate::crockford;

/// A receipt such as `4T9XK-…`: 120 random bits and a check symbol in five groups of five. It opens the matter, so it is
/// a secret: never logged, never in an address, kept nowhere but with the sender.
#[derive(Clone)]
pub struct ReceiptCode(Zeroizing<String>);

/// It is not a receipt code: a symbol is wrong, missing or swapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a receipt code")]
pub struct NotAReceiptCode;

impl ReceiptCode {
    const SYMBOLS: usize = 25;

    pub fn random() -> Self {
        Self(crockford::write(&crockford::random(Self::SYMBOLS - 1), 5).into())
    }

    /// The code as it is shown to its owner and to nobody else.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl FromStr for ReceiptCode {
    type Err = NotAReceiptCode;

    fn from_str(typed: &str) -> Result<Self, NotAReceiptCode> {
        let symbols = crockford::read(typed, Self::SYMBOLS).ok_or(NotAReceiptCode)?;
        Ok(Self(crockford::write(&symbols, 5).into()))
    }
}

impl fmt::Debug for ReceiptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReceiptCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_five_groups_of_five_and_reads_back() {
        let code = ReceiptCode::random();
        assert_eq!(code.reveal().split('-').map(str::len).collect::<Vec<_>>(), [5; 5]);
        assert_eq!(
            code.reveal().parse::<ReceiptCode>().map(|c| c.reveal().to_owned()),
            Ok(code.reveal().to_owned())
        );
    }

    #[test]
    fn a_code_does_not_show_itself_in_logs() {
        assert_eq!(format!("{:?}", ReceiptCode::random()), "ReceiptCode(…)");
    }
}
