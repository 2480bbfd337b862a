//! Copies of a whole node.

use store::backup::{Copied, copy};
use store::verify::verify;
use store::{Session, StoreError};

use crate::world::{World, id, instant};

#[tokio::test]
async fn a_node_is_copied_between_all_engines() {
    for from in World::furnished().await {
        let session =
            Session { token: domain::hash::Hash::of(b"t"), account: id(900), created: instant(0), seen: instant(0) };
        from.store.put_session(&session).await.unwrap();
        let mut targets = vec![World::sqlite().await];
        targets.extend(World::postgres().await);
        for to in targets {
            let mut parts = Vec::new();
            let copied = copy(&from.store, &to.store, &mut |progress| parts.push(progress)).await.unwrap();
            assert_eq!(copied, Copied { acts: 5, records: 3, revisions: 4, files: 1 });
            assert!(parts.iter().all(|progress| progress.done <= progress.total));
            let verified = verify(&to.store, &to.signer.verifier(), None, &mut |_| {}).await.unwrap();
            assert_eq!(verified.failure, None);
            assert_eq!(to.store.head().await.unwrap(), from.store.head().await.unwrap());
            assert_eq!(to.store.setting("name").await.unwrap().as_deref(), Some("Karsk"));
            assert_eq!(to.store.credential(id(900)).await.unwrap(), from.store.credential(id(900)).await.unwrap());
            assert_eq!(to.store.session(&session.token).await.unwrap(), None, "sessions stay behind");
            for n in [11, 12, 13] {
                assert_eq!(to.store.history(id(n)).await.unwrap(), from.store.history(id(n)).await.unwrap());
                assert_eq!(to.store.revision(id(n), 1).await.unwrap(), from.store.revision(id(n), 1).await.unwrap());
            }
            // The copy is a node: it can be written to, and is then not copied over.
            to.add(50, crate::world::finding(id(1), 50, "after")).await;
            let again = copy(&from.store, &to.store, &mut |_| {}).await;
            assert!(matches!(again, Err(StoreError::AlreadyANode(_))), "{again:?}");
        }
    }
}
