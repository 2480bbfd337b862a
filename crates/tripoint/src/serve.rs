//! The server: pages and interface for machines on one port, until the program is asked to stop.

use std::sync::Arc;

use app::Node;
use axum::extract::Request;
use cli::ServeOptions;
use tower::ServiceExt as _;

/// Serves a node. Prints the address it really listens on to stdout, as data: with port 0 that is how one learns it.
pub(crate) async fn serve(node: Arc<Node>, options: ServeOptions) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind(options.listen).await?;
    let address = listener.local_addr()?;
    tracing::info!(%address, "listening");
    announce(&format!("http://{address}"));
    let router = router(Arc::clone(&node), options.behind_tls);
    axum::serve(listener, router).with_graceful_shutdown(stop_asked()).await?;
    node.store.clone().close().await;
    Ok(())
}

/// Everything that is served: the interface for machines below `/api/`, the pages everywhere else. Each answers what it
/// does not know in its own way, so they are told apart by the path and not merged.
fn router(node: Arc<Node>, behind_tls: bool) -> axum::Router {
    let pages = web::router(Arc::new(web::Site::new(Arc::clone(&node), behind_tls)));
    let api = api::router(node);
    axum::Router::new().fallback(move |request: Request| {
        let router = if request.uri().path().starts_with("/api/") { api.clone() } else { pages.clone() };
        router.oneshot(request)
    })
}

fn announce(address: &str) {
    use std::io::Write as _;
    let mut stdout = std::io::stdout();
    let _ = writeln!(stdout, "{address}");
    let _ = stdout.flush();
}

/// Resolves at Ctrl+C or, where there is such a thing, at the signal of a service manager.
async fn stop_asked() {
    let interrupted = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                () = interrupted => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    interrupted.await;
}
