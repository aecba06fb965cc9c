//! E-mail addresses and domains, made comparable.

mod free;

pub use free::{is_free_mail, is_shared_host};

/// The longest address that mail servers carry (RFC 5321), in characters.
const ADDRESS_MAX: usize = 254;

/// Longer than any address with blanks around it; what is longer is not looked at.
const INPUT_MAX: usize = 1_000;

/// The address all spellings of one mailbox share; `None` if the text is no address.
///
/// Lower case, the domain in ASCII, without the `+tag` that a person adds to sort their post.
/// Google's mailboxes ignore dots and have two domains.
pub fn email_normal(text: &str) -> Option<String> {
    if text.len() > INPUT_MAX {
        return None;
    }
    let text = text.trim_matches(|c: char| c.is_whitespace() || super::line::is_hidden(c));
    if text.chars().count() > ADDRESS_MAX {
        return None;
    }
    let (local, domain) = text.rsplit_once('@')?;
    if !is_local_part(local) {
        return None;
    }
    let domain = domain_normal(domain)?;
    let local = local.to_lowercase();
    let mailbox = match local.split_once('+') {
        Some((mailbox, _)) if !mailbox.is_empty() => mailbox,
        _ => &local,
    };
    let normal = match domain.as_str() {
        "gmail.com" | "googlemail.com" => format!("{}@gmail.com", mailbox.replace('.', "")),
        _ => format!("{mailbox}@{domain}"),
    };
    (normal.len() <= ADDRESS_MAX).then_some(normal)
}

/// The domain of an e-mail address or a website in ASCII, without `www.`; `None` if it has none.
pub fn domain_of(text: &str) -> Option<String> {
    if text.len() > INPUT_MAX {
        return None;
    }
    let text = text.trim_matches(|c: char| c.is_whitespace() || super::line::is_hidden(c));
    let (address, has_scheme) = match text.split_once("://") {
        Some((_, address)) => (address, true),
        None => (text, false),
    };
    let address = match address.rsplit_once('@') {
        Some((_, domain)) if !has_scheme => domain,
        _ => address,
    };
    let authority = address.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?;
    let host = host.split(':').next()?;
    let domain = domain_normal(host)?;
    let mut bare = domain.as_str();
    while let Some(rest) = bare.strip_prefix("www.").filter(|rest| rest.contains('.')) {
        bare = rest;
    }
    Some(bare.to_owned())
}

/// Whether a text is the address of a page or a site, with or without `https://` before it.
pub fn is_website(text: &str) -> bool {
    let scheme = text.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_of_the_web = scheme.is_none_or(|scheme| scheme == "https" || scheme == "http");
    let has_odd = text.contains(|c: char| c.is_whitespace() || c == '@');
    is_of_the_web && !has_odd && domain_of(text).is_some()
}

/// A domain name in ASCII and lower case, if it could be one on the public net.
fn domain_normal(text: &str) -> Option<String> {
    let text = text.strip_suffix('.').unwrap_or(text);
    if text.is_empty() || text.len() > ADDRESS_MAX {
        return None;
    }
    let domain = idna::domain_to_ascii_strict(text).ok()?;
    let (_, top) = domain.rsplit_once('.')?;
    let is_top = top.len() >= 2 && !top.starts_with(|c: char| c.is_ascii_digit());
    (is_top && domain.len() <= 253).then_some(domain)
}

fn is_local_part(local: &str) -> bool {
    let is_atom = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    !local.is_empty()
        && local.len() <= 64
        && local.chars().all(is_atom)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_spellings_of_a_mailbox_are_one_address() {
        let same = |a: &str, b: &str| assert_eq!(email_normal(a).as_deref(), Some(b), "{a}");
        same(" Jon.Smith@Smith-IT.example\u{200f}\n", "jon.smith@smith-it.example");
        same("jon+offers@smith-it.example", "jon@smith-it.example");
        same("J.o.n.Smith+x+y@GoogleMail.com", "jonsmith@gmail.com");
        same("post@müller.example", "post@xn--mller-kva.example");
        same("post@MÜLLER.example.", "post@xn--mller-kva.example");
        same("post@xn--mller-kva.example", "post@xn--mller-kva.example");
        same("+49170@sms.example", "+49170@sms.example");
    }

    #[test]
    fn what_is_no_address_has_no_normal_form() {
        let long = "a".repeat(10_000) + "@b.example";
        let long_domain = format!("a@{}.example", "b".repeat(240));
        for text in [
            "",
            "@",
            "none",
            "a@",
            "@b.example",
            "a@b",
            "a b@c.example",
            "a@b c.example",
            "a@127.0.0.1",
            ".a@b.example",
            "a..b@c.example",
            "a@-b.example",
            "a@b..example",
            "a,b@c.example",
            "a@b_c.example",
            "\u{1f600}@b.example",
            &long,
            &long_domain,
        ] {
            assert_eq!(email_normal(text), None, "{text:.60}");
        }
    }

    #[test]
    fn a_domain_is_found_in_an_address_and_in_a_website() {
        let is = |a: &str, b: &str| assert_eq!(domain_of(a).as_deref(), Some(b), "{a}");
        is("Ines@Larkfield.Example", "larkfield.example");
        is("https://www.Larkfield.example:8443/about?x=a@b.de#top", "larkfield.example");
        is("www.larkfield.example/team", "larkfield.example");
        is("http://user:word@larkfield.example", "larkfield.example");
        is("www.straße.example", "xn--strae-oqa.example");
        is("www.example", "www.example");
        for text in ["", "http://", "localhost", "192.168.0.1", "none yet", "https://[::1]/"] {
            assert_eq!(domain_of(text), None, "{text}");
        }
        assert_eq!(domain_of(&"x.".repeat(5_000)), None);
    }
}
