//! Refusals: from the code of `app` to a status, and from the code to words in the language the caller reads.
//!
//! A handler answers with an [`ApiRefusal`], which only carries the reason; [`answers`] is the one place that knows the
//! language and writes the body.

use std::any::Any;
use std::sync::Arc;

use app::Refusal;
use axum::Json;
use axum::extract::Request;
use axum::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::fault::Fault;
use locale::{Translator, Value};

use crate::language;
use crate::wire::problem::{FaultBody, Problem};
use crate::wire::record::Record;

/// Why an operation was not carried out.
#[derive(Debug, Clone)]
pub enum ApiRefusal {
    /// A verb of `app` refused.
    Refused(Arc<Refusal>),
    /// The request does not say which version it changes.
    VersionNeeded,
    /// The body is too large.
    BodyTooLarge,
    /// There is no such operation.
    NoSuchOperation,
    /// The address does not take the method.
    MethodNotAllowed,
    /// The body is of a type that is not taken.
    MediaTypeNotTaken,
    /// The request is not even HTTP as it should be.
    RequestUnreadable,
    /// The program failed.
    Failed,
}

impl From<Refusal> for ApiRefusal {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Arc::new(refusal))
    }
}

impl From<Vec<Fault>> for ApiRefusal {
    fn from(faults: Vec<Fault>) -> Self {
        Refusal::Invalid(faults).into()
    }
}

impl From<Fault> for ApiRefusal {
    fn from(fault: Fault) -> Self {
        vec![fault].into()
    }
}

impl ApiRefusal {
    /// The stable code; the translation key is `refusal-<code>`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code(),
            Self::VersionNeeded => "version-needed",
            Self::BodyTooLarge => "body-too-large",
            Self::NoSuchOperation => "no-such-operation",
            Self::MethodNotAllowed => "method-not-allowed",
            Self::MediaTypeNotTaken => "media-type-not-taken",
            Self::RequestUnreadable => "request-unreadable",
            Self::Failed => "failed",
        }
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self.code() {
            "sign-in-needed" | "wrong-password" => StatusCode::UNAUTHORIZED,
            "not-allowed" | "own-revision" => StatusCode::FORBIDDEN,
            "not-found" | "no-such-operation" => StatusCode::NOT_FOUND,
            "method-not-allowed" => StatusCode::METHOD_NOT_ALLOWED,
            "conflict" => StatusCode::CONFLICT,
            "body-too-large" => StatusCode::PAYLOAD_TOO_LARGE,
            "media-type-not-taken" => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "request-unreadable" => StatusCode::BAD_REQUEST,
            "invalid" => StatusCode::UNPROCESSABLE_ENTITY,
            "version-needed" => StatusCode::PRECONDITION_REQUIRED,
            "too-many-attempts" => StatusCode::TOO_MANY_REQUESTS,
            "busy" => StatusCode::SERVICE_UNAVAILABLE,
            "disk-full" => StatusCode::INSUFFICIENT_STORAGE,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The refusal behind a bare status, as the parts underneath answer it.
    fn behind(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::NOT_FOUND => Some(Self::NoSuchOperation),
            StatusCode::METHOD_NOT_ALLOWED => Some(Self::MethodNotAllowed),
            StatusCode::PAYLOAD_TOO_LARGE => Some(Self::BodyTooLarge),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Some(Self::MediaTypeNotTaken),
            status if status.is_client_error() => Some(Self::RequestUnreadable),
            status if status.is_server_error() => Some(Self::Failed),
            _ => None,
        }
    }

    /// The problem in the words of a language.
    #[must_use]
    pub fn problem(&self, translator: Translator) -> Problem {
        let key = format!("refusal-{}", self.code());
        let (mut values, mut faults, mut yours, mut theirs) = (Vec::new(), Vec::new(), None, None);
        if let Self::Refused(refusal) = self {
            match &**refusal {
                Refusal::TooManyAttempts { seconds } => values.push(("seconds", Value::from(*seconds))),
                Refusal::NotAllowed(permission) => {
                    values.push(("what", translator.word("permission", permission.as_str()).into()));
                }
                Refusal::NotFound(noun) => values.push(("what", translator.word("kind", noun).into())),
                Refusal::Invalid(all) => faults = FaultBody::all(all, translator),
                Refusal::Conflict { yours: body, theirs: stored } => {
                    yours = Some((&**body).into());
                    theirs = stored.as_ref().map(|stored| Record::any(stored));
                }
                _ => {}
            }
        }
        Problem {
            status: self.status().as_u16(),
            code: self.code().to_owned(),
            message: translator.with(&key, &values),
            hint: translator.attribute_with(&key, "hint", &values),
            faults,
            yours,
            theirs,
        }
    }

    /// How long to wait before trying again, in seconds.
    fn retry_after(&self) -> Option<u64> {
        match self {
            Self::Refused(refusal) => match &**refusal {
                Refusal::TooManyAttempts { seconds } => Some(*seconds),
                _ if self.status() == StatusCode::SERVICE_UNAVAILABLE => Some(1),
                _ => None,
            },
            _ => None,
        }
    }
}

impl IntoResponse for ApiRefusal {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Answers after a panic. What it said is written to the log by the panic hook, never sent.
pub(crate) fn failed(_: Box<dyn Any + Send + 'static>) -> Response {
    ApiRefusal::Failed.into_response()
}

/// Writes every refusal, and the headers that every answer has.
pub(crate) async fn answers(request: Request, next: Next) -> Response {
    let translator = language::accepted(request.headers().get(ACCEPT_LANGUAGE));
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let refused = response.extensions_mut().remove::<ApiRefusal>();
    let refused = refused.or_else(|| ApiRefusal::behind(response.status()));
    if let Some(refusal) = refused {
        if refusal.status().is_server_error() {
            tracing::error!(path, code = refusal.code(), error = ?refusal, "an operation was refused");
        }
        response = written(&refusal, translator);
    }
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

fn written(refusal: &ApiRefusal, translator: Translator) -> Response {
    let mut response = (refusal.status(), Json(refusal.problem(translator))).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if refusal.status() == StatusCode::UNAUTHORIZED {
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if let Some(seconds) = refusal.retry_after() {
        headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}
