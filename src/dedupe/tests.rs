//! The rules of identity, by example.

use super::*;

fn person(name: &str, email: &str, phone: &str) -> Profile {
    Profile {
        name: name.to_owned(),
        email: email.to_owned(),
        phone: phone.to_owned(),
        ..Profile::default()
    }
}

fn known(id: u64, open: bool, profile: Profile) -> Known {
    let captured_at = Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(id as i64);
    Known { id: LeadId(id), open, captured_at, profile }
}

fn new(earlier: &[u64]) -> Whose {
    Whose::New { earlier: earlier.iter().copied().map(LeadId).collect() }
}

fn touchpoint(lead: u64, also: Option<u64>) -> Whose {
    Whose::Touchpoint { lead: LeadId(lead), also: also.map(|other| (LeadId(other), OTHER_LEAD)) }
}

#[test]
fn the_e_mail_address_decides_however_name_and_firm_are_spelt() {
    let mut first = person("Jon Smith", "jon@smith-it.example", "");
    first.company = "Smith IT".into();
    let mut again = person("Jonathan Smith", "Jon+fair@Smith-IT.example ", "");
    again.company = "Smith IT Services".into();
    assert_eq!(whose(&again, "GB", &[known(7, true, first.clone())]), touchpoint(7, None));
    let married = person("Jon Miller", "jon@smith-it.example", "");
    assert_eq!(whose(&married, "GB", &[known(7, true, first)]), touchpoint(7, None));
}

#[test]
fn an_international_domain_is_the_same_in_both_spellings() {
    let first = known(7, true, person("", "post@müller.example", ""));
    let again = person("", "Post@xn--mller-kva.example", "");
    assert_eq!(whose(&again, "DE", &[first]), touchpoint(7, None));
}

#[test]
fn a_phone_number_alone_decides_if_the_names_are_compatible() {
    let first = known(7, true, person("Jon Smith", "", "+49 30 901820"));
    for (name, phone) in
        [("J. Smith", "0049 30 901820"), ("", "030/901820"), ("Smith, Jonathan", "+4930901820")]
    {
        let again = person(name, "new@address.example", phone);
        assert_eq!(
            whose(&again, "DE", std::slice::from_ref(&first)),
            touchpoint(7, None),
            "{name}"
        );
    }
}

#[test]
fn a_shared_phone_number_with_another_name_is_a_new_lead_that_is_flagged() {
    let first = known(7, true, person("Jon Smith", "", "030 901820"));
    let before = known(3, false, person("Mary Smith", "", "030 901820"));
    let mary = person("Mary Smith", "", "+49 30 901820");
    let expected = Whose::LookAlike { of: LeadId(7), why: OTHER_NAME, earlier: vec![LeadId(3)] };
    assert_eq!(whose(&mary, "DE", &[first, before]), expected);
}

#[test]
fn a_colleague_who_gives_no_name_but_another_address_is_a_new_lead_that_is_flagged() {
    let ana = person("Ana Ruiz", "ana@ruiz.example", "030 901820");
    let bo = person("", "bo@ruiz.example", "030 901820");
    let expected =
        |of| Whose::LookAlike { of: LeadId(of), why: OTHER_ADDRESS, earlier: Vec::new() };
    assert_eq!(whose(&bo, "DE", &[known(7, true, ana.clone())]), expected(7));
    assert_eq!(whose(&ana, "DE", &[known(8, true, bo.clone())]), expected(8));
    assert_eq!(whose(&bo, "DE", &[known(7, false, ana)]), new(&[]));
    let nameless = known(7, true, person("", "", "030 901820"));
    assert_eq!(whose(&bo, "DE", &[nameless]), touchpoint(7, None));
}

#[test]
fn among_open_leads_with_one_number_the_one_with_the_name_is_theirs() {
    let jon = known(7, true, person("Jon Smith", "", "030 901820"));
    let mary = known(9, true, person("Mary Smith", "", "030 901820"));
    let again = person("Jon Smith", "", "030 901820");
    assert_eq!(whose(&again, "DE", &[jon, mary]), touchpoint(7, None));
}

#[test]
fn two_keys_at_two_open_leads_attach_to_the_e_mails_and_point_out_the_other() {
    let by_email = known(7, true, person("Jon Smith", "jon@smith-it.example", ""));
    let by_phone = known(9, true, person("Jon Smith", "", "030 901820"));
    let again = person("Jon Smith", "jon@smith-it.example", "030 901820");
    assert_eq!(whose(&again, "DE", &[by_email, by_phone]), touchpoint(7, Some(9)));
}

#[test]
fn a_person_who_comes_back_after_closing_is_a_new_lead_with_a_history() {
    let mut closed: Vec<Known> = (1..=30)
        .rev()
        .map(|id| known(id, false, person("Jon Smith", "jon@smith-it.example", "")))
        .collect();
    closed.push(known(31, false, person("Mary Smith", "", "030 901820")));
    let again = person("Jon Smith", "jon@smith-it.example", "030 901820");
    assert_eq!(whose(&again, "DE", &closed), new(&(11..=30).collect::<Vec<_>>()));
}

#[test]
fn the_newest_of_several_open_leads_gets_the_touchpoint() {
    let open = [4, 9, 6].map(|id| known(id, true, person("", "jon@smith-it.example", "")));
    assert_eq!(whose(&person("", "jon@smith-it.example", ""), "DE", &open), touchpoint(9, None));
}

#[test]
fn a_colleague_at_the_same_firm_is_somebody_else() {
    let jon = known(7, true, person("Jon Smith", "jon@smith-it.example", "030 901820"));
    let mary = person("Mary Hall", "mary@smith-it.example", "030 901821");
    assert_eq!(whose(&mary, "DE", &[jon]), new(&[]));
    assert_eq!(whose(&Profile::default(), "DE", &[]), new(&[]));
}

#[test]
fn who_left_no_address_and_no_number_is_never_taken_for_another() {
    let nobody = known(7, true, Profile::default());
    assert_eq!(whose(&person("Jon Smith", "", ""), "DE", &[nobody]), new(&[]));
}
