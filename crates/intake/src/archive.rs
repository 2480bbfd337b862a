//! Office files are archives. What one unpacks to is measured before anything is read from it.

use std::io::{Cursor, Read};

use domain::fault::Fault;

use crate::limits;

const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND_FILE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What is told of an office file of one kind.
pub(crate) struct OfficeFaults {
    pub(crate) unreadable: &'static str,
    pub(crate) too_large: &'static str,
    pub(crate) protected: &'static str,
    pub(crate) old_format: &'static str,
}

/// Whether these bytes begin like an office file, of the new kind or the old.
pub(crate) fn is_office_file(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND_FILE)
}

/// Refuses what is protected, of the old kind, or unpacks to more than it may. The sizes an archive declares are not to be
/// believed: every entry is unpacked to nowhere, counting.
pub(crate) fn measure(bytes: &[u8], told: &OfficeFaults) -> Result<(), Fault> {
    if bytes.starts_with(COMPOUND_FILE) {
        // A protected file is wrapped in the container of the old format, under this name in UTF-16.
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let protected = bytes.windows(name.len()).any(|window| window == name);
        return Err(Fault::error(if protected { told.protected } else { told.old_format }));
    }
    let unreadable = |_| Fault::error(told.unreadable);
    let too_large =
        || Fault::error(told.too_large).with("limit_megabytes", limits::megabytes(limits::LONGEST_UNPACKED));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    if archive.len() > limits::MOST_ENTRIES {
        return Err(too_large());
    }
    let packed = bytes.len() as u64;
    let mut unpacked = 0_u64;
    let mut buffer = vec![0; 64 * 1024];
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(unreadable)?;
        if entry.encrypted() {
            return Err(Fault::error(told.protected));
        }
        loop {
            let read = entry.read(&mut buffer).map_err(|_| Fault::error(told.unreadable))?;
            if read == 0 {
                break;
            }
            unpacked += read as u64;
            let bomb = unpacked > limits::RATIO_FREE && unpacked / packed.max(1) > limits::HIGHEST_RATIO;
            if unpacked > limits::LONGEST_UNPACKED || bomb {
                return Err(too_large());
            }
        }
    }
    Ok(())
}

/// The text of one entry of an archive that was measured; nothing when there is no such entry, or it is no text.
pub(crate) fn entry(bytes: &[u8], name: &str) -> Option<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut entry = archive.by_name(name).ok()?;
    let mut content = Vec::new();
    // Measured before, and bounded again in case the archive was made to differ between two readings.
    entry.by_ref().take(limits::LONGEST_UNPACKED).read_to_end(&mut content).ok()?;
    String::from_utf8(content).ok()
}
