//! A caller of one node, as a program would be.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use serde_json::Value;
use testkit::World;
use tower::ServiceExt as _;

/// An answer as it came.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|_| Value::String(self.text()))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The answer, when its status is the expected one.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }

    /// The value of a header, or nothing.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// A person who calls.
pub(crate) struct Caller {
    router: Router,
    token: Option<String>,
}

/// A request in the making.
pub(crate) struct Call<'a> {
    caller: &'a Caller,
    method: Method,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Caller {
    /// Somebody who did not sign in.
    pub(crate) fn stranger(world: &World) -> Self {
        Self { router: api::router(std::sync::Arc::clone(&world.node)), token: None }
    }

    /// The person with this login, signed in through the interface itself.
    pub(crate) async fn signed_in(world: &World, login: &str) -> Self {
        let mut caller = Self::stranger(world);
        let input = serde_json::json!({ "login": login, "password": world.passwords[login] });
        let session = caller.post("/session").json(&input).send().await.expect(201).json();
        caller.token = Some(session["token"].as_str().unwrap().to_owned());
        caller
    }

    pub(crate) fn call(&self, method: Method, path: &str) -> Call<'_> {
        let mut headers = Vec::new();
        if let Some(token) = &self.token {
            headers.push(("authorization".to_owned(), format!("Bearer {token}")));
        }
        Call { caller: self, method, path: format!("/api/v1{path}"), headers, body: Vec::new() }
    }

    pub(crate) fn get(&self, path: &str) -> Call<'_> {
        self.call(Method::GET, path)
    }

    pub(crate) fn post(&self, path: &str) -> Call<'_> {
        self.call(Method::POST, path)
    }

    pub(crate) fn put(&self, path: &str, version: &Value) -> Call<'_> {
        self.call(Method::PUT, path).header("if-match", &format!("\"{version}\""))
    }

    /// What a path answers, when it answers.
    pub(crate) async fn read(&self, path: &str) -> Value {
        self.get(path).send().await.expect(200).json()
    }
}

impl Call<'_> {
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn bytes(mut self, bytes: Vec<u8>) -> Self {
        self.body = bytes;
        self
    }

    pub(crate) fn json(self, body: &Value) -> Self {
        self.header("content-type", "application/json").bytes(body.to_string().into_bytes())
    }

    /// Files, each as `(name of the part, path, bytes)`; a part without a path is no file.
    pub(crate) fn multipart(self, parts: &[(&str, Option<&str>, &[u8])]) -> Self {
        let mut body = Vec::new();
        for (name, path, bytes) in parts {
            let file = path.map_or_else(String::new, |path| format!("; filename=\"{path}\""));
            body.extend(format!("--tripoint\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").bytes());
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--tripoint--\r\n");
        self.header("content-type", "multipart/form-data; boundary=tripoint").bytes(body)
    }

    pub(crate) async fn send(self) -> Answer {
        let mut request = Request::builder().method(self.method).uri(&self.path);
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let request = request.body(Body::from(self.body)).unwrap();
        let response = self.caller.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }
}
