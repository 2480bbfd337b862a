//! Forms: what was filled in, what is wrong with it, and reading it into values of the domain.

use std::str::FromStr;
use std::sync::Arc;

use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use domain::fault::Fault;
use domain::localized::Localized;
use domain::partial_date::PartialDate;
use locale::{Catalogue, Translator};

use crate::refusal::Refused;
use crate::site::Site;
use crate::views::fields;

/// A file that came with a form.
#[derive(Debug, Clone)]
pub struct Upload {
    /// The name of the input.
    pub field: String,
    /// The name of the file, without any folder.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// As the verbs take it.
impl From<Upload> for app::Offered {
    fn from(upload: Upload) -> Self {
        Self { file_name: upload.file_name, bytes: upload.bytes }
    }
}

/// A fault as it is shown beside its field and in the summary.
#[derive(Debug, Clone)]
pub struct FormFault {
    /// The path of the field; empty when it is about the whole.
    pub field: String,
    /// The field in words; empty when it is about the whole.
    pub label: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

/// A form: names and values as they were filled in or are to be shown. Names are the dotted paths that faults use:
/// `information.en`, `citations.2.article`.
#[derive(Debug, Clone, Default)]
pub struct Form {
    values: Vec<(String, String)>,
    uploads: Vec<Upload>,
    faults: Vec<FormFault>,
}

impl FromRequest<Arc<Site>> for Form {
    type Rejection = Response;

    async fn from_request(request: Request, site: &Arc<Site>) -> Result<Self, Response> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if kind.starts_with("multipart/form-data") {
            let parts =
                Multipart::from_request(request, site).await.map_err(|_| Refused::Unreadable.into_response())?;
            return Self::of_parts(parts).await;
        }
        let read = axum::Form::<Vec<(String, String)>>::from_request(request, site).await;
        let axum::Form(values) = read.map_err(|rejection| of_status(rejection.status()).into_response())?;
        Ok(Self { values: values.into_iter().map(|(name, value)| (name, lines(&value))).collect(), ..Self::default() })
    }
}

/// Too long, or not a form at all.
fn of_status(status: StatusCode) -> Refused {
    if status == StatusCode::PAYLOAD_TOO_LARGE { Refused::TooLarge } else { Refused::Unreadable }
}

/// Browsers end lines with CR LF; the record keeps LF alone.
fn lines(value: &str) -> String {
    if value.contains('\r') { value.replace("\r\n", "\n").replace('\r', "\n") } else { value.to_owned() }
}

impl Form {
    async fn of_parts(mut parts: Multipart) -> Result<Self, Response> {
        let refused = |error: MultipartError| of_status(error.status()).into_response();
        let mut form = Self::default();
        while let Some(part) = parts.next_field().await.map_err(refused)? {
            let name = part.name().unwrap_or_default().to_owned();
            match part.file_name().map(ToOwned::to_owned) {
                Some(file_name) => {
                    let bytes = part.bytes().await.map_err(refused)?.to_vec();
                    // An input without a file arrives as a nameless empty one.
                    if !file_name.is_empty() || !bytes.is_empty() {
                        let file_name = file_name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
                        form.uploads.push(Upload { field: name, file_name, bytes });
                    }
                }
                None => {
                    let value = part.text().await.map_err(refused)?;
                    form.values.push((name, lines(&value)));
                }
            }
        }
        Ok(form)
    }

    /// An empty form.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The form with a value put in, over the earlier one.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.set(name, value);
        self
    }

    /// The form with the texts of every language put in.
    #[must_use]
    pub fn with_localized(mut self, name: &str, value: &Localized) -> Self {
        for (language, text) in value.iter() {
            self.set(&format!("{name}.{language}"), text);
        }
        self
    }

    /// Puts a value in, over the earlier one.
    #[expect(clippy::needless_pass_by_value, reason = "callers give numbers, words and texts alike")]
    pub fn set(&mut self, name: &str, value: impl ToString) {
        self.values.retain(|(key, _)| key != name);
        self.values.push((name.to_owned(), value.to_string()));
    }

    /// Adds a value beside the earlier ones: for boxes of which several may be ticked.
    #[expect(clippy::needless_pass_by_value, reason = "callers give numbers, words and texts alike")]
    pub fn add(&mut self, name: &str, value: impl ToString) {
        self.values.push((name.to_owned(), value.to_string()));
    }

    /// The value under this name, as filled in; empty when there is none.
    #[must_use]
    pub fn value(&self, name: impl AsRef<str>) -> &str {
        let name = name.as_ref();
        self.values.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
    }

    /// The value under this name without white space around it; `None` when it is empty.
    #[must_use]
    pub fn filled(&self, name: &str) -> Option<&str> {
        Some(self.value(name).trim()).filter(|value| !value.is_empty())
    }

    /// Whether this value is chosen under this name.
    #[must_use]
    pub fn chosen(&self, name: &str, value: &str) -> bool {
        self.values.iter().any(|(key, chosen)| key == name && chosen == value)
    }

    /// Every value under this name that is not empty.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.values
            .iter()
            .filter(move |(key, value)| key == name && !value.trim().is_empty())
            .map(|(_, value)| value.trim())
    }

    /// Every name and value, for a page that sends them again.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The text in every language that the site has: `name.en`, `name.ru`, ….
    #[must_use]
    pub fn localized(&self, name: &str) -> Localized {
        let mut text = Localized::default();
        for language in Catalogue::embedded().languages() {
            text.set(*language, self.value(format!("{name}.{language}")));
        }
        text
    }

    /// The value read as a `T`; a value that cannot be read is a fault with this code.
    pub fn read<T: FromStr>(&self, name: &str, code: &str, faults: &mut Vec<Fault>) -> Option<T> {
        let value = self.filled(name)?;
        let read = value.parse().ok();
        if read.is_none() {
            faults.push(Fault::error(code).at(name).with("value", value).with("text", value));
        }
        read
    }

    /// A date as exact as it is.
    pub fn date(&self, name: &str, faults: &mut Vec<Fault>) -> Option<PartialDate> {
        self.read(name, "date-unreadable", faults)
    }

    /// The version that the person saw; `None` for something new.
    #[must_use]
    pub fn seen(&self) -> Option<u32> {
        self.filled("seen").and_then(|seen| seen.parse().ok()).filter(|seen| *seen > 0)
    }

    /// The numbers of a repeated group in the order they stand: 1, 2, 5 for `citations.1.…`, `citations.2.…`, `citations.5.…`.
    #[must_use]
    pub fn repeated(&self, name: &str) -> Vec<usize> {
        let mut numbers: Vec<usize> = self
            .values
            .iter()
            .filter_map(|(key, _)| key.strip_prefix(name)?.strip_prefix('.')?.split('.').next()?.parse().ok())
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// The file of this input.
    #[must_use]
    pub fn upload(&self, field: &str) -> Option<&Upload> {
        self.uploads.iter().find(|upload| upload.field == field)
    }

    /// Takes the file of this input out.
    pub fn take_upload(&mut self, field: &str) -> Option<Upload> {
        let at = self.uploads.iter().position(|upload| upload.field == field)?;
        Some(self.uploads.swap_remove(at))
    }

    /// The same form with its faults in words, to be shown again.
    #[must_use]
    pub fn faulty(mut self, t: Translator, faults: &[Fault]) -> Self {
        self.faults.extend(faults.iter().map(|fault| FormFault::of(t, fault)));
        self
    }

    /// Every fault.
    #[must_use]
    pub fn faults(&self) -> &[FormFault] {
        &self.faults
    }

    /// The faults of this field itself.
    #[must_use]
    pub fn faults_at(&self, name: impl AsRef<str>) -> Vec<&FormFault> {
        self.faults.iter().filter(|fault| fault.field == name.as_ref()).collect()
    }

    /// Whether this field has a fault.
    #[must_use]
    pub fn wrong(&self, name: impl AsRef<str>) -> bool {
        self.faults.iter().any(|fault| fault.field == name.as_ref())
    }

    /// What an input tells assistive technology about itself: the ids of its hint and its faults.
    #[must_use]
    pub fn described(&self, name: &str, hint: &str) -> String {
        let mut ids = Vec::new();
        if !hint.is_empty() {
            ids.push(format!("{}-hint", id(name)));
        }
        if self.wrong(name) {
            ids.push(format!("{}-fault", id(name)));
        }
        ids.join(" ")
    }
}

impl FormFault {
    /// A fault in words; the field is named as the form names it.
    #[must_use]
    pub fn of(t: Translator, fault: &Fault) -> Self {
        let field = fault.place.field.clone().unwrap_or_default();
        let label = if field.is_empty() { String::new() } else { fields::label(t, &field) };
        let mut named = fault.clone();
        if !label.is_empty() {
            named.place.field = Some(label.clone());
        }
        let told = t.fault(&named);
        Self { field, label, message: told.message, hint: told.hint }
    }

    /// Where the summary leads to.
    #[must_use]
    pub fn anchor(&self) -> String {
        if self.field.is_empty() { "main".to_owned() } else { id(&self.field) }
    }
}

/// The id of an input or a group of inputs.
#[must_use]
pub fn id(name: impl AsRef<str>) -> String {
    format!("f-{}", name.as_ref().replace(['.', ':'], "-"))
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
}

impl Choice {
    /// A choice.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "callers give numbers, words and texts alike")]
    pub fn new(value: impl ToString, label: impl Into<String>) -> Self {
        Self { value: value.to_string(), label: label.into() }
    }

    /// The words of a closed set, under their translation keys `<kind>-<word>`.
    #[must_use]
    pub fn words<W: std::fmt::Display>(t: Translator, kind: &str, words: &[W]) -> Vec<Self> {
        words.iter().map(|word| Self::new(word, t.word(kind, &word.to_string()))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Form;

    #[test]
    fn groups_are_found_by_their_numbers() {
        let form =
            Form::new().with("citations.10.article", "1").with("citations.2.link", "").with("citations.2.date", "");
        assert_eq!(form.repeated("citations"), [2, 10]);
    }
}
