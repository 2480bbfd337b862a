//! `tripoint verify`: derives everything again, offline, and names the first thing that does not hold.

use std::path::Path;

use domain::checkpoint::Checkpoint;
use serde_json::json;

use crate::arguments::Verify;
use crate::commands::Session;
use crate::node_folder::{read_file, read_verifier};
use crate::output::{CommandError, Output};
use crate::progress;

/// Longest checkpoint file, in bytes: three short lines and a signature.
const LONGEST_NOTE: u64 = 16 * 1024;

pub(super) async fn run(session: &Session, command: Verify, output: &Output) -> Result<(), CommandError> {
    let kept = match &command.checkpoint {
        Some(path) => Some(kept_checkpoint(session, path, command.key.as_deref())?),
        None => None,
    };
    let bar = progress::bar(output, "cli-verifying");
    let mut move_bar = |done: store::Progress| progress::set(&bar, done.done, done.total);
    let verified = app::register::verify(&session.node, &session.actor, kept.as_ref(), &mut move_bar).await?;
    bar.finish_and_clear();
    if output.json {
        output.data(&json!({
            "holds": verified.failure.is_none(),
            "acts": verified.acts,
            "records": verified.records,
            "revisions": verified.revisions,
            "blobs": verified.files,
            "root": verified.root.to_string(),
            "failure": verified.failure.as_ref().map(|failure| json!({
                "code": failure.code,
                "place": failure.place,
            })),
        }));
    }
    match verified.failure {
        Some(failure) => Err(CommandError::DoesNotHold(failure.fault())),
        None => {
            if !output.json {
                let count = |number: u64| locale::Value::Number(number.try_into().unwrap_or(i64::MAX));
                let values = [
                    ("acts", count(verified.acts)),
                    ("records", count(verified.records)),
                    ("revisions", count(verified.revisions)),
                    ("blobs", count(verified.files)),
                ];
                output.line(&output.t.with("cli-verified", &values));
                output.line(&verified.root.to_string());
            }
            Ok(())
        }
    }
}

/// A checkpoint that somebody kept outside the node, opened with the key that they kept, or the node's.
fn kept_checkpoint(session: &Session, path: &Path, key: Option<&Path>) -> Result<Checkpoint, CommandError> {
    let bytes = read_file(path, LONGEST_NOTE)?;
    let not_one = || CommandError::NotA { path: path.display().to_string(), what: "checkpoint" };
    let note = String::from_utf8(bytes).map_err(|_| not_one())?;
    let verifier = match key {
        Some(key) => read_verifier(key)?,
        None => session.node.verifier(),
    };
    verifier.open(&note).map_err(|_| not_one())
}
