//! Rows, private to the store.

pub(super) mod absence;
pub(super) mod attachment;
pub(super) mod case_key;
pub(super) mod complaint;
pub(super) mod complaint_link;
pub(super) mod conflict;
pub(super) mod contact;
pub(super) mod disposal;
pub(super) mod disposal_end;
pub(super) mod disposal_item;
pub(super) mod duty_fulfilled;
pub(super) mod earlier_judgement;
pub(super) mod handed_over;
pub(super) mod journal_entry;
pub(super) mod measure;
pub(super) mod message;
pub(super) mod own_matter;
pub(super) mod receipt;
pub(super) mod saved_filter;
pub(super) mod shared_filter;
pub(super) mod working_note;
