//! Rows, private to this room.

pub mod assignment;
pub mod case;
pub mod completion;
pub mod decision;
pub mod diary_entry;
pub mod entry;
pub mod implicated;
pub mod key_list;
pub mod note;
pub mod report;
pub mod report_draft;
