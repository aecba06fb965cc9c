//! Countries by their ISO 3166 codes, and the names people write instead.

use super::name::name_normal;

/// The ISO 3166 code of two letters for a code or a name in English, German or the country's own
/// language; `None` for words that name no country we know.
pub fn country_code(text: &str) -> Option<&'static str> {
    let text = text.trim();
    if let [first, second] = text.as_bytes() {
        let code = [first.to_ascii_uppercase(), second.to_ascii_uppercase()];
        return match std::str::from_utf8(&code).ok()? {
            "UK" => Some("GB"),
            code => known_code(code),
        };
    }
    let name = name_normal(text);
    let place = NAMES.binary_search_by_key(&name.as_str(), |(name, _)| name).ok()?;
    Some(NAMES[place].1)
}

/// Whether postcodes of a country, by its code, begin with letters.
pub fn letters_begin_postcodes(code: &str) -> bool {
    ["AR", "CA", "GB", "GG", "IE", "IM", "JE", "MT", "SZ"].contains(&code)
}

/// What a country, by its code, pays in, as far as one would not have to ask.
pub fn currency_of(country: &str) -> Option<&'static str> {
    const EURO: [&str; 21] = [
        "AT", "BE", "BG", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU",
        "LV", "MT", "NL", "PT", "SI", "SK",
    ];
    const OTHERS: [(&str, &str); 16] = [
        ("AU", "AUD"),
        ("BR", "BRL"),
        ("CA", "CAD"),
        ("CH", "CHF"),
        ("CZ", "CZK"),
        ("DK", "DKK"),
        ("GB", "GBP"),
        ("HU", "HUF"),
        ("IN", "INR"),
        ("JP", "JPY"),
        ("NO", "NOK"),
        ("NZ", "NZD"),
        ("PL", "PLN"),
        ("SE", "SEK"),
        ("US", "USD"),
        ("ZA", "ZAR"),
    ];
    if EURO.contains(&country) {
        return Some("EUR");
    }
    OTHERS.into_iter().find(|(code, _)| *code == country).map(|(_, currency)| currency)
}

/// The code itself, if it is one and in upper case.
pub(super) fn known_code(code: &str) -> Option<&'static str> {
    known(code).and_then(|one| one.first().copied())
}

/// The code itself and nothing else, if it is one and in upper case.
pub(super) fn known(code: &str) -> Option<&'static [&'static str]> {
    CODES.binary_search(&code).ok().map(|place| &CODES[place..=place])
}

/// Sorted.
#[rustfmt::skip]
const CODES: &[&str] = &[
    "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX",
    "AZ", "BA", "BB", "BD", "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ",
    "BR", "BS", "BT", "BV", "BW", "BY", "BZ", "CA", "CC", "CD", "CF", "CG", "CH", "CI", "CK",
    "CL", "CM", "CN", "CO", "CR", "CU", "CV", "CW", "CX", "CY", "CZ", "DE", "DJ", "DK", "DM",
    "DO", "DZ", "EC", "EE", "EG", "EH", "ER", "ES", "ET", "FI", "FJ", "FK", "FM", "FO", "FR",
    "GA", "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL", "GM", "GN", "GP", "GQ", "GR", "GS",
    "GT", "GU", "GW", "GY", "HK", "HM", "HN", "HR", "HT", "HU", "ID", "IE", "IL", "IM", "IN",
    "IO", "IQ", "IR", "IS", "IT", "JE", "JM", "JO", "JP", "KE", "KG", "KH", "KI", "KM", "KN",
    "KP", "KR", "KW", "KY", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS", "LT", "LU", "LV",
    "LY", "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK", "ML", "MM", "MN", "MO", "MP", "MQ",
    "MR", "MS", "MT", "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NC", "NE", "NF", "NG", "NI",
    "NL", "NO", "NP", "NR", "NU", "NZ", "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM",
    "PN", "PR", "PS", "PT", "PW", "PY", "QA", "RE", "RO", "RS", "RU", "RW", "SA", "SB", "SC",
    "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM", "SN", "SO", "SR", "SS", "ST", "SV",
    "SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL", "TM", "TN", "TO", "TR",
    "TT", "TV", "TW", "TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE", "VG", "VI",
    "VN", "VU", "WF", "WS", "YE", "YT", "ZA", "ZM", "ZW",
];

/// Sorted. Names as [`name_normal`] leaves them.
#[rustfmt::skip]
const NAMES: &[(&str, &str)] = &[
    ("afghanistan", "AF"), ("agypten", "EG"), ("aland islands", "AX"), ("alandinseln", "AX"),
    ("albania", "AL"), ("albanien", "AL"), ("alemania", "DE"), ("algeria", "DZ"),
    ("algerie", "DZ"), ("algerien", "DZ"), ("allemagne", "DE"), ("america", "US"),
    ("american samoa", "AS"), ("amerika", "US"), ("amerikanisch samoa", "AS"),
    ("amerikanische jungferninseln", "VI"), ("amerikanische uberseeinseln", "UM"),
    ("andorra", "AD"), ("angola", "AO"), ("anguilla", "AI"), ("antarctica", "AQ"),
    ("antarktis", "AQ"), ("antigua barbuda", "AG"), ("antigua und barbuda", "AG"),
    ("aotearoa", "NZ"), ("aquatorialguinea", "GQ"), ("argentina", "AR"), ("argentinien", "AR"),
    ("armenia", "AM"), ("armenien", "AM"), ("aruba", "AW"), ("aserbaidschan", "AZ"),
    ("athiopien", "ET"), ("aus", "AU"), ("australia", "AU"), ("australien", "AU"),
    ("austria", "AT"), ("aut", "AT"), ("autriche", "AT"), ("azerbaijan", "AZ"), ("bahamas", "BS"),
    ("bahrain", "BH"), ("bangladesch", "BD"), ("bangladesh", "BD"), ("barbados", "BB"),
    ("bel", "BE"), ("belarus", "BY"), ("belgie", "BE"), ("belgien", "BE"), ("belgique", "BE"),
    ("belgium", "BE"), ("belize", "BZ"), ("benin", "BJ"), ("bermuda", "BM"), ("bhutan", "BT"),
    ("bolivia", "BO"), ("bolivien", "BO"), ("bosna i hercegovina", "BA"),
    ("bosnia herzegovina", "BA"), ("bosnien und herzegowina", "BA"), ("botsuana", "BW"),
    ("botswana", "BW"), ("bouvet island", "BV"), ("bouvetinsel", "BV"), ("bra", "BR"),
    ("brasil", "BR"), ("brasilien", "BR"), ("brazil", "BR"), ("brd", "DE"), ("britain", "GB"),
    ("britische jungferninseln", "VG"), ("britisches territorium im indischen ozean", "IO"),
    ("british indian ocean territory", "IO"), ("british virgin islands", "VG"), ("brunei", "BN"),
    ("brunei darussalam", "BN"), ("bulgaria", "BG"), ("bulgarien", "BG"),
    ("bundesrepublik deutschland", "DE"), ("burkina faso", "BF"), ("burma", "MM"),
    ("burundi", "BI"), ("cabo verde", "CV"), ("cambodia", "KH"), ("cameroon", "CM"),
    ("cameroun", "CM"), ("canada", "CA"), ("cape verde", "CV"), ("caribbean netherlands", "BQ"),
    ("caribbean nl", "BQ"), ("cayman islands", "KY"), ("central african rep", "CF"),
    ("central african republic", "CF"), ("cesko", "CZ"), ("chad", "TD"), ("che", "CH"),
    ("chile", "CL"), ("china", "CN"), ("chn", "CN"), ("christmas island", "CX"),
    ("cocos islands", "CC"), ("colombia", "CO"), ("comoros", "KM"), ("congo brazzaville", "CG"),
    ("congo kinshasa", "CD"), ("cook islands", "CK"), ("cookinseln", "CK"), ("costa rica", "CR"),
    ("cote divoire", "CI"), ("crna gora", "ME"), ("croatia", "HR"), ("cuba", "CU"),
    ("curacao", "CW"), ("cyprus", "CY"), ("cze", "CZ"), ("czech republic", "CZ"),
    ("czechia", "CZ"), ("daenemark", "DK"), ("danemark", "DK"), ("danmark", "DK"),
    ("denmark", "DK"), ("deu", "DE"), ("deutschland", "DE"), ("djibouti", "DJ"), ("dnk", "DK"),
    ("dominica", "DM"), ("dominican republic", "DO"), ("dominikanische republik", "DO"),
    ("dschibuti", "DJ"), ("duitsland", "DE"), ("east timor", "TL"), ("ecuador", "EC"),
    ("eesti", "EE"), ("egypt", "EG"), ("eire", "IE"), ("el salvador", "SV"), ("ellada", "GR"),
    ("emirates", "AE"), ("england", "GB"), ("equatorial guinea", "GQ"), ("eritrea", "ER"),
    ("esp", "ES"), ("espana", "ES"), ("espanya", "ES"), ("estados unidos", "US"),
    ("estland", "EE"), ("estonia", "EE"), ("eswatini", "SZ"), ("etats unis", "US"),
    ("ethiopia", "ET"), ("falkland islands", "FK"), ("falklandinseln", "FK"),
    ("faroe islands", "FO"), ("faroer", "FO"), ("federal republic of germany", "DE"),
    ("fidschi", "FJ"), ("fiji", "FJ"), ("fin", "FI"), ("finland", "FI"), ("finnland", "FI"),
    ("fra", "FR"), ("france", "FR"), ("frankreich", "FR"), ("franzosisch guayana", "GF"),
    ("franzosisch polynesien", "PF"), ("franzosische sud und antarktisgebiete", "TF"),
    ("french guiana", "GF"), ("french polynesia", "PF"), ("french s terr", "TF"),
    ("french southern territories", "TF"), ("gabon", "GA"), ("gabun", "GA"), ("gambia", "GM"),
    ("gbr", "GB"), ("georgia", "GE"), ("georgien", "GE"), ("germania", "DE"), ("germany", "DE"),
    ("ghana", "GH"), ("gibraltar", "GI"), ("grc", "GR"), ("great britain", "GB"),
    ("greece", "GR"), ("greenland", "GL"), ("grenada", "GD"), ("griechenland", "GR"),
    ("gronland", "GL"), ("grossbritannien", "GB"), ("guadeloupe", "GP"), ("guam", "GU"),
    ("guatemala", "GT"), ("guernsey", "GG"), ("guinea", "GN"), ("guinea bissau", "GW"),
    ("guyana", "GY"), ("haiti", "HT"), ("heard island mcdonald islands", "HM"),
    ("heard mcdonald islands", "HM"), ("heard und mcdonaldinseln", "HM"), ("hellas", "GR"),
    ("holland", "NL"), ("holy see", "VA"), ("honduras", "HN"), ("hong kong", "HK"),
    ("hong kong sar china", "HK"), ("hongkong", "HK"), ("hrvatska", "HR"), ("hun", "HU"),
    ("hungary", "HU"), ("iceland", "IS"), ("ind", "IN"), ("india", "IN"), ("indien", "IN"),
    ("indonesia", "ID"), ("indonesien", "ID"), ("irak", "IQ"), ("iran", "IR"), ("iraq", "IQ"),
    ("ireland", "IE"), ("irl", "IE"), ("irland", "IE"), ("island", "IS"), ("isle of man", "IM"),
    ("israel", "IL"), ("ita", "IT"), ("italia", "IT"), ("italien", "IT"), ("italy", "IT"),
    ("ivory coast", "CI"), ("jamaica", "JM"), ("jamaika", "JM"), ("japan", "JP"), ("japon", "JP"),
    ("jemen", "YE"), ("jersey", "JE"), ("jordan", "JO"), ("jordanien", "JO"), ("jpn", "JP"),
    ("kaimaninseln", "KY"), ("kambodscha", "KH"), ("kamerun", "CM"), ("kanada", "CA"),
    ("karibische niederlande", "BQ"), ("kasachstan", "KZ"), ("katar", "QA"), ("kazakhstan", "KZ"),
    ("kenia", "KE"), ("kenya", "KE"), ("kirgisistan", "KG"), ("kiribati", "KI"),
    ("kokosinseln", "CC"), ("kolumbien", "CO"), ("komoren", "KM"), ("kongo brazzaville", "CG"),
    ("kongo kinshasa", "CD"), ("korea", "KR"), ("kroatien", "HR"), ("kuba", "CU"),
    ("kuwait", "KW"), ("kyrgyzstan", "KG"), ("laos", "LA"), ("latvia", "LV"), ("latvija", "LV"),
    ("lebanon", "LB"), ("lesotho", "LS"), ("lettland", "LV"), ("lettonia", "LV"),
    ("letzebuerg", "LU"), ("libanon", "LB"), ("liberia", "LR"), ("libya", "LY"), ("libyen", "LY"),
    ("liechtenstein", "LI"), ("lietuva", "LT"), ("litauen", "LT"), ("lithuania", "LT"),
    ("lux", "LU"), ("luxembourg", "LU"), ("luxemburg", "LU"), ("macao sar china", "MO"),
    ("macau", "MO"), ("macedonia", "MK"), ("madagascar", "MG"), ("madagaskar", "MG"),
    ("magyarorszag", "HU"), ("malawi", "MW"), ("malaysia", "MY"), ("maldives", "MV"),
    ("malediven", "MV"), ("mali", "ML"), ("malta", "MT"), ("maroc", "MA"), ("marokko", "MA"),
    ("marshall islands", "MH"), ("marshallinseln", "MH"), ("martinique", "MQ"),
    ("mauretanien", "MR"), ("mauritania", "MR"), ("mauritius", "MU"), ("mayotte", "YT"),
    ("mazedonien", "MK"), ("mex", "MX"), ("mexico", "MX"), ("mexiko", "MX"), ("micronesia", "FM"),
    ("mikronesien", "FM"), ("moldau", "MD"), ("moldova", "MD"), ("monaco", "MC"),
    ("mongolei", "MN"), ("mongolia", "MN"), ("montenegro", "ME"), ("montserrat", "MS"),
    ("morocco", "MA"), ("mosambik", "MZ"), ("mozambique", "MZ"), ("myanmar", "MM"),
    ("namibia", "NA"), ("nauru", "NR"), ("nederland", "NL"), ("nepal", "NP"),
    ("netherlands", "NL"), ("neukaledonien", "NC"), ("neuseeland", "NZ"), ("new caledonia", "NC"),
    ("new zealand", "NZ"), ("nicaragua", "NI"), ("niederlande", "NL"), ("niger", "NE"),
    ("nigeria", "NG"), ("niue", "NU"), ("nld", "NL"), ("nor", "NO"), ("nordirland", "GB"),
    ("nordkorea", "KP"), ("nordliche marianen", "MP"), ("nordmazedonien", "MK"),
    ("norfolk island", "NF"), ("norfolkinsel", "NF"), ("norge", "NO"), ("north korea", "KP"),
    ("north macedonia", "MK"), ("northern ireland", "GB"), ("northern mariana islands", "MP"),
    ("norway", "NO"), ("norwegen", "NO"), ("nzl", "NZ"), ("oesterreich", "AT"), ("oman", "OM"),
    ("osterreich", "AT"), ("pakistan", "PK"), ("palastinensische autonomiegebiete", "PS"),
    ("palau", "PW"), ("palestine", "PS"), ("palestinian territories", "PS"), ("panama", "PA"),
    ("papua neuguinea", "PG"), ("papua new guinea", "PG"), ("paraguay", "PY"), ("pays bas", "NL"),
    ("peru", "PE"), ("philippinen", "PH"), ("philippines", "PH"), ("pilipinas", "PH"),
    ("pitcairn", "PN"), ("pitcairn islands", "PN"), ("pitcairninseln", "PN"), ("pol", "PL"),
    ("poland", "PL"), ("polen", "PL"), ("polska", "PL"), ("portugal", "PT"), ("prc", "CN"),
    ("prt", "PT"), ("puerto rico", "PR"), ("qatar", "QA"), ("regno unito", "GB"),
    ("reino unido", "GB"), ("republic of ireland", "IE"), ("republic of korea", "KR"),
    ("republica dominicana", "DO"), ("republik moldau", "MD"), ("reunion", "RE"),
    ("ri ben", "JP"), ("romania", "RO"), ("rossiia", "RU"), ("rou", "RO"), ("royaume uni", "GB"),
    ("ruanda", "RW"), ("rumaenien", "RO"), ("rumanien", "RO"), ("russia", "RU"),
    ("russian federation", "RU"), ("russische foderation", "RU"), ("russland", "RU"),
    ("rwanda", "RW"), ("salomonen", "SB"), ("sambia", "ZM"), ("samoa", "WS"),
    ("san marino", "SM"), ("sao tome principe", "ST"), ("sao tome und principe", "ST"),
    ("saudi arabia", "SA"), ("saudi arabien", "SA"), ("schottland", "GB"), ("schweden", "SE"),
    ("schweiz", "CH"), ("scotland", "GB"), ("senegal", "SN"), ("serbia", "RS"), ("serbien", "RS"),
    ("seychellen", "SC"), ("seychelles", "SC"), ("shqiperi", "AL"), ("sierra leone", "SL"),
    ("simbabwe", "ZW"), ("singapore", "SG"), ("singapur", "SG"), ("sint maarten", "SX"),
    ("slovakia", "SK"), ("slovenia", "SI"), ("slovenija", "SI"), ("slovensko", "SK"),
    ("slowakei", "SK"), ("slowenien", "SI"), ("solomon islands", "SB"), ("somalia", "SO"),
    ("sonderverwaltungsregion hongkong", "HK"), ("sonderverwaltungsregion macau", "MO"),
    ("south africa", "ZA"), ("south georgia south sandwich islands", "GS"),
    ("south georgia the south sandwich islands", "GS"), ("south korea", "KR"),
    ("south sudan", "SS"), ("spain", "ES"), ("spanien", "ES"),
    ("spitzbergen und jan mayen", "SJ"), ("srbija", "RS"), ("sri lanka", "LK"),
    ("st barthelemy", "BL"), ("st helena", "SH"), ("st kitts nevis", "KN"),
    ("st kitts und nevis", "KN"), ("st lucia", "LC"), ("st maarten", "SX"), ("st martin", "MF"),
    ("st pierre miquelon", "PM"), ("st pierre und miquelon", "PM"), ("st vincent", "VC"),
    ("st vincent grenadines", "VC"), ("st vincent und die grenadinen", "VC"), ("sudafrika", "ZA"),
    ("sudan", "SD"), ("sudgeorgien und die sudlichen sandwichinseln", "GS"), ("sudkorea", "KR"),
    ("sudsudan", "SS"), ("suedafrika", "ZA"), ("suid afrika", "ZA"), ("suisse", "CH"),
    ("suomi", "FI"), ("suriname", "SR"), ("svalbard jan mayen", "SJ"), ("sverige", "SE"),
    ("svizzera", "CH"), ("swaziland", "SZ"), ("swe", "SE"), ("sweden", "SE"),
    ("switzerland", "CH"), ("syria", "SY"), ("syrien", "SY"), ("tadschikistan", "TJ"),
    ("taiwan", "TW"), ("tajikistan", "TJ"), ("tansania", "TZ"), ("tanzania", "TZ"),
    ("thailand", "TH"), ("the netherlands", "NL"), ("timor leste", "TL"), ("togo", "TG"),
    ("tokelau", "TK"), ("tonga", "TO"), ("trinidad tobago", "TT"), ("trinidad und tobago", "TT"),
    ("tschad", "TD"), ("tschechei", "CZ"), ("tschechien", "CZ"), ("tschechische republik", "CZ"),
    ("tuerkei", "TR"), ("tunesien", "TN"), ("tunisia", "TN"), ("tunisie", "TN"), ("tur", "TR"),
    ("turkei", "TR"), ("turkey", "TR"), ("turkiye", "TR"), ("turkmenistan", "TM"),
    ("turks caicos is", "TC"), ("turks caicos islands", "TC"), ("turks und caicosinseln", "TC"),
    ("tuvalu", "TV"), ("u k", "GB"), ("u s", "US"), ("u s a", "US"),
    ("u s outlying islands", "UM"), ("u s virgin islands", "VI"), ("uae", "AE"), ("uganda", "UG"),
    ("ukraina", "UA"), ("ukraine", "UA"), ("ungarn", "HU"), ("united arab emirates", "AE"),
    ("united kingdom", "GB"), ("united states", "US"), ("united states of america", "US"),
    ("uruguay", "UY"), ("us minor outlying islands", "UM"), ("usa", "US"), ("usbekistan", "UZ"),
    ("uzbekistan", "UZ"), ("vae", "AE"), ("vanuatu", "VU"), ("vatican", "VA"),
    ("vatican city", "VA"), ("vatikanstadt", "VA"), ("venezuela", "VE"),
    ("vereinigte arabische emirate", "AE"), ("vereinigte staaten", "US"),
    ("vereinigte staaten von amerika", "US"), ("vereinigtes konigreich", "GB"),
    ("viet nam", "VN"), ("vietnam", "VN"), ("wales", "GB"), ("wallis futuna", "WF"),
    ("wallis und futuna", "WF"), ("weihnachtsinsel", "CX"), ("weissrussland", "BY"),
    ("western sahara", "EH"), ("westsahara", "EH"), ("yemen", "YE"), ("zaf", "ZA"),
    ("zambia", "ZM"), ("zentralafrikanische republik", "CF"), ("zhong guo", "CN"),
    ("zimbabwe", "ZW"), ("zypern", "CY"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_and_agree() {
        assert!(CODES.is_sorted_by(|a, b| a < b));
        assert!(NAMES.is_sorted_by(|a, b| a.0 < b.0));
        for (name, code) in NAMES {
            assert_eq!(known_code(code), Some(*code), "{name}");
            assert_eq!(&name_normal(name), name);
        }
    }

    #[test]
    fn a_country_is_known_by_its_code_and_by_its_names() {
        for text in ["de", "DE ", "Germany", "Deutschland", "DEU", "Allemagne"] {
            assert_eq!(country_code(text), Some("DE"), "{text}");
        }
        for text in ["UK", "U.K.", "gb", "Großbritannien", "Great  Britain", "England"] {
            assert_eq!(country_code(text), Some("GB"), "{text}");
        }
        assert_eq!(country_code("Österreich"), Some("AT"));
        assert_eq!(country_code("España"), Some("ES"));
        assert_eq!(country_code("Türkiye"), Some("TR"));
        for text in ["", "XX", "Ö", "Atlantis", "\u{1f1e9}\u{1f1ea}"] {
            assert_eq!(country_code(text), None, "{text}");
        }
    }
}
