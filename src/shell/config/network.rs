//! Networks, written as an address or as an address and the bits that count.

use serde::Deserialize;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// All addresses that begin with the same bits: `10.0.0.0/8`, or a single address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Network {
    address: IpAddr,
    bits: u32,
}

impl Network {
    /// Whether an address lies in the network. An IPv4 address in IPv6 clothes counts as IPv4.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                alike(u128::from(own.to_bits()) << 96, u128::from(other.to_bits()) << 96, self.bits)
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                alike(own.to_bits(), other.to_bits(), self.bits)
            }
            (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => false,
        }
    }
}

/// Whether two numbers agree in their first bits.
fn alike(one: u128, other: u128, bits: u32) -> bool {
    (one ^ other).leading_zeros() >= bits
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Network, String> {
        read(text).ok_or_else(|| {
            format!("`{text}` is not an address or a network, like 127.0.0.1 or 10.0.0.0/8")
        })
    }
}

fn read(text: &str) -> Option<Network> {
    let (address, bits) = match text.split_once('/') {
        Some((address, bits)) => (address, Some(bits)),
        None => (text, None),
    };
    let address: IpAddr = address.parse().ok()?;
    let most = if address.is_ipv4() { Ipv4Addr::BITS } else { Ipv6Addr::BITS };
    let bits = bits.map_or(Ok(most), str::parse).ok()?;
    (bits <= most).then_some(Network { address, bits })
}

impl TryFrom<String> for Network {
    type Error = String;

    fn try_from(text: String) -> Result<Network, String> {
        text.parse()
    }
}

/// Whether an address belongs to this machine or to a network of one's own.
pub fn is_private(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(ip) => ip.is_loopback() || ip.is_private() || ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(network: &str, address: &str) -> bool {
        let network: Network = network.parse().expect("the network is well formed");
        network.contains(address.parse().expect("the address is well formed"))
    }

    #[test]
    fn a_network_holds_the_addresses_that_share_its_bits() {
        assert!(within("10.0.0.0/8", "10.200.3.4"));
        assert!(!within("10.0.0.0/8", "11.0.0.1"));
        assert!(within("192.168.1.7", "192.168.1.7"));
        assert!(!within("192.168.1.7", "192.168.1.8"));
        assert!(within("fd00::/8", "fd12::1"));
        assert!(within("0.0.0.0/0", "203.0.113.9"));
        assert!(!within("0.0.0.0/0", "2001:db8::1"));
    }

    #[test]
    fn an_ipv4_address_in_ipv6_clothes_is_recognised() {
        assert!(within("127.0.0.0/8", "::ffff:127.0.0.1"));
        assert!(is_private("::ffff:192.168.0.1".parse().expect("a mapped address")));
    }

    #[test]
    fn what_is_no_network_is_refused_in_a_sentence() {
        for text in ["", "localhost", "10.0.0.0/33", "::1/129", "10.0.0.0/", "10.0.0.0/-1"] {
            let sentence = text.parse::<Network>().expect_err(text);
            assert!(sentence.contains("is not an address or a network"), "{sentence}");
        }
    }

    #[test]
    fn only_ones_own_networks_are_private() {
        for (address, private) in
            [("127.0.0.1", true), ("172.20.0.2", true), ("fd00::1", true), ("8.8.8.8", false)]
        {
            assert_eq!(is_private(address.parse().expect(address)), private, "{address}");
        }
    }
}
