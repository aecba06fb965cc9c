//! How a URL is added: only here, and never without saying who may ask for it.
//!
//! A handler runs after the right named beside it has admitted the request. What the right found
//! out is handed over by extractor: [`Who`](super::guard::Who) for a person,
//! [`Caller`](super::guard::Caller) for a program.

use super::Web;
use super::guard::{self, Needs, Right};
use crate::shell::error::Error;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::handler::Handler;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, on};
use std::marker::PhantomData;
use std::pin::Pin;

/// URLs with their rights, for one door.
///
/// ```ignore
/// Routes::house().get(Rep, "/today", today::show).post(Rep, "/leads/{id}/notes", notes::add)
/// ```
pub struct Routes {
    door: Door,
    router: Router<Web>,
    listed: Vec<Listed>,
}

/// One URL, and what somebody must be to ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    pub path: &'static str,
    pub method: &'static str,
    pub right: &'static str,
    pub door: Door,
}

/// At which listeners a URL is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Door {
    House,
    /// Also at the public door. A form there may be posted from any site.
    Both,
}

impl Routes {
    /// URLs of the house alone.
    pub fn house() -> Routes {
        Routes { door: Door::House, router: Router::new(), listed: Vec::new() }
    }

    /// URLs that strangers need.
    pub fn open() -> Routes {
        Routes { door: Door::Both, ..Routes::house() }
    }

    /// Answers GET (and HEAD).
    pub fn get<R: Right, H: Handler<T, Web>, T: Send + 'static>(
        self,
        right: R,
        path: &'static str,
        handler: H,
    ) -> Routes {
        self.add(("GET", MethodFilter::GET), right, path, handler)
    }

    /// Answers POST.
    pub fn post<R: Right, H: Handler<T, Web>, T: Send + 'static>(
        self,
        right: R,
        path: &'static str,
        handler: H,
    ) -> Routes {
        self.add(("POST", MethodFilter::POST), right, path, handler)
    }

    /// Answers PUT.
    pub fn put<R: Right, H: Handler<T, Web>, T: Send + 'static>(
        self,
        right: R,
        path: &'static str,
        handler: H,
    ) -> Routes {
        self.add(("PUT", MethodFilter::PUT), right, path, handler)
    }

    /// Answers PATCH.
    pub fn patch<R: Right, H: Handler<T, Web>, T: Send + 'static>(
        self,
        right: R,
        path: &'static str,
        handler: H,
    ) -> Routes {
        self.add(("PATCH", MethodFilter::PATCH), right, path, handler)
    }

    /// Answers DELETE.
    pub fn delete<R: Right, H: Handler<T, Web>, T: Send + 'static>(
        self,
        right: R,
        path: &'static str,
        handler: H,
    ) -> Routes {
        self.add(("DELETE", MethodFilter::DELETE), right, path, handler)
    }

    /// These and those; each keeps its own door.
    pub fn and(mut self, others: Routes) -> Routes {
        self.listed.extend(others.listed);
        Routes { router: self.router.merge(others.router), ..self }
    }

    /// Every URL added so far.
    pub fn listed(self) -> Vec<Listed> {
        self.listed
    }

    /// The router that answers them.
    pub fn into_router(self) -> Router<Web> {
        self.router
    }

    fn add<R: Right, H: Handler<T, Web>, T: Send + 'static>(
        mut self,
        (method, filter): (&'static str, MethodFilter),
        _: R,
        path: &'static str,
        handler: H,
    ) -> Routes {
        self.listed.push(Listed { path, method, right: R::NAME, door: self.door });
        let guarded = Guarded { needs: R::NEEDS, door: self.door, handler, takes: PhantomData };
        Routes { router: self.router.route(path, on(filter, guarded)), ..self }
    }
}

/// A handler behind its right.
struct Guarded<H, T> {
    needs: Needs,
    door: Door,
    handler: H,
    takes: PhantomData<fn(T)>,
}

impl<H: Clone, T> Clone for Guarded<H, T> {
    fn clone(&self) -> Self {
        Guarded { handler: self.handler.clone(), takes: PhantomData, ..*self }
    }
}

impl<H: Handler<T, Web>, T: Send + 'static> Handler<(), Web> for Guarded<H, T> {
    type Future = Pin<Box<dyn Future<Output = Response> + Send>>;

    fn call(self, request: Request, web: Web) -> Self::Future {
        Box::pin(async move {
            let (mut parts, body) = request.into_parts();
            if let Err(refused) = self.admit(&mut parts, &web) {
                return refused.into_response();
            }
            let mut request = Request::from_parts(parts, body);
            let most = self.needs.body_max(&web.house.config.limits);
            DefaultBodyLimit::max(most).apply(&mut request);
            self.handler.call(request, web).await
        })
    }
}

impl<H, T> Guarded<H, T> {
    fn admit(&self, parts: &mut Parts, web: &Web) -> Result<(), Error> {
        if self.door == Door::House && self.needs.is_for_browsers() {
            guard::same_origin(parts, &web.house.config)?;
        }
        self.needs.admit(parts, web)
    }
}
