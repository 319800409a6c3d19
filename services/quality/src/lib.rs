//! The systematic quality work: who is responsible for what, and what was learnt from what went wrong.
//!
//! ```text
//! pages, http ─▶ actions ─▶ domain      domain   what quality knows: the register, facts, who may see them
//!      │            └─────▶ store       actions  what can be done, one file a verb
//!      └─(reads only)─────▶ store       store    the database
//! ```
//!
//! Quality owns the organisation register that every other service keeps a copy of. From cases it gets counts and
//! codes, never a person and never free text.

pub mod actions;
mod app;
pub mod domain;
mod http;
mod pages;
pub mod store;

use process::{Inside, Open, Part, Work};
use proto::Service;
use tokio_util::sync::CancellationToken;
use web::{Texts, fluent_templates::static_loader};

pub use app::App;
pub use http::openapi;

static_loader! {
    static LOCALES = {
        locales: "./locales",
        fallback_language: "sv",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// The service, to be run.
pub const PART: Part = Part {
    service: Service::Quality,
    name: "quality",
    texts: || Texts::new(&LOCALES),
    migrate: |database| Box::pin(db::migrate::<store::Migrator>(database)),
    open: Open::Inside(open),
};

#[expect(clippy::unnecessary_wraps, reason = "a part may refuse to open")]
fn open(inside: Inside, stop: CancellationToken) -> anyhow::Result<(axum::Router, Vec<Work>)> {
    let app = App::new(inside);
    let work: Work = Box::pin(app.clone().follow_register(stop));
    Ok((pages::routes().merge(http::routes()).with_state(app), vec![work]))
}
