//! `tripoint serve`: the pages and the interface for machines.

use std::sync::Arc;

use crate::arguments::{Global, Serve};
use crate::output::{CommandError, Output};
use crate::{Rim, ServeOptions};

pub(super) async fn run(global: &Global, command: Serve, rim: Rim, output: &Output) -> Result<(), CommandError> {
    let node = global.folder().open(rim.surroundings.clone()).await?;
    let options = ServeOptions { listen: command.listen, behind_tls: command.behind_tls };
    let address = format!("http://{}", command.listen);
    output.say("cli-serving", &[("address", address.as_str().into())]);
    (rim.serve)(Arc::new(node), options).await.map_err(|source| CommandError::File {
        code: "not-served",
        path: address,
        source,
    })
}
