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

## Eine Liste einlesen

import-title = Einlesen
import-link = Eine Liste einlesen
import-intro = Bringen Sie eine Liste von Leads aus einem anderen System oder einer Tabelle mit. Sie sehen, was aus jeder Zeile würde, bevor etwas geschrieben wird.
import-source = Woher diese Leads kommen
import-source-hint = Davon hängt ab, was sie mitbringen müssen und ob Uhren sofort laufen.
import-file = Die Liste
import-file-hint = CSV oder XLSX, bis { $size } MB und { $rows } Zeilen. Die erste Zeile nennt die Spalten.
import-hand-in = Liste ansehen
import-back = Zurück zu den Leads
import-lists = Listen, die hier liegen
import-lists-how = Sie verschwinden, wenn die Box neu startet. Eine eingelesene Zeile wird wiedererkannt, wenn ihre Liste noch einmal kommt.
import-rows = { $n ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
}
import-encoding = gelesen als { $encoding }
import-sheet = Blatt „{ $sheet }“
import-columns = Was aus jeder Spalte wird
import-columns-how = Erraten aus den Namen der Spalten. Stellen Sie richtig, was nicht stimmt.
import-theirs = In der Liste
import-becomes = Wird zu
import-becomes-of = Was aus { $column } wird
import-leave-out = Weglassen
import-keep = Unter eigenem Namen behalten
import-places = Was wir von jedem wissen
import-fields = Ihre eigenen Felder
import-to-name = Name
import-to-first-name = Vorname
import-to-last-name = Nachname
import-to-email = E-Mail
import-to-phone = Telefon
import-to-company = Firma
import-to-role = Position
import-to-website = Website
import-to-country = Land
import-to-region = Region
import-to-postcode = Postleitzahl
import-to-city = Ort
import-to-language = Sprache
import-to-time-zone = Zeitzone
import-to-message = Nachricht
import-to-arrived-at = Wann sie geschrieben haben
import-to-owner = Zuständig
import-to-stage = Phase
import-to-consent = Briefen zugestimmt
import-to-consent-text = Wozu sie zugestimmt haben
import-to-utm-source = Quelle der Kampagne
import-to-utm-medium = Medium der Kampagne
import-to-utm-campaign = Kampagne
import-to-click = Klicknummer einer Anzeige
import-to-referrer = Seite, von der sie kamen
import-to-landing = Seite, auf der sie ankamen
import-strangers = Zeilen, deren Zuständiger nicht hier arbeitet
import-strangers-rules = Nach den Regeln verteilen
import-strangers-out = Diese Zeilen weglassen
import-strangers-give = An { $name } geben
import-remember = Die nächste Liste aus { $source } genauso lesen
import-throw-away = Liste verwerfen
import-check = Jede Zeile prüfen
import-check-how = Noch wird nichts geschrieben.
import-checking = Jede Zeile wird geprüft
import-taking = Wird eingelesen
import-read = { $read } von { $all } Zeilen
import-leave-page = Sie können diese Seite verlassen und wiederkommen. Es geht weiter.
import-look-again = Noch einmal nachsehen
import-checked = Was geschehen würde
import-checked-how = Zeilen derselben Person werden hier einzeln gezählt. Eingelesen werden sie zu einem Lead.
import-change = Spalten ändern
import-report = Bericht zu jeder Zeile
import-start = { $n ->
    [one] { $count } Zeile einlesen
   *[other] { $count } Zeilen einlesen
}
import-nothing-new = Nichts in dieser Liste ist neu.
import-done = Eingelesen
import-done-how = Dieselbe Liste noch einmal fügt nichts hinzu. Der Bericht sagt, was aus jeder Zeile wurde.
import-another = Noch eine Liste einlesen
import-to-leads = Leads ansehen
import-numbers = Zahlen
import-sum-created = Neue Leads
import-sum-attached = Zu einem offenen Lead
import-sum-flagged = Neu, aber ähnlich
import-sum-bad = Abgelehnt
import-sum-repeated = Schon eingelesen
import-sum-empty = Sagen nichts
import-sum-strangers = { $n ->
    [one] { $count } Zeile nennt einen Zuständigen, der nicht hier arbeitet: { $names }.
   *[other] { $count } Zeilen nennen Zuständige, die nicht hier arbeiten: { $names }.
}
import-sum-incomplete = { $n ->
    [one] { $count } Lead fehlt, was seine Quelle verlangt. Er ist als unvollständig gekennzeichnet.
   *[other] { $count } Leads fehlt, was ihre Quelle verlangt. Sie sind als unvollständig gekennzeichnet.
}
import-samples = Die ersten Zeilen jeder Art
import-samples-row = Zeile
import-lead = Lead { $lead }
import-report-line = Zeilennummer
import-report-result = Ergebnis
import-report-lead = Lead
import-report-reason = Grund
import-came-created = Neuer Lead
import-came-flagged = Sieht einem bekannten Lead ähnlich
import-came-attached = Gehört zu einem offenen Lead
import-came-repeated = Schon eingelesen
import-came-empty = Sagt nichts
import-came-refused = Abgelehnt
import-stage-choosing = Spalten wählen
import-stage-checking = Wird geprüft
import-stage-checked = Geprüft
import-stage-taking = Wird eingelesen
import-stage-done = Eingelesen
import-stage-stopped = Angehalten
import-row-width = Sie hat { $has } Werte, die Kopfzeile hat { $wanted }.
import-row-long = Sie ist länger als 256 KB, oder ein Anführungszeichen darin ist nicht geschlossen.
import-row-stranger = Zuständig wäre { $name }, arbeitet aber nicht hier.
import-not-now = Gerade wird eine andere Liste gelesen oder eingelesen. Versuchen Sie es wieder, wenn sie fertig ist.
import-halt-near = Das Einlesen hielt bei Zeile { $line } an: { $reason } Was aufgenommen wurde, bleibt. Prüfen Sie die Liste noch einmal für den Rest.
import-halt-torn = Die Datei ließ sich nicht bis zum Ende lesen. Was aufgenommen wurde, bleibt.
import-halt-ours = Das ging nicht, und der Fehler liegt bei uns. Was aufgenommen wurde, bleibt. Prüfen Sie die Liste noch einmal für den Rest.
import-no-file = Wählen Sie zuerst eine Datei.
import-no-unreadable = Die Datei ließ sich nicht lesen. Geben Sie sie noch einmal ab.
import-no-empty = Die Datei ist leer.
import-no-rows = Es gibt eine Kopfzeile und keine Zeile darunter.
import-no-picture = Das ist ein Bild. Eine Liste ist eine CSV- oder XLSX-Datei.
import-no-document = Das ist ein PDF. Lassen Sie sich dieselbe Liste als CSV- oder XLSX-Datei geben.
import-no-text = Das ist weder eine Texttabelle noch eine Arbeitsmappe. Eine Liste ist eine CSV- oder XLSX-Datei.
import-no-old-book = Das ist eine Office-Datei alter Art. Speichern Sie sie als XLSX oder CSV und geben Sie diese ab.
import-no-locked = Diese Arbeitsmappe verlangt ein Passwort. Speichern Sie sie ohne und geben Sie diese ab.
import-no-book = Diese Datei ist gepackt, und es ist keine lesbare Arbeitsmappe darin.
import-no-bomb = Entpackt wäre diese Arbeitsmappe größer, als eine Liste von Leads sein kann.
import-no-columns = Die Kopfzeile hat mehr als 500 Spalten.
import-no-heading = Die Kopfzeile ist nicht lesbar. Fehlt ein schließendes Anführungszeichen?
import-no-large = Die Datei ist größer als { $size } MB. Teilen Sie sie und lesen Sie die Teile ein.
import-no-many-rows = Die Liste hat mehr als { $rows } Zeilen. Teilen Sie sie und lesen Sie die Teile ein.

## Finden beim Tippen

find-recent = Zuletzt angesehen
find-found = Gefundene Leads
find-all = Eingabetaste: alles zu „{ $text }“
find-hint = Tippen Sie einen Namen, eine Firma, eine Adresse oder eine Nummer.
find-nothing = Zu „{ $text }“ wurde nichts gefunden.
find-won = Gewonnen
find-lost = Verloren
find-no-lead = Kein Lead
