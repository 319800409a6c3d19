//! What every service's pages and programs' addresses have in common.
//!
//! [`Site::dress`] puts the layers around a service's routes; [`Page`] is what a template needs; [`Form`] gives the fields
//! of a form of ours; [`Json`] the body of a program; [`Error`] leaves as a page or as a problem document; [`serve`]
//! accepts connections.

mod about;
mod api_document;
mod api_info;
pub mod assets;
mod contacts;
mod download;
mod dress;
mod ending;
mod error;
pub mod etag;
mod form;
mod headers;
mod json;
mod keys;
mod narrowing;
mod operations;
mod origin;
mod pace;
mod page;
mod problem;
mod repeat;
mod serve;
mod site;
mod spreadsheet;
mod texts;
mod upload;
mod visit;
mod written;

pub use api_document::{BodyProblems, CallerProblems, api_document, problems};
pub use api_info::api_info;
pub use contacts::{Accessibility, Contacts};
pub use download::{download, picture};
pub use ending::{LOG_IN, LogInEnd};
pub use error::{Error, Fault};
pub use fluent_templates;
pub use form::{Form, Kept, Why, address, parse_fields};
pub use json::Json;
pub use narrowing::{Narrowing, Select};
pub use operations::operations;
pub use page::{Link, Page, SignedInAs};
pub use problem::{Problem, ProblemFault};
pub use repeat::RepeatKey;
pub use serve::serve;
pub use site::Site;
pub use spreadsheet::spreadsheet;
pub use texts::{Texts, tag};
pub use upload::{CutOff, Part, Upload, shown_name};
pub use visit::{Visit, own_path};

/// Turns a template into a page.
pub fn html(template: &impl askama::Template) -> Result<axum::response::Html<String>, Error> {
    template.render().map(axum::response::Html).map_err(|error| Error::Internal(error.into()))
}
