//! What every document has: who sends it, when, in which language.

use fluent_templates::LanguageIdentifier;
use kernel::{Timestamp, calendar};
use serde::Deserialize;
use typst::foundations::{Dict, dict};

use crate::{passage::optional, words::Words};

/// The authority that sends the document: the head and the foot of its letters. As it stands in a service's settings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Office {
    /// The municipality: `Stockholms stad`.
    pub authority: String,
    /// The board or office: `Utbildningsförvaltningen`.
    pub department: String,
    pub postal_address: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub web: Option<String>,
}

/// What every document has.
#[derive(Clone)]
pub struct Head {
    /// The document's language; its words are Swedish where this crate lacks it.
    pub language: LanguageIdentifier,
    pub office: Office,
    /// Its date, on the Swedish calendar, and the file's date of making.
    pub at: Timestamp,
}

impl Head {
    pub(crate) fn words(&self) -> Words<'_> {
        Words(&self.language)
    }

    pub(crate) fn fields(&self) -> Dict {
        let office = &self.office;
        dict! {
            "language" => self.language.language.as_str(),
            "authority" => office.authority.as_str(),
            "department" => office.department.as_str(),
            "postal-address" => optional(office.postal_address.as_deref()),
            "phone" => optional(office.phone.as_deref()),
            "email" => optional(office.email.as_deref()),
            "web" => optional(office.web.as_deref()),
            "date" => calendar::swedish_day(self.at).to_string(),
            "words" => self.own_words(),
        }
    }

    fn own_words(&self) -> Dict {
        let word = |key| self.words().text(key);
        dict! {
            "page" => word("page"),
            "date" => word("date"),
            "address" => word("address"),
            "phone" => word("phone"),
            "email" => word("email"),
            "web" => word("web"),
            "missing-glyphs" => word("missing-glyphs"),
        }
    }
}

/// A day and a time on the Swedish clock: `2026-11-21 14.05`.
pub(crate) fn when(at: Timestamp) -> String {
    calendar::swedish_time(at).format("%Y-%m-%d %H.%M").to_string()
}
