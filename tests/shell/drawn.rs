//! A form as a page shows it, to be sent back with changes.

/// What a browser would send of the form with this action if nothing was touched.
pub fn form(page: &str, action: &str) -> Vec<(String, String)> {
    let main = page.split(&format!("action=\"{action}\"")).nth(1).expect("the form");
    let main = main.split("</form>").next().expect("its end");
    let mut form = Vec::new();
    for tag in main.split('<').filter(|tag| tag.starts_with("input") && tag.contains(" name=\"")) {
        if !tag.contains("checkbox") || tag.contains(" checked") {
            form.push((attribute(tag, "name"), attribute(tag, "value")));
        }
    }
    for select in main.split("<select").skip(1) {
        let options = select.split("</select>").next().unwrap_or_default();
        let chosen = options.split("<option").skip(1).find(|option| option.contains(" selected"));
        let option = chosen.or(options.split("<option").nth(1)).unwrap_or_default();
        form.push((attribute(select, "name"), attribute(option, "value")));
    }
    for area in main.split("<textarea").skip(1) {
        let text = area.split("</textarea>").next().unwrap_or_default();
        let text = text.split_once('>').map_or("", |(_, text)| text);
        form.push((attribute(area, "name"), plain(text.strip_prefix('\n').unwrap_or(text))));
    }
    form
}

/// An attribute of the tag that a text begins with; empty where it has none.
fn attribute(tag: &str, name: &str) -> String {
    let tag = tag.split('>').next().unwrap_or_default();
    let value = tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
    plain(value.unwrap_or_default())
}

fn plain(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The form with changes, as it is sent.
pub fn with<'a>(
    form: &'a [(String, String)],
    change: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let kept = form.iter().filter(|(name, _)| !change.iter().any(|(other, _)| other == name));
    let kept = kept.map(|(name, value)| (name.as_str(), value.as_str()));
    kept.chain(change.iter().copied()).collect()
}
