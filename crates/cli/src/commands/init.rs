//! `tripoint init`: makes a node in a folder.

use app::setup;
use serde_json::json;

use crate::Rim;
use crate::arguments::{Global, Init};
use crate::output::{CommandError, Output};

pub(super) async fn run(global: &Global, command: Init, rim: &Rim, output: &Output) -> Result<(), CommandError> {
    let folder = global.folder();
    if folder.holds_node() {
        return Err(CommandError::NodeExists(folder.path().display().to_string()));
    }
    let node = folder.create(command.name.as_deref(), rim.surroundings.clone(), false).await?;
    let drawn = setup::initialise(&node).await?;
    let path = folder.path().display().to_string();
    if output.json {
        output.data(&json!({
            "node": node.name(),
            "folder": path,
            "login": drawn.account.login,
            "password": drawn.password,
            "key": node.verifier().to_text(),
        }));
    } else {
        output.say("cli-init-done", &[("name", node.name().into()), ("path", path.as_str().into())]);
        output.line(&format!("{}  {}", drawn.account.login, drawn.password));
        output.say("cli-passwords-once", &[]);
    }
    node.store.close().await;
    Ok(())
}
