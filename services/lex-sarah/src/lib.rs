//! Lex Sarah: staff report a misconduct, somebody is protected at once, it is inquired into, and another person decides.
//!
//! ```text
//! pages, http ─▶ actions ─▶ domain      domain   what a case is and may become; the table of transitions
//!      │            └─────▶ store       actions  what somebody can do, one file a verb
//!      └─(lists only)─────▶ store       store    the database, sealed
//! ```

mod actions;
mod app;
mod at;
pub mod domain;
mod download;
mod http;
mod pages;
pub mod store;

use axum::Router;
use process::{Inside, Open, Part, Work};
use proto::Service;
use tokio_util::sync::CancellationToken;
use web::{
    Texts,
    fluent_templates::{LanguageIdentifier, static_loader},
};

pub use actions::{remind_of_informing, remind_once, rescan_once};
pub use app::App;
pub use http::document as openapi;
pub use store::Migrator;

static_loader! {
    static LOCALES = {
        locales: "./locales",
        fallback_language: "sv",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// As Swedish authorities write to each other (språklagen 10 §).
fn swedish() -> LanguageIdentifier {
    "sv".parse().expect("the tag of a language")
}

/// A text of ours for a paper to a Swedish authority, whoever makes it.
fn in_swedish(key: &str) -> String {
    Texts::new(&LOCALES).text(&swedish(), key)
}

fn in_swedish_with(key: &str, values: &[(&'static str, String)]) -> String {
    Texts::new(&LOCALES).text_with(&swedish(), key, values)
}

/// The whole service.
pub const PART: Part = Part {
    service: Service::LexSarah,
    name: "lex-sarah",
    texts: || Texts::new(&LOCALES),
    migrate: |database| Box::pin(db::migrate::<Migrator>(database)),
    open: Open::Inside(open),
};

fn open(inside: Inside, stop: CancellationToken) -> anyhow::Result<(Router, Vec<Work>)> {
    let app = App::new(inside)?;
    let work: Vec<Work> = vec![
        Box::pin(actions::forget(app.clone(), stop.clone())),
        Box::pin(actions::remind(app.clone(), stop.clone())),
        Box::pin(actions::rescan(app.clone(), stop)),
    ];
    Ok((pages::routes(&app.policy).merge(http::routes()).with_state(app), work))
}
