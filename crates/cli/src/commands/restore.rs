//! `tripoint restore`: a node from a backup, in a new folder, moved into place only after it has been verified.
#![expect(clippy::disallowed_methods, reason = "a backup is a file, a node a folder")]

use std::fs;
use std::path::Path;

use app::{Node, setup};
use serde_json::json;
use store::{Options, Store};

use super::backup::{MANIFEST, PARTS, hash_file};
use crate::Rim;
use crate::arguments::{Global, Restore};
use crate::node_folder::NodeFolder;
use crate::output::{CommandError, Output, told};
use crate::progress;

pub(super) async fn run(global: &Global, command: Restore, rim: &Rim, output: &Output) -> Result<(), CommandError> {
    let target = &command.folder;
    if target.exists() && fs::read_dir(target).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(CommandError::NodeExists(target.display().to_string()));
    }
    let mut work = target.as_os_str().to_owned();
    work.push(".partial");
    let work = std::path::PathBuf::from(work);
    if work.exists() {
        fs::remove_dir_all(&work).map_err(|source| told("file-not-written", &work, source))?;
    }
    let done = make(global, &command.file, &work, rim, output).await;
    let done = match done {
        Ok(()) => {
            let _ = fs::remove_dir(target);
            fs::rename(&work, target).map_err(|source| told("file-not-written", target, source))
        }
        Err(error) => Err(error),
    };
    let _ = fs::remove_dir_all(&work);
    done?;
    let path = target.display().to_string();
    if output.json {
        output.data(&json!({ "folder": path }));
    } else {
        output.line(&path);
        output.say("cli-restore-done", &[]);
    }
    Ok(())
}

async fn make(global: &Global, file: &Path, work: &Path, rim: &Rim, output: &Output) -> Result<(), CommandError> {
    unpack(file, work)?;
    fs::create_dir_all(work.join("out")).map_err(|source| told("folder-not-made", work, source))?;
    let folder = NodeFolder::new(work, None);
    let copy = Store::open(&Options::sqlite(&work.join("node.db"))).await?;
    let store = match &global.database {
        None => copy,
        Some(url) => {
            let store = Store::create(&Options::postgres(url)).await?;
            let bar = progress::bar(output, "cli-restoring");
            let mut move_bar = |done: store::Progress| progress::set(&bar, done.done, done.total);
            store::backup::copy(&copy, &store, &mut move_bar).await?;
            bar.finish_and_clear();
            copy.close().await;
            fs::remove_file(work.join("node.db")).map_err(|source| told("file-not-written", work, source))?;
            store
        }
    };
    let demo = store.setting("demo").await?.is_some();
    let node = Node::new(store, folder.signer()?, rim.surroundings.clone(), demo);
    let operator = setup::operator(&node, None).await?;
    let bar = progress::bar(output, "cli-verifying");
    let mut move_bar = |done: store::Progress| progress::set(&bar, done.done, done.total);
    let verified = app::register::verify(&node, &operator, None, &mut move_bar).await?;
    bar.finish_and_clear();
    if let Some(failure) = verified.failure {
        return Err(CommandError::DoesNotHold(failure.fault()));
    }
    app::register::backup::restored(&node, &operator).await?;
    node.store.close().await;
    Ok(())
}

/// Unpacks a backup: exactly the parts it must have, under their own names, each with the hash of the manifest.
fn unpack(file: &Path, work: &Path) -> Result<(), CommandError> {
    let not_one = || CommandError::NotA { path: file.display().to_string(), what: "backup" };
    let failed = |source| told("file-not-read", file, source);
    let mut archive = tar::Archive::new(fs::File::open(file).map_err(failed)?);
    fs::create_dir_all(work.join("keys")).map_err(|source| told("folder-not-made", work, source))?;
    for entry in archive.entries().map_err(|_| not_one())? {
        let mut entry = entry.map_err(|_| not_one())?;
        let name = entry.path().map_err(|_| not_one())?.to_string_lossy().into_owned();
        if !PARTS.contains(&name.as_str()) && name != MANIFEST {
            return Err(not_one());
        }
        entry.unpack(work.join(&name)).map_err(|_| not_one())?;
    }
    let manifest = fs::read(work.join(MANIFEST)).map_err(|_| not_one())?;
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).map_err(|_| not_one())?;
    for part in PARTS {
        let found = hash_file(&work.join(part)).map_err(|_| not_one())?;
        if manifest["sha256"][part] != found.to_string() {
            return Err(not_one());
        }
    }
    fs::remove_file(work.join(MANIFEST)).map_err(|source| told("file-not-written", work, source))
}
