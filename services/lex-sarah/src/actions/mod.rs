//! What somebody can do, one file a verb. Each looks up the case as that person sees it, asks the domain, writes, leaves
//! its trace and tells whom it concerns, in one transaction.

mod account;
mod account_paper;
mod account_tables;
mod add_entry;
mod add_measure;
mod archive;
mod attach;
mod check_registration;
mod close;
mod close_ivo;
mod complete_inquiry;
mod consider_duty;
mod decide;
mod deed;
mod draft;
mod extend_ivo;
mod failed;
mod find_out_of_scope;
mod follow_up;
mod forget;
mod give_feedback;
mod hand_back;
mod hand_over;
mod implicate;
mod inform;
mod ivo_paper;
mod judge_effect;
mod key_list;
mod manifest;
mod names;
mod notify_ivo;
mod open_attachment;
mod open_bundle;
mod open_package;
mod people;
mod prepare_ivo;
mod propose_ivo;
mod propose_out_of_scope;
mod protect;
mod read;
mod receive;
mod remedy;
mod remind;
mod reopen;
mod report;
mod require_ivo;
mod rescan;
mod send_inquiry_to_ivo;
mod settle_measure;
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

pub use account::{YearsAccount, account, account_paper, account_years, approve_account, draft_account};
pub use account_tables::{FigureTable, figure_tables};
pub use add_entry::add_entry;
pub use add_measure::{add_measure, owners};
pub use archive::archive;
pub use attach::{attach, attach_to_entry, detach, waiting};
pub use check_registration::{check_registration, registration};
pub use close::close;
pub use close_ivo::close_ivo;
pub use complete_inquiry::complete_inquiry;
pub use consider_duty::consider_duty;
pub use decide::decide;
pub use draft::{draft, keep_draft, lock, lock_draft};
pub use extend_ivo::extend_ivo;
pub use failed::Failed;
pub use find_out_of_scope::find_out_of_scope;
pub use follow_up::follow_up;
pub use forget::forget;
pub use give_feedback::give_feedback;
pub use hand_back::hand_back;
pub use hand_over::hand_over;
pub use implicate::{implicate, who_may_be_implicated};
pub use inform::{
    Informedness, Known, add_routine, informedness, record_briefing, remind_of_informing, routines,
};
pub use judge_effect::judge_effect;
pub use key_list::{add_key, look_in_key_list};
pub use notify_ivo::notify_ivo;
pub use open_attachment::{OpenFile, open_attachment};
pub use open_bundle::{Bundle, open_bundle};
pub use open_package::open_package;
pub use people::{employees, people_to_check, tellers, units_to_take_down_for};
pub use prepare_ivo::prepare_ivo;
pub use propose_ivo::propose_ivo;
pub use propose_out_of_scope::propose_out_of_scope;
pub use protect::protect;
pub use read::{Opened, read, read_to};
pub use receive::Receipt;
pub use remedy::remedy;
pub use remind::{remind, remind_once};
pub use reopen::reopen;
pub use report::{Repeat, report, take_down};
pub use require_ivo::require_ivo;
pub use rescan::{rescan, rescan_once};
pub use send_inquiry_to_ivo::send_inquiry_to_ivo;
pub use settle_measure::settle_measure;
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
