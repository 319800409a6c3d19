//! The organisation register as others see it (H14): the last copy, and who has which role where.
//!
//! The identity provider says who somebody is; this register says what they may be asked to do. Quality owns it;
//! every other service keeps its last copy and works on when quality is away.

mod copy;
mod register;

pub use copy::{Directory, MIGRATION};
pub use proto::organisation::{Assignment, Organisation, Role};
pub use register::{Colleague, Register};
