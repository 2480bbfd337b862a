//! What every store must do, tested on SQLite and on PostgreSQL with the same text.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "what goes wrong in a test stops it")]
#![allow(unreachable_pub, reason = "one binary: its modules share what they like")]

/// Declares tests that run on both engines: `name::sqlite` and `name::postgres`.
macro_rules! on_both {
    ($($(#[$doc:meta])* async fn $name:ident($world:ident: $type:ty) $body:block)+) => { $(
        $(#[$doc])*
        mod $name {
            use super::*;

            async fn test($world: $type) $body

            #[tokio::test]
            async fn sqlite() {
                test(&$crate::world::World::sqlite().await).await;
            }

            #[tokio::test]
            async fn postgres() {
                if let Some(world) = $crate::world::World::postgres().await {
                    test(&world).await;
                }
            }
        }
    )+ };
}

mod world;

mod copying;
mod crash;
mod listing;
mod reading;
mod schema;
mod secrets;
mod verifying;
mod writing;
