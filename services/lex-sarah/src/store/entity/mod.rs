//! Rows, private to this room.

pub mod account;
pub mod account_draft;
pub mod assignment;
pub mod attachment;
pub mod briefed;
pub mod briefing;
pub mod briefing_reminder;
pub mod case;
pub mod completion;
pub mod decision;
pub mod diary_check;
pub mod diary_entry;
pub mod diary_unchecked;
pub mod entry;
pub mod implicated;
pub mod ivo_package;
pub mod key_list;
pub mod key_list_entry;
pub mod key_list_look;
pub mod measure_owner;
pub mod note;
pub mod record;
pub mod reminder;
pub mod report;
pub mod report_draft;
pub mod routine;
