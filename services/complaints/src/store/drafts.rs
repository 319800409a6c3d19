//! Complaints that are being written, sealed for the writer alone.

use db::Script;

pub const MIGRATION: Script =
    Script { name: "drafts_1", up: include_str!("drafts_1.sql"), append_only: &[], tables: &["draft"] };
