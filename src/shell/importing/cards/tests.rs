//! Cards as phones, desks and address books write them, and strange ones.

use super::*;

/// What cards say, without what they do not.
fn read(text: &[u8]) -> Vec<String> {
    let said = |line: io::Result<Line>| match line.expect("memory") {
        Line::Row(row) => {
            let cells = COLUMNS.iter().zip(&row.values).filter(|(_, value)| !value.is_empty());
            let cells = cells.map(|(column, value)| format!("{column}={value}"));
            format!("{}: {}", row.line, cells.collect::<Vec<_>>().join("; "))
        }
        Line::Bad(row) => format!("{}: {}", row.line, row.why),
    };
    Cards::new(text).map(said).collect()
}

#[test]
fn a_card_of_each_version_is_one_row() {
    let three = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ruiz;Ana;;Dr.;\r\nFN:Dr. Ana Ruiz\r\n\
        ORG:Ruiz\\, Sons & Co;Sales\r\nitem1.EMAIL;type=INTERNET;type=HOME:ana@home.example\r\n\
        item2.EMAIL;type=WORK;type=pref:ana@ruiz.example\r\nTEL;TYPE=CELL:+34 600 100 200\r\n\
        ADR;TYPE=WORK:;;Calle Mayor 3;Madrid;;28013;Spain\r\n\
        NOTE:Met at the fair.\\nWants a quote\\; so\r\n on.\r\nCATEGORIES:Fair,VIP\r\nEND:VCARD\r\n";
    let two = "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=\n=B6rg;;;\n\
        TEL;WORK;PREF:030 901820\nTITLE;QUOTED-PRINTABLE:Gesch=E4ftsf=FChrer\nEND:VCARD\n";
    let four = "begin:vcard\nVERSION:4.0\nFN:Bo Ek\nTEL;VALUE=uri;PREF=1:tel:+46-8-123456\n\
        EMAIL:bo@ek.example\nURL:https://ek.example\nPHOTO:data:image/png;base64,AAAA\nend:vcard";
    assert_eq!(
        read([three, two, four].concat().as_bytes()),
        [
            "1: Name=Dr. Ana Ruiz; Company=Ruiz, Sons & Co; Department=Sales; Email=ana@ruiz.example; \
             Email 2=ana@home.example; Phone=+34 600 100 200; Street=Calle Mayor 3; City=Madrid; \
             Postcode=28013; Country=Spain; Tags=Fair, VIP; Notes=Met at the fair.\nWants a quote; \
             soon.",
            "14: Name=Jörg Müller; Job title=Geschäftsführer; Phone=030 901820",
            "21: Name=Bo Ek; Email=bo@ek.example; Phone=+46-8-123456; \
             Website=https://ek.example",
        ]
    );
}

#[test]
fn strange_cards_cost_no_other() {
    let photo = format!("PHOTO;ENCODING=b:{}\n", "QUJD\n ".repeat(200_000));
    let text = format!(
        "junk\nBEGIN:VCARD\nFN:Ana\n{photo}END:VCARD\nBEGIN:VCARD\nNOTE:{}\nEND:VCARD\n\
         BEGIN:VCARD\nFN:cut off\nBEGIN:VCARD\n:\n;;;\nFN\nEMAIL:bo@ek.example",
        "x".repeat(ROW_MAX + 10)
    );
    assert_eq!(
        read(text.as_bytes()),
        [
            "2: Name=Ana".to_owned(),
            "200006: It is longer than 256 KB, or a quote in it is not closed.".to_owned(),
            "200009: Name=cut off".to_owned(),
            "200011: Email=bo@ek.example".to_owned(),
        ]
    );
}

#[test]
fn what_stands_more_than_once_is_kept() {
    let text = "BEGIN:VCARD\nFN:Ana\nAGENT:\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\n\
        TEL;TYPE=WORK,FAX:030 1\nTEL;WORK:030 2\nTEL;CELL:0171 3\nTEL:030 4\n\
        EMAIL:a@x.example\nEMAIL:b@x.example\nEMAIL;TYPE=pref:c@x.example\n\
        ADR:;;;Bonn\nADR:;;Weg 1;Ulm\nNOTE;QUOTED-PRINTABLE:tel=+49 30\nNOTE:Fair\nEND:VCARD\n";
    assert_eq!(
        read(text.as_bytes()),
        ["1: Name=Ana; Email=c@x.example; Email 2=b@x.example, a@x.example; Phone=030 2; \
          Phone 2=0171 3, 030 4; Fax=030 1; City=Bonn; Notes=Weg 1, Ulm\ntel=+49 30\nFair"]
    );
}

#[test]
fn cards_are_told_from_tables() {
    assert!(are_cards("BEGIN:VCARD\r\n") && are_cards("\n begin:vcard"));
    assert!(!are_cards("BEGIN,VCARD") && !are_cards("") && !are_cards("Name"));
}
