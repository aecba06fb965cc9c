//! Whether an address that is handed on works at other machines, and if not, which one does.

use super::parts::icon;
use crate::language::Words;
use crate::shell::house::House;
use maud::{Markup, html};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};

/// Whom an address is for, and with that the setting that gives it.
#[derive(Clone, Copy)]
pub enum Doors {
    Team,
    Public,
}

/// An address by which this machine would be asked from outside; nothing is sent there.
const OUTSIDE: (Ipv4Addr, u16) = (Ipv4Addr::new(192, 0, 2, 1), 9);

/// What is said beside an address that only this machine understands; nothing beside any other.
pub fn note(house: &House, doors: Doors, url: &str, words: Words) -> Markup {
    if !is_of_this_machine(url) {
        return html! {};
    }
    let config = &house.config;
    let (setting, listen) = match doors {
        Doors::Team => ("base_url", config.listen),
        Doors::Public => ("public_url", config.public_listen.unwrap_or(config.listen)),
    };
    let setting = ("setting", setting.into());
    let said = match from_outside(listen) {
        Some(at) => words.fill("elsewhere-at", &[setting, ("url", format!("http://{at}").into())]),
        None if listen.ip().is_loopback() => words.fill("elsewhere-deaf", &[setting]),
        None => words.fill("elsewhere-set", &[setting]),
    };
    html! { p.hint { (icon("warn")) " " (said) } }
}

/// Whether an address leads back to whichever machine it is opened at.
fn is_of_this_machine(url: &str) -> bool {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = host.split('/').next().unwrap_or_default();
    let is_loopback = |ip: IpAddr| ip.is_loopback() || ip.is_unspecified();
    let bare = host.trim_matches(['[', ']']);
    let ip = host.parse().map(|at: SocketAddr| at.ip()).or_else(|_| bare.parse());
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    ip.map_or_else(|_| name.eq_ignore_ascii_case("localhost"), is_loopback)
}

/// Where other machines of the network reach a listener, as far as this one knows.
fn from_outside(listen: SocketAddr) -> Option<SocketAddr> {
    if !listen.ip().is_unspecified() {
        return (!listen.ip().is_loopback()).then_some(listen);
    }
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect(OUTSIDE).ok()?;
    let own = socket.local_addr().ok()?.ip();
    let is_of_use = !own.is_loopback() && !own.is_unspecified();
    is_of_use.then(|| SocketAddr::new(own, listen.port()))
}

#[cfg(test)]
mod tests {
    use super::{from_outside, is_of_this_machine};

    #[test]
    fn an_address_of_this_machine_is_known_in_every_spelling() {
        for url in [
            "http://127.0.0.1:8080/join/x",
            "http://localhost",
            "http://LOCALHOST:8080",
            "http://[::1]:8080/f/contact",
            "http://[::1]",
            "http://0.0.0.0:8080",
        ] {
            assert!(is_of_this_machine(url), "{url}");
        }
        for url in ["http://192.168.1.5:8080", "https://leads.example/f/x", "http://box:8080"] {
            assert!(!is_of_this_machine(url), "{url}");
        }
    }

    #[test]
    fn who_listens_to_this_machine_alone_is_reached_from_nowhere_else() {
        let at = |text: &str| text.parse().expect("an address");
        assert_eq!(from_outside(at("127.0.0.1:8080")), None);
        assert_eq!(from_outside(at("192.168.1.5:80")), Some(at("192.168.1.5:80")));
    }
}
