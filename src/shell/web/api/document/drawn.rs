//! Draws the description of the API from the handlers and from the list of URLs.
//!
//! What a member is called and what it means stands at the types that are sent; who may ask stands
//! where the URL is. Nothing is said twice, so nothing can differ.

use super::super::problem::Problem;
use super::super::{arrivals, files, leads, list, routes, routing, score, timeline, touches, work};
use crate::shell::web::route::Listed;
use expect_test::expect_file;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{Operation, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{Object, Type};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Content, Ref, RefOr, ResponseBuilder};
use utoipa::{Modify, OpenApi};

/// Name of the scheme that stands for a token.
const TOKEN: &str = "token";

/// How a scope is written in the name of a right.
const SCOPE: &str = "api ";

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Leadstead",
        description = "Hand in leads, list them, see what was decided and why, and work them. \
            Send `Authorization: Bearer` and a token. Every POST may carry an `Idempotency-Key` of \
            your choice: sent again within 24 hours, it does nothing twice. Moments are in RFC \
            3339.",
    ),
    paths(
        arrivals::create,
        list::show,
        leads::show,
        leads::change,
        timeline::show,
        score::show,
        score::set,
        routing::show,
        touches::add,
        work::give,
        work::place,
        work::steer,
        work::tag,
        work::answer,
        work::hand_over,
        files::list,
        files::add,
        files::show,
        files::remove,
    ),
    components(schemas(Problem)),
    modifiers(&Rights)
)]
struct Document;

/// Adds what holds for every URL alike.
struct Rights;

impl Modify for Rights {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        let components = document.components.get_or_insert_default();
        components.add_security_scheme(TOKEN, bearer);
        for listed in routes().listed() {
            let Some(item) = document.paths.paths.get_mut(listed.path) else { continue };
            let operation = match listed.method {
                "POST" => &mut item.post,
                "PUT" => &mut item.put,
                "PATCH" => &mut item.patch,
                "DELETE" => &mut item.delete,
                _ => &mut item.get,
            };
            if let Some(operation) = operation {
                complete(operation, &listed);
            }
        }
    }
}

fn complete(operation: &mut Operation, listed: &Listed) {
    let scope = listed.right.strip_prefix(SCOPE).unwrap_or_default();
    operation.security = Some(vec![SecurityRequirement::new(TOKEN, [scope])]);
    let mut problems = vec![
        ("400", "The request makes no sense; `field` names the part"),
        ("401", "There is no token, or it is no longer good"),
        ("403", "The token may not do this"),
        ("429", "Too often; `Retry-After` says when to come again"),
        ("503", "Too much at once, or the disk fails; `Retry-After` says when to come again"),
    ];
    if listed.path.contains("{id}") {
        problems.push(("404", "There is no such lead"));
    }
    if listed.method != "GET" {
        problems.push(("413", "The body is too large; nothing was kept"));
        problems.push(("422", "It cannot be done like this; `field` names the part"));
    }
    if listed.method == "POST" {
        let key = ParameterBuilder::new()
            .name("Idempotency-Key")
            .parameter_in(ParameterIn::Header)
            .description(Some(
                "Sent again with the same key within 24 hours, it does nothing twice",
            ))
            .schema(Some(Object::with_type(Type::String)));
        operation.parameters.get_or_insert_default().push(key.build().into());
    }
    for (status, response) in &mut operation.responses.responses {
        let RefOr::T(response) = response else { continue };
        for (name, meaning) in headers_of(listed, status) {
            let header = HeaderBuilder::new()
                .schema(Some(Object::with_type(Type::String)))
                .description(Some(*meaning));
            response.headers.insert((*name).to_owned(), header.build().into());
        }
    }
    let problem = Content::new(Some(Ref::from_schema_name("Problem")));
    for (status, description) in problems {
        let response = ResponseBuilder::new()
            .description(description)
            .content("application/problem+json", problem.clone());
        let wait = HeaderBuilder::new()
            .schema(Some(Object::with_type(Type::Integer)))
            .description(Some("Seconds after which it is worth asking again"))
            .build();
        let response = match status {
            "429" | "503" => response.header("Retry-After", wait),
            _ => response,
        };
        operation.responses.responses.insert(status.to_owned(), response.build().into());
    }
}

/// What the head of a good answer says, with what it means.
fn headers_of(listed: &Listed, status: &str) -> &'static [(&'static str, &'static str)] {
    const SEQ: (&str, &str) = (
        "Leadstead-Seq",
        "The entry it goes back to; hand it back as `min_seq` to see it in a list",
    );
    const ETAG: (&str, &str) = ("ETag", "For `If-Match`, when the lead is changed");
    const LOCATION: (&str, &str) = ("Location", "Where the lead is");
    match (listed.method, listed.path, status) {
        ("POST", "/api/v1/leads", "201") => &[SEQ, LOCATION],
        ("POST", "/api/v1/leads", "202") => &[SEQ],
        ("GET" | "PATCH", "/api/v1/leads/{id}", "200") => &[SEQ, ETAG],
        ("PUT", _, "200") => &[SEQ, ETAG],
        ("POST", _, "201") => &[SEQ],
        _ => &[],
    }
}

/// `UPDATE_EXPECT=1` writes it anew.
#[test]
fn the_document_says_what_the_handlers_say() {
    let drawn = Document::openapi().to_pretty_json().expect("a document of ours is plain data");
    expect_file!["openapi.json"].assert_eq(&(drawn + "\n"));
}
