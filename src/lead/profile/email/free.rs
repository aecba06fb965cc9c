//! Domains that say nothing about a firm, because anybody may have an address or a page there.

/// Whether a domain, in ASCII and lower case, gives mailboxes to anybody.
pub fn is_free_mail(domain: &str) -> bool {
    FREE_MAIL.binary_search(&domain).is_ok()
}

/// Whether a domain, in ASCII and lower case, shows the pages of many firms, as a social network does.
pub fn is_shared_host(domain: &str) -> bool {
    SHARED_HOSTS.binary_search(&domain).is_ok()
}

/// Sorted. The common free, access provider's and throw-away mailboxes of the world.
#[rustfmt::skip]
const FREE_MAIL: &[&str] = &[
    "013.net", "10minutemail.com", "126.com", "139.com", "163.com", "188.com", "189.cn",
    "1und1.de", "21cn.com", "263.net", "a1.net", "absamail.co.za", "abv.bg", "adam.com.au",
    "adinet.com.uy", "aeiou.pt", "aim.com", "alice-dsl.net", "alice.de", "alice.it",
    "aliceadsl.fr", "aliyun.com", "ameritech.net", "anonaddy.me", "aol.co.uk", "aol.com",
    "aol.de", "aol.fr", "aol.it", "aon.at", "apollo.lv", "arcor.de", "arnet.com.ar", "asia.com",
    "atlas.cz", "att.net", "au.com", "autograf.pl", "autorambler.ru", "azet.sk", "bahnhof.se",
    "bbox.fr", "belgacom.net", "bell.net", "bellsouth.net", "bezeqint.net", "bigfoot.com",
    "biglobe.ne.jp", "bigmir.net", "bigpond.com", "bigpond.net.au", "bk.ru", "blu.it",
    "bluemail.ch", "bluewin.ch", "blueyonder.co.uk", "bol.com.br", "bredband.net", "broadpark.no",
    "brturbo.com.br", "bsnl.in", "btconnect.com", "btinternet.com", "btopenworld.com",
    "buziaczek.pl", "byom.de", "cableone.net", "cantv.net", "caramail.com", "casema.nl",
    "cegetel.net", "centrum.cz", "centrum.sk", "centurylink.net", "centurytel.net", "charter.net",
    "chello.at", "chello.nl", "citromail.hu", "ciudad.com.ar", "clear.net.nz", "clix.pt",
    "club-internet.fr", "cogeco.ca", "comcast.net", "comhem.se", "compuserve.com",
    "compuserve.de", "consultant.com", "countermail.com", "cox.net", "ctemplar.com", "daum.net",
    "dbmail.com", "delfi.lt", "dir.bg", "directbox.com", "disroot.org", "docomo.ne.jp",
    "dodo.com.au", "dr.com", "dreamwiz.com", "drei.at", "duck.com", "e-mail.de", "earthlink.net",
    "eastlink.ca", "eclipse.co.uk", "eim.ae", "eircom.net", "elisanet.fi", "email.co.uk",
    "email.com", "email.cz", "email.de", "email.it", "email.si", "email.ua", "emailn.de",
    "embarqmail.com", "emirates.net.ae", "eml.cc", "empal.com", "engineer.com", "epost.de",
    "eunet.rs", "europe.com", "euskaltel.net", "ewe.net", "ewetel.net", "excite.co.jp",
    "excite.com", "ezweb.ne.jp", "f2s.com", "fastmail.com", "fastmail.fm", "fastwebnet.it",
    "fibertel.com.ar", "firemail.de", "forthnet.gr", "foxmail.com", "free.fr", "freemail.hu",
    "freenet.de", "freeserve.co.uk", "freesurf.ch", "frontier.com", "frontiernet.net",
    "fsmail.net", "gazeta.pl", "getmail.no", "getnada.com", "giallo.it", "globo.com",
    "globomail.com", "glocalnet.net", "gmail.com", "gmx.at", "gmx.biz", "gmx.ca", "gmx.cc",
    "gmx.ch", "gmx.cn", "gmx.co.uk", "gmx.com", "gmx.com.br", "gmx.com.my", "gmx.com.tr",
    "gmx.cz", "gmx.de", "gmx.es", "gmx.eu", "gmx.fr", "gmx.hk", "gmx.ie", "gmx.info", "gmx.it",
    "gmx.li", "gmx.lu", "gmx.name", "gmx.net", "gmx.org", "gmx.ph", "gmx.pl", "gmx.pt", "gmx.ro",
    "gmx.ru", "gmx.sg", "gmx.sk", "gmx.tm", "gmx.tw", "gmx.us", "go2.pl", "goo.jp",
    "googlemail.com", "guerrillamail.com", "hanmail.net", "hetnet.nl", "hey.com", "hinet.net",
    "hispeed.ch", "hol.gr", "home.nl", "hot.ee", "hotmail.at", "hotmail.be", "hotmail.ca",
    "hotmail.ch", "hotmail.cl", "hotmail.co.il", "hotmail.co.jp", "hotmail.co.nz",
    "hotmail.co.th", "hotmail.co.uk", "hotmail.co.za", "hotmail.com", "hotmail.com.ar",
    "hotmail.com.au", "hotmail.com.br", "hotmail.com.hk", "hotmail.com.mx", "hotmail.com.tr",
    "hotmail.com.tw", "hotmail.com.vn", "hotmail.cz", "hotmail.de", "hotmail.dk", "hotmail.es",
    "hotmail.fi", "hotmail.fr", "hotmail.gr", "hotmail.hu", "hotmail.in", "hotmail.it",
    "hotmail.my", "hotmail.nl", "hotmail.no", "hotmail.ph", "hotmail.rs", "hotmail.se",
    "hotmail.sg", "hughes.net", "hush.com", "hushmail.com", "hushmail.me", "i.softbank.jp",
    "i.ua", "iafrica.com", "icloud.com", "icloud.com.cn", "ig.com.br", "iinet.net.au", "in.com",
    "in.gr", "iname.com", "inbox.com", "inbox.lt", "inbox.lv", "inbox.ru", "indamail.hu",
    "indiatimes.com", "inet.hr", "infinitummail.com", "infoseek.jp", "inode.at", "insightbb.com",
    "interfree.it", "interia.eu", "interia.pl", "internet.lu", "internet.ru", "internode.on.net",
    "inwind.it", "iol.it", "iol.pt", "jazztel.es", "jubii.dk", "juno.com", "kabelmail.de",
    "kabsi.at", "kakao.com", "katamail.com", "keemail.me", "kolabnow.com", "kolumbus.fi",
    "korea.com", "kpnmail.nl", "kpnplanet.nl", "laposte.net", "legalmail.it", "lenta.ru",
    "libero.it", "libertysurf.fr", "lineone.net", "list.ru", "live.at", "live.be", "live.ca",
    "live.ch", "live.cl", "live.cn", "live.co.kr", "live.co.uk", "live.co.za", "live.com",
    "live.com.ar", "live.com.au", "live.com.mx", "live.com.my", "live.com.ph", "live.com.pt",
    "live.com.sg", "live.de", "live.dk", "live.fi", "live.fr", "live.hk", "live.ie", "live.in",
    "live.it", "live.jp", "live.nl", "live.no", "live.ru", "live.se", "liwest.at", "love.com",
    "luukku.com", "lycos.co.uk", "lycos.com", "lycos.de", "lyse.net", "mac.com", "madasafish.com",
    "magenta.de", "mail.bg", "mail.co.uk", "mail.com", "mail.de", "mail.dk", "mail.ee", "mail.ru",
    "mail.telepac.pt", "mail.ua", "mailbox.org", "maildrop.cc", "mailfence.com", "mailinator.com",
    "mchsi.com", "me.com", "meta.ua", "mindspring.com", "movistar.es", "mozmail.com", "msn.com",
    "mts.net", "mts.rs", "mweb.co.za", "mynet.com", "myrambler.ru", "myself.com", "myyahoo.com",
    "nate.com", "naver.com", "nb.sympatico.ca", "net.hr", "netcabo.pt", "netcologne.de",
    "netscape.net", "netti.fi", "netvigator.com", "netvision.net.il", "netzero.com",
    "netzero.net", "neuf.fr", "nifty.com", "noos.fr", "ntlworld.com", "numericable.fr",
    "o2.co.uk", "o2.pl", "o2mail.de", "o2online.de", "ocn.ne.jp", "ofir.dk", "oi.com.br",
    "one.lt", "onet.eu", "onet.pl", "online.de", "online.ee", "online.nl", "online.no",
    "online.ua", "onlinehome.de", "ono.com", "op.pl", "optimum.net", "optonline.net",
    "optusnet.com.au", "orange.es", "orange.fr", "orange.net", "orcon.net.nz", "osnanet.de",
    "otenet.gr", "outlook.at", "outlook.be", "outlook.cl", "outlook.co.id", "outlook.co.il",
    "outlook.co.th", "outlook.com", "outlook.com.ar", "outlook.com.au", "outlook.com.br",
    "outlook.com.gr", "outlook.com.tr", "outlook.com.vn", "outlook.cz", "outlook.de",
    "outlook.dk", "outlook.es", "outlook.fr", "outlook.hu", "outlook.ie", "outlook.in",
    "outlook.it", "outlook.jp", "outlook.kr", "outlook.my", "outlook.ph", "outlook.pt",
    "outlook.sa", "outlook.sg", "outlook.sk", "ozemail.com.au", "pacbell.net", "pacific.net.sg",
    "paradise.net.nz", "passagen.se", "passport.com", "pchome.com.tw", "pec.it", "peoplepc.com",
    "plala.or.jp", "planet.nl", "plasa.com", "plus.com", "plusnet.com", "pm.me", "pobox.com",
    "pobox.sk", "pochta.ru", "poczta.fm", "poczta.onet.pl", "post.com", "post.cz", "post.sk",
    "post.tele.dk", "poste.it", "posteo.at", "posteo.ch", "posteo.de", "posteo.eu", "posteo.net",
    "pp.inet.fi", "privaterelay.appleid.com", "prodigy.net", "prodigy.net.mx", "proton.me",
    "protonmail.ch", "protonmail.com", "proximus.be", "pt.lu", "ptt.rs", "q.com", "qip.ru",
    "qq.com", "quick.cz", "quickline.ch", "quicknet.nl", "r7.com", "rambler.ru", "rcn.com",
    "rediff.com", "rediffmail.com", "relay.firefox.com", "riseup.net", "ro.ru", "roadrunner.com",
    "rocketmail.com", "rogers.com", "rr.com", "runbox.com", "sapo.pt", "sasktel.net",
    "saunalahti.fi", "sbb.rs", "sbcglobal.net", "scarlet.be", "seed.net.tw", "sent.com",
    "seznam.cz", "sfr.fr", "sharklasers.com", "shaw.ca", "sify.com", "simnet.is",
    "simplelogin.com", "sina.cn", "sina.com", "singnet.com.sg", "siol.net", "skiff.com",
    "sky.com", "skynet.be", "slingshot.co.nz", "smart-mail.de", "so-net.ne.jp", "softbank.ne.jp",
    "sohu.com", "sol.dk", "solcon.nl", "spectrum.net", "speedy.com.ar", "spoko.pl", "spray.se",
    "starhub.net.sg", "startmail.com", "stofanet.dk", "streamyx.com", "suddenlink.net",
    "sunrise.ch", "suomi24.fi", "supanet.com", "supereva.it", "superonline.com", "swbell.net",
    "swissonline.ch", "sympatico.ca", "t-1.si", "t-com.hr", "t-online.de", "t-online.hu",
    "talktalk.net", "tdcadsl.dk", "tds.net", "techie.com", "tele2.at", "tele2.de", "tele2.nl",
    "tele2.se", "telefonica.net", "telenet.be", "teletu.it", "telfort.nl", "telia.com",
    "telkom.net", "telkomsa.net", "telus.net", "temp-mail.org", "terra.cl", "terra.com.br",
    "terra.com.mx", "terra.es", "tim.it", "tin.it", "tiscali.ch", "tiscali.co.uk", "tiscali.cz",
    "tiscali.it", "tlen.pl", "tm.net.my", "tom.com", "tpg.com.au", "trashmail.com",
    "trashmail.de", "ttmail.com", "turk.net", "tut.by", "tuta.com", "tuta.io", "tutamail.com",
    "tutanota.com", "tutanota.de", "twc.com", "ukr.net", "une.net.co", "unitybox.de",
    "uol.com.br", "upcmail.hu", "upcmail.nl", "usa.com", "usa.net", "utanet.at", "verizon.net",
    "versanet.de", "videotron.ca", "vip.126.com", "vip.163.com", "vip.hr", "vip.qq.com",
    "vip.sina.com", "vipmail.hu", "virgilio.it", "virgin.net", "virginmedia.com",
    "vodafone.co.nz", "vodafone.de", "vodafone.it", "vodafonemail.de", "vodamail.co.za",
    "voila.fr", "vollbio.de", "volny.cz", "voo.be", "vp.pl", "vsnl.com", "vsnl.net", "vtr.net",
    "walla.co.il", "walla.com", "wanadoo.co.uk", "wanadoo.es", "wanadoo.fr", "web.de",
    "webmail.co.za", "webspeed.dk", "wegwerfemail.de", "westnet.com.au", "windowslive.com",
    "windstream.net", "wo.cn", "wowway.com", "wp.pl", "writeme.com", "wxs.nl", "xfinity.com",
    "xs4all.nl", "xtra.co.nz", "ya.com", "ya.ru", "yahoo.ae", "yahoo.at", "yahoo.be", "yahoo.ca",
    "yahoo.ch", "yahoo.cl", "yahoo.cn", "yahoo.co.id", "yahoo.co.il", "yahoo.co.in",
    "yahoo.co.jp", "yahoo.co.kr", "yahoo.co.nz", "yahoo.co.th", "yahoo.co.uk", "yahoo.co.za",
    "yahoo.com", "yahoo.com.ar", "yahoo.com.au", "yahoo.com.br", "yahoo.com.cn", "yahoo.com.co",
    "yahoo.com.hk", "yahoo.com.mx", "yahoo.com.my", "yahoo.com.pe", "yahoo.com.ph",
    "yahoo.com.sg", "yahoo.com.tr", "yahoo.com.tw", "yahoo.com.ve", "yahoo.com.vn", "yahoo.cz",
    "yahoo.de", "yahoo.dk", "yahoo.es", "yahoo.fi", "yahoo.fr", "yahoo.gr", "yahoo.hu",
    "yahoo.ie", "yahoo.in", "yahoo.it", "yahoo.ne.jp", "yahoo.nl", "yahoo.no", "yahoo.pl",
    "yahoo.pt", "yahoo.ro", "yahoo.se", "yandex.by", "yandex.com", "yandex.kz", "yandex.ru",
    "yandex.ua", "ybb.ne.jp", "yeah.net", "ymail.com", "ymail.ne.jp", "yopmail.com", "youmail.dk",
    "zeelandnet.nl", "zen.co.uk", "ziggo.nl", "zipmail.com.br", "zoho.com", "zohomail.com",
    "zohomail.eu", "zohomail.in", "zonnet.nl", "zoznam.sk",
];

/// Sorted. Places where many firms have a page under one domain.
#[rustfmt::skip]
const SHARED_HOSTS: &[&str] = &[
    "about.me", "amazon.co.uk", "amazon.com", "amazon.de", "beacons.ai", "behance.net",
    "bing.com", "bio.link", "bit.ly", "blogspot.com", "business.site", "calendly.com", "carrd.co",
    "checkatrade.com", "dasoertliche.de", "de.linkedin.com", "docs.google.com", "dribbble.com",
    "duckduckgo.com", "ebay.co.uk", "ebay.com", "ebay.de", "es.linkedin.com", "etsy.com",
    "facebook.com", "fb.com", "fb.me", "fiverr.com", "fr.linkedin.com", "g.page",
    "gelbeseiten.de", "github.com", "github.io", "gitlab.com", "goo.gl", "google.com",
    "instagram.com", "it.linkedin.com", "jimdo.com", "jimdofree.com", "linkedin.com", "linktr.ee",
    "m.facebook.com", "maps.app.goo.gl", "maps.google.com", "medium.com", "my-hammer.de",
    "myshopify.com", "notion.site", "ok.ru", "pinterest.com", "shopify.com", "sites.google.com",
    "snapchat.com", "squarespace.com", "substack.com", "t.me", "telegram.me", "threads.net",
    "tiktok.com", "tinyurl.com", "tripadvisor.com", "trustpilot.com", "tumblr.com", "twitter.com",
    "uk.linkedin.com", "upwork.com", "vk.com", "wa.me", "webflow.io", "weebly.com",
    "whatsapp.com", "wix.com", "wixsite.com", "wordpress.com", "x.com", "xing.com", "yell.com",
    "yelp.com", "yelp.de", "youtu.be", "youtube.com",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_so_that_they_can_be_searched() {
        assert!(FREE_MAIL.is_sorted_by(|a, b| a < b));
        assert!(SHARED_HOSTS.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn a_free_mailbox_is_told_from_that_of_a_firm() {
        for free in
            ["gmail.com", "web.de", "gmx.net", "yahoo.co.jp", "qq.com", "mail.ru", "bol.com.br"]
        {
            assert!(is_free_mail(free), "{free}");
        }
        assert!(!is_free_mail("larkfield.example"));
        assert!(!is_free_mail(""));
        assert!(is_shared_host("facebook.com"));
    }
}
