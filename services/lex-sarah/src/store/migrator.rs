//! The tables, in the order in which they came.

use db::Script;
use sea_orm_migration::{MigrationTrait, MigratorTrait};

const OWN: Script = Script {
    name: "lex_sarah_1",
    up: include_str!("lex_sarah_1.sql"),
    append_only: &[
        "diary_entry",
        "report",
        "implicated",
        "assignment",
        "note",
        "entry",
        "completion",
        "decision",
        "record",
        "ivo_package",
        "measure_owner",
        "key_list_entry",
    ],
    tables: &[
        "key_list_entry",
        "key_list",
        "measure_owner",
        "reminder",
        "ivo_package",
        "record",
        "decision",
        "completion",
        "entry",
        "note",
        "assignment",
        "implicated",
        "report",
        "diary_entry",
        "lex_sarah_case",
        "diary_counter",
    ],
};

/// Everything this service keeps.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(audit::MIGRATION),
            Box::new(outbox::MIGRATION),
            Box::new(organisation::MIGRATION),
            Box::new(auth::MIGRATION),
            Box::new(OWN),
            Box::new(super::drafts::MIGRATION),
            Box::new(super::key_list::MIGRATION),
            Box::new(super::information::MIGRATION),
            Box::new(super::accounts::MIGRATION),
            Box::new(super::attachments::MIGRATION),
            Box::new(super::registrations::MIGRATION),
        ]
    }
}
