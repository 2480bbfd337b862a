//! REST routes, wire types and OpenAPI
