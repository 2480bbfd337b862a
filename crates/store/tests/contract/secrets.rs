//! What is kept outside the register.

use domain::hash::Hash;
use store::{Credential, PendingImport, Session, Throttle};

use crate::world::{World, id, instant};

fn session(n: u8, account: u128, created: i64, seen: i64) -> Session {
    Session { token: Hash::of(&[n]), account: id(account), created: instant(created), seen: instant(seen) }
}

on_both! {
    async fn settings_are_written_over(world: &World) {
        assert_eq!(world.store.setting("name").await.unwrap(), None);
        for value in ["Karsk", "Карск", ""] {
            world.store.set_setting("name", value).await.unwrap();
            assert_eq!(world.store.setting("name").await.unwrap().as_deref(), Some(value));
        }
    }

    async fn a_password_is_written_over(world: &World) {
        assert_eq!(world.store.credential(id(1)).await.unwrap(), None);
        for password_hash in ["$argon2id$one", "$argon2id$two"] {
            let credential = Credential { account: id(1), password_hash: password_hash.to_owned() };
            world.store.set_credential(&credential).await.unwrap();
            assert_eq!(world.store.credential(id(1)).await.unwrap(), Some(credential));
        }
    }

    async fn sessions_begin_are_used_and_end(world: &World) {
        let store = &world.store;
        let sessions = [session(1, 1, 0, 10), session(2, 1, 5, 20), session(3, 2, 7, 30)];
        for session in &sessions {
            store.put_session(session).await.unwrap();
            assert_eq!(store.session(&session.token).await.unwrap().as_ref(), Some(session));
        }
        let exact = "2027-01-15T08:00:40.123456789Z".parse().unwrap();
        store.touch_session(&sessions[0].token, exact).await.unwrap();
        assert_eq!(store.session(&sessions[0].token).await.unwrap().unwrap().seen, exact);
        store.end_session(&sessions[0].token).await.unwrap();
        store.touch_session(&sessions[0].token, instant(50)).await.unwrap();
        assert_eq!(store.session(&sessions[0].token).await.unwrap(), None, "touching does not bring it back");
        store.end_sessions_of(id(1)).await.unwrap();
        assert_eq!(store.session(&sessions[1].token).await.unwrap(), None);
        assert!(store.session(&sessions[2].token).await.unwrap().is_some());
    }

    async fn old_sessions_are_forgotten(world: &World) {
        let store = &world.store;
        let (old, unused, kept) = (session(1, 1, 0, 100), session(2, 1, 50, 60), session(3, 1, 50, 100));
        for session in [&old, &unused, &kept] {
            store.put_session(session).await.unwrap();
        }
        // Half a second past: instants with and without decimals must sort as instants do.
        let half = jiff::SignedDuration::from_millis(500);
        store.purge_sessions(instant(0) + half, instant(60) + half).await.unwrap();
        assert_eq!(store.session(&old.token).await.unwrap(), None);
        assert_eq!(store.session(&unused.token).await.unwrap(), None);
        assert_eq!(store.session(&kept.token).await.unwrap(), Some(kept));
    }

    async fn failed_log_ins_are_counted_and_forgotten(world: &World) {
        assert_eq!(world.store.throttle("a.karimova").await.unwrap(), None);
        for failures in [1, 2, u32::MAX] {
            let throttle = Throttle { name: "a.karimova".to_owned(), failures, last: instant(3) };
            world.store.set_throttle(&throttle).await.unwrap();
            assert_eq!(world.store.throttle("a.karimova").await.unwrap(), Some(throttle));
        }
        world.store.clear_throttle("a.karimova").await.unwrap();
        assert_eq!(world.store.throttle("a.karimova").await.unwrap(), None);
    }

    async fn one_file_waits_for_an_account(world: &World) {
        assert_eq!(world.store.pending_import(id(1)).await.unwrap(), None);
        for (file_name, bytes) in [("матрица.xlsx", vec![0, 255, 1]), ("b.csv", Vec::new())] {
            let import = PendingImport {
                account: id(1),
                purpose: format!("matrix {}", id(5)),
                file_name: file_name.to_owned(),
                bytes,
                created: instant(9),
            };
            world.store.put_pending_import(&import).await.unwrap();
            assert_eq!(world.store.pending_import(id(1)).await.unwrap(), Some(import));
        }
        world.store.drop_pending_import(id(1)).await.unwrap();
        assert_eq!(world.store.pending_import(id(1)).await.unwrap(), None);
    }
}
