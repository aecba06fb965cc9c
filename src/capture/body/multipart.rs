//! A form in parts, as browsers send it when a file may come along. Files are left in the raw body.

use crate::capture::fields::Fields;

/// The mark between the parts, if the content type names one. RFC 2046 allows 70 characters.
pub(super) fn boundary(content_type: &str) -> Option<&str> {
    let (kind, parameters) = content_type.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = parameter(parameters, "boundary")?;
    (1..=70).contains(&boundary.len()).then_some(boundary)
}

/// Reads the parts that are text.
pub(super) fn read(body: &[u8], boundary: &str, fields: &mut Fields) {
    let mark = format!("--{boundary}");
    let mut rest = after(body, mark.as_bytes());
    while let Some(part) = rest {
        if fields.is_full() || part.starts_with(b"--") {
            return;
        }
        let end = place(part, mark.as_bytes()).unwrap_or(part.len());
        read_part(&part[..end], fields);
        rest = part.get(end + mark.len()..);
    }
}

fn read_part(part: &[u8], fields: &mut Fields) {
    let Some(end) = place(part, b"\r\n\r\n") else { return };
    let head = String::from_utf8_lossy(&part[..end]);
    let disposition = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case("content-disposition").then_some(value)
    });
    let Some(disposition) = disposition else { return };
    if parameter(disposition, "filename").is_some() || parameter(disposition, "filename*").is_some()
    {
        return;
    }
    if let Some(name) = parameter(disposition, "name") {
        fields.push(name, &String::from_utf8_lossy(&part[end + 4..]));
    }
}

fn parameter<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.split(';').find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"'))
    })
}

fn after<'a>(body: &'a [u8], mark: &[u8]) -> Option<&'a [u8]> {
    body.get(place(body, mark)? + mark.len()..)
}

fn place(body: &[u8], mark: &[u8]) -> Option<usize> {
    body.windows(mark.len()).position(|window| window == mark)
}

#[cfg(test)]
mod tests {
    use super::{Fields, boundary, read};

    fn flat(body: &[u8]) -> Vec<String> {
        let mut fields = Fields::default();
        read(body, "X", &mut fields);
        fields.iter().map(|(name, value)| format!("{name}: {value}")).collect()
    }

    #[test]
    fn text_parts_are_read_and_files_are_left() {
        let body = b"--X\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nAna \xc3\x96z\r\n\
            --X\r\ncontent-disposition: form-data; name=\"cv\"; filename=\"a.pdf\"\r\n\r\n%PDF\r\n\
            --X\r\nContent-Disposition: form-data; name=message\r\n\r\nTwo\r\n\r\nlines\r\n--X--\r\n";
        assert_eq!(flat(body), ["name: Ana Öz", "message: Two\r\n\r\nlines"]);
    }

    #[test]
    fn a_form_that_breaks_off_is_read_as_far_as_it_goes() {
        let head = b"--X\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nAna";
        assert_eq!(flat(head), ["name: Ana"]);
        assert!(flat(b"--X").is_empty());
        assert!(flat(b"--X\r\nContent-Disposition: form-data; name=\"name\"\r\n").is_empty());
        assert!(flat(b"no parts at all").is_empty());
    }

    #[test]
    fn the_mark_comes_from_the_content_type() {
        assert_eq!(boundary("multipart/form-data; boundary=\"a b\""), Some("a b"));
        assert_eq!(boundary("Multipart/Form-Data; charset=utf-8; Boundary=ab"), Some("ab"));
        assert_eq!(boundary("multipart/form-data"), None);
        assert_eq!(boundary("text/plain; boundary=ab"), None);
        assert_eq!(boundary(&format!("multipart/form-data; boundary={}", "x".repeat(99))), None);
    }
}
