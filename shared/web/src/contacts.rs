//! Whom people reach beside Lyssna.

use serde::Deserialize;

/// The municipality's own numbers and addresses, as they are read: a number may have spaces.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contacts {
    /// Who helps with a form.
    pub phone: String,
    /// The social services, also at night, for whoever worries about a child.
    pub social_services: String,
    /// Who hears of what is hard to use (law F.1).
    pub accessibility_email: String,
}

impl Contacts {
    /// Nobody's: the numbers come from the series kept for fiction.
    pub fn fictional() -> Self {
        Self {
            phone: "08-465 004 10".to_owned(),
            social_services: "08-465 004 20".to_owned(),
            accessibility_email: "tillganglighet@example.org".to_owned(),
        }
    }
}
