//! Uploads: files as `multipart/form-data`, or the bytes of one file with its name in the address.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::{Node, Offered};
use axum::body::Bytes;
use axum::extract::multipart::MultipartError;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Query, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use domain::fault::Fault;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;

use crate::asked::body_refused;
use crate::refusal::ApiRefusal;

/// Largest upload in bytes: the largest file that may be attached, and what is around it.
const LARGEST: usize = 26 * 1024 * 1024;
/// Most parts of one upload. The limit of the body bounds their length, this one their number.
const MOST_PARTS: usize = 1000;

/// The same routes with the limit of an upload instead of that of JSON.
pub(crate) fn larger(routes: OpenApiRouter<Arc<Node>>) -> OpenApiRouter<Arc<Node>> {
    up_to(LARGEST, routes)
}

/// The same routes with a limit of so many bytes.
pub(crate) fn up_to(limit: usize, routes: OpenApiRouter<Arc<Node>>) -> OpenApiRouter<Arc<Node>> {
    routes.layer(DefaultBodyLimit::max(limit))
}

/// The name of a file whose bytes are the whole body.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FileName {
    /// The name of the file, when the body is its bytes; in `multipart/form-data` each part names its own.
    file_name: Option<String>,
}

/// What was uploaded.
#[derive(Debug, Default)]
pub(crate) struct Upload {
    /// Files, in the order of the upload.
    files: Vec<Offered>,
    /// Parts without a file name, by their name.
    fields: BTreeMap<String, Vec<u8>>,
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = ApiRefusal;
    async fn from_request(request: Request, state: &S) -> Result<Self, ApiRefusal> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if kind.trim_start().to_lowercase().starts_with("multipart/form-data") {
            let multipart = Multipart::from_request(request, state).await;
            return parts(multipart.map_err(|rejection| unreadable(&rejection.body_text()))?).await;
        }
        let name = Query::<FileName>::try_from_uri(request.uri()).ok().and_then(|Query(asked)| asked.file_name);
        let Some(file_name) = name else { return Err(ApiRefusal::MediaTypeNotTaken) };
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| body_refused(&rejection))?;
        Ok(Self { files: vec![Offered { file_name, bytes: bytes.to_vec() }], fields: BTreeMap::new() })
    }
}

async fn parts(mut multipart: Multipart) -> Result<Upload, ApiRefusal> {
    let mut upload = Upload::default();
    while let Some(part) = multipart.next_field().await.map_err(|error| refused(&error))? {
        if upload.files.len() + upload.fields.len() >= MOST_PARTS {
            return Err(Fault::error("too-many").at("file").with("limit", MOST_PARTS.to_string()).into());
        }
        let (name, file_name) = (part.name().unwrap_or_default().to_owned(), part.file_name().map(str::to_owned));
        let bytes = part.bytes().await.map_err(|error| refused(&error))?.to_vec();
        match file_name {
            Some(file_name) => upload.files.push(Offered { file_name, bytes }),
            None => {
                upload.fields.insert(name, bytes);
            }
        }
    }
    Ok(upload)
}

fn refused(error: &MultipartError) -> ApiRefusal {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        ApiRefusal::BodyTooLarge
    } else {
        unreadable(&error.body_text())
    }
}

fn unreadable(what: &str) -> ApiRefusal {
    Fault::error("upload-unreadable").at("file").with("what", what).into()
}

impl Upload {
    /// The one file.
    ///
    /// # Errors
    /// When there is none.
    pub(crate) fn file(self) -> Result<Offered, ApiRefusal> {
        self.files.into_iter().next().ok_or_else(|| Fault::error("upload-without-file").at("file").into())
    }

    /// The one file, and another behind it where one was sent: a background beside what was measured.
    ///
    /// # Errors
    /// When there is none.
    pub(crate) fn file_and_another(self) -> Result<(Offered, Option<Offered>), ApiRefusal> {
        let mut files = self.files.into_iter();
        let first = files.next().ok_or_else(|| Fault::error("upload-without-file").at("file"))?;
        Ok((first, files.next()))
    }

    /// A part that is no file.
    pub(crate) fn field(&self, name: &str) -> Option<&[u8]> {
        self.fields.get(name).map(Vec::as_slice)
    }

    /// All files by their path within the folder that was uploaded.
    ///
    /// # Errors
    /// When there is none, or one is given twice.
    pub(crate) fn folder(self) -> Result<BTreeMap<String, Vec<u8>>, ApiRefusal> {
        if self.files.is_empty() {
            return Err(Fault::error("upload-without-file").at("file").into());
        }
        let mut folder = BTreeMap::new();
        let mut twice = Vec::new();
        for Offered { file_name, bytes } in self.files {
            if folder.contains_key(&file_name) {
                twice.push(Fault::error("given-twice").at("file").with("what", &file_name));
            }
            folder.insert(file_name, bytes);
        }
        if twice.is_empty() { Ok(folder) } else { Err(twice.into()) }
    }
}
