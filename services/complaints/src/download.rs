//! A file as it leaves: never shown in the browser, never run.

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use futures_util::stream;

use crate::actions::OpenFile;

/// The file as a download. Its kind is the one its content has; the browser must neither guess another nor open it in our name.
pub(crate) fn download(file: OpenFile) -> Response {
    let kind = HeaderValue::from_static(file.entry.kind.word());
    let length = HeaderValue::from(file.entry.size);
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_LENGTH, length),
        (header::CONTENT_DISPOSITION, disposition(&file.entry.name)),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    let pieces = stream::try_unfold(file, |mut file| async move {
        Ok::<_, crate::store::StoreError>(file.next().await?.map(|piece| (piece, file)))
    });
    (headers, Body::from_stream(pieces)).into_response()
}

/// `attachment` with the name the sender's device gave it, every byte that is not plain written as RFC 8187 says.
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
