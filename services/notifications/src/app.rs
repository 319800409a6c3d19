//! What every handler can reach.

use std::{iter, sync::Arc};

use auth::Auth;
use axum::extract::FromRef;
use kernel::Timestamp;
use process::Inside;
use tokio::sync::Notify;
use web::{Site, Texts, fluent_templates::LanguageIdentifier};

use crate::{config::Settings, mail::Post, store::Store};

/// The service.
#[derive(Clone)]
pub struct App {
    pub store: Store,
    pub post: Post,
    pub settings: Arc<Settings>,
    pub inside: Inside,
    /// Told when a mail is to leave at once and not at the next round.
    pub something_new: Arc<Notify>,
}

impl App {
    /// Refuses to start with a mail server that it cannot speak to in the way it is told, or with links that tell too much.
    pub fn new(inside: Inside) -> anyhow::Result<Self> {
        let settings: Settings = inside.ground.own.read()?;
        settings.origins.keep_quiet()?;
        Ok(Self {
            store: Store::new(inside.ground.database.clone()),
            post: Post::new(&settings.mail)?,
            settings: Arc::new(settings),
            inside,
            something_new: Arc::new(Notify::new()),
        })
    }

    pub fn now(&self) -> Timestamp {
        self.inside.ground.clock.now()
    }

    pub fn texts(&self) -> &Texts {
        self.inside.ground.site.texts()
    }

    /// The language of a mail if there is a file for it, else Swedish.
    pub fn language(&self, wish: &str) -> LanguageIdentifier {
        self.texts().in_all().choose(iter::once(wish))
    }
}

impl FromRef<App> for Site {
    fn from_ref(app: &App) -> Self {
        app.inside.ground.site.clone()
    }
}

impl FromRef<App> for Auth {
    fn from_ref(app: &App) -> Self {
        app.inside.auth.clone()
    }
}
