//! The program: the real clock and randomness, the wiring of pages and interface for machines, and the server. It does
//! not contain any behaviour of its own; see `cli` for commands, `app` for what they do.

mod real_surroundings;
mod serve;

use std::process::ExitCode;
use std::sync::Arc;

use crate::real_surroundings::RealSurroundings;

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    let rim = cli::Rim {
        surroundings: Arc::new(RealSurroundings),
        serve: Box::new(|node, options| Box::pin(serve::serve(node, options))),
        language: real_surroundings::language(),
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!(%error, "the runtime does not start");
            return ExitCode::from(1);
        }
    };
    runtime.block_on(cli::run(std::env::args_os().collect(), rim))
}
