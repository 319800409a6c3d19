//! Somebody at the log-in page of a provider that is not ours: cookies, redirects and forms, over HTTP.

use std::collections::BTreeMap;

use reqwest::{Client, header, redirect::Policy};
use scraper::{Html, Selector};
use url::Url;

/// A browser at the provider. Keeps cookies that are marked Secure on plain HTTP, as on loopback they are.
pub struct Stranger {
    http: Client,
    cookies: BTreeMap<String, String>,
}

/// Where a request has led to.
#[derive(Debug)]
pub enum Seen {
    /// A page of the provider.
    Page { url: Url, html: String },
    /// An address of ours, where nobody answers: the test opens it in process.
    Back(Url),
}

impl Stranger {
    pub fn new() -> Self {
        let http = Client::builder().redirect(Policy::none()).no_proxy().build().unwrap();
        Self { http, cookies: BTreeMap::new() }
    }

    pub async fn open(&mut self, url: &Url) -> Seen {
        self.follow(self.http.get(url.clone())).await
    }

    /// Sends the form of the page with its hidden fields and `fields`.
    pub async fn fill_in(&mut self, page: Seen, fields: &[(&str, &str)]) -> Seen {
        let Seen::Page { url, html } = page else { panic!("no form to fill in: {page:?}") };
        let (action, hidden) = form(&html);
        let filled = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(filled)
            .extend_pairs(fields)
            .finish();
        let kind = (header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let request = self.http.post(url.join(&action).unwrap()).header(kind.0, kind.1).body(body);
        self.follow(request).await
    }

    /// Follows redirects as long as they stay at the provider.
    async fn follow(&mut self, mut request: reqwest::RequestBuilder) -> Seen {
        loop {
            let cookies: Vec<_> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let answer = request.header(header::COOKIE, cookies.join("; ")).send().await.unwrap();
            let set = answer.headers().get_all(header::SET_COOKIE).iter();
            for (name, value) in set.filter_map(|cookie| cookie.to_str().unwrap().split_once('=')) {
                self.cookies.insert(name.to_owned(), value.split(';').next().unwrap().to_owned());
            }
            self.cookies.retain(|_, value| !value.is_empty());
            let url = answer.url().clone();
            let Some(next) = answer.headers().get(header::LOCATION) else {
                return Seen::Page { url, html: answer.text().await.unwrap() };
            };
            let next = url.join(next.to_str().unwrap()).unwrap();
            if next.host_str() == Some("lyssna.test") {
                return Seen::Back(next);
            }
            request = self.http.get(next);
        }
    }
}

impl Seen {
    /// The address of ours that it led to.
    pub fn back(self) -> Url {
        match self {
            Self::Back(url) => url,
            Self::Page { url, html } => panic!("still at {url}: {}", title(&html)),
        }
    }

    /// The page of the provider that it led to.
    pub fn html(self) -> String {
        match self {
            Self::Page { html, .. } => html,
            Self::Back(url) => panic!("let pass to {url}"),
        }
    }
}

/// What a page of the provider is called, or says when it has no title.
fn title(html: &str) -> String {
    let page = Html::parse_document(html);
    let named = page.select(&Selector::parse("h1, title, body").unwrap()).next();
    named.map(|element| element.text().collect()).unwrap_or_default()
}

/// Where the page's form is sent, and the hidden fields that go with it.
fn form(html: &str) -> (String, Vec<(String, String)>) {
    let page = Html::parse_document(html);
    let form =
        page.select(&Selector::parse("form").unwrap()).next().unwrap_or_else(|| panic!("no form:\n{html}"));
    let hidden = Selector::parse("input[type=hidden]").unwrap();
    let attribute = |field: scraper::ElementRef, name| field.attr(name).unwrap_or_default().to_owned();
    let fields = form.select(&hidden).map(|field| (attribute(field, "name"), attribute(field, "value")));
    (attribute(form, "action"), fields.collect())
}
