//! Bodies of programs.

use axum::{
    extract::{FromRequest, Request},
    http::{StatusCode, header},
};
use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::{Error, Fault};

/// A JSON body. What is wrong with it is told with a pointer to the place.
#[derive(Debug)]
pub struct Json<T>(pub T);

impl<S, T> FromRequest<S> for Json<T>
where
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .unwrap_or_default();
        if kind.split(';').next().map(str::trim) != Some("application/json") {
            return Err(Error::UnknownContent);
        }
        let body =
            Bytes::from_request(request, state).await.map_err(|rejection| match rejection.status() {
                StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
                _ => Error::BadRequest,
            })?;
        Self::parse(&body)
    }
}

impl<T: DeserializeOwned> Json<T> {
    pub(crate) fn parse(body: &[u8]) -> Result<Self, Error> {
        let mut json = serde_json::Deserializer::from_slice(body);
        let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
            if !error.inner().is_data() {
                return Error::BadRequest;
            }
            // What serde says may quote the value; say only where and that.
            let message = error.inner().to_string();
            let pointer = pointer(error.path()) + &own_field(&message);
            Error::Invalid(vec![Fault { pointer, detail: describe(&message).to_owned() }])
        })?;
        json.end().map_err(|_| Error::BadRequest)?;
        Ok(Self(value))
    }
}

/// The field that is missing or there twice: its name is ours, and the path ends above it.
fn own_field(message: &str) -> String {
    let name = ["missing field `", "duplicate field `"].iter().find_map(|about| message.strip_prefix(about));
    name.and_then(|rest| rest.split('`').next()).map_or_else(String::new, |name| format!("/{name}"))
}

fn describe(message: &str) -> &'static str {
    match message.split(' ').next() {
        Some("unknown") => "is not known here",
        Some("missing") => "is missing",
        Some("duplicate") => "stands there twice",
        _ => "is not of the right kind",
    }
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(format!("/{index}")),
            Segment::Map { key } | Segment::Enum { variant: key } => {
                Some(format!("/{}", key.replace('~', "~0").replace('/', "~1")))
            }
            Segment::Unknown => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read")]
    struct Body {
        text: String,
        #[serde(default)]
        contact: Option<Contact>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read")]
    struct Contact {
        email: String,
    }

    fn fault(body: &str) -> (String, String) {
        match Json::<Body>::parse(body.as_bytes()) {
            Err(Error::Invalid(faults)) => (faults[0].pointer.clone(), faults[0].detail.clone()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_fault_names_its_place_and_never_the_value() {
        assert_eq!(fault(r#"{"text":"a","contact":{"email":7}}"#).0, "/contact/email");
        assert_eq!(fault(r#"{"text":"a","text":"b"}"#), ("/text".into(), "stands there twice".into()));
        assert_eq!(fault(r#"{"text":"a","severity":4}"#).1, "is not known here");
        assert_eq!(fault("{}"), ("/text".into(), "is missing".into()));
        assert_eq!(fault(r#"{"text":"a","contact":{}}"#), ("/contact/email".into(), "is missing".into()));
    }

    #[test]
    fn what_is_not_json_or_not_utf8_is_unreadable() {
        for body in [&b"{"[..], b"", b"{\"text\":\"\xff\"}", b"{\"text\":\"a\"} {}"] {
            assert!(matches!(Json::<Body>::parse(body), Err(Error::BadRequest)), "{body:?}");
        }
    }
}
