//! Bytes as they leave: never shown in our name, never run.

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

/// A file to be saved. `kind` is the media type that its content has; the browser must neither guess another nor open it in our
/// name. `name` is what the device of the one who sent it calls it. `length`, in bytes, where it is known and the content does not say
/// it itself.
pub fn download(name: &str, kind: &'static str, length: Option<u64>, content: Body) -> Response {
    let length = length.map(|length| [(header::CONTENT_LENGTH, HeaderValue::from(length))]);
    let name = [(header::CONTENT_DISPOSITION, disposition(name))];
    (length, name, shut_in(kind, content)).into_response()
}

/// A picture that was made anew, to be shown within a page.
pub fn picture(kind: &'static str, bytes: Vec<u8>) -> Response {
    shut_in(kind, Body::from(bytes))
}

fn shut_in(kind: &'static str, content: Body) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    (headers, content).into_response()
}

/// `attachment` with the name, every byte that is not plain written as RFC 8187 says.
fn disposition(name: &str) -> HeaderValue {
    let byte = |byte: u8| {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    let name: String = name.bytes().map(byte).collect();
    HeaderValue::from_str(&format!("attachment; filename*=UTF-8''{name}")).expect("plain ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_breaks_out_of_its_header() {
        assert_eq!(disposition("bild 1.jpg"), "attachment; filename*=UTF-8''bild%201.jpg");
        assert_eq!(disposition("å\"\r\n../x"), "attachment; filename*=UTF-8''%C3%A5%22%0D%0A..%2Fx");
    }
}
