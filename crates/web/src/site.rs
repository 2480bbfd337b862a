//! The site: the node it shows, and how it is reached.

use std::sync::Arc;

use app::Node;

use crate::drawer::Drawer;
use crate::jobs::Jobs;

/// What all pages share.
pub struct Site {
    /// The node.
    pub node: Arc<Node>,
    /// Whether it is reached through TLS: the cookie is then bound to the host and sent over TLS only.
    pub secure: bool,
    /// Long jobs that were begun from a page.
    pub jobs: Jobs,
    /// Files that somebody has a page open about and has not asked to keep.
    pub drawer: Drawer,
}

impl Site {
    /// The site of this node.
    #[must_use]
    pub fn new(node: Arc<Node>, secure: bool) -> Self {
        Self { node, secure, jobs: Jobs::default(), drawer: Drawer::default() }
    }

    /// The name of the session's cookie. The prefix `__Host-` makes browsers refuse it from anyone but this host.
    #[must_use]
    pub fn cookie_name(&self) -> &'static str {
        if self.secure { "__Host-tripoint" } else { "tripoint" }
    }
}
