//! One service's site: what is the same on each of its pages, and the layers around its routes.

use std::sync::Arc;

use axum::{Router, extract::DefaultBodyLimit, http::HeaderValue, middleware};
use tower_http::catch_panic::CatchPanicLayer;
use vault::MacKey;

use crate::{Contacts, Texts, about, assets, dress, headers, keys, origin, pace, visit};

/// What a service's pages have in common. Cheap to clone.
#[derive(Clone)]
pub struct Site(Arc<Settings>);

#[derive(Clone)]
struct Settings {
    service: proto::Service,
    origin: String,
    texts: Texts,
    contacts: Contacts,
    forms: MacKey,
    development: bool,
    policy: HeaderValue,
    exit: Option<&'static str>,
    personal_data: Option<&'static str>,
}

/// More than any form of ours holds, so that a text far too long still comes back with its error. Files have a
/// limit of their own.
pub(crate) const LARGEST_FORM: usize = 4 * 1024 * 1024;

impl Site {
    /// `origin` is how people reach the service: scheme, host and port, no path. `forms` marks its forms.
    pub fn new(
        service: proto::Service,
        origin: &str,
        texts: Texts,
        contacts: Contacts,
        forms: MacKey,
        development: bool,
    ) -> Self {
        let origin = origin.trim_end_matches('/').to_owned();
        let policy = headers::policy("");
        let (exit, personal_data) = (None, None);
        Self(Arc::new(Settings {
            service,
            origin,
            texts,
            contacts,
            forms,
            development,
            policy,
            exit,
            personal_data,
        }))
    }

    /// The site with forms that may end at `origin` too: log-out leads on to the identity provider.
    #[must_use]
    pub fn sending_forms_to(&self, origin: &str) -> Self {
        Self(Arc::new(Settings { policy: headers::policy(origin), ..(*self.0).clone() }))
    }

    /// The site with a way out on every page, which a script of ours makes faster: who reads over somebody's shoulder must not
    /// see what they write. `path` is an address of ours that leads on to a neutral site.
    #[must_use]
    pub fn with_exit(&self, path: &'static str) -> Self {
        let policy = self.policy_with_script();
        Self(Arc::new(Settings { exit: Some(path), policy, ..(*self.0).clone() }))
    }

    /// The site with a link on every page to what becomes of personal data here (GDPR art. 13), which is a page of ours at `path`.
    #[must_use]
    pub fn with_personal_data(&self, path: &'static str) -> Self {
        Self(Arc::new(Settings { personal_data: Some(path), ..(*self.0).clone() }))
    }

    /// The layers every route wears, outermost last.
    pub fn dress(&self, routes: Router) -> Router {
        routes
            .merge(assets::routes())
            .merge(about::routes(self.clone()))
            .merge(visit::routes(self.clone()))
            .layer(middleware::from_fn_with_state(self.clone(), origin::check))
            .layer(DefaultBodyLimit::max(LARGEST_FORM))
            .layer(middleware::from_fn(pace::keep))
            .layer(CatchPanicLayer::custom(dress::panicked))
            .layer(middleware::from_fn_with_state(self.clone(), dress::dress))
            .layer(middleware::from_fn_with_state(self.clone(), visit::look))
            .layer(middleware::from_fn_with_state(self.clone(), headers::add))
            .layer(middleware::from_fn(dress::trace))
    }

    /// Where whoever works with lists changes their keys.
    pub fn keys(&self) -> Router {
        keys::routes(self.clone())
    }

    pub(crate) fn policy(&self) -> &HeaderValue {
        &self.0.policy
    }

    /// For a page with a script of our own, which may call home and nowhere else.
    pub fn policy_with_script(&self) -> HeaderValue {
        headers::with_script(self.policy())
    }

    pub(crate) fn exit(&self) -> Option<&'static str> {
        self.0.exit
    }

    pub(crate) fn personal_data(&self) -> Option<&'static str> {
        self.0.personal_data
    }

    pub fn service(&self) -> proto::Service {
        self.0.service
    }

    pub fn origin(&self) -> &str {
        &self.0.origin
    }

    pub fn texts(&self) -> &Texts {
        &self.0.texts
    }

    pub fn contacts(&self) -> &Contacts {
        &self.0.contacts
    }

    pub fn forms(&self) -> &MacKey {
        &self.0.forms
    }

    /// Whether people must be told that nothing here is real.
    pub fn is_development(&self) -> bool {
        self.0.development
    }

    /// Whether people reach it over TLS.
    pub fn is_secure(&self) -> bool {
        self.0.origin.starts_with("https:")
    }

    /// The name of a cookie of this service. Over TLS no other host and no plain page can set it (`__Host-`); on
    /// loopback, where ports share cookies, the service's name keeps them apart.
    pub fn cookie_name(&self, what: &str) -> String {
        let prefix = if self.is_secure() { "__Host-" } else { "" };
        format!("{prefix}{}-{what}", self.0.service)
    }
}
