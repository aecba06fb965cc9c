//! States of the United States and provinces of Canada, by the names that people write.

#[rustfmt::skip]
const STATES: [(&str, &str); 64] = [
    ("alabama", "AL"), ("alaska", "AK"), ("arizona", "AZ"), ("arkansas", "AR"), ("california", "CA"),
    ("colorado", "CO"), ("connecticut", "CT"), ("delaware", "DE"), ("district of columbia", "DC"),
    ("florida", "FL"), ("georgia", "GA"), ("hawaii", "HI"), ("idaho", "ID"), ("illinois", "IL"),
    ("indiana", "IN"), ("iowa", "IA"), ("kansas", "KS"), ("kentucky", "KY"), ("louisiana", "LA"),
    ("maine", "ME"), ("maryland", "MD"), ("massachusetts", "MA"), ("michigan", "MI"),
    ("minnesota", "MN"), ("mississippi", "MS"), ("missouri", "MO"), ("montana", "MT"),
    ("nebraska", "NE"), ("nevada", "NV"), ("new hampshire", "NH"), ("new jersey", "NJ"),
    ("new mexico", "NM"), ("new york", "NY"), ("north carolina", "NC"), ("north dakota", "ND"),
    ("ohio", "OH"), ("oklahoma", "OK"), ("oregon", "OR"), ("pennsylvania", "PA"),
    ("rhode island", "RI"), ("south carolina", "SC"), ("south dakota", "SD"), ("tennessee", "TN"),
    ("texas", "TX"), ("utah", "UT"), ("vermont", "VT"), ("virginia", "VA"), ("washington", "WA"),
    ("west virginia", "WV"), ("wisconsin", "WI"), ("wyoming", "WY"),
    ("alberta", "AB"), ("british columbia", "BC"), ("manitoba", "MB"), ("new brunswick", "NB"),
    ("newfoundland and labrador", "NL"), ("northwest territories", "NT"), ("nova scotia", "NS"),
    ("nunavut", "NU"), ("ontario", "ON"), ("prince edward island", "PE"), ("quebec", "QC"),
    ("saskatchewan", "SK"), ("yukon", "YT"),
];

/// The code of a state or a province that is written out; `None` for anything else.
pub fn state_code(name: &str) -> Option<&'static str> {
    let name = name.trim();
    let is_it = |known: &str| known.eq_ignore_ascii_case(name);
    STATES.iter().find(|(known, _)| is_it(known)).map(|(_, code)| *code)
}
