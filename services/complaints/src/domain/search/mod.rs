//! Looking for a matter: by what is plain, and by words among what somebody may open.

mod folded;
mod passage;
mod wanted;
mod words;

pub use passage::{Excerpt, Passage, Piece, Where};
pub use wanted::{Number, TypedSearch, Wanted};
pub use words::Words;
