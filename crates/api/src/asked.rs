//! What is asked: the parts of a request, each read with refusals in the one shape.

use app::{Refusal, Seen};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, IF_MATCH};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use domain::fault::Fault;
use domain::ids::{Id, RecordId};
use locale::Translator;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use utoipa::IntoParams;

use crate::language;
use crate::refusal::ApiRefusal;

/// How many records a page has when nothing else is asked.
const USUAL: u32 = 50;
/// How many records a page has at most.
pub(crate) const MOST: u32 = 500;

/// The JSON body of a request.
pub(crate) struct Body<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = ApiRefusal;
    async fn from_request(request: Request, state: &S) -> Result<Self, ApiRefusal> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let media_type = kind.split(';').next().unwrap_or_default().trim().to_lowercase();
        if media_type != "application/json" {
            return Err(ApiRefusal::MediaTypeNotTaken);
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| body_refused(&rejection))?;
        read_json(&bytes).map(Self)
    }
}

/// Reads JSON.
///
/// # Errors
/// The line and what is wrong with it.
pub(crate) fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ApiRefusal> {
    serde_json::from_slice(bytes).map_err(|error| {
        let mut fault = Fault::error("json-unreadable").with("what", error.to_string());
        fault.place.line = Some(error.line() as u64).filter(|line| *line > 0);
        fault.into()
    })
}

/// The refusal behind a body that could not be received.
pub(crate) fn body_refused(rejection: &BytesRejection) -> ApiRefusal {
    if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
        ApiRefusal::BodyTooLarge
    } else {
        ApiRefusal::RequestUnreadable
    }
}

/// The parameters after the question mark.
pub(crate) struct Asked<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = ApiRefusal;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiRefusal> {
        let query = Query::<T>::try_from_uri(&parts.uri);
        query.map(|Query(asked)| Self(asked)).map_err(|rejection| {
            // The outer text only names the query string; the cause says what is wrong with it.
            let cause =
                std::error::Error::source(&rejection).map_or_else(|| rejection.to_string(), ToString::to_string);
            Fault::error("query-unreadable").with("what", cause).into()
        })
    }
}

/// Which part of a list.
#[derive(Debug, Clone, Copy, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Paging {
    /// How many records at most.
    #[param(minimum = 0, maximum = 500, default = 50)]
    limit: Option<u32>,
    /// How many to pass over.
    #[param(minimum = 0, default = 0)]
    offset: Option<u32>,
}

impl Paging {
    /// The beginning of a list, this long.
    pub(crate) fn limited(limit: Option<u32>) -> Self {
        Self { limit, offset: None }
    }

    /// How many at most, and how many to pass over.
    ///
    /// # Errors
    /// When more are asked than a page has.
    pub(crate) fn bounds(self) -> Result<(u32, u32), ApiRefusal> {
        let limit = self.limit.unwrap_or(USUAL);
        if limit > MOST {
            return Err(Fault::error("limit-too-large").at("limit").with("most", MOST.to_string()).into());
        }
        Ok((limit, self.offset.unwrap_or(0)))
    }

    /// This part of a list that was read whole, and how long the whole is.
    ///
    /// # Errors
    /// When more are asked than a page has.
    pub(crate) fn of<T>(self, records: &[T]) -> Result<(&[T], u64), ApiRefusal> {
        let (limit, offset) = self.bounds()?;
        let start = (offset as usize).min(records.len());
        let end = (start + limit as usize).min(records.len());
        Ok((&records[start..end], records.len() as u64))
    }
}

/// The names in the path of an operation, one of them the id of a record.
pub(crate) struct AtPath<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for AtPath<T> {
    type Rejection = ApiRefusal;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiRefusal> {
        let path = Path::<T>::from_request_parts(parts, state).await;
        path.map(|Path(names)| Self(names)).map_err(|_| ApiRefusal::RequestUnreadable)
    }
}

/// The path to one record.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(crate) struct RecordPath {
    /// The id of the record.
    #[param(format = "uuid")]
    id: String,
}

impl RecordPath {
    /// The id, whatever its kind.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]: what is no id names no record.
    pub(crate) fn record(&self) -> Result<RecordId, ApiRefusal> {
        record_id(&self.id, "record")
    }

    /// The id of a record of kind `K`, for which this is the word.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]: what is no id names no record.
    pub(crate) fn id<K>(&self, word: &'static str) -> Result<Id<K>, ApiRefusal> {
        record_id(&self.id, word).map(Id::new)
    }

    /// The record at the version that was seen.
    ///
    /// # Errors
    /// As [`RecordPath::record`].
    pub(crate) fn seen(&self, version: Version) -> Result<Seen, ApiRefusal> {
        Ok(Seen { record: self.record()?, version: version.0 })
    }
}

pub(crate) fn record_id(text: &str, word: &'static str) -> Result<RecordId, ApiRefusal> {
    text.parse().map_err(|_| Refusal::NotFound(word).into())
}

/// The version that the caller saw: `If-Match: "3"`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Version(pub(crate) u32);

impl<S: Send + Sync> FromRequestParts<S> for Version {
    type Rejection = ApiRefusal;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiRefusal> {
        version(&parts.headers).map(Self).ok_or(ApiRefusal::VersionNeeded)
    }
}

fn version(headers: &HeaderMap) -> Option<u32> {
    let text = headers.get(IF_MATCH)?.to_str().ok()?.trim();
    let digits = text.strip_prefix('"')?.strip_suffix('"')?;
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// The language the caller reads.
pub(crate) struct Reads(pub(crate) Translator);

impl<S: Send + Sync> FromRequestParts<S> for Reads {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(language::accepted(parts.headers.get(ACCEPT_LANGUAGE))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_version(header: &str, expect: Option<u32>) {
        let headers = HeaderMap::from_iter([(IF_MATCH, header.parse().unwrap())]);
        assert_eq!(version(&headers), expect, "{header}");
    }

    #[test]
    fn a_version_is_a_number_in_quotation_marks() {
        check_version("\"3\"", Some(3));
        check_version("\"0\"", Some(0));
        for wrong in ["3", "*", "\"\"", "\"-1\"", "\"+1\"", "W/\"3\"", "\"3\", \"4\"", "\"99999999999\""] {
            check_version(wrong, None);
        }
        assert_eq!(version(&HeaderMap::new()), None);
    }

    #[track_caller]
    fn check_page(limit: Option<u32>, offset: Option<u32>, expect: Option<&[u8]>) {
        let records: Vec<u8> = (0..60).collect();
        let page = Paging { limit, offset }.of(&records).ok().map(|(page, total)| (page.to_vec(), total));
        assert_eq!(page, expect.map(|page| (page.to_vec(), 60)));
    }

    #[test]
    fn a_page_is_what_was_asked_within_bounds() {
        let records: Vec<u8> = (0..60).collect();
        check_page(None, None, Some(&records[..50]));
        check_page(Some(3), Some(58), Some(&records[58..]));
        check_page(Some(0), None, Some(&[]));
        check_page(Some(500), Some(u32::MAX), Some(&[]));
        check_page(Some(501), None, None);
    }
}
