# Was Leadstead auf Deutsch sagt. Die Abschnitte stehen wie in en.ftl.
# Platzhalter: { $name } wird gefüllt. Ein Text ist ganz: nie aus zweien zusammensetzen.

## Zahlen, Geld und Tage

number-thousands = .
money = { $amount } { $sign }
money-code = { $amount } { $sign }
weekday-mon = Montag
weekday-tue = Dienstag
weekday-wed = Mittwoch
weekday-thu = Donnerstag
weekday-fri = Freitag
weekday-sat = Samstag
weekday-sun = Sonntag
weekday-short-mon = Mo
weekday-short-tue = Di
weekday-short-wed = Mi
weekday-short-thu = Do
weekday-short-fri = Fr
weekday-short-sat = Sa
weekday-short-sun = So
month-jan = Januar
month-feb = Februar
month-mar = März
month-apr = April
month-may = Mai
month-jun = Juni
month-jul = Juli
month-aug = August
month-sep = September
month-oct = Oktober
month-nov = November
month-dec = Dezember
month-short-jan = Jan.
month-short-feb = Feb.
month-short-mar = März
month-short-apr = Apr.
month-short-may = Mai
month-short-jun = Juni
month-short-jul = Juli
month-short-aug = Aug.
month-short-sep = Sept.
month-short-oct = Okt.
month-short-nov = Nov.
month-short-dec = Dez.
moment-long = { $weekday }, { $day }. { $month }, { $hour }:{ $minute } Uhr

## Der Rahmen um jede Seite

frame-skip = Zum Inhalt
frame-home = Leadstead, Startseite
frame-main = Hauptmenü
frame-today = Heute
frame-leads = Leads
frame-box-well = Box läuft
frame-box-ill = Box braucht Hilfe
frame-find = Lead suchen
frame-find-hint = Lead, Firma oder Nummer suchen
frame-add-lead = Lead anlegen
frame-waiting = { $count ->
    [one] { $count } wartet
   *[other] { $count } warten
}
frame-waiting-read = { $count ->
    [one] Lead wartet
   *[other] Leads warten
}
frame-menu = { $name }, Menü
frame-role = { $role }, { $business }
frame-theme = Farben
frame-theme-auto = Auto
frame-theme-light = Hell
frame-theme-dark = Dunkel
frame-use-theme = Diese Farben nehmen
frame-sign-out = Abmelden
frame-demo = Das ist eine Vorführung: Ihre Uhr begann am { $since }. Alles darin ist erfunden.
frame-kept-by = Liegt bei { $business } auf eigener Maschine, mit Leadstead
role-rep = Vertrieb
role-manager = Leitung
role-owner = Inhaber

## Anmelden

login-title = Anmelden
login-email = E-Mail
login-password = Passwort
login-keep = Auf diesem Gerät angemeldet bleiben
login-button = Anmelden
login-cannot = Ich kann mich nicht anmelden
login-ask-owner = Bitten Sie den Inhaber dieser Box um ein neues Passwort. Auf der Box selbst heißt das
login-wrong = Diese Adresse und dieses Passwort gehören nicht zusammen. Prüfen Sie beides und versuchen Sie es noch einmal.
login-welcome = Willkommen
login-nobody-title = Dieses Haus hat noch keinen Inhaber
login-nobody-how = Sagen Sie auf der Maschine, auf der es läuft, wem es gehört:
login-nobody-then = Dabei wird nach einem Passwort gefragt. Kommen Sie danach auf diese Seite zurück und melden Sie sich an.
login-nobody-done = Das habe ich getan

## Heute

today-on-reply = Warten auf Antwort
today-silent-since = seit { $weekday_short }
today-silent-usual = üblich sind { $days }
today-stale = Drohen einzuschlafen
today-stale-after = Seit { $days } Tagen oder länger kein Kontakt
today-stale-limit = Grenze { $days }
today-days = { $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
}
today-call = Anrufen
today-nudge = Nachfassen
today-email = E-Mail
today-note = Notiz hinzufügen
today-snooze = Zurückstellen
today-done = Heute erledigt
today-and-more = und { $count } weitere
today-team = Das Team
today-team-who = Wer
today-team-clocks = Uhren
today-team-late = Überfällig
today-team-open = Offene Leads
today-team-state = Lage
today-team-away = Abwesend bis { $weekday_short } { $day }. { $month_short }
today-team-drowning = Braucht Hilfe
today-team-well = Kommt nach

## Tasten, und wen wir schon kennen

keys-title = Tastenkürzel
keys-close = Schließen
known-title = Vielleicht kennen Sie sie schon. Öffnen Sie den Lead, oder legen Sie ihn trotzdem an.
known-by-email = Gleiche E-Mail-Adresse
known-by-phone = Gleiche Telefonnummer
known-by-name = Ähnlicher Name

## Was eine Seite sagt, die sich nicht zeigen lässt

error-back-today = Zurück zu Heute
error-back-start = Zurück zum Anfang
error-find-by-name = War es ein Lead, finden Sie ihn über den Namen.
