//! What others call our fields: forms in English and German, and the exports of HubSpot, Pipedrive,
//! Salesforce, Zoho, LeadSquared and LinkedIn.
//!
//! Names are compared as letters and digits only, see [`super::words::squeeze`]. What may mean two
//! things stays out: a value under its own name is better than a value under a wrong one.

use super::words::squeeze;

/// Whether a text is what a column or a field of a form is usually called.
pub fn is_a_usual_name(text: &str) -> bool {
    our_key(&squeeze(text)).is_some()
}

/// Our key for a squeezed name of theirs.
pub(super) fn our_key(squeezed: &str) -> Option<&'static str> {
    person(squeezed)
        .or_else(|| place(squeezed))
        .or_else(|| enquiry(squeezed))
        .or_else(|| fit(squeezed))
}

fn person(name: &str) -> Option<&'static str> {
    Some(match name {
        "name" | "fullname" | "yourname" | "contactname" | "contact" | "contactperson" => "name",
        "personname" | "leadname" | "customername" | "leadcontactperson" => "name",
        "dealcontactperson" => "name",
        "ansprechpartner" | "kontakt" | "kontaktname" | "kontaktperson" | "ihrname" => "name",
        "firstname" | "fname" | "givenname" | "forename" | "personfirstname" => "first_name",
        "vorname" | "ihrvorname" | "first" => "first_name",
        "lastname" | "lname" | "surname" | "familyname" | "personlastname" => "last_name",
        "nachname" | "familienname" | "zuname" | "ihrnachname" | "last" => "last_name",
        "email" | "mail" | "emailaddress" | "workemail" | "businessemail" | "emailwork" => "email",
        "primaryemail" | "youremail" | "contactemail" | "leademail" | "customeremail" => "email",
        "personemail" | "personemailwork" | "personemailhome" | "personemailother" => "email",
        "emailadresse" | "mailadresse" | "ihreemail" | "ihreemailadresse" => "email",
        "phone" | "tel" | "telephone" | "phonenumber" | "phoneno" | "workphone" => "phone",
        "mobile" | "mobilephone" | "mobilenumber" | "mobilephonenumber" | "cell" => "phone",
        "cellphone" | "businessphone" | "contactphone" | "contactnumber" | "yourphone" => "phone",
        "personphone" | "personphonework" | "personphonemobile" | "personphonehome" => "phone",
        "telefon" | "telefonnummer" | "telnr" | "telnummer" | "rufnummer" | "festnetz" => "phone",
        "mobil" | "mobilnummer" | "mobiltelefon" | "handy" | "handynummer" => "phone",
        "ihretelefonnummer" | "ruckrufnummer" | "rueckrufnummer" | "whatsappnumber" => "phone",
        "company" | "companyname" | "organization" | "organisation" | "employer" => "company",
        "organizationname" | "organisationname" | "business" | "businessname" => "company",
        "account" | "accountname" | "companyaccount" | "associatedcompany" => "company",
        "leadorganization" | "dealorganization" | "yourcompany" | "firm" | "firma"
        | "firmenname" => "company",
        "unternehmen" | "unternehmensname" | "ihrefirma" | "ihrunternehmen" => "company",
        "role" | "jobtitle" | "title" | "position" | "designation" | "jobrole" | "job" => "role",
        "funktion" | "rolle" | "beruf" | "berufsbezeichnung" | "stellenbezeichnung" => "role",
        "website" | "websiteurl" | "homepage" | "companywebsite" | "web" | "domain" => "website",
        "companydomain" | "companydomainname" | "webseite" | "internetseite" => "website",
        _ => return None,
    })
}

fn place(name: &str) -> Option<&'static str> {
    Some(match name {
        "country" | "countryregion" | "countrycode" | "countryname" | "land" => "country",
        "region" | "state" | "stateregion" | "stateprovince" | "province" => "region",
        "county" | "canton" | "bundesland" | "kanton" => "region",
        "postcode" | "postalcode" | "zip" | "zipcode" | "zippostalcode" => "postcode",
        "plz" | "postleitzahl" => "postcode",
        "city" | "town" | "ort" | "stadt" | "wohnort" => "city",
        "language" | "preferredlanguage" | "locale" | "lang" | "sprache" => "language",
        "timezone" | "zeitzone" => "time_zone",
        _ => return None,
    })
}

fn enquiry(name: &str) -> Option<&'static str> {
    Some(match name {
        "message" | "yourmessage" | "enquiry" | "inquiry" | "question" | "text" | "say" => {
            "message"
        }
        "comment" | "comments" | "note" | "notes" | "description" | "details" => "message",
        "subject" | "reason" | "projectdescription" | "projectdetails" | "betreff" => "message",
        "nachricht" | "ihrenachricht" | "mitteilung" | "anfrage" | "ihreanfrage" => "message",
        "kommentar" | "kommentare" | "bemerkung" | "bemerkungen" | "notiz" => "message",
        "notizen" | "beschreibung" | "frage" | "ihrefrage" => "message",
        "need" | "needs" | "whatdoyouneed" | "anliegen" | "ihranliegen" => "need",
        "consent" | "consentgiven" | "gdprconsent" | "marketingconsent" | "optin" => "consent",
        "news" | "newsletter" | "einwilligung" | "zustimmung" => "consent",
        "consenttext" | "consentwording" | "einwilligungstext" => "consent_text",
        "created" | "createdat" | "createdon" | "createdate" | "createdtime" => "arrived_at",
        "createddate" | "creationdate" | "datecreated" | "leadcreated" => "arrived_at",
        "leadleadcreated" | "dealdealcreated" | "dealcreated" | "leadcreatedon"
        | "becamealeaddate" => "arrived_at",
        "submitted" | "submittedat" | "submittedon" | "submissiondate" => "arrived_at",
        "arrivedat" | "arrivaltime" | "receivedat" | "timestamp" | "date" => "arrived_at",
        "datetime" | "datum" | "zeitstempel" | "erstellt" | "erstelltam" => "arrived_at",
        "erstelldatum" | "eingang" | "eingangam" | "eingangsdatum" | "eingegangenam" => {
            "arrived_at"
        }
        "capturedat" => "arrived_at",
        "closedat" | "closeddate" | "closedate" | "closedon" | "abgeschlossenam" => "closed_at",
        "geschlossenam" | "abschlussdatum" | "dealdealclosedon" | "dealclosedon" => "closed_at",
        "dealwontime" | "deallosttime" | "wontime" | "losttime" => "closed_at",
        "optedout" | "optout" | "emailoptout" | "emailoptedout" | "hasoptedoutofemail" => {
            "opted_out"
        }
        "unsubscribed" | "unsubscribedfromallemail" | "donotemail" | "noemail" => "opted_out",
        "optedoutofemail" | "marketingemailsoptout" | "abgemeldet" | "keineemails" => "opted_out",
        "marketingstatus" | "personmarketingstatus" => "opted_out",
        "keinewerbung" | "newsletterabgemeldet" | "emailabgemeldet" => "opted_out",
        "owner" | "leadowner" | "contactowner" | "owneremail" | "ownername" => "owner",
        "dealowner" | "assignedto" | "assignee" | "salesrep" | "salesperson" | "hubspotowner" => {
            "owner"
        }
        "zustandig" | "zustandiger" | "bearbeiter" | "besitzer" | "betreuer" => "owner",
        "stage" | "status" | "leadstatus" | "leadstage" | "lifecyclestage" => "stage",
        "pipelinestage" | "dealstage" | "dealstatus" | "phase" | "fate" => "stage",
        "tags" | "tag" | "leadtags" | "contacttags" | "leadlabels" | "schlagworte" => "tags",
        "schlagwort" | "schlagworter" | "etiketten" => "tags",
        "value" | "dealvalue" | "leadvalue" | "opportunityvalue" | "estimatedvalue" => "value",
        "amount" | "dealamount" | "opportunityamount" | "wert" | "auftragswert" => "value",
        "betrag" | "leadwert" | "geschaftswert" => "value",
        "utmsource" => "utm_source",
        "utmmedium" | "sourcemedium" => "utm_medium",
        "utmcampaign" | "sourcecampaign" | "campaign" | "campaignname" | "kampagne" => {
            "utm_campaign"
        }
        "utmterm" => "utm_term",
        "utmcontent" | "sourcecontent" => "utm_content",
        "gclid" | "googleadclickid" | "googleclickid" => "gclid",
        "fbclid" | "facebookclickid" => "fbclid",
        "msclkid" => "msclkid",
        "lifatid" => "li_fat_id",
        "ttclid" => "ttclid",
        "clickid" => "click_id",
        "referrer" | "referer" | "httpreferer" | "referrerurl" | "referringurl" => "referrer",
        "landing" | "landingpage" | "landingurl" | "landingpageurl" | "pageurl" => "landing",
        "firstpageseen" | "entrypage" => "landing",
        _ => return None,
    })
}

/// Custom fields that any business may have; only some define them.
fn fit(name: &str) -> Option<&'static str> {
    Some(match name {
        "companysize" | "numberofemployees" | "noofemployees" | "employees" => "company_size",
        "employeecount" | "businesssize" | "mitarbeiter" | "mitarbeiterzahl" => "company_size",
        "anzahlmitarbeiter" | "unternehmensgrosse" | "firmengrosse" => "company_size",
        "currency" | "currencycode" | "currencyofvalue" | "currencyofamount" => "currency",
        "leadcurrencyofvalue" | "dealcurrencyofvalue" | "dealcurrency" => "currency",
        "leadcurrency" | "wahrung" | "waehrung" | "devise" | "moneda" | "valuta" => "currency",
        "lostreason" | "lossreason" | "closedlostreason" | "dealclosedlostreason" => "lost_reason",
        "deallostreason" | "verlustgrund" => "lost_reason",
        "industry" | "sector" | "branche" | "industrie" => "industry",
        "budget" | "budgetrange" | "projectbudget" => "budget",
        "timeline" | "timeframe" | "zeitrahmen" | "zeitraum" => "timeline",
        "service" | "serviceinterest" | "dienstleistung" | "leistung" => "service",
        "challenge" | "primarychallenge" | "mainchallenge" | "herausforderung" => "challenge",
        "heardofus" | "howdidyouhearofus" | "howdidyouhearaboutus" => "heard_of_us",
        "howdidyoufindus" | "wiehabensievonunserfahren" => "heard_of_us",
        "leadsource" | "originalsource" | "leadorigin" | "leadquelle" | "herkunft" | "quelle" => {
            "lead_source_detail"
        }
        "leadsourcedetail" | "sourcedetail" | "source" => "lead_source_detail",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::our_key;
    use crate::capture::campaign;
    use crate::capture::words::squeeze;
    use crate::lead::Profile;

    fn keys(headers: &[&str]) -> Vec<String> {
        let key = |header: &&str| our_key(&squeeze(header)).unwrap_or("-").to_owned();
        headers.iter().map(key).collect()
    }

    #[test]
    fn german_forms_are_understood() {
        let headers = ["Vorname", "Firma", "E-Mail-Adresse", "Handy", "PLZ", "Ort", "Firmengröße"];
        let ours = ["first_name", "company", "email", "phone", "postcode", "city", "company_size"];
        assert_eq!(keys(&headers), ours);
    }

    #[test]
    fn the_exports_of_other_systems_are_understood() {
        let pipedrive = ["Lead - Owner", "Person - Name", "Person - Email - Work", "Lead - Title"];
        assert_eq!(keys(&pipedrive), ["owner", "name", "email", "-"]);
        let deals = ["Deal - Status", "Deal - Owner", "Deal - Deal created", "Deal - Won time"];
        assert_eq!(keys(&deals), ["stage", "owner", "arrived_at", "closed_at"]);
        let lost = ["Deal - Lost time", "Deal - Lost reason", "Geschlossen am", "Verlustgrund"];
        assert_eq!(keys(&lost), ["closed_at", "lost_reason", "closed_at", "lost_reason"]);
        let salesforce = ["Company / Account", "State/Province", "Zip/Postal Code", "Lead Owner"];
        assert_eq!(keys(&salesforce), ["company", "region", "postcode", "owner"]);
        let zoho = ["Designation", "No. of Employees", "Created Time", "Modified Time"];
        assert_eq!(keys(&zoho), ["role", "company_size", "arrived_at", "-"]);
        let leadsquared = ["Prospect ID", "Mobile Number", "Lead Stage", "Source Campaign"];
        assert_eq!(keys(&leadsquared), ["-", "phone", "stage", "utm_campaign"]);
        let linkedin = ["Submitted At", "Work email", "Campaign Name", "Country/Region"];
        assert_eq!(keys(&linkedin), ["arrived_at", "email", "utm_campaign", "country"]);
    }

    #[test]
    fn our_own_keys_mean_themselves() {
        let own = Profile::KEYS.iter().chain(&campaign::KEYS);
        let own = own.chain(&["first_name", "last_name", "message", "consent", "arrived_at"]);
        for key in own.chain(&[
            "consent_text",
            "owner",
            "stage",
            "tags",
            "closed_at",
            "opted_out",
            "value",
        ]) {
            assert_eq!(our_key(&squeeze(key)), Some(*key));
        }
    }

    #[test]
    fn whose_money_it_is_is_known_in_every_system() {
        let headers = ["Currency", "Lead - Currency of Value", "Deal - Currency", "Währung"];
        assert_eq!(keys(&headers), ["currency"; 4]);
    }

    #[test]
    fn whoever_wants_no_more_letters_is_known_in_every_system() {
        let headers =
            ["Unsubscribed from all email", "Email Opt Out", "HasOptedOutOfEmail", "Do Not Email"];
        assert_eq!(keys(&headers), ["opted_out"; 4]);
    }

    #[test]
    fn agreeing_to_the_terms_is_no_consent_to_letters() {
        assert_eq!(keys(&["Datenschutz", "Terms", "Privacy policy"]), ["-", "-", "-"]);
    }
}
