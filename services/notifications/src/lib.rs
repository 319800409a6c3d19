//! Tells people that something waits, never what.
//!
//! ```text
//! pages, http ─▶ actions ─▶ domain      domain   who is told, and what has become of it
//!      │            ├─────▶ mail        mail     what a mail says, and handing it to the mail server
//!      │            └─────▶ store       actions  what can be done, one file a verb
//!      └─(reads only)─────▶ store       store    the database
//! ```
//!
//! There is no field for text anywhere in it, so no content of a case can leave by mail (requirements I.3). Addresses are sealed
//! when they are kept and removed when they have served their time.

pub mod actions;
mod app;
pub mod config;
pub mod domain;
mod http;
pub mod mail;
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
    service: Service::Notifications,
    name: "notifications",
    // Mails are in each language; the pages, which those at work see, in two.
    texts: || Texts::new(&LOCALES).offering(&["sv", "en"]),
    migrate: |database| Box::pin(db::migrate::<store::Migrator>(database)),
    open: Open::Inside(open),
};

fn open(inside: Inside, stop: CancellationToken) -> anyhow::Result<(axum::Router, Vec<Work>)> {
    let app = App::new(inside)?;
    let work: Vec<Work> = vec![
        Box::pin(actions::keep_delivering(app.clone(), stop.clone())),
        Box::pin(actions::keep_forgetting(app.clone(), stop)),
    ];
    Ok((pages::routes().merge(http::routes()).with_state(app), work))
}
