//! A browser without script: cookies, links, forms.

use std::collections::BTreeMap;

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use scraper::{ElementRef, Html, Selector};
use tower::ServiceExt;
use url::Url;

use crate::Issuer;

/// One visitor.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    origin: Url,
    cookies: BTreeMap<String, String>,
    /// What is on the screen.
    pub page: Shown,
    /// Sent with every request, such as `accept-language`.
    pub headers: Vec<(&'static str, String)>,
}

/// What came back.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub path: String,
    pub bytes: Vec<u8>,
}

impl Shown {
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn has(&self, selector: &str) -> bool {
        Html::parse_document(&self.html()).select(&Selector::parse(selector).unwrap()).next().is_some()
    }

    /// The text of the first element that fits, without surplus space. Fails when none fits.
    pub fn text(&self, selector: &str) -> String {
        let all = self.texts(selector);
        all.into_iter().next().unwrap_or_else(|| panic!("no {selector} on {}:\n{}", self.path, self.html()))
    }

    /// The texts of all elements that fit.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let html = Html::parse_document(&self.html());
        let words = |element: ElementRef| {
            element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
        };
        html.select(&Selector::parse(selector).unwrap()).map(words).collect()
    }

    /// The text of the first element that fits, to the letter.
    pub fn exact_text(&self, selector: &str) -> String {
        let html = Html::parse_document(&self.html());
        html.select(&Selector::parse(selector).unwrap()).next().unwrap().text().collect()
    }

    /// An attribute of the first element that fits.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let html = Html::parse_document(&self.html());
        html.select(&Selector::parse(selector).unwrap()).next()?.attr(name).map(str::to_owned)
    }
}

impl Browser {
    pub fn new(router: Router, origin: &str) -> Self {
        let origin = origin.parse().unwrap();
        Self { router, origin, cookies: BTreeMap::new(), page: Shown::default(), headers: Vec::new() }
    }

    /// Opens an address and follows redirects within the site.
    pub async fn get(&mut self, path: &str) -> &Shown {
        self.request("GET", path, None, Body::empty()).await;
        self.follow().await
    }

    /// Opens an address and stays where the answer leads from.
    pub async fn open(&mut self, path: &str) -> &Shown {
        self.request("GET", path, None, Body::empty()).await;
        &self.page
    }

    /// Fills in the form that has `action` (any form with id `form` when empty) and sends it. Hidden fields and what is already
    /// filled in go along; `fields` replace them. Follows redirects.
    pub async fn submit(&mut self, action: &str, fields: &[(&str, &str)]) -> &Shown {
        self.send(action, fields).await;
        self.follow().await
    }

    /// As [`Self::submit`], and stays where the answer leads from.
    pub async fn send(&mut self, action: &str, fields: &[(&str, &str)]) -> &Shown {
        let (address, filled) = self.form(action);
        self.send_filled(&address, filled, fields).await
    }

    /// As [`Self::submit`] of the form with id `form`, by a button of it that leads to `address`.
    pub async fn submit_to(&mut self, address: &str, fields: &[(&str, &str)]) -> &Shown {
        let (_, filled) = self.form("");
        self.send_filled(address, filled, fields).await;
        self.follow().await
    }

    async fn send_filled(
        &mut self,
        address: &str,
        mut filled: Vec<(String, String)>,
        fields: &[(&str, &str)],
    ) -> &Shown {
        filled.retain(|(name, _)| !fields.iter().any(|(given, _)| given == name));
        filled.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let body: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(filled).finish();
        self.post(address, "application/x-www-form-urlencoded", body).await
    }

    /// Sends the form with `action` as multipart, with one file in `field`.
    pub async fn upload(&mut self, action: &str, field: &str, file_name: &str, content: &[u8]) -> &Shown {
        let (address, filled) = self.form(action);
        let mut body = Vec::new();
        for (name, value) in filled.iter().filter(|(name, _)| name != field) {
            let part =
                format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!(
            "--edge\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{file_name}\"\r\n\
             content-type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n--edge--\r\n");
        self.post(&address, "multipart/form-data; boundary=edge", body).await;
        self.follow().await
    }

    /// A request as a page of ours makes it, with a body of the test's own making.
    pub async fn post(&mut self, path: &str, kind: &str, body: impl Into<Body>) -> &Shown {
        self.request("POST", path, Some(kind), body.into()).await;
        &self.page
    }

    /// Logs in by the code flow and ends on the start page.
    pub async fn log_in(&mut self, issuer: &Issuer, login: &str) -> &Shown {
        self.log_in_to(issuer, login, "/").await
    }

    /// Logs in and ends on `next`.
    pub async fn log_in_to(&mut self, issuer: &Issuer, login: &str, next: &str) -> &Shown {
        let authorize = self.begin_log_in(&format!("/logga-in?next={next}")).await;
        let back = issuer.answer(login, &authorize);
        self.come_back(&back).await
    }

    /// Opens an address of our log-in: where at the issuer it leads.
    pub async fn begin_log_in(&mut self, address: &str) -> Url {
        self.open(address).await;
        self.location().expect("the log-in leads to the issuer").parse().unwrap()
    }

    /// Comes back from the issuer.
    pub async fn come_back(&mut self, back: &Url) -> &Shown {
        self.get(&format!("{}?{}", back.path(), back.query().unwrap_or_default())).await
    }

    /// The address and the filled-in fields of a form on the page.
    pub fn form(&self, action: &str) -> (String, Vec<(String, String)>) {
        let html = Html::parse_document(&self.page.html());
        let selector =
            if action.is_empty() { "form#form".to_owned() } else { format!("form[action='{action}']") };
        let found = html.select(&Selector::parse(&selector).unwrap()).next();
        let form = found
            .unwrap_or_else(|| panic!("no form {action:?} on {}:\n{}", self.page.path, self.page.html()));
        let address = form.attr("action").unwrap_or(&self.page.path).to_owned();
        let controls = Selector::parse("input[name], textarea[name], select[name]").unwrap();
        (address, form.select(&controls).filter_map(filled_in).collect())
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    pub fn forget_cookies(&mut self) {
        self.cookies.clear();
    }

    pub fn location(&self) -> Option<String> {
        Some(self.page.headers.get(header::LOCATION)?.to_str().unwrap().to_owned())
    }

    async fn follow(&mut self) -> &Shown {
        for _ in 0..10 {
            match self.location() {
                Some(next) if self.page.status.is_redirection() && next.starts_with('/') => {
                    self.request("GET", &next, None, Body::empty()).await;
                }
                _ => break,
            }
        }
        &self.page
    }

    async fn request(&mut self, method: &str, path: &str, kind: Option<&str>, body: Body) {
        let host = self.origin.origin().ascii_serialization();
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, host.split_once("://").unwrap().1)
            .header("sec-fetch-site", "same-origin");
        for (name, value) in &self.headers {
            request.headers_mut().unwrap().insert(*name, value.parse().unwrap());
        }
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        if !self.cookies.is_empty() {
            let cookies = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect::<Vec<_>>()
                .join("; ");
            request = request.header(header::COOKIE, cookies);
        }
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (head, body) = response.into_parts();
        for cookie in head.headers.get_all(header::SET_COOKIE) {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        let path = path.split('?').next().unwrap().to_owned();
        self.page = Shown { status: head.status, headers: head.headers, path, bytes };
    }
}

fn filled_in(control: ElementRef) -> Option<(String, String)> {
    let name = control.attr("name")?.to_owned();
    let value = match (control.value().name(), control.attr("type")) {
        // The parser has eaten the line break after the start tag, as a browser does.
        ("textarea", _) => control.text().collect(),
        ("select", _) => {
            let [chosen, any] =
                ["option[selected]", "option"].map(|options| Selector::parse(options).unwrap());
            let option = control.select(&chosen).next().or_else(|| control.select(&any).next());
            option?.attr("value")?.to_owned()
        }
        (_, Some("radio" | "checkbox")) => {
            control.attr("checked")?;
            control.attr("value").unwrap_or("on").to_owned()
        }
        (_, Some("submit" | "button" | "file")) => return None,
        _ => control.attr("value").unwrap_or_default().to_owned(),
    };
    Some((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_area_keeps_every_line_break_that_somebody_typed() {
        for typed in ["hej", "\nhej", "\n\nhej\n"] {
            let mut browser = Browser::new(Router::new(), "http://127.0.0.1:7777");
            browser.page.bytes =
                format!("<form id=form><textarea name=text>\n{typed}</textarea></form>").into();
            assert_eq!(browser.form("").1, [("text".to_owned(), typed.to_owned())]);
        }
    }
}
