//! `tripoint backup`: the whole node in one file, made beside it and moved into place when it is complete.
#![expect(clippy::disallowed_methods, reason = "a backup is a file")]

use std::fs;
use std::io::Write as _;
use std::path::Path;

use app::register::backup::back_up;
use domain::hash::Hash;
use serde_json::json;
use store::{Options, Store};

use crate::arguments::Backup;
use crate::commands::Session;
use crate::node_folder::write_private;
use crate::output::{CommandError, Output, told};
use crate::progress;

/// The parts of a backup, in their order in the archive.
pub(super) const PARTS: [&str; 3] = ["node.db", "keys/node.key", "keys/node.pub"];
/// The list of parts with their hashes: the last entry, so that it is only there when all others are.
pub(super) const MANIFEST: &str = "manifest.json";

pub(super) async fn run(session: &Session, command: Backup, output: &Output) -> Result<(), CommandError> {
    let file = &command.file;
    if file.exists() {
        return Err(told("file-exists", file, std::io::ErrorKind::AlreadyExists.into()));
    }
    let mut work = file.as_os_str().to_owned();
    work.push(".partial");
    let work = std::path::PathBuf::from(work);
    // What an interrupted backup left behind is of no use to anybody.
    if work.exists() {
        fs::remove_dir_all(&work).map_err(|source| told("file-not-written", &work, source))?;
    }
    fs::create_dir_all(work.join("keys")).map_err(|source| told("folder-not-made", &work, source))?;
    let done = make(session, &work, output).await;
    let done = match done {
        Ok(()) => fs::rename(work.join("archive"), file).map_err(|source| told("file-not-written", file, source)),
        Err(error) => Err(error),
    };
    let _ = fs::remove_dir_all(&work);
    done?;
    let path = file.display().to_string();
    if output.json {
        output.data(&json!({ "file": path }));
    } else {
        output.line(&path);
        output.say("cli-backup-done", &[]);
    }
    Ok(())
}

async fn make(session: &Session, work: &Path, output: &Output) -> Result<(), CommandError> {
    let copy = Store::create(&Options::sqlite(&work.join("node.db"))).await?;
    let bar = progress::bar(output, "cli-backing-up");
    let mut move_bar = |done: store::Progress| progress::set(&bar, done.done, done.total);
    let copied = back_up(&session.node, &session.actor, &copy, &mut move_bar).await;
    copy.close().await;
    copied?;
    bar.finish_and_clear();
    write_private(&work.join("keys/node.key"), &format!("{}\n", session.node.signer.to_secret_text()))?;
    write_private(&work.join("keys/node.pub"), &format!("{}\n", session.node.verifier().to_text()))?;
    archive(work).map_err(|source| told("file-not-written", work, source))
}

/// Packs the parts and the manifest. The archive holds the node's secret key, so only its owner may read it.
fn archive(work: &Path) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut archive = tar::Builder::new(options.open(work.join("archive"))?);
    let mut hashes = serde_json::Map::new();
    for part in PARTS {
        archive.append_path_with_name(work.join(part), part)?;
        hashes.insert(part.to_owned(), hash_file(&work.join(part))?.to_string().into());
    }
    let manifest = json!({ "format": 1, "sha256": hashes }).to_string();
    let mut header = tar::Header::new_ustar();
    header.set_size(manifest.len() as u64);
    header.set_mode(0o600);
    header.set_cksum();
    archive.append_data(&mut header, MANIFEST, manifest.as_bytes())?;
    let mut file = archive.into_inner()?;
    file.flush()?;
    file.sync_all()
}

/// The SHA-256 of a file of any size.
pub(super) fn hash_file(path: &Path) -> std::io::Result<Hash> {
    Hash::of_reader(&mut fs::File::open(path)?)
}
