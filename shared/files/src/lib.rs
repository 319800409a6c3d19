//! Files that people send: which are taken, what is shown of them, and whether they may leave again.
//!
//! **While a file arrives**, piece by piece and before anything is kept:
//!
//! ```
//! use files::{Check, Kind, Limits, Refusal};
//!
//! # fn pieces() -> [&'static [u8]; 2] { [b"Hej! Jag", b" heter Kim."] }
//! let mut check = Check::of("brev.txt", Limits::default())?;
//! for piece in pieces() {
//!     check.feed(piece)?; // as soon as it is known, it is refused
//! }
//! assert_eq!(check.finish()?, Kind::Text); // never kept as whole without this
//! # Ok::<(), Refusal>(())
//! ```
//!
//! When the beginning must be written down before the end is there, [`Check::kind`] says what it looks like by its first
//! megabyte; what only the end tells (macros, a password) still comes with `finish`, and the file must then be removed.
//! Every [`Refusal`] is a reason of its own, for the service to put into words.
//!
//! **Beside it, the scanner**, where one is configured: [`Inspection`] does both.
//!
//! ```
//! # async fn f(scanner: Option<files::Scanner>, pieces: Vec<bytes::Bytes>) -> Result<files::Standing, files::Refusal> {
//! let mut inspection = files::Inspection::begin("brev.txt", files::Limits::default(), scanner.as_ref())?;
//! for piece in pieces {
//!     inspection.feed(piece).await?;
//! }
//! let (_kind, standing) = inspection.finish().await?;
//! # Ok(standing)
//! # }
//! ```
//!
//! Nothing here fails because of the scanner's absence: whatever happens to it, the file is taken and its [`Standing`] says whether
//! it may be handed out. What it knows for bad is not taken. `Quarantined` waits until somebody who can open the file has it scanned again; `Infected` never leaves. Keep the
//! standing's word beside the file and ask [`Standing::may_leave`] wherever a file is opened, the sender's own included.
//!
//! **In the database** a file is kept in sealed pieces: [`Incoming`] writes them as they come, [`KeptFile`] opens them as they leave.
//! Neither holds more than a megabyte. Whose the file is, who may open it, and its trace are the service's to keep.
//!
//! **Put together**, [`zip`] makes one of several, written as it leaves.
//!
//! **To show a picture**, [`show`] makes it anew: nothing of what the camera wrote into it (place, time, owner) comes along. What was
//! sent stays as it was. It works beside the async threads, on one picture at a time.

mod check;
mod content;
mod held;
mod incoming;
mod inspection;
mod kept_file;
mod kind;
mod needles;
mod pieces;
mod preview;
mod refusal;
mod scan;
mod standing;
mod text;
mod zip;

pub use check::{Check, Limits};
pub use held::Held;
pub use incoming::{Incoming, PART};
pub use inspection::Inspection;
pub use kept_file::{Fingerprint, KeptFile};
pub use kind::{Kind, UnknownWord};
pub use pieces::{NotOpened, PIECE, count_pieces, count_pieces_of, remove_pieces};
pub use preview::{NoPreview, Preview, preview, show};
pub use refusal::Refusal;
pub use scan::{NotScanned, Scan, Scanner, Verdict};
pub use standing::Standing;
pub use zip::{Content, NotZipped, zip};
