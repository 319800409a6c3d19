//! The values everything is made of: ids, time, case numbers, receipt codes, text. No I/O but the system's
//! clock and randomness.

pub mod calendar;
mod case_number;
mod clock;
mod crockford;
mod email;
mod id;
mod receipt_code;
pub mod small_numbers;
pub mod text;

pub use case_number::CaseNumber;
pub use clock::{Clock, Timestamp};
pub use email::EmailAddress;
pub use receipt_code::ReceiptCode;
pub use uuid::Uuid;

define_id!(
    /// A person in the organisation register.
    PersonId
);
define_id!(
    /// A unit in the organisation register.
    UnitId
);
