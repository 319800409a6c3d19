//! Complaints, views and praise: taken in from anyone, handled by the unit, answered.
//!
//! ```text
//! pages, http ─▶ actions ─▶ domain      domain   what a complaint is and may become
//!      │            └─────▶ store       actions  what somebody can do, one file a verb
//!      └─(lists only)─────▶ store       store    the database
//! ```
//!
//! Two halves, one database. The public half ([`PublicApp`]) seals and opens nothing but what a receipt opens; the
//! half for staff ([`StaffApp`]) has the keys. What belongs to the public half names neither the other app nor a key
//! ring: a test reads the files.

pub mod actions;
mod address;
mod admission;
mod app;
pub mod domain;
mod download;
mod http;
mod pages;
pub mod store;

use axum::middleware::from_fn_with_state;
use process::{Ground, Inside, Open, Part, Work};
use proto::Service;
use tokio_util::sync::CancellationToken;
use web::{Texts, fluent_templates::static_loader};

pub use app::{PublicApp, StaffApp};
pub use http::{public_document, staff_document};

static_loader! {
    static LOCALES = {
        locales: "./locales",
        fallback_language: "sv",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// For anyone.
pub const PUBLIC_PART: Part = Part {
    service: Service::Complaints,
    name: "complaints-public",
    texts,
    migrate: |database| Box::pin(db::migrate::<store::Migrator>(database)),
    open: Open::Outside { open: open_public, exit: "/lamna", personal_data: pages::public::PERSONAL_DATA },
};

/// For those who handle complaints.
pub const STAFF_PART: Part = Part {
    service: Service::Complaints,
    name: "complaints-staff",
    texts: || texts().offering(&["sv", "en"]).but_all_under(pages::own::OWN),
    migrate: |database| Box::pin(db::migrate::<store::Migrator>(database)),
    open: Open::Inside(open_staff),
};

fn texts() -> Texts {
    Texts::new(&LOCALES)
}

fn open_public(ground: Ground) -> anyhow::Result<axum::Router> {
    let app = PublicApp::new(ground)?;
    tell_unread_languages(&texts());
    let routes = pages::public::routes(&app).merge(http::public::routes(&app));
    let admission = from_fn_with_state(admission::Admission::of(&app), admission::admit);
    Ok(routes.layer(admission).with_state(app))
}

/// Those who run it must know which texts nobody whose language it is has read through; the public reads it in the
/// accessibility statement.
fn tell_unread_languages(texts: &Texts) {
    for language in texts.languages() {
        let review = texts.text(&language, "public-review");
        if review != "native" {
            tracing::info!(
                language = web::tag(&language),
                review,
                "the public texts wait for a native reader"
            );
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "as a part is opened")]
fn open_staff(inside: Inside, stop: CancellationToken) -> anyhow::Result<(axum::Router, Vec<Work>)> {
    let app = StaffApp::new(inside)?;
    let work = actions::work(&app, &stop);
    Ok((
        pages::staff::routes(&app)
            .merge(pages::own::routes(&app))
            .merge(http::staff::routes())
            .with_state(app),
        work,
    ))
}
