//! What somebody can do, one file a verb. Each looks up the case as that person sees it, asks the domain, writes, leaves
//! its trace and tells whom it concerns, in one transaction.

mod add_entry;
mod complete_inquiry;
mod decide;
mod draft;
mod failed;
mod forget;
mod hand_over;
mod implicate;
mod key_list;
mod people;
mod protect;
mod read;
mod receive;
mod report;
mod start_inquiry;
mod take;
mod tell;
mod wish_to_withdraw;

use kernel::Timestamp;
use organisation::Colleague;

use crate::{
    domain::{CaseId, Signature},
    store::{Seen, Tx, Writer},
};

pub use add_entry::add_entry;
pub use complete_inquiry::complete_inquiry;
pub use decide::decide;
pub use draft::{draft, keep_draft, lock_draft};
pub use failed::Failed;
pub use forget::forget;
pub use hand_over::hand_over;
pub use implicate::{implicate, who_may_be_implicated};
pub use key_list::{add_key, look_in_key_list};
pub use people::{people_to_check, tellers, units_to_take_down_for};
pub use protect::protect;
pub use read::{Opened, read};
pub use receive::Receipt;
pub use report::{Repeat, report, take_down};
pub use start_inquiry::start_inquiry;
pub use take::take;
pub use wish_to_withdraw::wish_to_withdraw;

/// The case, if it is there for this person and still as they saw it.
async fn unchanged(tx: &Tx, id: CaseId, person: &Colleague, version: i64) -> Result<Seen, Failed> {
    let seen = tx.case_as_seen_by(id, person).await?.ok_or(Failed::NotThere)?;
    if seen.case.version == version { Ok(seen) } else { Err(Failed::Stale) }
}

fn writer(person: &Colleague, at: Timestamp) -> Writer {
    Writer { id: person.id, signature: Signature::of(person), at }
}
