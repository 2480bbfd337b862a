//! What a file is, found from its bytes: what somebody called it is not believed.

/// Largest file that may be attached, in bytes.
pub const LARGEST: usize = 25 * 1024 * 1024;

/// The media type of these bytes, of the types that may be attached; `None` for anything else. HTML and SVG are not
/// among them: they could run in the reader's browser.
#[must_use]
pub fn media_type(bytes: &[u8]) -> Option<&'static str> {
    const STARTS: &[(&[u8], &str)] =
        &[(b"%PDF-", "application/pdf"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg")];
    if let Some((_, media_type)) = STARTS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Some(media_type);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        // Office files are ZIP archives; the name of a part near the beginning tells which.
        let head = &bytes[..bytes.len().min(8192)];
        let has = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
        return if has(b"word/") {
            Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        } else if has(b"xl/") {
            Some("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        } else {
            None
        };
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let plain = !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
    let markup = text.trim_start_matches('\u{feff}').trim_start().starts_with('<');
    (plain && !markup && !bytes.is_empty()).then_some("text/plain; charset=utf-8")
}

#[cfg(test)]
mod tests {
    use super::media_type;

    #[track_caller]
    fn check(bytes: &[u8], expect: Option<&str>) {
        assert_eq!(media_type(bytes), expect);
    }

    #[test]
    fn files_are_what_their_bytes_say() {
        check(b"%PDF-1.7 ...", Some("application/pdf"));
        check("Закон".as_bytes(), Some("text/plain; charset=utf-8"));
        check(b"<html><script>", None);
        check(b"\xef\xbb\xbf <svg>", None);
        check(
            b"PK\x03\x04....word/document.xml",
            Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        );
        check(b"PK\x03\x04....evil.exe", None);
        check(b"MZ\x90\x00", None);
        check(b"", None);
    }
}
