//! What every template can ask.

use axum::{
    extract::{FromRef, FromRequestParts},
    http::request::Parts,
};
use fluent_templates::LanguageIdentifier;

use crate::{Contacts, Error, LOG_IN, LogInEnd, Site, Texts, Visit, assets, ending, tag};

/// Short words and the keys of what they stand for.
const ABBREVIATIONS: [(&str, &str); 6] = [
    ("IMY", "abbreviation-imy"),
    ("IVO", "abbreviation-ivo"),
    ("KTT", "abbreviation-ktt"),
    ("LSS", "abbreviation-lss"),
    ("OSL", "abbreviation-osl"),
    ("WCAG", "abbreviation-wcag"),
];

/// A page being made: its language, its site, and who is logged in.
#[derive(Clone)]
pub struct Page {
    site: Site,
    visit: Visit,
    person: Option<SignedInAs>,
    navigation: Vec<Link>,
}

/// Whoever is logged in, put into the request by the log-in.
#[derive(Debug, Clone)]
pub struct SignedInAs {
    pub name: String,
    pub end: LogInEnd,
}

/// An entry of the main menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub href: &'static str,
    pub text: String,
    pub current: bool,
}

/// A language to choose.
pub struct Choice {
    pub code: String,
    /// Its name in itself.
    pub name: String,
    pub current: bool,
}

impl Page {
    pub const fn new(site: Site, visit: Visit) -> Self {
        Self { site, visit, person: None, navigation: Vec::new() }
    }

    /// The text of a key.
    pub fn t(&self, key: &str) -> String {
        self.site.texts().text(&self.visit.language, key)
    }

    /// The text of a key with one value in it.
    #[expect(clippy::needless_pass_by_value, reason = "templates pass numbers and texts as they are")]
    pub fn t1(&self, key: &str, name: &'static str, value: impl ToString) -> String {
        self.site.texts().text_with(&self.visit.language, key, &[(name, value.to_string())])
    }

    /// The text of a key with two values in it.
    pub fn t2(&self, key: &str, a: (&'static str, &str), b: (&'static str, &str)) -> String {
        let values = [(a.0, a.1.to_owned()), (b.0, b.1.to_owned())];
        self.site.texts().text_with(&self.visit.language, key, &values)
    }

    /// A day and a time as people here write them, on the Swedish clock: `2026-11-21 kl. 14.05`.
    pub fn when(&self, at: &kernel::Timestamp) -> String {
        let time = kernel::calendar::swedish_time(*at);
        self.t2(
            "day-and-time",
            ("day", &time.format("%Y-%m-%d").to_string()),
            ("time", &time.format("%H.%M").to_string()),
        )
    }

    /// The size of a file, rounded up so that nothing weighs nothing: `48 kB`.
    pub fn size(&self, bytes: i64) -> String {
        let (kilobyte, megabyte) = (1024, 1024 * 1024);
        if bytes < megabyte {
            self.t1("files-size-kb", "size", (bytes + kilobyte - 1) / kilobyte)
        } else {
            self.t1("files-size-mb", "size", (bytes + megabyte - 1) / megabyte)
        }
    }

    /// What the short words of the field stand for. Every page explains them in the same place (WCAG 3.1.4).
    pub fn abbreviations(&self) -> Vec<(&'static str, String)> {
        ABBREVIATIONS.iter().map(|(short, key)| (*short, self.t(key))).collect()
    }

    pub fn run_by(&self) -> String {
        self.t1("run-by", "who", &self.contacts().run_by)
    }

    pub fn contacts(&self) -> &Contacts {
        self.site.contacts()
    }

    /// The language as browsers know it.
    pub fn lang(&self) -> String {
        tag(&self.visit.language)
    }

    pub fn language(&self) -> &LanguageIdentifier {
        &self.visit.language
    }

    pub fn dir(&self) -> &'static str {
        match self.visit.language.language.as_str() {
            "ar" | "fa" | "ckb" | "he" | "ur" => "rtl",
            _ => "ltr",
        }
    }

    pub fn service(&self) -> String {
        self.t("service-name")
    }

    pub fn person(&self) -> Option<&str> {
        self.person.as_ref().map(|person| person.name.as_str())
    }

    /// When whoever is logged in is logged out, if nothing is done before.
    pub fn log_in_end(&self) -> Option<LogInEnd> {
        self.person.as_ref().map(|person| person.end)
    }

    /// The same on the clock.
    pub fn log_in_time(&self) -> String {
        self.log_in_end().map_or_else(String::new, |end| end.time())
    }

    pub fn log_in_address(&self) -> &'static str {
        LOG_IN
    }

    /// How many seconds before the end of a log-in a page warns of it.
    pub fn log_in_warns(&self) -> i64 {
        ending::WARNS_SECONDS
    }

    pub fn ending_script(&self) -> &'static str {
        assets::ending_script()
    }

    pub fn csrf(&self) -> &str {
        &self.visit.form_token
    }

    pub fn path(&self) -> &str {
        &self.visit.path
    }

    /// The list that was looked at last, as it was narrowed down; `first` if none was. For the way back from a matter.
    pub fn list_or(&self, first: &str) -> String {
        self.visit.list.clone().unwrap_or_else(|| first.to_owned())
    }

    pub fn banner(&self) -> Option<&'static str> {
        self.site.is_development().then_some("development-banner")
    }

    pub fn css(&self) -> &'static str {
        assets::stylesheet()
    }

    /// Where the button leads that leaves at once.
    pub fn exit(&self) -> Option<&'static str> {
        self.site.exit()
    }

    /// Where it says what becomes of personal data.
    pub fn personal_data(&self) -> Option<&'static str> {
        self.site.personal_data()
    }

    /// Walks through the rows of a list by keyboard. The page that has it needs leave for scripts.
    pub fn rows_script(&self) -> &'static str {
        assets::rows_script()
    }

    /// Of the named deeds in a list: the word of each, and its key. None when somebody has turned them off.
    pub fn keys(&self, deeds: &str) -> Vec<(&'static str, char)> {
        self.visit.keys.of(deeds)
    }

    pub fn exit_script(&self) -> &'static str {
        assets::exit_script()
    }

    /// On the sender's pages, which are those with a way out: what somebody wrote stays when the connection is lost.
    pub fn offline_script(&self) -> &'static str {
        assets::offline_script()
    }

    /// Those this page can be read in.
    pub fn languages(&self) -> Vec<Choice> {
        self.choices(self.site.texts().at(&self.visit.path))
    }

    /// Those that any page can be read in.
    pub fn all_languages(&self) -> Vec<Choice> {
        self.choices(self.site.texts().in_all())
    }

    fn choices(&self, texts: Texts) -> Vec<Choice> {
        let choice = |language: LanguageIdentifier| Choice {
            name: texts.text(&language, "language-name"),
            current: language == self.visit.language,
            code: tag(&language),
        };
        texts.languages().into_iter().map(choice).collect()
    }

    pub fn navigation(&self) -> &[Link] {
        &self.navigation
    }

    /// The page in a language that was chosen just now, before the browser has its cookie.
    #[must_use]
    pub fn in_language(mut self, to: &str) -> Self {
        self.visit.language = self.site.texts().at(&self.visit.path).choose(std::iter::once(to));
        self
    }

    /// As somebody else reads it, in a language of theirs: also one that is not offered here.
    #[must_use]
    pub fn as_read_in(mut self, language: &str) -> Self {
        self.visit.language = self.site.texts().in_all().choose(std::iter::once(language));
        self
    }

    /// The page with a way out, where the site does not have one on every page. It needs leave for scripts.
    #[must_use]
    pub fn with_exit(mut self, path: &'static str) -> Self {
        self.site = self.site.with_exit(path);
        self
    }

    /// The page with a link to what becomes of personal data, where the site does not have one on every page.
    #[must_use]
    pub fn with_personal_data(mut self, path: &'static str) -> Self {
        self.site = self.site.with_personal_data(path);
        self
    }

    /// The page with a main menu of (address, key of its text).
    #[must_use]
    pub fn with_navigation(mut self, places: &[(&'static str, &str)]) -> Self {
        let link = |(href, key): &(&'static str, &str)| Link {
            href,
            text: self.t(key),
            current: self.visit.path == *href,
        };
        self.navigation = places.iter().map(link).collect();
        self
    }
}

impl<S> FromRequestParts<S> for Page
where
    S: Send + Sync,
    Site: FromRef<S>,
{
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let visit = Visit::from_request_parts(parts, state).await?;
        let person = parts.extensions.get::<SignedInAs>().cloned();
        Ok(Self { site: Site::from_ref(state), visit, person, navigation: Vec::new() })
    }
}
