//! From where somebody asks, as far as that can be believed.

use crate::shell::config::Config;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use super::Web;

/// The address of a visitor. A proxy is believed only where the configuration trusts it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Visitor(pub IpAddr);

impl Visitor {
    /// The network they came from, for the log: enough to see an attack, and not who it was.
    pub fn network(&self) -> String {
        match self.0.to_canonical() {
            IpAddr::V4(address) => {
                let [a, b, c, _] = address.octets();
                format!("{a}.{b}.{c}.0/24")
            }
            IpAddr::V6(address) => {
                let [a, b, c, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}::/48")
            }
        }
    }

    /// The name of their bucket: an IPv6 visitor owns a whole /64, so that is what counts.
    pub fn bucket(&self) -> String {
        match self.0.to_canonical() {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => format!("{:x}", address.to_bits() >> 64),
        }
    }
}

impl FromRequestParts<Web> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Visitor, Infallible> {
        let neighbour = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let neighbour = neighbour.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip());
        Ok(Visitor(behind(neighbour, &parts.headers, &web.house.config)))
    }
}

/// The nearest address that is none of our proxies, going back along `X-Forwarded-For`.
fn behind(neighbour: IpAddr, headers: &HeaderMap, config: &Config) -> IpAddr {
    let mut address = neighbour;
    let lines = headers.get_all("x-forwarded-for").into_iter().rev();
    let hops = lines.filter_map(|line| line.to_str().ok()).flat_map(|line| line.rsplit(','));
    for hop in hops {
        if !config.trusts(address) {
            break;
        }
        match hop.trim().parse() {
            Ok(before) => address = before,
            Err(_) => break,
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(neighbour: &str, forwarded: &[&str]) -> String {
        let config = Config::parse("trusted_proxies = [\"127.0.0.1\", \"10.0.0.0/8\"]");
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", line.parse().expect("a header"));
        }
        let neighbour = neighbour.parse().expect("an address");
        behind(neighbour, &headers, &config.expect("a configuration")).to_string()
    }

    #[test]
    fn a_stranger_is_not_believed_about_their_address() {
        assert_eq!(seen("203.0.113.9", &["8.8.8.8"]), "203.0.113.9");
    }

    #[test]
    fn our_proxies_are_believed_up_to_the_first_stranger() {
        assert_eq!(seen("127.0.0.1", &["1.1.1.1, 203.0.113.9, 10.1.2.3"]), "203.0.113.9");
        assert_eq!(seen("127.0.0.1", &["1.1.1.1", "203.0.113.9"]), "203.0.113.9");
        assert_eq!(seen("127.0.0.1", &["nonsense"]), "127.0.0.1");
        assert_eq!(seen("127.0.0.1", &[]), "127.0.0.1");
    }

    #[test]
    fn the_log_is_told_a_network_and_nobody() {
        let network = |text: &str| Visitor(text.parse().expect("an address")).network();
        assert_eq!(network("203.0.113.9"), "203.0.113.0/24");
        assert_eq!(network("::ffff:203.0.113.9"), "203.0.113.0/24");
        assert_eq!(network("2001:db8:1:2::1"), "2001:db8:1::/48");
    }

    #[test]
    fn an_ipv6_visitor_counts_by_the_network_they_own() {
        let one = Visitor("2001:db8:1:2::1".parse().expect("an address"));
        let two = Visitor("2001:db8:1:2:ffff::9".parse().expect("an address"));
        assert_eq!(one.bucket(), two.bucket());
    }
}
