//! Who runs Lyssna, and whom people reach beside it.

use chrono::NaiveDate;
use kernel::EmailAddress;
use serde::{Deserialize, Deserializer, de::Error};
use url::Url;

/// The municipality's own name, numbers and addresses, as they are read: a number may have spaces.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contacts {
    /// The office that runs Lyssna, by its name: it stands at the foot of every page.
    #[serde(deserialize_with = "named")]
    pub run_by: String,
    /// Who helps with a form.
    pub phone: String,
    /// The social services, also at night, for whoever worries about a child.
    pub social_services: String,
    /// The authority that answers for personal data by the GDPR, by its name.
    #[serde(deserialize_with = "named")]
    pub controller: String,
    /// The e-mail address of its data-protection officer.
    #[serde(deserialize_with = "reached")]
    pub data_protection_officer: String,
    pub accessibility: Accessibility,
}

/// What only the municipality can say in the accessibility statement (DOS-lagen 13 §; law F.1). One that promises what is not so
/// does not come to be.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Given")]
pub struct Accessibility {
    /// The authority that answers for the service, by its name.
    pub responsible: String,
    /// Who hears of what is hard to use.
    pub email: String,
    /// The same by phone, where it is another number than the one that helps with a form.
    pub phone: Option<String>,
    /// When somebody last looked how accessible the service is, and when the statement was last changed.
    pub assessed_on: NaiveDate,
    pub updated_on: NaiveDate,
    /// Where one tells the authority that supervises the act.
    pub supervisor: Url,
}

/// As it stands in the settings.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    responsible: String,
    email: String,
    phone: Option<String>,
    assessed_on: NaiveDate,
    updated_on: NaiveDate,
    #[serde(default = "digg")]
    supervisor: Url,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
enum Unsound {
    #[error("accessibility.responsible must name the authority")]
    NobodyResponsible,
    #[error("accessibility.email is not an e-mail address")]
    NotAnAddress,
    #[error("accessibility.phone is empty: leave it out")]
    NoNumber,
    #[error("accessibility.updated_on is before accessibility.assessed_on")]
    OlderThanAssessment,
    #[error("accessibility.supervisor must be an address that begins with https:")]
    NotSecure,
}

impl TryFrom<Given> for Accessibility {
    type Error = Unsound;

    fn try_from(given: Given) -> Result<Self, Unsound> {
        let Given { responsible, email, phone, assessed_on, updated_on, supervisor } = given;
        let is_blank = |text: &str| text.trim().is_empty();
        if is_blank(&responsible) {
            Err(Unsound::NobodyResponsible)
        } else if email.parse::<EmailAddress>().is_err() {
            Err(Unsound::NotAnAddress)
        } else if phone.as_deref().is_some_and(is_blank) {
            Err(Unsound::NoNumber)
        } else if updated_on < assessed_on {
            Err(Unsound::OlderThanAssessment)
        } else if supervisor.scheme() != "https" {
            Err(Unsound::NotSecure)
        } else {
            Ok(Self { responsible, email, phone, assessed_on, updated_on, supervisor })
        }
    }
}

fn named<'de, D: Deserializer<'de>>(settings: D) -> Result<String, D::Error> {
    let name = String::deserialize(settings)?;
    if name.trim().is_empty() {
        return Err(D::Error::custom("contacts.run_by and contacts.controller must name somebody"));
    }
    Ok(name)
}

fn reached<'de, D: Deserializer<'de>>(settings: D) -> Result<String, D::Error> {
    let address = String::deserialize(settings)?.trim().to_owned();
    if address.parse::<EmailAddress>().is_err() {
        return Err(D::Error::custom("contacts.data_protection_officer is not an e-mail address"));
    }
    Ok(address)
}

fn digg() -> Url {
    "https://www.digg.se/tdosanmalan".parse().expect("an address")
}

impl Contacts {
    /// Nobody's: the numbers come from the series kept for fiction.
    pub fn fictional() -> Self {
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
        Self {
            run_by: "Utbildningsförvaltningen".to_owned(),
            phone: "08-465 004 10".to_owned(),
            social_services: "08-465 004 20".to_owned(),
            controller: "Utbildningsnämnden".to_owned(),
            data_protection_officer: "dataskydd@example.org".to_owned(),
            accessibility: Accessibility {
                responsible: "Utbildningsnämnden".to_owned(),
                email: "tillganglighet@example.org".to_owned(),
                phone: None,
                assessed_on: day,
                updated_on: day,
                supervisor: digg(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn read(change: impl FnOnce(&mut Value)) -> Result<Accessibility, String> {
        let mut given = json!({
            "responsible": "Bildningsnämnden", "email": "tillganglighet@example.org",
            "assessed_on": "2026-10-01", "updated_on": "2026-11-02",
        });
        change(&mut given);
        serde_json::from_value(given).map_err(|error| error.to_string())
    }

    fn reached_at(change: impl FnOnce(&mut Value)) -> Result<Contacts, String> {
        let mut given = json!({
            "run_by": "Bildningsförvaltningen", "phone": "1", "social_services": "2",
            "controller": "Bildningsnämnden", "data_protection_officer": "dataskydd@example.org",
            "accessibility": {
                "responsible": "Bildningsnämnden", "email": "tillganglighet@example.org",
                "assessed_on": "2026-10-01", "updated_on": "2026-11-02",
            },
        });
        change(&mut given);
        serde_json::from_value(given).map_err(|error| error.to_string())
    }

    /// GDPR art. 13.
    #[test]
    fn who_answers_for_personal_data_and_their_officer_must_be_named() {
        assert!(reached_at(|_| ()).is_ok());
        for (name, empty) in [("run_by", " "), ("controller", " "), ("data_protection_officer", "ombudet")] {
            let missing = reached_at(|given| drop(given.as_object_mut().unwrap().remove(name))).unwrap_err();
            assert!(missing.contains(name), "{missing}");
            let wrong = reached_at(|given| given[name] = json!(empty)).unwrap_err();
            assert!(wrong.contains(&format!("contacts.{name}")), "{wrong}");
        }
    }

    #[test]
    fn what_a_municipality_must_say_is_asked_for_and_the_rest_has_a_default() {
        let sound = read(|_| ()).unwrap();
        assert_eq!(sound.supervisor.as_str(), "https://www.digg.se/tdosanmalan");
        for needed in ["responsible", "email", "assessed_on", "updated_on"] {
            let refused = read(|given| drop(given.as_object_mut().unwrap().remove(needed))).unwrap_err();
            assert!(refused.contains(needed), "{refused}");
        }
    }

    #[test]
    fn what_cannot_be_is_refused_by_its_name() {
        for (name, value) in [
            ("responsible", " "),
            ("email", "…"),
            ("phone", ""),
            ("updated_on", "2026-09-30"),
            ("supervisor", "http://www.example.org/"),
        ] {
            let refused = read(|given| given[name] = json!(value)).unwrap_err();
            assert!(refused.contains(&format!("accessibility.{name}")), "{refused}");
        }
        assert!(read(|given| given["assessed_on"] = json!("i fjol")).is_err());
    }
}
