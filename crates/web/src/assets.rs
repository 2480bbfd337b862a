//! Assets: style, script and fonts inside the program. Their address carries the hash of what they say, so a browser
//! may keep them for good.

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::refusal::Refused;

#[derive(rust_embed::RustEmbed)]
#[folder = "assets"]
struct Files;

const FOREVER: &str = "public, max-age=31536000, immutable";
const A_DAY: &str = "public, max-age=86400";

/// The address of an asset: `/assets/tripoint-1f2e3d4c.css`.
#[must_use]
pub fn address(name: &str) -> String {
    let hash = Files::get(name).map(|file| short_hash(&file.metadata.sha256_hash()));
    match (hash, name.rsplit_once('.')) {
        (Some(hash), Some((stem, extension))) => format!("/assets/{stem}-{hash}.{extension}"),
        _ => format!("/assets/{name}"),
    }
}

fn short_hash(hash: &[u8; 32]) -> String {
    hash[..4].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The name without the hash: `tripoint.css` of `tripoint-1f2e3d4c.css`.
fn plain(name: &str) -> Option<String> {
    let (stem, extension) = name.rsplit_once('.')?;
    let (stem, hash) = stem.rsplit_once('-')?;
    let hexadecimal = hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    hexadecimal.then(|| format!("{stem}.{extension}"))
}

/// Serves an asset.
///
/// # Errors
/// When there is none of this name.
pub async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Result<Response, Refused> {
    let named = plain(&name).filter(|plain| Files::get(plain).is_some()).unwrap_or_else(|| name.clone());
    let file = Files::get(&named).ok_or(Refused::NoSuchPage)?;
    let tag = format!("\"{}\"", short_hash(&file.metadata.sha256_hash()));
    let cache = if named == name { A_DAY } else { FOREVER };
    let known = headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok()) == Some(tag.as_str());
    let head = [(CACHE_CONTROL, cache.to_owned()), (ETAG, tag), (CONTENT_TYPE, media_type(&named).to_owned())];
    if known {
        return Ok((StatusCode::NOT_MODIFIED, head).into_response());
    }
    Ok((head, file.data.into_owned()).into_response())
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::{address, plain};

    #[test]
    fn an_address_leads_back_to_its_file() {
        for name in ["tripoint.css", "tripoint.js", "htmx.min.js", "tripoint.svg"] {
            let address = address(name);
            assert_eq!(plain(address.trim_start_matches("/assets/")).as_deref(), Some(name), "{address}");
        }
        assert_eq!(plain("pt-sans-regular.woff2"), None);
    }
}
