//! What is answered: records with their version as `ETag`, and files.

use app::{Exported, Refusal, Stored};
use axum::Json;
use axum::body::Body;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::asked::Paging;
use crate::refusal::ApiRefusal;
use crate::wire::any::AnyBody;
use crate::wire::record::{self, Record, Records};

/// What a handler answers.
pub(crate) type Answer<T> = Result<T, ApiRefusal>;

/// A record, with its version as `ETag`.
pub(crate) struct Reply<B> {
    status: StatusCode,
    location: Option<String>,
    record: Record<B>,
}

impl<B: record::Body> Reply<B> {
    /// A record as it stands.
    ///
    /// # Errors
    /// As [`Record::of`].
    pub(crate) fn shown(stored: &Stored) -> Answer<Self> {
        Ok(Self { status: StatusCode::OK, location: None, record: Record::of(stored)? })
    }

    /// A record that was made; it is found under this address.
    ///
    /// # Errors
    /// As [`Record::of`].
    pub(crate) fn made(stored: &Stored, address: &str) -> Answer<Self> {
        let location = Some(format!("/api/v1/{address}/{}", stored.revision.record));
        Ok(Self { status: StatusCode::CREATED, location, record: Record::of(stored)? })
    }

    /// A record that was written where the version that was seen tells whether it was made or changed.
    ///
    /// # Errors
    /// As [`Record::of`].
    pub(crate) fn written(stored: &Stored) -> Answer<Self> {
        let status = if stored.revision.version == 1 { StatusCode::CREATED } else { StatusCode::OK };
        Ok(Self { status, location: None, record: Record::of(stored)? })
    }
}

impl Reply<AnyBody> {
    /// A record of whatever kind, as it stands.
    pub(crate) fn any(stored: &Stored) -> Self {
        Self { status: StatusCode::OK, location: None, record: Record::any(stored) }
    }
}

impl<B: Serialize> IntoResponse for Reply<B> {
    fn into_response(self) -> Response {
        let tag = format!("\"{}\"", self.record.version);
        let mut response = (self.status, Json(self.record)).into_response();
        let headers = response.headers_mut();
        for (name, value) in [(ETAG, Some(tag)), (LOCATION, self.location)] {
            if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
                headers.insert(name, value);
            }
        }
        response
    }
}

/// A part of a list that was read whole.
///
/// # Errors
/// When more are asked than a page has.
pub(crate) fn page<B: record::Body>(records: &[Stored], paging: Paging) -> Answer<Json<Records<B>>> {
    let (part, total) = paging.of(records)?;
    Ok(Json(Records { records: Record::all(part)?, total }))
}

/// A part of a list that was read as such.
///
/// # Errors
/// As [`Record::of`].
pub(crate) fn records<B: record::Body>(page: &app::Page) -> Result<Json<Records<B>>, Refusal> {
    Ok(Json(Records { records: Record::all(&page.records)?, total: page.total }))
}

/// A file. It is always saved, never opened in place: it came from a person.
pub(crate) struct File(pub(crate) Exported);

impl IntoResponse for File {
    fn into_response(self) -> Response {
        let Exported { file_name, media_type, bytes } = self.0;
        let mut response = Body::from(bytes).into_response();
        let headers = response.headers_mut();
        let octets = HeaderValue::from_static("application/octet-stream");
        headers.insert(CONTENT_TYPE, HeaderValue::from_str(&media_type).unwrap_or(octets));
        let disposition = HeaderValue::from_str(&attachment(&file_name));
        headers.insert(CONTENT_DISPOSITION, disposition.unwrap_or(HeaderValue::from_static("attachment")));
        response
    }
}

/// `attachment` with the name as RFC 6266 writes it: plain letters for old readers, and UTF-8 (RFC 8187) for the others.
fn attachment(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' };
    let ascii: String = name.chars().map(plain).collect();
    let encoded: String = name
        .bytes()
        .map(|byte| match byte {
            b'.' | b'-' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect();
    format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::attachment;

    #[test]
    fn names_of_files_survive_a_header() {
        assert_eq!(
            attachment("Закон \"1\".pdf"),
            "attachment; filename=\"_______1_.pdf\"; filename*=UTF-8''%D0%97%D0%B0%D0%BA%D0%BE%D0%BD%20%221%22.pdf"
        );
        assert_eq!(attachment("a.pdf"), "attachment; filename=\"a.pdf\"; filename*=UTF-8''a.pdf");
    }
}
