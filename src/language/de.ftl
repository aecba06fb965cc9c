# Was Leadstead auf Deutsch sagt. Die Abschnitte stehen wie in en.ftl.
# Platzhalter: { $name } wird gefüllt. Ein Text ist ganz: nie aus zweien zusammensetzen.

## Zahlen, Geld und Tage

number-thousands = .
number-point = ,
money = { $amount } { $sign }
money-code = { $amount } { $sign }
weekday-mon = Montag
weekday-tue = Dienstag
weekday-wed = Mittwoch
weekday-thu = Donnerstag
weekday-fri = Freitag
weekday-sat = Samstag
weekday-sun = Sonntag
weekday-short-mon = Mo.
weekday-short-tue = Di.
weekday-short-wed = Mi.
weekday-short-thu = Do.
weekday-short-fri = Fr.
weekday-short-sat = Sa.
weekday-short-sun = So.
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
moment-full = { $weekday_short }, { $day }. { $month_short } { $year }, { $hour }:{ $minute } Uhr
moment-said-today = { $hour }:{ $minute } Uhr
moment-said-tomorrow = morgen, { $hour }:{ $minute } Uhr
moment-said-weekday = { $weekday }, { $hour }:{ $minute } Uhr
moment-said-day = { $day }. { $month }, { $hour }:{ $minute } Uhr
moment-said-year = { $day }. { $month } { $year }, { $hour }:{ $minute } Uhr
moment-time = { $hour }:{ $minute }
moment-weekday = { $weekday_short } { $hour }:{ $minute }
moment-date = { $weekday_short }, { $day }. { $month_short }
moment-day = { $day }. { $month_short }
moment-day-year = { $day }. { $month_short } { $year }
moment-heading-today = Heute, { $weekday }, { $day }. { $month }
moment-heading = { $weekday }, { $day }. { $month }
moment-heading-year = { $weekday }, { $day }. { $month } { $year }
span-seconds = { $count } s
span-minutes = { $count } min
span-minutes-seconds = { $minutes } min { $seconds } s
span-hours = { $count } h
span-hours-minutes = { $hours } h { $minutes }
span-of-hours = { $span } Öffnungszeit
span-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
and-more = und { $count } weitere

## Uhren

clock-now = jetzt
clock-late-by = seit { $span }
clock-late-weekday = seit { $weekday_short }
clock-late-day = seit { $day }. { $month_short }
clock-overdue = überfällig
clock-left-of = Frist { $span }
clock-left-to-answer = bis zur Antwort, Zusage { $span }

## Der Rahmen um jede Seite

frame-skip = Zum Inhalt
frame-home = Leadstead, Startseite
frame-main = Hauptmenü
frame-today = Heute
frame-leads = Leads
frame-box-well = Box läuft
frame-box-ill = Box braucht Hilfe
frame-disk-full = Die Festplatte der Box ist voll. Alles lässt sich lesen, aber nichts speichern, bis wieder Platz ist. Sagen Sie es einem Inhaber.
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
frame-quiet = Die Box antwortet nicht. Was Sie sehen, kann veraltet sein.
frame-busy = Einen Moment, das dauert ein wenig länger.
frame-kept = Was Sie geschrieben haben, steht noch hier: Senden Sie es noch einmal, sobald die Box antwortet.
frame-out = Sie sind abgemeldet. Was Sie sehen, kann veraltet sein.
frame-again = Wieder anmelden

## Anmelden

login-title = Anmelden
login-email = E-Mail
login-password = Passwort
login-keep = Auf diesem Gerät angemeldet bleiben
login-button = Anmelden
login-cannot = Ich kann mich nicht anmelden
login-ask-owner = Fragen Sie einen Inhaber dieser Box: Unter „Team“ macht er Ihnen einen Link für ein neues Passwort. Auf der Box selbst heißt das
login-wrong = Diese Adresse und dieses Passwort gehören nicht zusammen. Prüfen Sie beides und versuchen Sie es noch einmal.

## Heute

today-on-reply = Warten auf Antwort
today-silent-since = seit { $weekday_short }
today-silent-usual = üblich sind { $days }
today-stale = Werden kalt
today-stale-after = Seit { $days } Tagen oder länger kein Kontakt
today-stale-limit = Grenze { $days }
today-call = Anrufen
today-nudge = Nachfassen
today-email = E-Mail
today-note = Notiz hinzufügen
today-snooze = Zurückstellen
today-done = Heute erledigt
today-team = Das Team
today-team-who = Wer
today-team-clocks = Uhren
today-team-late = Überfällig
today-team-open = Offene Leads
today-team-state = Lage
today-team-away = Abwesend bis { $weekday_short } { $day }. { $month_short }
today-team-drowning = Braucht Hilfe
today-team-answers = { $count ->
    [one] 1 Antwort überfällig
   *[other] { $count } Antworten überfällig
}
today-team-tasks = { $count ->
    [one] 1 Aufgabe überfällig
   *[other] { $count } Aufgaben überfällig
}
today-team-well = Kommt nach
today-is = { $weekday }, { $day }. { $month }, { $hour }:{ $minute } Uhr.
today-open-until = Geöffnet bis { $hour }:{ $minute } Uhr
today-opens-today = Geschlossen. Öffnet um { $hour }:{ $minute } Uhr
today-opens-tomorrow = Geschlossen. Öffnet morgen um { $hour }:{ $minute } Uhr
today-opens-weekday = Geschlossen. Öffnet am { $weekday } um { $hour }:{ $minute } Uhr
today-opens-day = Geschlossen. Öffnet am { $day }. { $month } um { $hour }:{ $minute } Uhr
today-box-ill = Die Box kann nicht schreiben. Was Sie jetzt speichern, geht vielleicht verloren. Sagen Sie es einem Inhaber; diese Seite sagt, wenn alles wieder läuft.
today-no-copy = Die letzte Kopie der Box ließ sich nicht anlegen: { $why }. Sagen Sie es einem Inhaber.
today-clock-behind = Die Uhr der Box zeigt { $shows }, aber am { $written } wurde schon etwas geschrieben. Kein Brief geht hinaus, bis sie richtig gestellt ist.
today-clock-leapt = Die Uhr der Box sprang von { $from } auf { $to }. Kein Brief geht hinaus bis { $until }, damit sie gestellt werden kann, falls sie falsch geht.
today-letters-stuck = { $count ->
    [one] { $count } Brief wartet: E-Mail ist nicht eingerichtet.
   *[other] { $count } Briefe warten: E-Mail ist nicht eingerichtet.
}
today-letters-ask = Bitten Sie { $names }, das einzurichten.
today-whose = Wessen Leads
today-mine = Meine
today-everyones = Alle
today-answer-now = Jetzt antworten
today-nobody-waits = Niemand wartet.
today-next = Als Nächstes: { $what }, { $time } Uhr.
today-next-late = Überfällig seit { $when }: { $what }.
today-due = Heute fällig
today-left = noch { $count }
today-nothing-due = Heute ist nichts mehr fällig.
today-first-lead = Wege für den ersten
today-all-done = Für heute ist alles erledigt.
today-nothing-yet = Heute steht nichts an.
today-then = { $day } bringt { $load }.
today-weekday = { $weekday }
today-nothing-planned = In den nächsten 7 Tagen ist nichts geplant.
today-call-name = { $name } anrufen
today-email-name = { $name } schreiben
today-answer = Antworten
today-answer-name = { $name } antworten
today-more-for = Mehr zu { $name }
today-take = Übernehmen
today-offered = Ihnen angeboten
today-escalated = { $name } hat nicht rechtzeitig geantwortet
today-said = { $place }: „{ $text }“
today-step = Tag { $day }.
today-open-task = Aufgabe öffnen
today-choose-step = Schritt wählen
today-fill-in = Ergänzen
today-task-done = Erledigt
today-mark-done = Als erledigt markieren
today-move = Verschieben
today-not-a-lead = Kein Lead
today-drafts = Geht von selbst hinaus
today-send-now = Jetzt senden
today-read-it = Lesen
today-throw-away = Verwerfen
today-unread = { $count } neu
today-later = Die nächsten 7 Tage
today-later-day = { $weekday_short } { $day }.
today-more-later = Es kommt mehr, als hier gezählt ist.
today-load-answers = { $count ->
    [one] { $count } Antwort
   *[other] { $count } Antworten
}
today-load-calls = { $count ->
    [one] { $count } Anruf
   *[other] { $count } Anrufe
}
today-load-emails = { $count ->
    [one] { $count } E-Mail
   *[other] { $count } E-Mails
}
today-load-linkedin = { $count ->
    [one] { $count } LinkedIn-Nachricht
   *[other] { $count } LinkedIn-Nachrichten
}
today-load-tasks = { $count ->
    [one] { $count } Aufgabe
   *[other] { $count } Aufgaben
}
today-load-letters = { $count ->
    [one] { $count } Brief von selbst
   *[other] { $count } Briefe von selbst
}
today-load-back = { $count ->
    [one] { $count } Lead zurück
   *[other] { $count } Leads zurück
}
today-team-numbers = Das Team heute
today-first-response = Erste Antwort heute
today-none-yet = heute noch keine
today-median = Öffnungszeit, Median aus { $count }, Ziel { $goal }
today-each-response = Jede Antwort, der Reihe nach
today-past-promise = { $late } von { $count } nach der Zusage
today-inside = Wie zugesagt beantwortet
today-share = { $part } von { $whole }
today-rate = { $percent } %
today-lately-days = letzte { $days } Tage { $share }
today-lately-promises = letzte { $count } Zusagen { $share }
today-open-mine = davon Ihre: { $count }
today-nothing-late = nichts wartet zu lange
today-late-by = Sie { $mine }, alle anderen { $others }

## Das Formular für Fremde, und der Dank

form-contact = Schreiben Sie uns
form-send = Absenden
form-quote = Angebot anfragen
form-demo = Vorführung anfragen
form-call = Um Rückruf bitten
form-call-button = Um Rückruf bitten
form-time = Termin anfragen
form-lede = Sagen Sie uns, was Sie brauchen und wie wir Sie erreichen.
form-open-until = Wir sind bis { $time } für Sie da.
form-back-today = Wir sind ab { $hour }:{ $minute } Uhr wieder da.
form-back-tomorrow = Wir sind morgen ab { $hour }:{ $minute } Uhr wieder da.
form-back-weekday = Wir sind am { $weekday } ab { $hour }:{ $minute } Uhr wieder da.
form-back-day = Wir sind am { $day }. { $month } ab { $hour }:{ $minute } Uhr wieder da.
form-there = { $count ->
    [one] Gerade ist jemand von uns da
   *[other] Gerade sind { $count } von uns da
}
form-then-read = Ein Mensch liest, was Sie schreiben.
form-then-told = Sie erfahren sofort, wer Ihnen antwortet.
form-then-answered = Diese Person meldet sich bei Ihnen.
form-name = Ihr Name
form-company = Firma
form-phone = Telefon
form-phone-hint = Damit wir Sie zurückrufen können
form-email = E-Mail
form-either = Diese Adresse oder eine Telefonnummer, damit wir antworten können
form-message = Worum geht es?
form-optional = (freiwillig)
form-choose = Bitte wählen
form-yes = Ja
form-no = Nein
form-consent = Schreiben Sie mir von Zeit zu Zeit. Mit einem Klick kann ich das beenden.
form-without-consent = Ohne dieses Häkchen verwenden wir Ihre Angaben nur, um Ihnen zu antworten.
form-privacy = Wie wir mit Ihren Daten umgehen
form-trap = Lassen Sie dieses Feld leer
form-put-right = Eines ist noch zu berichtigen:
form-one-of-both = Geben Sie eines von beiden an.
form-no-email = „{ $value }“ ist keine E-Mail-Adresse.
form-no-phone = „{ $value }“ ist keine Telefonnummer.
form-kept = Was Sie geschrieben haben, steht noch da.
form-fault = Das hat nicht geklappt, und der Fehler liegt bei uns. Versuchen Sie es noch einmal oder rufen Sie uns an.
thanks-title = Vielen Dank
thanks = Vielen Dank.
thanks-name = Vielen Dank, { $name }.
thanks-answered = Jemand von uns antwortet Ihnen.
thanks-answered-by = { $name } antwortet Ihnen.
thanks-until = bis zu unserer Antwort, spätestens { $time }
thanks-kept = Vielen Dank. Ihre Nachricht ist bei uns.
thanks-no-way = Wie können wir Ihnen antworten? Dafür brauchen wir eine E-Mail-Adresse oder eine Telefonnummer.
thanks-say-how = Senden
thanks-phone = Ein Anruf von uns kommt von { $phone }.
thanks-letter = Eine Bestätigung ist per E-Mail zu Ihnen unterwegs.
thanks-booking = Passt es gerade nicht? Termin wählen
thanks-call = Lieber anrufen

## Keine Briefe mehr

stop-title = Keine E-Mails mehr
stop-ask = Keine E-Mails mehr von uns?
stop-what = { $address ->
    [unknown] Wir schreiben von uns aus nicht mehr an diese Adresse. Wenn Sie uns etwas fragen, antwortet weiterhin ein Mensch.
   *[other] Wir schreiben von uns aus nicht mehr an { $address }. Wenn Sie uns etwas fragen, antwortet weiterhin ein Mensch.
}
stop-button = Abbestellen
stop-done = Erledigt. Keine E-Mails mehr.
stop-nothing-more = { $address ->
    [unknown] An diese Adresse geht nichts mehr von selbst.
   *[other] An { $address } geht nichts mehr von selbst.
}

## Tasten, und wen wir schon kennen

keys-title = Tastenkürzel
keys-next-row = Nächste Zeile
keys-row-before = Zeile davor
keys-act = Tun, worum es in der Zeile oder beim Lead geht
keys-select = Zeile auswählen
keys-give = Ausgewählte oder den Lead geben an …
keys-move = Ausgewählte oder den Lead in eine Phase schieben
keys-note = Beim Lead: Notiz schreiben
keys-call = Beim Lead: Anruf eintragen
keys-email = Beim Lead: E-Mail schreiben oder eintragen
keys-other = Beim Lead: LinkedIn oder anderen Kontakt eintragen
keys-task = Beim Lead: Aufgabe hinzufügen
keys-lead-before = Bei einem Lead: der vorige in der Liste
keys-lead-next = Bei einem Lead: der nächste in der Liste
keys-save = Beim Lead: Geschriebenes speichern
keys-close = Schließen
known-title = Vielleicht kennen Sie sie schon. Öffnen Sie den Lead, oder legen Sie ihn trotzdem an.
known-by-email = Gleiche E-Mail-Adresse
known-by-phone = Gleiche Telefonnummer
known-by-name = Ähnlicher Name
add-kept = Was Sie eingegeben haben, steht noch da.
add-what = Was gewünscht wird
add-asks = Bittet um
add-asks-nothing = Nichts Besonderes
add-asks-quote = Ein Angebot
add-asks-demo = Eine Vorführung
add-asks-callback = Ein Rückruf
add-asks-booking = Ein Termin
add-by-the-rules = Nach den Regeln
add-consent = Ist mit Briefen von uns einverstanden
add-consent-said = Hat es uns gesagt
add-leave = Verwerfen

## Was eine Seite sagt, die sich nicht zeigen lässt

error-back-today = Zurück zu Heute
error-back-start = Zurück zum Anfang
error-find-by-name = War es ein Lead, finden Sie ihn über den Namen.
error-no-lead = Kein Lead L-{ $number }. Prüfen Sie die Nummer, oder suchen Sie die Person über den Namen.
error-401-title = Bitte anmelden
error-401 = Melden Sie sich zuerst an. Ein Programm braucht einen gültigen Schlüssel.
error-signed-out = Sie wurden inzwischen abgemeldet, darum ist nichts gespeichert. Melden Sie sich in einem neuen Fenster wieder an, kommen Sie dann in dieses zurück und gehen Sie eine Seite zurück: Was Sie eingegeben haben, steht noch da.
error-403-title = Nicht erlaubt
error-403 = Das dürfen Sie nicht. Fragen Sie einen Inhaber oder die Leitung.
error-elsewhere = Das kam von der Seite einer anderen Website, daher wurde nichts getan. Öffnen Sie die Seite dieses Hauses und tun Sie es dort.
error-404-title = Hier ist nichts
error-404 = Unter dieser Adresse ist nichts. Vielleicht ist es umgezogen, oder der Link ist unvollständig.
error-405-title = So geht es nicht
error-405 = Diese Adresse beantwortet eine solche Anfrage nicht.
error-408-title = Zu langsam
error-408 = Das kam zu langsam an. Nichts wurde gespeichert. Versuchen Sie es noch einmal.
error-409-title = Inzwischen geändert
error-413-title = Zu groß
error-413 = Das ist mehr, als diese Seite annimmt. Nichts wurde gespeichert. Senden Sie weniger auf einmal.
error-422-title = So nicht
error-429-title = Zu schnell
error-503-title = Zu viel los
error-4xx-title = Nicht verstanden
error-4xx = Die Anfrage ließ sich nicht lesen. Nichts wurde gespeichert.
error-too-fast = { $seconds ->
    [one] Das war zu oft. Versuchen Sie es in { $seconds } Sekunde noch einmal.
   *[other] Das war zu oft. Versuchen Sie es in { $seconds } Sekunden noch einmal.
}
error-busy = Gerade ist zu viel los. Versuchen Sie es in ein paar Sekunden noch einmal.
error-closing = Das Haus schließt gerade. Versuchen Sie es in einer Minute noch einmal.
error-not-kept = Die Box konnte das nicht aufschreiben. Versuchen Sie es gleich noch einmal.
error-not-in-force = Das Playbook tritt so nicht in Kraft: { $why }
error-ours-title = Das hat nicht geklappt
error-ours = Das hat nicht geklappt, und der Fehler liegt bei uns. Vermerkt unter { $id }. Versuchen Sie es noch einmal oder sagen Sie es einem Inhaber.
error-disk-title = Gerade nicht schreibbar
error-disk = Die Box kann gerade nicht auf ihre Platte schreiben; das geht vielleicht verloren. Vermerkt unter { $id }. Versuchen Sie es in ein paar Sekunden noch einmal oder sagen Sie es einem Inhaber.

## Was beiseitegelegt wurde

quarantine-title = Beiseitegelegt
quarantine-what = { $days ->
    [one] Was hereinkam und kein Lead wurde. Niemand hat davon erfahren. Es wird { $days } Tag aufbewahrt.
   *[other] Was hereinkam und kein Lead wurde. Niemand hat davon erfahren. Es wird { $days } Tage aufbewahrt.
}
quarantine-count = { $count ->
    [one] { $count } Einsendung
   *[other] { $count } Einsendungen
}
quarantine-nothing = Nichts wurde beiseitegelegt.
quarantine-listed = Hier steht, was nach Spam aussieht oder nichts sagt.
quarantine-spam = Sieht nach Spam aus.
quarantine-empty = Sagt nichts: kein Name, keine Adresse, keine Nummer, keine Nachricht.
quarantine-take-up = Es ist eine Anfrage

## Die Einrichtung

setup-welcome = Einrichtung
setup-far = Schritt { $number } von { $all }
setup-steps = Schritte
setup-back = Zurück
setup-begin = Beginnen
setup-next = Weiter
setup-claim = Haus eröffnen
setup-next-mail = Weiter: E-Mail
setup-next-form = Weiter: das erste Formular
setup-later = Später fertigstellen
setup-left = Die Einrichtung ist nicht fertig: { $steps }.
setup-go-on = Weitermachen
setup-finish = Fertig
setup-kept = Alles andere, was Sie eingegeben haben, steht noch da.
setup-code = Box übernehmen
setup-code-ask = Ist das Ihre Box?
setup-code-then = Wer den Code eingibt, darf den Inhaber bestimmen. Ein Fremder in Ihrem Netz kann ihn nicht sehen.
setup-code-label = Code
setup-code-hint = Drei Gruppen zu je vier Buchstaben und Ziffern.
setup-code-where = Wo steht der Code?
setup-code-logs = Er steht dort, wo Leadstead gestartet wurde, und ist bei jedem Start ein neuer. Auf einer Box, die von selbst startet:
setup-code-else = Oder bestimmen Sie den Inhaber auf der Box selbst, ohne Code:
setup-code-wrong = Das ist nicht der Code dieses Starts. Lesen Sie ihn noch einmal nach; nach einem Neustart gilt ein neuer.
setup-company = Ihre Firma
setup-company-ask = Wie heißt Ihre Firma?
setup-company-then = Der Name steht auf Formularen und unter Briefen. Sie können später alles ändern.
setup-company-label = Name der Firma
setup-company-lacking = Schreiben Sie den Namen Ihrer Firma.
setup-company-long = Dieser Name ist zu lang. Höchstens 120 Zeichen.
setup-place = Land und Sprache
setup-place-ask = Wo ist Ihre Firma zu Hause?
setup-place-then = Rufnummern ohne Vorwahl gelten als Nummern dieses Landes. Seiten und Zahlen erscheinen in dieser Sprache.
setup-country-label = Land
setup-country-hint = Ein Name oder die zwei Buchstaben, etwa Deutschland oder DE.
setup-country-wrong = Ein Land dieses Namens kennen wir nicht. Schreiben Sie seine zwei Buchstaben, etwa DE oder AT.
setup-language-label = Sprache
setup-language-hint = Auch die ersten Briefe und Phasen sind in dieser Sprache. Sie können die Texte ändern.
setup-currency-label = Währung
setup-currency-hint = Drei Buchstaben, etwa EUR. Bleibt das Feld leer, gilt die des Landes.
setup-currency-wrong = Schreiben Sie die drei Buchstaben Ihrer Währung, etwa EUR.
setup-zone = Zeitzone
setup-zone-ask = Nach welcher Uhr arbeiten Sie?
setup-zone-then = Jedes Versprechen einer Antwort zählt nach dieser Uhr, die Sommerzeit eingeschlossen.
setup-zone-label = Zeitzone
setup-zone-hint = Etwa Europe/Berlin oder Europe/Vienna.
setup-zone-now = Dort ist es jetzt { $at }.
setup-zone-wrong = Eine solche Zeitzone kennen wir nicht. Wählen Sie eine aus der Liste, etwa Europe/Berlin.
setup-hours = Zeiten und Feiertage
setup-hours-ask = Wann haben Sie geöffnet?
setup-hours-then = Die Uhr eines Leads läuft nur in diesen Zeiten. Die eines dringenden, der während der Öffnungszeit kommt, läuft über den Schluss hinaus; kommt er später, beginnt sie mit der nächsten Öffnung.
setup-hours-lacking = So hätten Sie nie geöffnet. Geben Sie mindestens einem Tag seine Zeiten.
setup-hours-mean = Das bedeutet: Ein Lead der Stufe „Hoch“, der { $asked } eingeht, ist bis { $answered } zu beantworten.
setup-holidays-label = Tage, an denen Sie geschlossen haben
setup-holidays-hint = Einer je Zeile, etwa 25.12.2026 oder 2026-12-25; dahinter darf ein Name stehen. Keiner ist auch in Ordnung.
setup-holiday-wrong = „{ $day }“ ist kein Tag. Schreiben Sie ihn wie 25.12.2026 oder 2026-12-25.
setup-holidays-many = Höchstens 200 Tage.
holidays-offer = Feiertage eintragen
holidays-offer-hint = { $country }, { $year } und { $next }: die, die dort überall gelten. Ergänzen Sie die Ihrer Region, und streichen Sie Tage, an denen Sie arbeiten.
holidays-filled = Die Feiertage sind eingetragen, aber noch nicht gespeichert. Streichen Sie, was nicht passt.
holidays-england-and-wales = England und Wales
setup-kind = Art des Geschäfts
setup-kind-ask = Welche Art Geschäft ist es?
setup-kind-then = Danach richtet sich, welche Phasen ein Lead durchläuft und was eine Anfrage enthalten muss. Alles lässt sich ändern.
setup-kind-local = Dienstleister vor Ort
setup-kind-agency = Agentur
setup-kind-consultant = Beratung
setup-kind-b2b = IT für Firmen
setup-kind-lacking = Wählen Sie, was am nächsten kommt. Nichts davon ist für immer.
setup-owner = Ihr Konto
setup-owner-ask = Wem gehört diese Box?
setup-owner-then = Sie dürfen hier alles und können es anderen erlauben. Leads gehen an Sie, bis es andere gibt.
setup-name-label = Name
setup-name-lacking = Schreiben Sie Ihren Namen, höchstens 100 Zeichen.
setup-email-hint = Damit melden Sie sich an, und dort kommen Antworten auf Briefe an.
setup-password-hint = Mindestens zehn Zeichen. Ein Satz ist besser als ein Rätsel.
setup-team = Mitarbeitende
setup-team-ask = Wer arbeitet mit Ihnen?
setup-team-then = Jede und jeder bekommt einen Link, der einmal und sieben Tage lang gilt. Das hat auch später Zeit: unter Team. Wenn Sie allein arbeiten, lassen Sie es leer: Jeder Lead kommt zu Ihnen.
setup-mail = E-Mail
setup-mail-ask = Wie gehen Briefe hinaus?
setup-mail-then = Ohne Mailserver warten Briefe im Postausgang, und alle sehen das. Das hat auch später Zeit.
setup-form = Erstes Formular
setup-form-ask = Lassen Sie einen ersten Lead herein
setup-form-then = Alles ist bereit. Probieren Sie es mit einer eigenen Anfrage aus, bevor es jemand anderes tut.
setup-form-where = Wo Ihr Formular steht
setup-form-link = Wer diese Adresse kennt, kann Ihnen schreiben:
setup-form-html = Auf Ihrer eigenen Seite genügt ein Link:
setup-form-anchor = Schreiben Sie uns
setup-trial = Eine Probe
setup-trial-name = Name
setup-trial-what = Worum es geht
setup-trial-message = Könnten Sie mir bitte ein Angebot schicken? (Eine Probe)
setup-trial-send = Probe absenden
setup-trial-empty = Schreiben Sie etwas, wie ein Besucher es täte.
setup-trial-aside = Das sieht nach Spam aus und wurde beiseitegelegt. Schreiben Sie, was ein Besucher schreiben würde.
setup-trial-kept = Aufgenommen als Anfrage von
setup-trial-scored = nach ihrer Bewertung
setup-trial-owned = ist dafür zuständig
setup-trial-promised = Zu beantworten bis { $at }
setup-trial-today = Abschließen und „Heute“ öffnen
setup-trial-open = Lead ansehen

## Die Zeiten einer Woche

week-title = Öffnungszeiten
week-day = Tag
week-from = Von
week-to = Bis
week-break = Pause
week-hint = Ein leerer Tag ist geschlossen. Eine Pause schreiben Sie wie 12:30-13:30.
week-opens = { $day } öffnet
week-closes = { $day } schließt
week-breaks = { $day }, Pause
week-wrong = Diese Zeiten für { $day } sind nicht zu verstehen. Schreiben Sie sie wie 09:00 und 17:30, eine Pause wie 12:30-13:30.

## Der Mailserver

mail-host = Mailserver
mail-host-hint = Name oder Adresse, etwa mail.example.com.
mail-host-wrong = Das ist kein Name eines Servers. Schreiben Sie ihn wie mail.example.com.
mail-port = Port
mail-port-hint = Bleibt das Feld leer, gilt der übliche.
mail-port-wrong = Ein Port ist eine Zahl von 1 bis 65535.
mail-security = Schutz auf dem Weg
mail-starttls = STARTTLS (üblich)
mail-tls = TLS vom ersten Byte an
mail-none = Keiner, nur in diesem Netz
mail-user = Benutzer
mail-user-hint = Bleibt leer, wenn der Server keinen verlangt.
mail-password-kept = Eines ist gesetzt. Bleibt das Feld leer, gilt es weiter.
mail-password-again = Geben Sie es noch einmal ein: Ein Passwort wird nie an eine Seite zurückgeschickt.
mail-login-half = Benutzer und Passwort gehören zusammen: beides ausfüllen oder keines.
mail-open-to-all = Dieser Server liegt außerhalb Ihres Netzes. Ohne TLS könnte jeder auf dem Weg die Briefe lesen.
mail-from = Briefe kommen von
mail-from-hint = Eine Adresse, von der dieser Server senden darf.
mail-test = Testbrief an mich senden
mail-untested = Ohne Test behalten
mail-test-sent = Der Brief ist hinausgegangen. Sehen Sie in Ihr Postfach; ist er in einer Minute nicht da, sehen Sie beim Spam nach.
mail-test-failed = Der Brief ging nicht hinaus: { $why } Nichts wurde geändert.
mail-test-silent = Der Server nahm die Verbindung an und sagte nicht rechtzeitig etwas. Passt der Port zu diesem Schutz? 465 verlangt TLS, 587 STARTTLS.
mail-test-subject = Ein Testbrief von { $business }
mail-test-body = Dieser Brief zeigt, dass { $business } mit Leadstead Briefe senden kann. Es ist nichts zu tun.
mail-not-kept = Dieser Mailserver ist noch nicht gespeichert. Senden Sie sich einen Testbrief oder behalten Sie ihn ohne Test; gehen Sie noch einmal weiter, um ihn wegzulassen.
mail-locked = In config.toml gesetzt, und das gilt. Ändern Sie es dort.
mail-where-kept = Das Passwort bleibt auf dieser Box: Es steht in keinem Playbook und in keinem Export.

## Beitreten mit einem Link

join-title = Beitreten
join-no-use = Dieser Link gilt nicht
join-welcome = Willkommen, { $name }. Wählen Sie ein Passwort, und Sie sind dabei.
join-renew-title = Neues Passwort
join-renew = Guten Tag { $name }, wählen Sie ein neues Passwort. Überall sonst sind Sie danach abgemeldet.
join-password = Neues Passwort
join-password-hint = Mindestens { $count } Zeichen. Ein Satz ist besser als ein Rätsel.
join-password-short = Ein Passwort hat mindestens { $count } und höchstens 256 Zeichen.
join-button = Beitreten
join-renew-button = Dieses Passwort verwenden
join-unknown = Diese Einladung gibt es nicht. Bitten Sie die Person, die Ihnen den Link geschickt hat, um einen neuen; der neueste gilt.
join-used = Dieser Link wurde schon verwendet. Melden Sie sich an oder bitten Sie jemanden aus dem Team um einen neuen.
join-expired = Dieser Link galt sieben Tage, und die sind vorbei. Bitten Sie jemanden aus dem Team um einen neuen.
join-left = Dieser Link ist für jemanden, der nicht mehr hier arbeitet.
join-link-made = { $name } ist eingeladen. Geben Sie diesen Link weiter:
join-link-renewed = { $name } wählt mit diesem Link ein neues Passwort:
join-link-once = Er gilt einmal und sieben Tage lang und wird nicht noch einmal gezeigt.
elsewhere-at = Diese Adresse gilt nur auf diesem Rechner. Andere erreichen die Box unter { $url }: Öffnen Sie sie dort, oder setzen Sie { $setting } in config.toml.
elsewhere-deaf = Diese Adresse gilt nur auf diesem Rechner, und das Haus hört auf keinen anderen. Setzen Sie listen = "0.0.0.0:8080" in config.toml, oder { $setting }, wenn ein Proxy davor steht.
elsewhere-set = Diese Adresse gilt nur auf diesem Rechner. Setzen Sie { $setting } in config.toml auf die, unter der andere die Box erreichen.

## Das Team

team-role = Rolle
team-invite = Einladen
team-uninvite = Zurücknehmen
team-uninvite-who = Einladung für { $name } zurücknehmen
team-invited = Eingeladen
team-ran-out = Abgelaufen { $day }
team-invite-again = Erneut einladen
team-invite-again-who = { $name } erneut einladen
team-name-lacking = Schreiben Sie einen Namen, höchstens 100 Zeichen.
team-email-wrong = Das ist keine E-Mail-Adresse.
team-email-taken = Jemand mit dieser Adresse arbeitet schon hier.
team-role-not-yours = Diese Rolle kann nur ein Inhaber vergeben.
team-invitations-many = Zu viele Einladungen sind offen. Warten Sie, bis einige benutzt sind.
team-title = Team
team-here = Wer hier arbeitet
team-name = Name
team-now = Jetzt
team-open = Offene Leads
team-day = { $weekday_short }, { $day }. { $month_short }
team-away-until = Abwesend bis { $day }
team-at-work = Da
team-back = Wieder da: { $at }
team-gone = { $count ->
    [one] { $count } Person ist gegangen
   *[other] { $count } Personen sind gegangen
}
team-left = { $name } gehört nicht mehr zum Team. { $count ->
    [0] Kein offener Lead war zu übergeben.
    [one] Ein offener Lead ging an andere.
   *[other] { $count } offene Leads gingen an andere.
}
team-invite-title = Jemanden einladen
team-invite-how = Die Person bekommt einen Link, der einmal und sieben Tage lang gilt.
team-new-password = Neues Passwort
team-save = Speichern
team-saved = Gespeichert. Es gilt ab jetzt.
team-share-last = Der letzte Anteil an „{ $pool }“ bleibt: Ohne jeden gehörte der Pool allen. Geben Sie zuerst jemand anderem einen Anteil.
team-never-there = Mit diesen Zeiten wäre an keinem Tag jemand da. Nennen Sie einen Tag oder nehmen Sie das Häkchen weg.
team-number-wrong = Schreiben Sie eine Zahl von 1 bis { $most } oder nichts.
team-away-wrong = Schreiben Sie den ersten und den letzten Tag, in dieser Reihenfolge.
team-away-far = Schreiben Sie Tage, die höchstens { $years } Jahre entfernt sind.
team-changed = Jemand anderes hat das inzwischen geändert. Was Sie eingegeben haben, steht noch da; sehen Sie sich die Änderung an und speichern Sie dann noch einmal.
team-changed-line = { $what }: war { $was }, ist jetzt { $is }
team-backup = Vertretung
team-backup-hint = Übernimmt, was zu lange gewartet hat, und was bei Abwesenheit an diese Person ginge.
team-manager = Leitung
team-manager-hint = Erfährt, was viel zu lange gewartet hat.
team-nobody = Niemand
team-has-left = { $name } (nicht mehr da)
team-stand-in-left = { $name } arbeitet nicht mehr hier. Wählen Sie jemand anderen.
team-skills = Fähigkeiten
team-skills-hint = Durch Kommas getrennt, wo es darauf ankommt mit einer Stufe von 1 bis 3, etwa: Französisch, große Dächer:2. Regeln und Gruppen können sie verlangen.
team-skills-known = Durch Kommas getrennt, wo es darauf ankommt mit einer Stufe von 1 bis 3, etwa: Französisch:2. Hier bekannt: { $skills }.
team-skills-wrong = Höchstens { $most } Fähigkeiten mit je höchstens { $longest } Zeichen und Stufen von 1 bis 3.
team-zone = Zeitzone
team-zone-hint = Bleibt das Feld leer, { $zone } wie für die Firma. Eigene Zeiten und alle Uhrzeiten auf den eigenen Seiten gelten in ihr.
team-pool-needs = Verlangt: { $skills }
team-cap = Höchstens so viele Leads ohne Zusage
team-cap-hint = Bleibt das Feld leer, { $most } wie für alle.
team-own-hours = Eigene Zeiten
team-own-hours-on = Andere Zeiten als die Firma
team-away = Abwesend
team-away-hint = Erster und letzter Tag, beide eingeschlossen. Dann kommt nichts Neues; die Vertretung springt ein.
team-away-fallback = Erster und letzter Tag, beide eingeschlossen. Neues geht dann nach den Regeln an andere; was keine Regel vergibt, kommt weiterhin zu dieser Person, die alles Übrige auffängt, solange für sie keine Vertretung eingetragen ist.
team-away-own = Erster und letzter Tag, beide eingeschlossen. Dann kommt nichts Neues zu Ihnen; { $name } vertritt Sie.
team-away-own-alone = Erster und letzter Tag, beide eingeschlossen. Dann kommt nichts Neues zu Ihnen. Niemand ist als Ihre Vertretung eingetragen; die Leitung kann das tun.
team-away-own-fallback = Erster und letzter Tag, beide eingeschlossen. Neues geht dann nach den Regeln an andere; was keine Regel vergibt, kommt weiterhin zu Ihnen, denn Sie fangen alles Übrige auf, und niemand ist als Ihre Vertretung eingetragen. Die Leitung kann das tun.
team-away-from = Abwesenheit { $number }, erster Tag
team-away-to = Abwesenheit { $number }, letzter Tag
team-weights = Anteil an Leads
team-weights-all = Auf alle verteilt, die hier arbeiten; bleibt das Feld leer, eine 1
team-weights-hint = Eine 2 bekommt zwei Leads, wo eine 1 einen bekommt. Bleibt das Feld leer, keinen aus dieser Gruppe.
team-password = Neues Passwort
team-password-how = Ein Link, mit dem die Person ein neues Passwort wählt. Das alte gilt bis dahin.
team-password-make = Link erstellen
team-leave = Verlässt das Team
team-leave-how = { $count ->
    [0] Kein offener Lead gehört dieser Person.
    [one] Ein offener Lead gehört dieser Person und geht an jemand anderen.
   *[other] { $count } offene Leads gehören dieser Person und gehen an andere.
}
team-leave-then = Nach dem Weggang gilt:
team-leave-to = Ihre Leads gehen an
team-leave-rules = Wen die Regeln nennen
team-leave-instead = Vertretung oder Leitung von { $names } ist künftig
team-leave-sure = { $name } kann sich nicht mehr anmelden
team-leave-unsure = Es wurde nichts geändert. Gehen Sie zurück und haken Sie an, dass { $name } sich nicht mehr anmelden kann.
team-leave-do = Übergeben und Konto schließen
team-leave-to-wrong = Wählen Sie jemanden, der hier arbeitet und bleibt.
team-leave-last-owner = Ein Haus behält mindestens einen Inhaber. Machen Sie zuerst jemand anderen dazu.

## Die Einstellungen

settings-title = Einstellungen
settings-company = Firma und Zeiten
settings-mail = E-Mail
settings-mail-then = Ohne Mailserver warten Briefe im Postausgang, und alle sehen das.
settings-data = Ihre Daten
settings-phone = Telefon
settings-email = E-Mail
settings-booking = Wo man einen Termin buchen kann
settings-privacy = Wie Sie mit Daten umgehen
settings-changed = Geändert: { $what }.
settings-day = { $weekday }, { $day }. { $month } { $year }
settings-file = Alles Wesentliche ist eine Datei: { $file }
settings-last-copy = Die letzte nächtliche Kopie ist von { $day }.
settings-no-copy = Es gibt noch keine nächtliche Kopie.
settings-folder = Kopien liegen in { $folder }.
settings-download = Sicherung herunterladen
settings-download-hint = Sie enthält alles, auch die Passwörter der Konten als Hashwerte und das des Mailservers. Bewahren Sie sie auf, wo niemand sonst liest.
settings-restore = Zurück aus einer Sicherung
settings-restore-how = Auf der Box, in einen leeren Ordner:
settings-restore-replace = Anstelle des Hauses, das dort ist, bei geschlossenem Haus; was dort war, bleibt erhalten:

## Eine Liste einlesen

import-title = Einlesen
import-intro = Bringen Sie eine Liste von Leads aus einem anderen System oder einer Tabelle mit. Sie sehen, was aus jeder Zeile würde, bevor etwas geschrieben wird.
import-source = Woher diese Leads kommen
import-source-hint = Davon hängt ab, was sie mitbringen müssen und ob Uhren sofort laufen.
import-file = Die Liste
import-file-hint = CSV, XLSX oder Visitenkarten (vCard), bis { $size } MB und { $rows } Zeilen. Die erste Zeile nennt die Spalten.
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
import-to-closed-at = Wann er endete
import-to-opted-out = Möchte keine Briefe mehr
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
import-done-before = Zeilen, die schon übernommen waren, bleiben bei der Liste des Tages, an dem sie kamen.
import-done-how = Dieselbe Liste noch einmal fügt nichts hinzu. Der Bericht sagt, was aus jeder Zeile wurde.
import-another = Noch eine Liste einlesen
import-to-leads = Die Leads ansehen
import-of-a-list = Aus einer Liste, { $day }
import-of-list = Aus der Liste { $name }, { $day }
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
import-sum-unreachable = { $n ->
    [one] { $count } neuer Lead hat weder E-Mail-Adresse noch Telefonnummer: Ihn kann niemand erreichen.
   *[other] { $count } neue Leads haben weder E-Mail-Adresse noch Telefonnummer: Sie kann niemand erreichen.
}
import-sum-opted-out = { $n ->
    [one] { $count } Zeile sagt, dass keine Briefe mehr gewünscht sind. Ihre Adresse bekommt keine.
   *[other] { $count } Zeilen sagen, dass keine Briefe mehr gewünscht sind. Ihre Adressen bekommen keine.
}
import-sum-unread = { $n ->
    [one] „{ $column }“ enthält { $count } Wert, der nicht verstanden wurde: { $values }. Er steht bei den Angaben des Leads.
   *[other] „{ $column }“ enthält { $count } Werte, die nicht verstanden wurden: { $values }. Sie stehen bei den Angaben der Leads.
}
import-sum-month-first = Daten wie 03/04/2026 werden mit dem Monat zuerst gelesen.
import-sum-day-first = Daten wie 03/04/2026 werden mit dem Tag zuerst gelesen.
import-sum-doubled = Mehrere Spalten sagen dasselbe: { $columns }. Es zählt die erste, die etwas Passendes sagt; was die anderen sagen, steht bei den Angaben des Leads.
import-sum-torn = { $n ->
    [one] { $count } Zeile enthält Bytes, die in dieser Kodierung kein Text sind. An ihrer Stelle steht �.
   *[other] { $count } Zeilen enthalten Bytes, die in dieser Kodierung kein Text sind. An ihrer Stelle steht �.
}
import-sum-above = { $n ->
    [one] { $count } Zeile über den Namen der Spalten wurde ausgelassen.
   *[other] { $count } Zeilen über den Namen der Spalten wurden ausgelassen.
}
import-sum-no-heading = Die erste Zeile sieht nach einem Lead aus und nach keiner Überschrift. Sie wurde als die Namen der Spalten gelesen; setzen Sie eine solche Zeile darüber, wenn sie übernommen werden soll.
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
import-row-unreachable = Sie hat weder E-Mail-Adresse noch Telefonnummer: Diesen Lead kann niemand erreichen.
import-row-incomplete = Ihr fehlt, was ihre Quelle verlangt.
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

## Die Liste der Leads

leads-title = Leads
leads-segments = Segmente
leads-all-open = Alle offenen
leads-mine = Meine
leads-unanswered = Warten auf ersten Kontakt
leads-pressing = Dringend und hoch
leads-no-next-step = Nächster Schritt offen
leads-save-view = Ansicht speichern
leads-change-segment = Segment ändern
leads-segment-name = Name des Segments
leads-share = Alle sehen es
leads-rename = Namen speichern
leads-delete-segment = Segment löschen
leads-name-needed = Geben Sie dem Segment einen Namen.
leads-segment-gone = Dieses Segment wurde inzwischen gelöscht. Die Leads darin sind noch da.
leads-name-too-long = Dieser Name ist länger als { $most } Zeichen.
leads-view-too-long = Das sind zu viele Filter für ein Segment.
leads-segments-full = Das Haus bewahrt höchstens { $most } Segmente auf. Löschen Sie zuerst eines.
leads-filters = Filter
leads-search = In diesem Segment suchen
leads-text = Wörter
leads-text-holds = „{ $text }“
leads-owner = Zuständig
leads-tier = Stufe
leads-score = Punkte
leads-score-from = Ab { $score } Punkten
leads-stage = Phase
leads-source = Quelle
leads-of-list = Eingelesene Liste
leads-last-touch = Letzter Kontakt
leads-touch-over = { $count ->
    [one] Letzter Kontakt vor über 1 Tag
   *[other] Letzter Kontakt vor über { $count } Tagen
}
leads-touch-within = { $count ->
    [one] Letzter Kontakt am letzten Tag
   *[other] Letzter Kontakt in den letzten { $count } Tagen
}
leads-touch-between = Letzter Kontakt vor { $from } bis { $count } Tagen
leads-came = Eingang
leads-came-within = { $count ->
    [one] Eingang am letzten Tag
   *[other] Eingang in den letzten { $count } Tagen
}
leads-fate = Ausgang
leads-flags = Was zutrifft
leads-chip = { $name }: { $value }
leads-remove-filter = Filter entfernen: { $filter }
leads-more-filters = Filter
leads-apply = Anzeigen
leads-ask-score = Punkte mindestens
leads-ask-touch = Letzter Kontakt vor mehr als … Tagen
leads-ask-touched = Letzter Kontakt in den letzten … Tagen
leads-ask-came = Eingang in den letzten … Tagen
leads-me = Ich
leads-nobody = Niemand
leads-tier-urgent = Dringend
leads-tier-high = Hoch
leads-tier-medium = Mittel
leads-tier-low = Niedrig
leads-open = Offen
leads-won = Gewonnen
leads-lost = Verloren
leads-no-lead = Kein Lead
leads-flag-incomplete = Angaben fehlen
leads-flag-waiting = Wartet auf Antwort
leads-flag-look-alike = Ähnelt einem anderen Lead
leads-flag-returning = War schon einmal da
leads-flag-silent = Kein Kontakt, nichts im Gange
leads-flag-called-in = An Sie eskaliert
leads-flag-unanswered = Wartet auf ersten Kontakt
leads-columns = Spalten
leads-show-columns = Diese Spalten zeigen
leads-import = Einlesen
leads-export = Exportieren
leads-lead = Lead
leads-next-step = Nächster Schritt
leads-phone = Telefon
leads-value = Wert
leads-caption = { $count ->
    [one] 1 Lead
   *[other] { $count } Leads
}
leads-select-all = Alle auf dieser Seite auswählen
leads-select = { $name } auswählen
leads-no-touch = noch keiner
leads-from-them = vom Lead
leads-from-us = von uns
leads-next-none = keiner
leads-next-answer = Antworten
leads-next-decide = Entscheiden, wie es weitergeht
leads-next-letter = Brief geht hinaus
leads-next-email = E-Mail von Tag { $day }
leads-next-task = Aufgabe von Tag { $day }
leads-next-notice = Hinweis von Tag { $day }
leads-next-woken = Wieder ansehen
leads-minutes = { $count } min
leads-hours = { $count } Std.
leads-days = { $count ->
    [one] 1 Tag
   *[other] { $count } Tage
}
leads-minutes-over = { $count } min über
leads-hours-over = { $count } Std. über
leads-days-over = { $count ->
    [one] 1 Tag über
   *[other] { $count } Tage über
}
leads-pages = Seiten
leads-shown = { $first } bis { $last } von { $total }
leads-worth = { $count ->
    [one] Wert { $sum }, aus einem davon
   *[other] Wert { $sum }, aus { $count } davon
}
leads-page-back = Zurück
leads-page-next = Weiter
leads-selected-region = Ausgewählte Leads
leads-selected = ausgewählt
leads-give-to = Geben an …
leads-move-stage = Phase ändern
leads-clear = Auswahl aufheben
leads-undo = Rückgängig
leads-bulk-none = Kreuzen Sie zuerst mindestens einen Lead an.
leads-bulk-too-many = Höchstens { $most } Leads auf einmal.
leads-bulk-nothing = Wählen Sie, was mit ihnen geschehen soll.
leads-bulk-fault = Das hat nicht geklappt, und der Fehler liegt bei uns. Versuchen Sie es noch einmal.
leads-bulk-no-before = Vorher war dort nichts.
leads-bulk-given = { $count ->
    [0] Kein Lead ging an { $name }.
    [one] 1 Lead ging an { $name }.
   *[other] { $count } Leads gingen an { $name }.
}
leads-bulk-moved = { $count ->
    [0] Kein Lead kam in die Phase { $stage }.
    [one] 1 Lead kam in die Phase { $stage }.
   *[other] { $count } Leads kamen in die Phase { $stage }.
}
leads-bulk-refused = { $count ->
    [one] 1 Lead blieb, wie er ist:
   *[other] { $count } Leads blieben, wie sie sind:
}
leads-bulk-left = Nicht geändert
leads-bulk-already = { $count ->
    [one] Bei einem war es schon so.
   *[other] Bei { $count } war es schon so.
}
leads-select-whole = Alle { $count }, die passen
leads-select-first = Die ersten { $count } von { $total }, die passen
leads-bulk-undone = { $count } von { $total } rückgängig gemacht.
leads-bulk-changed = { $count ->
    [one] 1 blieb, wie er ist, weil er seitdem geändert wurde:
   *[other] { $count } blieben, wie sie sind, weil sie seitdem geändert wurden:
}
leads-put-aside = Was nach Spam aussah oder nichts sagte
error-growing-back = Die Liste der Leads wird noch aufgebaut, es würden welche fehlen. Versuchen Sie es in ein paar Sekunden noch einmal.
leads-behind = Die Liste wird nach einem Start noch aufgebaut. Für einen Moment können Leads fehlen; laden Sie die Seite dann neu.
leads-none-yet = Noch keine Leads. Mit dem ersten läuft eine Uhr.
leads-first-words = Sobald ein Lead hereinkommt, hat er jemanden, der zuständig ist, Punkte und eine Zeit, bis zu der er Antwort hat. Wählen Sie, wie die ersten hierherkommen.
leads-way-form = Das Anfrageformular veröffentlichen
leads-way-form-how = Eine Seite unter Ihrer eigenen Adresse oder ein Baustein für Ihre Website.
leads-way-list = Eine Tabelle importieren
leads-way-list-how = CSV oder Excel. Sie ordnen die Spalten zu, und nichts wird gespeichert, bevor Sie es gesehen haben.
leads-way-program = Ein Programm schickt sie
leads-way-program-how = Ihr Shop oder ein anderes System übergibt sie mit einem Schlüssel.
leads-way-hand = Einen von Hand anlegen
leads-way-hand-how = Ein Name und ein Weg zur Antwort genügen.
leads-all-have-next = Jeder offene Lead hat einen nächsten Schritt.
leads-none-open = Kein Lead ist offen.
leads-show-closed = Die abgeschlossenen zeigen
leads-nothing = { $count ->
    [one] Nichts passt zu diesem Filter
   *[other] Nichts passt zu diesen { $count } Filtern
}
leads-without = { $count ->
    [one] Ohne „{ $filter }“ ist es 1 Lead.
   *[other] Ohne „{ $filter }“ sind es { $count } Leads.
}
leads-take-off = { $filter } weglassen
leads-clear-filters = Alle Filter weglassen

## One's own page

me-title = Ich
me-language = Sprache
me-language-business = Wie im Betrieb
me-keys = Einzelne Tasten tun etwas (die Liste zeigt ?)
me-preferences-saved = Gespeichert. So sehen Ihre Seiten jetzt aus.
me-hours = Meine Zeiten und Abwesenheiten
me-hours-how = Neue Leads kommen in Ihren Zeiten zu Ihnen und zu jemand anderem, solange Sie abwesend sind.
me-zone = Uhrzeiten erscheinen in der Zeitzone { $zone }.
me-hours-set = Meine Zeiten festlegen
away-today = Sie sind heute abwesend.
away-until = Sie sind bis { $weekday_short } { $day }. { $month_short } { $year } abwesend.
away-covered = { $name } vertritt Sie: Wer zu Ihnen zurückkommt, geht dorthin, und was zu lange wartet. Was sonst neu ist, geht nach den Regeln an andere.
away-covered-fallback = { $name } vertritt Sie: Wer zu Ihnen zurückkommt, geht dorthin, und was zu lange wartet oder keine Regel vergibt. Was sonst neu ist, geht nach den Regeln an andere.
away-uncovered = Niemand, der da ist, vertritt Sie: Neues geht nach den Regeln an andere.
away-uncovered-fallback = Niemand, der da ist, vertritt Sie: Neues geht nach den Regeln an andere, und was keine Regel vergibt, kommt weiterhin zu Ihnen.
away-alone = Alles kommt weiterhin zu Ihnen, denn sonst arbeitet hier niemand.
away-back = Ich bin wieder da
me-alerts = Hinweise
me-alerts-how = Hinweise stehen hinter der Glocke. Dieser Browser kann sie Ihnen außerdem melden, solange eine Seite der Box darin offen ist.
me-alerts-https = Browser zeigen Mitteilungen nur von Seiten, die über HTTPS kommen. Bitten Sie, wer die Box eingerichtet hat, HTTPS davorzusetzen; der Ton geht auch ohne.
me-alerts-script = Das braucht JavaScript, und das ist in diesem Browser ausgeschaltet.
me-alerts-show = Mitteilung in diesem Browser zeigen
me-alerts-sound = Kurzen Ton in diesem Browser abspielen
me-alerts-refused = Diesem Browser wurde untersagt, Mitteilungen dieser Seite zu zeigen. Erlauben Sie sie in seinen Einstellungen für diese Seite und setzen Sie das Häkchen noch einmal.
me-password-now = Jetziges Passwort
me-password-new = Neues Passwort
me-password-change = Passwort ändern
me-password-wrong = Das ist nicht Ihr Passwort. Geben Sie das ein, mit dem Sie sich angemeldet haben.
me-password-saved = Ihr Passwort ist geändert. Alle anderen Browser sind abgemeldet.
me-elsewhere = Anderswo angemeldet
me-elsewhere-how = Haben Sie irgendwo einen Browser offen gelassen? Hiermit wird jeder Browser außer diesem abgemeldet.
me-elsewhere-do = Überall sonst abmelden
me-elsewhere-done = Sie sind nur noch hier angemeldet.

## Notices

notices-title = Hinweise
notices-unread = { $count ->
    [0] Hinweise, keine neuen
    [one] { $count } neuer Hinweis
   *[other] { $count } neue Hinweise
}
notices-new = Neu
notices-read = Alle als gelesen markieren
notices-older = Ältere
notices-more = Weitere
notices-newest = Neueste
notices-none = Noch kein Hinweis.
notices-none-how = Hier erfahren Sie, wenn Ihnen ein Lead gegeben wird, sich wieder meldet oder zu lange wartet.

## Settings: sources

settings-sources = Quellen
sources-forms = Formulare
sources-forms-how = Jedes hat eine eigene Seite und kann auf Ihrer Website stehen.
sources-programs = Adressen für andere Programme
sources-programs-how = Eine Buchungsseite, eine Anzeige oder ein Partner schickt Leads hierher, als JSON oder als Formular. Wer die Adresse kennt, kann schicken.
sources-others = Leads kommen auch über
sources-on = An
sources-off = Aus
sources-name = Name
sources-name-hint = So, wie Ihr Team ihn liest: Frühjahrsmesse, Toms Partner, Landingpage.
sources-name-lacking = Geben Sie einen Namen von höchstens 80 Zeichen an, mit einem Buchstaben oder einer Ziffer darin.
sources-name-taken = Es gibt schon eine Quelle dieses Namens.
sources-too-many = Es gibt 100 Quellen. Benennen Sie eine um, die niemand mehr benutzt.
sources-enabled = Hier Leads annehmen
sources-asks = Wonach es außerdem fragt
sources-page = Ihre Seite
sources-address = Ihre Adresse
sources-embed = Setzen Sie dies dorthin, wo das Formular auf Ihrer Website stehen soll
sources-frame-title = Schreiben Sie uns
sources-plain = Oder dies, wo keine Skripte erlaubt sind
sources-plain-name = Name
sources-plain-message = Nachricht
sources-plain-send = Senden
sources-try = Ausprobieren
sources-guessable = Diese Adresse ist leicht zu erraten. Legen Sie unten besser eine eigene an: Sie bekommt einen Schlüssel, den niemand errät.
sources-add = Quelle hinzufügen
sources-add-do = Diese Quelle hinzufügen
sources-door = Was es ist
sources-door-form = Ein Formular
sources-door-program = Eine Adresse für ein Programm
sources-door-api = Die API, mit einem Token
sources-door-list = Eine importierte Liste
sources-door-hand = Von Hand eingegeben
sources-class = Wie sie zu Ihnen finden
class-organic = Sie haben uns selbst gefunden
class-inbound = Sie kamen auf uns zu
class-outbound = Wir gingen auf sie zu
class-referral = Jemand hat sie geschickt

## About

settings-about = Über
settings-back-up = Jetzt eine Kopie machen
settings-backed-up = Eine Kopie wurde gemacht und gegen ihre Prüfsummen gehalten.
about-version = Version { $version }
about-ours = Freie Software unter der Apache-Lizenz 2.0.
about-others = Gebaut aus der Arbeit vieler anderer:
about-licences = Bibliotheken und ihre Lizenzen
about-api = So sprechen andere Programme mit dieser Box:
about-no-calls = Diese Box fragt sonst niemanden nach etwas: keine Schriften, keine Skripte, kein Zählen von Besuchen. Post geht nur über den Server, den Sie nennen.

## Schlagwörter, eigene Felder und Dateien

leads-tags = Schlagwörter
leads-fields = Felder
leads-from = Von
leads-to = Bis
leads-range-between = { $name }: { $from } bis { $to }
leads-range-from = { $name }: ab { $from }
leads-range-to = { $name }: bis { $to }
leads-range-no-number = „{ $value }“ ist keine Zahl wie 12.5 und grenzt nichts ein.
leads-range-no-day = „{ $value }“ ist kein Tag wie 2026-05-12 und grenzt nichts ein.
leads-range-turned = Das liegt vor dem Anfang; so kann nichts passen.
leads-any = Beliebig
leads-tag = Schlagwort
leads-untag = Schlagwort entfernen
leads-bulk-tagged = { $count ->
    [0] Kein Lead bekam das Schlagwort { $tag }.
    [one] 1 Lead hat jetzt das Schlagwort { $tag }.
   *[other] { $count } Leads haben jetzt das Schlagwort { $tag }.
}
leads-bulk-untagged = { $count ->
    [0] Das Schlagwort { $tag } wurde von keinem Lead entfernt.
    [one] Das Schlagwort { $tag } wurde von 1 Lead entfernt.
   *[other] Das Schlagwort { $tag } wurde von { $count } Leads entfernt.
}
lead-tags = Schlagwörter
lead-tag-which = Schlagwort wählen
lead-tag-add = Hinzufügen
lead-tag-remove = { $tag } entfernen
lead-tags-first = Erstes Schlagwort anlegen
import-to-tags = Schlagwörter
import-to-value = Auftragswert
import-sum-strange-tags = { $n ->
    [one] { $count } Zeile enthält ein Wort, das keines Ihrer Schlagwörter ist: { $names }. Es steht bei den Angaben des Leads.
   *[other] { $count } Zeilen enthalten Wörter, die keine Ihrer Schlagwörter sind: { $names }. Sie stehen bei den Angaben der Leads.
}
settings-fields = Felder
settings-label = Bezeichnung
settings-label-long = Diese Bezeichnung ist länger als { $most } Zeichen.
settings-place = Position
settings-is-off = abgeschaltet
settings-changed-by = Inzwischen geändert von { $names }:
settings-changed-meanwhile = Inzwischen geändert:
settings-taken-over = Jemand anderes hat das inzwischen geändert. Was Sie nicht angerührt hatten, steht jetzt so da, wie es geändert wurde; was Sie eingegeben haben, steht noch da. Sehen Sie es durch, und speichern Sie dann noch einmal.
tags-how = Ein oder zwei Wörter an einem Lead, nach denen sich Listen eingrenzen lassen. Was abgeschaltet ist, bleibt stehen, wird aber nicht mehr angeboten.
tags-on-leads = { $count ->
    [one] an 1 Lead
   *[other] an { $count } Leads
}
tags-is-on = Wird angeboten
tags-new = Ein neues Schlagwort
tags-tone = Farbe
tags-label-lacking = Geben Sie dem Schlagwort eine Bezeichnung.
tags-label-comma = Ein Schlagwort enthält weder Komma noch Semikolon: Diese trennen in Listen die Schlagwörter.
tags-label-twice = Es gibt zwei Schlagwörter mit der Bezeichnung „{ $label }“.
tags-full = Ein Haus hat höchstens { $most } Schlagwörter.
tone-grey = Grau
tone-teal = Petrol
tone-green = Grün
tone-violet = Violett
tone-dark = Dunkel
field-kind-text = Text
field-kind-number = Zahl
field-kind-choice = Eines von mehreren
field-kind-date = Tag
field-kind-yes-no = Ja oder nein
fields-how = Was Sie von einem Lead wissen wollen, über Person und Firma hinaus. Felder stehen auf der Seite des Leads, in Listen, beim Import und Export und in der API.
fields-new = Ein neues Feld
fields-add = Feld anlegen
fields-kind = Was es enthält
fields-kind-stays = Das lässt sich später nicht mehr ändern.
fields-kind-lacking = Wählen Sie, was das Feld enthält.
fields-options = Auswahl, eine je Zeile
fields-options-how = Nur für „Eines von mehreren“. Steht bei einem Lead schon, was Sie hier streichen, so bleibt es dort.
fields-options-lacking = Schreiben Sie auf, was zur Auswahl steht, eines je Zeile.
fields-options-many = Ein Feld hat höchstens { $most } Möglichkeiten zur Auswahl.
fields-option-long = Eine Möglichkeit ist höchstens { $most } Zeichen lang.
fields-label-lacking = Geben Sie dem Feld eine Bezeichnung.
fields-label-twice = Ein anderes Feld heißt schon „{ $label }“.
fields-full = Ein Haus hat höchstens { $most } Felder.
fields-up = { $field } nach oben
fields-down = { $field } nach unten
fields-asked-by = Verlangt von: { $names }
fields-key = Programme und Importe nennen es { $key }.
fields-is-on = Wird erfragt und ausgefüllt
fields-off-how = Abgeschaltet wird es nicht mehr angeboten. Was bei Leads schon steht, lässt sich weiter lesen und ändern.
fields-off-asked = Dieses Feld lässt sich nicht abschalten, denn es wird verlangt von: { $names }
fields-on-asked-by = Danach wird gefragt. Ist das Feld abgeschaltet, bringen neue Leads es nicht mehr mit, und hier wird nichts gefunden:
fields-off-asked-by = Das Feld ist abgeschaltet, und danach wird noch gefragt. Neue Leads bringen es nicht mehr mit, also wird hier nichts gefunden:
fields-winning = Gewonnen
fields-asked-at = Wer danach fragt
fields-asked-how = Ein Formular zeigt, wonach es fragt. Muss es da sein, gilt ein Lead von dort ohne diese Angabe als unvollständig.
fields-ask-not = Nicht fragen
fields-ask-may = Danach fragen
fields-ask-must = Muss da sein
fields-back = Zurück zu den Feldern
lead-files = Dateien
lead-file-add = Datei hinzufügen
lead-file-send = Anhängen
lead-file-remove = { $name } entfernen
lead-file-remove-sure = { $name } entfernen?
lead-file-remove-how = Die Datei ist dann für alle endgültig gelöscht.
lead-file-remove-do = Datei entfernen
lead-file-nameless = Eine Datei
lead-files-full = Ein Lead hat höchstens { $most } Dateien. Entfernen Sie eine, um eine andere anzuhängen.
lead-file-none = Wählen Sie zuerst eine Datei.
lead-file-empty = Diese Datei ist leer.
lead-file-large = Diese Datei ist größer als { $size } MB. Es wurde nichts davon aufbewahrt.
lead-file-no-room = Das Haus hat keinen Platz mehr für Dateien. Entfernen Sie welche, oder erhöhen Sie files_mib in der Konfiguration.
file-bytes = { $count } Byte
file-kib = { $size } kB
file-mib = { $size } MB

## Zeitspannen

span-in = in { $span }
span-in-days = { $count ->
    [one] in { $count } Tag
   *[other] in { $count } Tagen
}

## Was man von einem Lead weiß und was man für ihn wählen kann

fact-name = Name
fact-email = E-Mail
fact-email_as_given = E-Mail, wie angegeben
fact-phone = Telefon
fact-company = Firma
fact-role = Position
fact-website = Website
fact-country = Land
fact-region = Region
fact-postcode = Postleitzahl
fact-city = Ort
fact-language = Sprache
fact-time_zone = Zeitzone
fact-value = Wert
judged-tier = Stufe
judged-score = Punktzahl
judged-source = Quelle
judged-class = Herkunft
judged-hand_raise = Wunsch
either = { $one } oder { $other }
channel-call = Anruf
channel-email = E-Mail
channel-sms = SMS
channel-chat = Chat
channel-whatsapp = WhatsApp
channel-linkedin = LinkedIn
channel-meeting = Termin
channel-post = Brief per Post
channel-visit = Seitenbesuch
channel-stay = Zeit auf der Website
channel-download = Download
channel-webinar = Webinar
channel-open = E-Mail geöffnet
channel-click = Klick in einer E-Mail
channel-product = Produkt benutzt
outcome-reached = erreicht
outcome-voicemail = Anrufbeantworter
outcome-no-answer = niemand abgenommen
outcome-call-back = ruft zurück
outcome-wrong-number = falsche Nummer
outcome-no-show = niemand kam
task-call = Anruf
task-email = E-Mail
task-linkedin = Nachricht auf LinkedIn
task-answer = Antwort
task-next_step = Nächsten Schritt wählen
task-complete = Fehlende Angaben ergänzen
task-other = Sonstiges
asked-quote = bittet um ein Angebot
asked-demo = bittet um eine Vorführung
asked-callback = bittet um einen Anruf
asked-booking = hat einen Termin gebucht
exit-finished = alle Schritte sind getan
exit-replied = es kam eine Antwort
exit-talked = es gab ein Gespräch
exit-booked = ein Termin wurde gebucht
exit-opted-out = keine weiteren Briefe erwünscht
exit-bounced = ein Brief kam zurück
exit-won = gewonnen
exit-lost = verloren
exit-disqualified = kein Lead
exit-handed-over = der Vertrieb hat übernommen
exit-replaced = eine andere Sequenz wurde begonnen
exit-no-consent = keine Zustimmung zu Briefen

## Was jemand aus dem Team erfährt

news-new-lead = ein neuer Lead
news-they-wrote = der Lead hat geschrieben
news-clock-running = die Uhr läuft ab
news-due-sooner = eine Antwort ist früher fällig
news-breached = niemand hat rechtzeitig geantwortet
news-escalated = der Lead wurde eskaliert
news-taken-away = der Lead ging an jemand anderen
news-passed-on = ein Lead, der falsch zugeteilt war
news-was-wrong = der Lead war falsch zugeteilt und ging an jemand anderen
news-incomplete = Angaben fehlen
news-letter-failed = ein Brief war nicht zuzustellen
news-answer-failed = die Antwort kam nie an, also wird noch gewartet
news-step = die Sequenz bittet um einen Blick
news-unsettled = die Regeln kommen nicht zur Ruhe
notice-new-lead = { $lead } ist Ihr neuer Lead.
notice-together = { $count } Leads gehören jetzt Ihnen.
notice-together-more = Mehr als { $most } Leads gehören jetzt Ihnen.
notice-they-wrote = { $lead } hat geschrieben und wartet auf Antwort.
notice-clock-running = Die Zeit für die Antwort an { $lead } läuft ab.
notice-due-sooner = Die Antwort an { $lead } ist jetzt früher fällig.
notice-breached = { $lead } bekam nicht rechtzeitig Antwort. Antworten Sie jetzt.
notice-escalated = Niemand hat { $lead } rechtzeitig geantwortet. Der Lead wurde an Sie eskaliert.
notice-taken-away = { $lead } wurde nicht rechtzeitig angenommen und ging an jemand anderen.
notice-passed-on = { $lead } war falsch zugeteilt und ist jetzt Ihr Lead.
notice-was-wrong = { $lead } war nicht für Sie bestimmt und ging an jemand anderen.
notice-incomplete = Bei { $lead } fehlen nötige Angaben. Ergänzen Sie, was fehlt.
notice-letter-failed = Ein Brief an { $lead } ging nicht hinaus. Die Seite des Leads sagt, warum.
notice-answer-failed = Ein Brief an { $lead } kam nie an; dort wird noch auf eine Antwort gewartet.
notice-step = Die Sequenz bittet Sie, nach { $lead } zu sehen.
notice-unsettled = Bei { $lead } kommen die Regeln nicht zur Ruhe. Entscheiden Sie, wie es weitergeht.

## Was die Einträge des Journals sagen

entry-by = { $what }, von { $name }
entry-noted-by = { $what }, notiert von { $name }
entry-because = { $what }: { $why }
entry-with = { $what }, { $more }
entry-reason = { $what }, Grund: { $reason }
entry-quoted = { $what }: „{ $text }“
entry-tagged = { $what } ({ $tag })
entry-said = { $what }: „{ $said }“
entry-more = { $count } weitere
entry-day = Tag { $day }
entry-incomplete = Angaben fehlen
entry-imported = { $source }: eingelesen
entry-captured = { $source }: neue Anfrage
entry-attached = { $source }: noch eine Anfrage
entry-completed = { $source }: ihre Antwort auf die Frage, wie sie zu erreichen sind
entry-flagged = Vielleicht dieselbe Person wie L-{ $lead }. { $why }
entry-edited = Geändert: { $changes }
entry-lacking = Es fehlt: { $facts }
entry-change = { $fact } in „{ $value }“
entry-cleared = { $fact } gelöscht
entry-noted = Notiz
entry-from-them = { $what } vom Lead
entry-meeting-held = hat stattgefunden
entry-visited = Besuchte { $page }
entry-visited-page = Besuchte eine Seite
entry-stayed = Blieb { $span } auf der Website
entry-downloaded = Heruntergeladen
entry-attended = Teilgenommen
entry-opened = Geöffnet
entry-clicked = Angeklickt
entry-used = Produkt benutzt
entry-scored = { $score } Punkte, { $tier }
entry-handed-over = An den Vertrieb übergeben
entry-assigned = Ging an { $name }
entry-accept-within = { $what }, Frist für die Annahme { $span }
entry-accepted = Angenommen
entry-offer-stood = Das Angebot gilt ohne Uhr weiter
entry-offer-shortened = Früher anzunehmen, Frist { $span }
entry-promised = Eine Uhr läuft: Frist für die Antwort { $span }
entry-warned = { $percent } % der Zeit für die Antwort sind um
entry-breached = Niemand hat rechtzeitig geantwortet
entry-escalated = Eskaliert an { $name }
entry-notified = Hinweis an { $name }: { $news }
entry-task = Aufgabe: { $task }, fällig { $when }
entry-task-done = Aufgabe erledigt
entry-task-dropped = Aufgabe entfallen
entry-task-later = Aufgabe um { $span } nach hinten verschoben: { $task }
entry-task-earlier = Aufgabe um { $span } vorgezogen: { $task }
entry-enrolled = Sequenz „{ $sequence }“ begonnen
entry-withheld = Sequenz „{ $sequence }“ nicht begonnen: keine Zustimmung zu Briefen
entry-postponed = Der Schritt von Tag { $day } wartet { $span }
entry-step-taken = Der Schritt von Tag { $day } ist getan
entry-skipped = Der Schritt von Tag { $day } wurde ausgelassen
entry-exited = Sequenz „{ $sequence }“ beendet: { $exit }
entry-exited-then = { $what }, weiter mit „{ $next }“
entry-held = Sequenz angehalten
entry-resumed = Sequenz läuft weiter
entry-drafted = E-Mail „{ $letter }“ entworfen, geht { $when } hinaus
entry-on-its-way = E-Mail „{ $letter }“ ist unterwegs
entry-rewritten = Der Brief wurde umgeschrieben
entry-released = Der Entwurf geht jetzt hinaus
entry-delivered = E-Mail gesendet
entry-not-sent = E-Mail nicht gesendet
entry-next-try = { $what }. Nächster Versuch { $when }
entry-deferred = E-Mail wartet { $span }
entry-dropped = E-Mail aufgegeben
entry-bounced = Die E-Mail-Adresse nimmt keine Briefe an
entry-opted-out = Keine weiteren Briefe erwünscht
entry-staged = Phase { $stage }
entry-moved = Phase von { $from } zu { $to } geändert
entry-won = Gewonnen
entry-lost = Verloren
entry-archived = Abgelegt
entry-disqualified = Kein Lead
entry-reopened = Wieder geöffnet
entry-snoozed = Zurückgestellt, { $span }
entry-woken = Die Zeit, für die der Lead zurückgestellt war, ist um
entry-unsettled = Die Regeln kommen bei diesem Lead nicht zur Ruhe
entry-playbook = Playbook { $version } in Kraft
entry-unknown = Etwas, das diese Version nicht kennt: { $kind }

## Signale, wie eine Zeile der Bewertung sie nennt

reason-floor = Untergrenze nach einer Bitte
reason-chance = was die Vergangenheit lehrt
reason-hand_raise = Bitte um Antwort
reason-asked = Bitte um Antwort
reason-budget = Budget
reason-case_study = Fallstudie
reason-click = Klick
reason-company_size = Firmengröße
reason-competitor = Wettbewerber
reason-decision_maker = Entscheidungsträger
reason-download = Download
reason-engaged = Interesse
reason-free_mail = kostenloses Postfach
reason-industry = Branche
reason-location = Gebiet
reason-long_visit = langer Besuch
reason-manager = Führungskraft
reason-met = Treffen
reason-mismatch = passt nicht
reason-open = Brief geöffnet
reason-outside_area = außerhalb des Gebiets
reason-price_view = Preise angesehen
reason-product_used = Produkt ausprobiert
reason-qualified = qualifiziert
reason-reply = Antwort
reason-source = Quelle
reason-student = Studierende
reason-timeline = Zeitplan
reason-unsubscribed = abgemeldet
reason-webinar = Webinar

## Gründe, die das Haus nennt

cause-too-late = es kam zu spät
cause-later-step = ein späterer Schritt ist schon fällig
cause-one-a-day = ein Schritt am Tag genügt
cause-reply-first = erst erfahren sie, dass ihre Nachricht da ist
cause-out-of-hours = dort ist gerade keine Geschäftszeit
cause-answered-by-hand = von Hand beantwortet
cause-thrown-away = von Hand verworfen
cause-waited-too-long = der Brief hat zu lange gewartet
cause-address-changed = die Adresse hat sich geändert
cause-no-more-letters = keine weiteren Briefe erwünscht
cause-erased = der Lead wurde gelöscht
cause-no-address = es gibt keine E-Mail-Adresse
cause-address-takes-none = die Adresse nimmt keine Briefe an
cause-left-sequence = der Lead ist nicht mehr in der Sequenz
cause-no-automation = das Playbook erlaubt keine automatischen Briefe
cause-aside = der Lead ist zurückgestellt
cause-held = die Sequenz ist angehalten
cause-letter-today = heute ging schon ein Brief hinaus
cause-letters-this-week = in dieser Woche gingen schon genug Briefe hinaus
cause-no-letter = im Playbook gibt es keinen Brief „{ $letter }“
cause-no-template = Die Vorlage „{ $letter }“ gibt es nicht mehr.
cause-nobody-owns = niemand ist für den Lead zuständig
cause-no-step-left = es ist kein Schritt mehr übrig
cause-they-wrote = der Lead hat geschrieben
cause-spoken-to = es gab ein Gespräch
cause-booked = ein Termin wurde gebucht
cause-closed = der Lead ist abgeschlossen
cause-sales-took-over = der Vertrieb hat übernommen
cause-another-sequence = eine andere Sequenz wurde begonnen
cause-no-consent = keine Zustimmung zu Briefen
cause-wrote-again = der Lead hat wieder geschrieben
cause-answered = beantwortet
cause-completed = ergänzt
cause-decided = entschieden
cause-answer-them = Der Lead hat wieder geschrieben. Antworten Sie.
cause-decide-no-consent = Briefen wurde nicht zugestimmt, also folgt keiner. Entscheiden Sie, wie es weitergeht.
cause-decide = Entscheiden Sie, wie es weitergeht.
cause-aside-until-today = Zurückgestellt bis heute: { $reason }
cause-find-out-address = Die E-Mail-Adresse nimmt keine Briefe an. Finden Sie heraus: { $facts }.
cause-find-out = Finden Sie heraus: { $facts }.
cause-imported-as = Eingelesen als „{ $stage }“.
cause-asked-for-answer = Der Lead hat um Antwort gebeten.
cause-score-enough = { $score } Punkte, und { $from } genügen.
cause-same-phone-other-name = Dieselbe Telefonnummer, ein anderer Name.
cause-same-phone-other-address = Dieselbe Telefonnummer, eine andere E-Mail-Adresse.
cause-same-phone-other-lead = Dieselbe Telefonnummer wie ein anderer offener Lead.
cause-same-person-other-lead = Ein anderer offener Lead derselben Person.
cause-shares-phone = Dieselbe Telefonnummer wie dieser Lead.
cause-by-hand = von Hand
cause-named = von der Quelle genannt
cause-chosen = gewählt beim Eintragen des Leads
cause-returning = war schon einmal Lead
cause-same-firm = dieselbe Firma
cause-same-number = dieselbe Telefonnummer
cause-only-one = einzige Person im Team
cause-fallback = fängt auf, was sonst niemand übernimmt
cause-next-best = springt für die Person ein, die sonst auffängt
cause-first-assignment = erste Zuteilung
cause-not-taken = { $name } hat das Angebot nicht angenommen
cause-rise = Anstieg auf { $tier }
cause-no-rest = die Regeln kamen nicht zur Ruhe
cause-nobody-named = Keine Regel nennt jemand anderen.
cause-nobody-else-by = Niemand sonst kann ihn nach der Regel „{ $rule }“ übernehmen. { $people }.
cause-nobody-else = Niemand sonst kann ihn übernehmen. { $people }.
cause-left = arbeitet nicht mehr hier
cause-has-left = { $name } arbeitet nicht mehr hier
cause-away = abwesend bis { $day }
cause-no-share = hat in dieser Gruppe keinen Anteil
cause-lacks-skill = hat die Fähigkeit { $skill } nicht
cause-skill-level = hat die Fähigkeit { $skill } auf Stufe { $level }, und { $least } ist nötig
cause-not-accepted = hat nicht rechtzeitig angenommen
cause-out-until = außerhalb der Arbeitszeit, wieder da { $time }
cause-desk-full = { $open } von { $most } nicht angenommen
cause-no-mail = Es ist kein Mailserver eingestellt.
cause-mail-said = { $why } Der Server sagte: „{ $reply }“.
cause-mail-no-name = Einen Mailserver dieses Namens gibt es nicht.
cause-mail-no-word = Die Nameserver sagten nicht, wo der Mailserver ist.
cause-mail-in-the-clear = Der Mailserver liegt außerhalb unseres Netzes, und ohne TLS könnte jeder auf dem Weg die Briefe lesen.
cause-mail-nobody = Der Mailserver war nicht zu erreichen: Unter dieser Adresse und diesem Port antwortet nichts.
cause-mail-no-way = Von dieser Box führt kein Weg zum Mailserver.
cause-mail-silent = Der Mailserver hat nicht rechtzeitig geantwortet.
cause-mail-within = Der Mailserver hat binnen { $seconds } s nicht geantwortet.
cause-mail-no-server = Was an diesem Port antwortet, spricht nicht wie ein Mailserver.
cause-mail-broke-off = Der Mailserver brach die Verbindung ab, bevor er den Brief angenommen hatte.
cause-mail-no-tls = Der Mailserver beginnt an diesem Port nicht mit TLS.
cause-mail-tls = Der Mailserver und diese Box wurden sich über TLS nicht einig.
cause-mail-expired = Das Zertifikat des Mailservers ist abgelaufen.
cause-mail-other-name = Das Zertifikat des Mailservers lautet auf einen anderen Namen.
cause-mail-untrusted = Das Zertifikat des Mailservers stammt von niemandem, dem diese Box vertraut.
cause-mail-no-starttls = Der Mailserver bietet an diesem Port kein STARTTLS an.
cause-mail-no-log-in = Der Mailserver nimmt an diesem Port weder Benutzer noch Passwort an.
cause-mail-later = Der Mailserver bittet um einen späteren Versuch.
cause-mail-connection = Der Mailserver lehnt die Verbindung ab.
cause-mail-log-in = Der Mailserver lehnt Benutzer oder Passwort ab.
cause-mail-log-in-first = Der Mailserver verlangt zuerst Benutzer und Passwort.
cause-mail-relay = Der Mailserver leitet für uns keine Briefe weiter; vielleicht verlangt er Benutzer und Passwort.
cause-mail-sender = Der Mailserver nimmt keine Briefe von unserer Adresse an.
cause-mail-address = Der Mailserver nimmt für diese Adresse keine Briefe an.
cause-mail-letter = Der Mailserver lehnt den Brief ab.
cause-mail-such-letters = Der Mailserver kann nicht an eine Adresse mit solchen Buchstaben schreiben.
cause-mail-unwritable = Der Brief ließ sich nicht zusammensetzen: { $error }.
cause-mail-no-means = Dem System fehlt es an Mitteln zum Senden: { $error }.
cause-mail-once-refused = { $what } Der Server sagte: „{ $reply }“.
cause-mail-once-unreached = Der Mailserver war nicht zu erreichen: { $error }.
cause-mail-once-unresolved = Der Name des Mailservers war nicht aufzulösen: { $error }.
cause-mail-once-nowhere = Der Name des Mailservers führt nirgendwohin.
cause-mail-once-late = Die Nameserver haben nicht rechtzeitig geantwortet.
cause-mail-once-in-the-clear = Der Mailserver liegt außerhalb unseres Netzes, und smtp.security ist „none“.
cause-mail-no-address = Was wir haben, ist keine E-Mail-Adresse.
cause-spam-trap = Ein Feld, das Menschen nicht sehen, war ausgefüllt.
cause-spam-second = Es wurde binnen einer Sekunde nach dem Öffnen des Formulars gesendet.
cause-spam-seconds = Es wurde binnen 3 Sekunden nach dem Öffnen des Formulars gesendet.
cause-spam-link = Die Nachricht enthält einen Link.
cause-spam-links = Die Nachricht enthält { $count } Links.
cause-spam-name = Der Name enthält einen Link.
cause-day = { $weekday_short }, { $day }. { $month_short }
cause-time = { $weekday_short } { $time }
passed-not-in-team = { $name } gehört nicht zum Team
passed-nobody-of = aus „{ $pool }“ kann ihn gerade niemand übernehmen
passed-no-pool = übergangen, denn es gibt keine Gruppe „{ $pool }“
passed-contains = { $label } ist { $fact }, ohne { $wanted }
passed-begins = { $label } ist { $fact } und beginnt nicht mit { $wanted }
passed-at-least = { $label } ist { $fact }, nicht mindestens { $wanted }
passed-at-most = { $label } ist { $fact }, nicht höchstens { $wanted }
passed-between = { $label } ist { $fact }, nicht zwischen { $wanted }
passed-in = { $label } ist { $fact }, nicht { $wanted }
passed-unknown = { $label } ist nicht bekannt
passed-known = { $label } ist bekannt
passed-is = { $label } ist { $fact }
passed-person = { $name }: { $why }
passed-another = anderes

## Was höflich abgelehnt wird

refusal-nothing-said = Schreiben Sie etwas: einen Namen, eine Adresse, eine Nummer oder eine Nachricht.
refusal-no-such-lead = Einen Lead mit dieser Nummer gibt es nicht.
refusal-closed = Dieser Lead ist abgeschlossen. Öffnen Sie ihn zuerst wieder.
refusal-already-open = Dieser Lead ist schon offen.
refusal-no-such-task = Diese Aufgabe ist nicht mehr offen. Vielleicht wurde sie inzwischen erledigt.
refusal-too-many-tasks = Dieser Lead hat { $count } offene Aufgaben. Erledigen Sie zuerst eine.
refusal-no-such-letter = Dieser Brief wartet nicht mehr.
refusal-subject-needed = Schreiben Sie einen Betreff, eine Zeile mit höchstens { $most } Zeichen.
refusal-stop-link = Lassen Sie { $link } im Brief stehen: Damit kann man weitere Briefe abbestellen.
refusal-no-such-mate = Niemand mit dem Namen „{ $name }“ arbeitet gerade hier.
refusal-no-such-stage = Die Phase „{ $stage }“ gibt es nicht.
refusal-no-such-sequence = Die Sequenz „{ $sequence }“ gibt es nicht.
refusal-no-such-field = Das Feld „{ $field }“ gibt es nicht.
refusal-not-a = { $kind ->
    [e_mail_address] „{ $value }“ ist keine E-Mail-Adresse.
    [phone_number] „{ $value }“ ist keine Telefonnummer.
    [country] „{ $value }“ ist kein Land, das wir kennen.
    [language] „{ $value }“ ist keine Sprache, die wir kennen. Schreiben Sie sie wie de oder Deutsch.
    [web_address] „{ $value }“ ist keine Webadresse. Schreiben Sie sie wie www.example.com.
    [number_of_employees] „{ $value }“ ist keine Mitarbeiterzahl. Schreiben Sie eine ganze Zahl wie 25.
    [time_zone] „{ $value }“ ist keine Zeitzone.
    [amount] „{ $value }“ ist kein Betrag.
    [number] „{ $value }“ ist keine Zahl.
    [date] „{ $value }“ ist kein Datum. Schreiben Sie es wie 2026-05-12.
    [choice_of_this_field] „{ $value }“ steht in diesem Feld nicht zur Wahl.
    [yes_or_no] „{ $value }“ ist weder Ja noch Nein.
   *[other] „{ $value }“ passt hier nicht ({ $what }).
}
refusal-stage-needs = Für diese Phase fehlt noch: { $facts }.
refusal-won-needs = Bevor ein Lead gewonnen ist, fehlt noch: { $facts }.
refusal-reason-needed = Wählen Sie einen Grund: { $reasons }.
refusal-note-needed = Dieser Grund verlangt eine Notiz.
refusal-why-needed = Schreiben Sie auf, warum.
refusal-text-needed = Schreiben Sie zuerst etwas.
refusal-none-of = „{ $value }“ kann dort nicht stehen. Wählen Sie eines davon: { $choices }.
refusal-several-enquiries = Eine Sendung ist eine Anfrage: Senden Sie jede für sich.
refusal-note-is-now = Eine Notiz gilt für den Moment, in dem sie geschrieben wird. Lassen Sie „at“ weg.
refusal-moment-passed = Wählen Sie einen Zeitpunkt, der noch kommt.
refusal-moment-too-far = Dieser Zeitpunkt liegt zu weit in der Zukunft.
refusal-too-long-ago = Das ist mehr als 20 Jahre her. Sagen Sie, wann es kam, oder lassen Sie es weg.
refusal-no-sequence = Dieser Lead ist in keiner Sequenz.
refusal-no-address = Es gibt keine E-Mail-Adresse, die Briefe annimmt. Tragen Sie sie zuerst ein, oder rufen Sie an.
refusal-silence-wanted = Sie wünschen keine Briefe mehr. Rufen Sie an, oder warten Sie, bis sie schreiben.
refusal-consent-needed = Diese Sequenz ist für Leads, die Briefen zugestimmt haben, und dieser hat es nicht.
refusal-changed-meanwhile = Jemand hat diesen Lead inzwischen geändert. Sehen Sie sich die Änderung an und speichern Sie noch einmal.
refusal-moved-meanwhile = Dieser Lead steht inzwischen bei „{ $stage }“. Sehen Sie sich die Änderung an und verschieben Sie ihn noch einmal, wenn es dann noch sinnvoll ist.
refusal-rewritten-meanwhile = Dieser Brief hat inzwischen andere Worte bekommen. Lesen Sie sie und speichern Sie dann noch einmal: Ihre treten an deren Stelle.
refusal-given-meanwhile = Dieser Lead ist inzwischen an { $name } gegangen. Sehen Sie sich die Änderung an und vergeben Sie ihn noch einmal, wenn es dann noch sinnvoll ist.
refusal-too-long = Das ist länger als { $most } Zeichen.

## Signale, wie die Aufstellung der Punkte sie erklärt

signal-asked = Hat um eine Antwort gebeten
signal-budget = Nennt ein Budget, das sich lohnt
signal-case_study = Hat eine Fallstudie gelesen
signal-click = Ist einem Link in einem Brief gefolgt
signal-company_size = Hat die Größe, zu der Sie am besten passen
signal-competitor = Ein Wettbewerber
signal-decision_maker = Kann entscheiden
signal-download = Hat etwas heruntergeladen
signal-engaged = Hat Interesse gezeigt
signal-free_mail = Schreibt von einem kostenlosen Postfach
signal-industry = Aus einer Branche, zu der Sie am besten passen
signal-location = In Ihrem Gebiet
signal-long_visit = War länger auf der Website
signal-manager = Hat etwas zu sagen
signal-met = Hat jemanden von Ihnen getroffen
signal-mismatch = Nicht die Art Firma, zu der Sie am besten passen
signal-open = Hat einen Brief geöffnet
signal-outside_area = Außerhalb Ihres Gebiets
signal-price_view = Hat Preise angesehen
signal-product_used = Hat das Produkt ausprobiert
signal-qualified = Qualifiziert
signal-reply = Hat Ihnen geantwortet
signal-source = Der Weg zu Ihnen
signal-student = Studiert noch
signal-timeline = Braucht es binnen drei Monaten
signal-unsubscribed = Möchte keine Briefe
signal-webinar = War bei einem Webinar
signal-shown = { $why }: { $what }
request-quote = Angebot
request-demo = Vorführung
request-callback = Rückruf
request-booking = Termin
group-fit = Passung
group-engagement = Interesse
group-source = Quelle
group-stage = Phase
group-against = Dagegen

## Ein Lead

lead-back = Zurück zum Lead
lead-save-facts = Angaben speichern
lead-is-missing = fehlt
lead-what-to-add = Was hinzukommt
lead-note = Notiz
lead-note-hint = Was sollte die nächste Person wissen?
lead-how-it-went = Wie lief es?
lead-what-was-said = Was gesagt wurde
lead-what-was-said-hint = Budget, wer entscheidet, was gebraucht wird, bis wann
lead-what-was-written = Was geschrieben wurde
lead-what-was-written-hint = Ihre Worte, oder eine E-Mail aus Ihrem Postfach: einfügen oder in einem Satz sagen
lead-they-called = Der Anruf kam vom Lead
lead-they-wrote = Die E-Mail kam vom Lead
lead-when-it-was = Wann es war
lead-next-step = Nächster Schritt
lead-every-touch = jeder Kontakt endet mit einem
lead-choose = Wählen …
lead-choose-next = Wählen Sie einen nächsten Schritt. Jeder offene Lead hat einen.
lead-choose-task = Wählen Sie, was zu tun ist.
lead-choose-outcome = Wählen Sie, wie es lief.
lead-choose-somebody = Wählen Sie jemanden.
lead-choose-sequence = Wählen Sie eine Sequenz.
lead-close = Lead abschließen
lead-when = Wann
lead-today = Heute
lead-tomorrow = Morgen
lead-next-week = Nächste Woche
lead-or-on-a-day = Oder an einem Tag
lead-what-exactly = Was genau, in wenigen Worten
lead-day-passed = Wählen Sie einen Tag, der noch kommt.
lead-no-day = Schreiben Sie den Tag wie 2026-05-12.
lead-at-a-time = Zu einer Uhrzeit
lead-hour-passed = Wählen Sie eine Uhrzeit, die noch kommt.
lead-no-hour = Schreiben Sie die Uhrzeit wie 14:30.
lead-write-what-was-said = Schreiben Sie auf, was in der E-Mail stand, wenigstens in einem Satz.
lead-back-on-desk = Wiedervorlage
lead-draft-kept = Was Sie geschrieben haben, ist auf diesem Gerät aufgehoben.
lead-draft-forget = Verwerfen
lead-save-note = Notiz speichern
lead-save-call = Anruf speichern
lead-other = Anderes
lead-channel = Auf welchem Weg
lead-choose-channel = Wählen Sie den Weg.
lead-other-hint = Was Sie geschrieben haben, oder was man Ihnen schrieb
lead-they-turned = Es kam von dort
lead-save-other = Kontakt speichern
lead-subject-usual = Ihre Anfrage
lead-by = Wie sie geht
lead-by-house = Von hier senden
lead-by-hand = Aus meinem Postfach gesendet
lead-no-mail = Post ist nicht eingerichtet: Die E-Mail wartet hier zwei Wochen darauf.
lead-send-email = E-Mail senden
lead-save-email = E-Mail speichern
lead-save-task = Aufgabe speichern
lead-mark-done = Als erledigt markieren
lead-what-came-of-it = Was dabei herauskam
lead-leave-it = Abbrechen
lead-nothing-lost = Was Sie eingegeben haben, steht noch da.
lead-you-typed = Was Sie geschrieben haben, zum Kopieren:
lead-closed-no-step = Dieser Lead wurde inzwischen abgeschlossen und hat keinen nächsten Schritt mehr. Öffnen Sie ihn zuerst wieder oder speichern Sie ohne einen.
lead-letter-now = So lautet der Brief jetzt:
lead-edit-letter = Ändern
lead-rewrite = Brief ändern
lead-subject = Betreff
lead-letter = Brief
lead-save-letter = Brief speichern
lead-letter-gone = Er ist hinausgegangen oder wurde aufgegeben. Was Sie eingegeben haben, können Sie hier kopieren.
lead-give-to = Geben an …
lead-new-owner = Neu zuständig
lead-why-given = Warum, für die Person, die ihn bekommt
lead-move-stage = Phase ändern …
lead-fill-in = Ergänzen Sie, was fehlt
lead-won = Gewonnen …
lead-lost = Als verloren abschließen …
lead-not-a-lead = Kein Lead …
lead-never-was = Es war nie ein Lead
lead-reason = Grund
lead-ended-hint = Was die nächste Person wissen sollte, falls sich der Lead wieder meldet
lead-reopen = Wieder öffnen
lead-why-reopened = Warum der Lead wieder offen ist
lead-hold = Sequenz anhalten
lead-hold-hint = Nichts geht von selbst hinaus, bis Sie die Sequenz fortsetzen. Nach einer Woche werden Sie wieder gefragt.
lead-why-held = Warum sie wartet
lead-resume = Sequenz fortsetzen
lead-start-sequence = Sequenz beginnen
lead-replaces = Sie ersetzt die, die gerade läuft.
lead-snooze = Zurückstellen …
lead-how-long = Wie lange
lead-why-aside = Warum der Lead warten kann
lead-aside-hint = Der Lead kommt an diesem Tag mit diesem Grund zurück. Schreibt er, kommt er sofort zurück.
lead-through = Leads der Liste
lead-through-list = Zurück zur Liste
lead-through-before = Voriger Lead
lead-through-next = Nächster Lead
lead-decision = Entscheidung
lead-reach = Wege zum Lead
lead-call = Anrufen
lead-booking = Terminlink
lead-more = Mehr
lead-print = Diesen Lead drucken
lead-more-for = Mehr zu diesem Lead
lead-opted-out = Möchte keine Briefe
lead-quiet = Eingelesen, keine Uhr
lead-quiet-long = Eingelesen: keine Uhr und keine Briefe, bis jemand daran arbeitet.
lead-take-it = Annehmen
lead-offered = Ihnen angeboten.
lead-done = Erledigt
lead-move-task = Verschieben
lead-move-title = Verschieben: { $task }
lead-move-stands = Bisher fällig: { $when }. An einem anderen Tag bleibt es bei der Uhrzeit.
lead-move-day = Tag
lead-move-hour = Uhrzeit
lead-no-next-step = Kein nächster Schritt. Jeder offene Lead hat einen.
lead-choose-step = Nächsten Schritt wählen
lead-give-with-reason = Mit einem Grund geben …
lead-to-do = Zu tun
lead-what-to-say = Was zu sagen ist
lead-send-now = Jetzt senden
lead-throw-away = Verwerfen
lead-read-letter = Lesen
lead-goes-now = geht hinaus, sobald E-Mail gesendet werden kann
lead-mail-lacking = Kein Brief geht hinaus, bevor E-Mail eingerichtet ist. Jetzt einrichten.
lead-mail-lacking-owner = Kein Brief geht hinaus, bevor ein Inhaber E-Mail einrichtet.
lead-link-to-stop = {"["}der eigene Link zum Abbestellen]
lead-timeline = Verlauf
lead-all = Alles
lead-touches-only = Nur Kontakte
lead-no-touch = Noch kein Kontakt. Die Uhr läuft, bis der erste Anruf oder die erste E-Mail eingetragen ist.
lead-read-all = Alles lesen
lead-entry = Alles davon
lead-older = Zeigen, was davor war
lead-inside = rechtzeitig
lead-outside = zu spät
lead-floor = Untergrenze
lead-floor-on-top = { $score } und ein Viertel seiner { $points } Punkte, damit der Bessere vorn bleibt
lead-floor-unanswered = Gilt, solange der Lead auf Antwort wartet
lead-chosen = ausgewählt
lead-eligible = hätte ihn übernehmen können
lead-eligible-by = hätte ihn übernehmen können: { $share }
lead-turn-only = niemand sonst konnte ihn übernehmen
lead-turn-behind = an der Reihe, am weitesten zurück: { $share }
lead-turn-fewer = an der Reihe, gleichauf mit { $names } und mit weniger offenen Leads: { $share }
lead-turn-first = an der Reihe, gleichauf mit { $names } und im Pool zuerst genannt: { $share }
lead-share-behind = { $count ->
    [one] { $leads } Lead unter dem eigenen Anteil
   *[other] { $leads } Leads unter dem eigenen Anteil
}
lead-share-ahead = { $count ->
    [one] { $leads } Lead über dem eigenen Anteil
   *[other] { $leads } Leads über dem eigenen Anteil
}
lead-share-even = genau beim eigenen Anteil
lead-kept-owner = { $name } hatte Lead { $number }
lead-stands-in = { $name } vertritt { $away }
lead-sequence = Sequenz
lead-held = Angehalten
lead-is-held = angehalten
lead-is-done = erledigt
lead-not-sent = nicht gesendet { $day }
lead-left-out = ausgelassen { $day }
lead-is-to-do = zu tun
lead-steps = Schritte der Sequenz
lead-no-sequence = In keiner Sequenz.
lead-details = Angaben
lead-consent = Zustimmung
lead-edit-facts = Angaben ändern
lead-origin = Woher der Lead kam
lead-lag = Erfasst
lead-first-touch = Erster Kontakt
lead-searched = gesucht nach { $what }
lead-advert = Anzeige { $what }
lead-click = Klick { $what }
lead-referrer = von { $what }
lead-landed = landete auf { $what }
lead-look-alikes = Möglicherweise doppelt
lead-earlier = Frühere Leads
lead-number = Lead L-{ $number }
lead-value-in = Wert in { $currency }
lead-added-created = Angelegt. Die Uhr läuft.
lead-added-unpromised = Angelegt.
lead-added-attached = Der Lead war schon bekannt und offen: Das gehört jetzt dazu.
lead-added-flagged = Angelegt. Vielleicht kennen Sie die Person schon: Sehen Sie unter „Möglicherweise doppelt“ nach.
lead-group-person = Person
lead-group-firm = Firma
lead-group-enquiry = Anfrage
lead-group-own = Eigene Felder
lead-facts-of = Angaben zu { $name }
lead-now-empty = Es ist jetzt leer.
lead-now-says = Jetzt steht dort „{ $value }“.
lead-no-choice = { $value } (steht nicht zur Wahl)
lead-holds-no-number = Das ist keine Zahl. Es bleibt stehen, bis Sie eine schreiben, etwa 1200.
lead-holds-no-day = Das ist kein Tag. Es bleibt stehen, bis Sie einen schreiben, etwa 2026-05-12.
lead-holds-no-choice = Das steht nicht zur Wahl. Es bleibt stehen, bis Sie etwas wählen.
lead-log-call = Anruf eintragen
lead-task = Aufgabe
lead-reached = Erreicht
lead-voicemail = Anrufbeantworter
lead-no-answer = Nicht abgenommen
lead-call-back = Ruft zurück
lead-wrong-number = Falsche Nummer
lead-just-now = Gerade eben
lead-ago = Vor { $span }
lead-settles = Erledigt: { $task }
lead-something-else = Etwas anderes
lead-step-call = { $name } anrufen
lead-step-email = E-Mail an { $name }
lead-step-linkedin = { $name } auf LinkedIn schreiben
lead-step-answer = { $name } antworten
lead-step-other = Nachfassen
lead-as-planned = Wie geplant: { $what }, { $when }
lead-done-title = Erledigt: { $task }
lead-confirm-owner = Lead abgeben
lead-confirm-stage = Phase ändern
lead-confirm-won = Als gewonnen abschließen
lead-confirm-lost = Als verloren abschließen
lead-confirm-disqualify = Als „Kein Lead“ abschließen
lead-confirm-snooze = Zurückstellen
lead-save = Speichern
lead-goes = geht hinaus: { $when }
lead-letter-goes = Er geht hinaus, wie er dann gespeichert ist: { $when }. Aus { $link } wird der eigene Link zum Abbestellen.
lead-letter-goes-now = Er geht hinaus, sobald E-Mail gesendet werden kann, und zwar wie er dann gespeichert ist. Aus { $link } wird der eigene Link zum Abbestellen.
lead-letter-held = Er ist mit seiner Sequenz angehalten. Wird sie fortgesetzt, geht er hinaus, wie er dann gespeichert ist. Aus { $link } wird der eigene Link zum Abbestellen.
lead-not-an-amount = „{ $text }“ ist kein Betrag. Schreiben Sie ihn wie 12.500.
lead-there = dort { $time }
lead-lacks = Es fehlt: { $facts }
lead-accept-by = Ihnen angeboten bis { $when }, dann geht der Lead weiter.
lead-answer-by = Nächster Schritt, fällig { $when }: antworten
lead-answer = Antworten
lead-answer-name = { $name } antworten
lead-next = Nächster Schritt, { $when }: { $what }
lead-aside-until = Zurückgestellt bis { $when }: { $why }
lead-won-at = Gewonnen, { $when }
lead-lost-at = Verloren, { $when }
lead-no-lead-at = Kein Lead, { $when }
lead-move-to = Weiter zu „{ $stage }“
lead-day = { $day }. { $month_short }
lead-day-of-year = { $day }. { $month_short } { $year }
lead-letter-by-itself = Brief „{ $letter }“, geht von selbst
lead-step-of-day = { $step } von Tag { $day }
lead-notice = Hinweis
lead-score-moved = Von { $from } auf { $to } Punkte
lead-score-moved-tier = Von { $from } auf { $to } Punkte, von { $before } auf { $after }
lead-more-by-box = { $what }. Und { $count } weitere von der Box
lead-touches = { $count ->
    [one] { $count } Kontakt
   *[other] { $count } Kontakte
}
lead-first-answer = Zeit bis zur ersten Antwort: { $span } Öffnungszeit
lead-first-answer-early = Erste Antwort vor der Öffnung
lead-in-sequence = „{ $sequence }“.
lead-held-because = Angehalten: { $why }
lead-waits = Der nächste Schritt wartet bis { $when }: { $why }
lead-withheld = „{ $sequence }“ wird nicht begonnen: keine Zustimmung zu Briefen.
lead-sequence-ended = „{ $sequence }“ beendet: { $exit }.
lead-why-score = Warum { $score }
lead-why-owner = Warum { $name }
lead-score-sum = { $parts }: { $score } von 100
lead-into-tier = { $count ->
    [one] { $count } Punkt in { $tier } (ab { $from })
   *[other] { $count } Punkte in { $tier } (ab { $from })
}, { $missing } unter { $above }.
lead-into-top = { $count ->
    [one] { $count } Punkt in { $tier } (ab { $from })
   *[other] { $count } Punkte in { $tier } (ab { $from })
}.
lead-known-fit = Passung bekannt: { $known } von { $all }.
lead-falls = Ohne Neues sinkt die Stufe: { $when }.
lead-floor-until = Gilt bis { $day }
lead-of-cap = von { $cap }
lead-point-was = war { $points }, verblasst mit der Zeit
lead-point-until = zählt bis { $day }
lead-point-ended = zählte bis { $day }
lead-from-pool = aus „{ $pool }“
lead-candidate = { $why }; { $open ->
    [one] { $open } offener Lead
   *[other] { $open } offene Leads
}
lead-candidate-weight = { $candidate }, Anteil { $weight }
lead-decided = Entschieden: { $when }.
lead-decided-by = Entschieden: { $when }, von { $name }.
lead-decided-by-for = Entschieden ({ $when }, von { $name }): { $why }.
lead-decided-in = { $when }, in { $span }
lead-decided-at-once = unter 0,1 s
lead-decided-seconds = { $seconds } s
lead-decided-for = Entschieden ({ $when }): { $why }.
lead-lag-after = { $span } nach dem Eingang
lead-yes = ja
lead-no = nein
lead-on-weekday = { $weekday }
lead-quoted = „{ $text }“

## Zeitpunkte in einem Brief

letter-today = heute um { $hour }:{ $minute } Uhr
letter-day = am { $weekday }, { $day }. { $month }, um { $hour }:{ $minute } Uhr
letter-zone = { $moment } ({ $zone })

## Schlagwörter und Dateien im Journal

entry-tags-on = Schlagwort hinzugefügt: { $tags }
entry-tags-off = Schlagwort entfernt: { $tags }
entry-tags-swapped = Schlagwort hinzugefügt: { $on }; entfernt: { $off }
entry-file-attached = Datei angehängt
entry-file-removed = Datei entfernt
refusal-no-such-tag = Das Schlagwort „{ $tag }“ gibt es hier nicht.
refusal-too-many-tags = Ein Lead hat höchstens { $most } Schlagwörter. Entfernen Sie zuerst eines.
refusal-no-such-file = Diese Datei gibt es bei diesem Lead nicht. Vielleicht wurde sie inzwischen entfernt.
refusal-too-many-files = Ein Lead hat höchstens { $most } Dateien. Entfernen Sie zuerst eine.

## Die Versionen der Regeln

versions-title = Versionen
versions-how = Jede Änderung an den Regeln bleibt erhalten, mit Namen und Zeit. Öffnen Sie eine Version, um zu sehen, was sie geändert hat, oder um den früheren Stand zurückzuholen.
versions-none = Es wurde noch nichts geändert.
versions-one = Version { $number }
versions-by = { $by }, { $at }
versions-first = Die erste
versions-brought-back = { $parts }: zurückgeholt aus Version { $number }
versions-from = Zurückgeholt aus Version { $number }
versions-reviewed = Bewertung geprüft und beibehalten
versions-same = Nichts von Bedeutung
versions-in-force = gilt
versions-older = Frühere Versionen
versions-back = Stand von Version { $number } zurückholen
versions-back-changes = Was das ändert: { $part }
versions-back-how = Wählen Sie die Teile, in denen sie sich von heute unterscheidet. Sie gelten dann als neue Version, und offene Leads folgen.
versions-parts = Teile der Regeln
versions-team-stays = Das Team bleibt, wie es ist: Wer kommt und geht, steht auf der Seite Team.
versions-back-do = Zurückholen
versions-nothing-chosen = Wählen Sie mindestens einen Teil.
versions-settling = Offene Leads werden nach den neuen Regeln geprüft: { $percent } % sind fertig.
versions-settling-short = Nach den neuen Regeln geprüfte Leads
versions-gone = Entfernt:
versions-new = Neu:
versions-more-lines = Weitere Zeilen haben sich geändert.
versions-figures = Auch die Zahlen des gelernten Modells sind andere; sie stehen hier nicht.
change-teammate = Teammitglied
change-source = Quelle
change-field = Feld
change-tag = Schlagwort
change-question = Frage
change-fit-rule = Eigene Regel
change-floor = Untergrenze
change-rule = Regel
change-pool = Gruppe
change-sequence = Sequenz
change-letter = Brief
change-stage = Phase
change-lost-reason = Grund für „verloren“
change-disqualify-reason = Grund für „ungeeignet“
change-send-back-reason = Grund zum Zurückgeben
change-added = { $thing } „{ $name }“ hinzugefügt
change-removed = { $thing } „{ $name }“ entfernt
change-changed = { $thing } „{ $name }“ geändert
change-on = { $thing } „{ $name }“ eingeschaltet
change-off = { $thing } „{ $name }“ ausgeschaltet
change-works-here = { $name } arbeitet wieder hier
change-left = { $name } arbeitet nicht mehr hier
change-renamed = { $thing } „{ $from }“ heißt jetzt „{ $to }“
change-reordered = { $thing }: andere Reihenfolge
change-gives-to = Regel „{ $rule }“ geht jetzt an die Gruppe „{ $pool }“
change-tier = Stufe { $tier } ab { $to } statt ab { $from } Punkten
change-set = „{ $what }“ von { $from } auf { $to }
change-set-first = „{ $what }“ ist jetzt { $to }
change-set-none = „{ $what }“ ist nicht mehr gesetzt; vorher { $from }
change-set-of = { $thing } „{ $name }“: { $set }
change-turned-on = „{ $what }“ eingeschaltet
change-turned-off = „{ $what }“ ausgeschaltet
change-otherwise = „{ $what }“ geändert
change-learned-counts = Wofür das gelernte Modell zählt
change-learned-leads = Leads, aus denen das Modell gelernt hat
change-clock = { $tier }: { $what }
change-count-most = { $signal }: wie oft es höchstens zählt
change-count-days = { $signal }: Tage, für die es zählt
change-promise = { $tier }, { $what }: { $to }, vorher { $from }
change-promise-first = { $tier }, { $what }: jetzt { $to }
change-promise-none = { $tier }, { $what }: keine mehr, vorher { $from }
change-respond = Zeit bis zur Antwort
change-opening = Zeit bis zur Antwort nach der nächsten Öffnung
change-accept = Zeit bis zur Bestätigung
change-points = { $count ->
    [one] { $points } Punkt
   *[other] { $points } Punkte
}
change-part = { $part } geändert
change-hours = Öffnungszeiten
change-holidays = Feiertage
change-at-submit = Eine Anfrage der richtigen Kundschaft mit dem Budget ist sofort SQL
change-on-call = Uhren dringender Leads laufen auch außerhalb der Zeiten
change-warnings = Warnungen vor Ablauf einer Zeit
change-counting = Welche Minuten zählen
change-instant-reply = Sofortantwort
change-letters-a-week = Automatische Briefe an eine Person in sieben Tagen, höchstens
change-stale-days = Tage, nach denen ein Schritt ausgelassen wird
change-won-requires = Was vor dem Gewinn bekannt sein muss
change-with-note = Gründe, die eine Notiz verlangen
part-scoring = Bewertung
part-routing = Zuteilung
part-promise = Zugesagte Zeiten
part-followup = Nachfassen
part-pipeline = Phasen

## Qualification

part-qualification = Qualifizierung
finding-good = gut
finding-weak = teilweise
finding-bad = nicht gut
entry-answered = { $criterion }: { $finding }
entry-answered-call = { $criterion }: { $finding }, im Gespräch gesagt
entry-answered-form = { $criterion }: { $finding }, aus der Anfrage gelesen
entry-answered-rule = { $criterion }: { $finding }, aus den Angaben gelesen
entry-answer-withdrawn = { $criterion }: Antwort zurückgenommen
entry-graded = Jetzt { $grade }
entry-graded-none = Auf keiner Stufe der Leiter mehr
entry-taken-on = Vom Vertrieb übernommen
entry-sent-back = Vom Vertrieb zurückgegeben
cause-ready-for-sales = Der Lead ist reif für den Vertrieb.
cause-sql-request = Es wird um eine Antwort gebeten, die Kundschaft passt und das Budget ist da.
cause-sql-answers = { $good } Antworten sind gut, und { $enough } genügen.
cause-sql-taken-on = Der Vertrieb hat den Lead mit einer Punktzahl von mindestens { $from } übernommen.
cause-pql = Das Produkt wird benutzt, und die Passung liegt bei { $percent } % des Höchsten.
cause-mql = Es gibt Interesse, und die Passung liegt bei { $percent } % des Höchsten.
cause-iql = Es wurde etwas zum Lesen oder Ansehen geholt und um nichts gebeten.
cause-grade-gone = Nichts, was dafür sprach, gilt noch.
cause-grade-sent-back = Der Vertrieb hat ihn zurückgegeben, und seither gibt es nichts Neues.
refusal-no-such-criterion = Unter „{ $criterion }“ wird hier nichts gefragt. Vielleicht wurde es inzwischen abgeschaltet.
refusal-not-handed-over = Dieser Lead wurde dem Vertrieb nicht übergeben oder inzwischen zurückgegeben.
signal-answers = Gute Antworten auf unsere Fragen
grade-iql = liest und bittet um nichts
grade-mql = passt und zeigt Interesse
grade-pql = nutzt das Produkt und passt
grade-sql = reif für den Vertrieb
lead-qualification = Qualifizierung
lead-answered-of = { $answered } von { $all } beantwortet
lead-taken-on = Vom Vertrieb übernommen { $when }.
lead-waits-for-sales = Dem Vertrieb übergeben; er hat noch nicht gesagt, ob er den Lead übernimmt.
lead-take-on = Übernehmen
lead-send-back = Zurückgeben
lead-confirm-send-back = Zurückgeben
lead-send-back-then = Der Lead bleibt offen und kommt in „{ $sequence }“, sofern in Briefe eingewilligt wurde. Der Vertrieb hört wieder davon, wenn es Neues gibt.
lead-back-waits = Auf die Anfrage hat noch niemand geantwortet, also läuft die Uhr weiter. Antworten Sie, oder vermerken Sie, dass es kein Lead ist.
lead-back-rests = Der Vertrieb hört wieder davon, wenn es Neues gibt.
lead-rather-nurture = Jetzt nicht, aber vielleicht später? Lieber in Erinnerung bleiben.
lead-not-asked = nicht gefragt
lead-answer-it = Beantworten
lead-answer-anew = Neu beantworten
lead-answer-withdraw = Zurücknehmen
lead-answered-by = { $how }, { $name }, { $when }
lead-answered-how = { $how }, { $when }
lead-means-hand = abgehakt
lead-means-call = im Gespräch
lead-means-form = aus der Anfrage
lead-means-rule = aus den Angaben
lead-choose-finding = Sagen Sie, ob die Antwort gut, teilweise gut oder nicht gut ist.
lead-to-ask = { $count ->
    [one] { $count } Frage zu stellen
   *[other] { $count } Fragen zu stellen
}
leads-grade = Reife
leads-flag-handed-over = Übergeben, nicht übernommen
qualify-how = Alle stellen dieselben Fragen. Eine gute Antwort gibt Punkte, wenn die Bewertung dieselbe Angabe nicht schon zählt.
qualify-question = Was gefragt wird
qualify-field = Beantwortet durch die Angabe
qualify-no-field = keine, Menschen beantworten es
qualify-or-field = Sonst durch die Angabe
qualify-no-or-field = keine
qualify-or-field-alone = Wählen Sie eine andere Angabe als die erste, und die erste vor der zweiten.
qualify-good = Eine gute Antwort ist
qualify-good-signal = was die Bewertung zählt: { $signal }
qualify-good-known = dass sie bekannt ist
qualify-good-at-least = mindestens
qualify-good-at-most = höchstens
qualify-good-in = eines davon
qualify-good-contains = enthält eines davon
qualify-value = Wert, mehrere mit Kommas
qualify-and = Und nur, wenn außerdem
qualify-conditions-no-field = Wählen Sie die Angabe, die die Frage beantwortet, oder leeren Sie ihre Bedingungen.
qualify-points = Punkte für eine gute Antwort
qualify-is-on = Wird gefragt
qualify-new = Eine weitere Frage
qualify-bring-in = BANT und MEDDIC hereinholen
qualify-set-on = { $set } fragen
qualify-set-off = { $set } nicht fragen
framework-bant = BANT
framework-meddic = MEDDIC
framework-own = Eigene Fragen
qualify-ladder = Die Leiter
qualify-ladder-how = IQL hat etwas zum Lesen geholt. MQL passt und zeigt Interesse. PQL nutzt das Produkt und passt. SQL bittet um eine Antwort, ist die richtige Kundschaft und hat das Budget, hat genug gute Antworten oder wurde vom Vertrieb übernommen.
qualify-mql = Passung, ab der ein Lead MQL ist, in Prozent des Höchsten
qualify-sql = Gute Antworten, mit denen ein Lead SQL ist
qualify-at-submit = Eine Anfrage der richtigen Kundschaft mit dem Budget
qualify-at-submit-yes = ist sofort SQL
qualify-at-submit-no = wartet auf Antworten oder auf den Vertrieb
qualify-ideal = Von der bekannten Passung muss für die richtige Kundschaft so viel stimmen, in Prozent
qualify-handover = Übergabe
qualify-handover-how = Der Vertrieb übernimmt einen Lead oder gibt ihn mit einem Grund zurück. Wieder übergeben wird er nur, wenn es Neues gibt.
qualify-nurture = Zurückgegebene kommen in
qualify-from = Der Vertrieb übernimmt ab einer Punktzahl von
times-how = Wie schnell ein Lead jeder Stufe zu beantworten ist, in Minuten. Eine Stufe ohne Zeit hat keine Frist.
times-respond = Beantwortet innerhalb von
times-opening = Außerhalb der Zeiten: nach der nächsten Öffnung innerhalb von
times-respond-lacking = Sagen Sie auch, innerhalb welcher Zeit geantwortet wird, oder leeren Sie die übrigen Zeiten.
times-opening-lacking = Sagen Sie auch, innerhalb welcher Zeit nach der nächsten Öffnung geantwortet wird.
times-accept = Bestätigt innerhalb von; leer: niemand muss
times-business = Nur Minuten innerhalb der Öffnungszeiten zählen
qualify-no-sequence = keine Abfolge
qualify-reasons = Gründe für die Rückgabe, einer je Zeile
qualify-try = An offenen Leads ausprobieren
qualify-tried-handed = { $count ->
    [0] Keiner davon würde sofort an den Vertrieb übergeben.
    [one] Einer davon würde sofort an den Vertrieb übergeben.
   *[other] { $count } davon würden sofort an den Vertrieb übergeben.
}
qualify-tried-no-rung = Keiner davon würde seine Stufe auf der Leiter wechseln.
qualify-no-rung = keine Stufe
qualify-counted = Die letzten 90 Tage
qualify-counted-how = Was der Vertrieb zu den übergebenen Leads gesagt hat.
qualify-handed-over = Übergeben
qualify-taken-on = Übernommen
qualify-sent-back = Zurückgegeben
qualify-full = Mehr als { $most } Fragen gehen nicht. Ändern Sie eine, die Sie nicht brauchen.
qualify-long = Das ist zu lang. Mehr als { $most } Zeichen gehen nicht.
qualify-label-lacking = Geben Sie der Frage einen Namen.
qualify-value-lacking = Sagen Sie, womit die Angabe verglichen wird.
qualify-value-idle = Mit diesem Wert wird hier nichts verglichen. Wählen Sie eine andere Art des Vergleichs, oder leeren Sie die Werte.
qualify-value-no-field = Wählen Sie die Angabe, die damit verglichen wird, oder leeren Sie die Werte.
qualify-no-number = Schreiben Sie hier eine Zahl.
qualify-range = Schreiben Sie eine ganze Zahl von { $from } bis { $to }.
qualify-reasons-full = Mehr als { $most } Gründe gehen nicht.
## Das Modell, nach dem Leads bewertet werden

scoring-signals = Merkmale
scoring-signals-how = Was jedes Zeichen wert ist. Die Punkte einer Gruppe werden addiert, bis zum Höchstwert der Gruppe. Darunter steht, wie viele Zeichen einer Art zählen und wie viele Tage lang; ohne Tage verblassen sie nur.
scoring-signal = Merkmal
scoring-points = Punkte
scoring-points-for = Punkte für { $what }
scoring-fades = Verliert Gewicht
scoring-never = nie
scoring-halves = halbiert sich alle { $days } Tage
scoring-won-with = Gewonnen mit / ohne
scoring-cap = zählt bis
scoring-cap-of = { $group }, höchstens
scoring-was = war { $points }
scoring-full-hours = Stunden, in denen Interesse voll zählt
scoring-half-life = Tage, in denen es sich danach halbiert
scoring-price-pages = Seiten mit Preisen
scoring-case-pages = Seiten mit Fallstudien
scoring-pages-hint = Anfänge ihrer Pfade wie /preise, durch Kommas getrennt.
scoring-number = Schreiben Sie eine ganze Zahl von { $from } bis { $to }.
scoring-counts-most = letzte
scoring-counts-most-of = { $what }: wie viele zählen
scoring-counts-within = für
scoring-counts-days-of = { $what }: Tage, die eines zählt; leer, solange es Gewicht hat
scoring-counts-days = Tage
scoring-tiers = Stufen
scoring-tiers-how = Ab welchem Punktestand ein Lead als was gilt.
scoring-tier-from = { $tier } ab
scoring-tiers-order = Die Stufen müssen steigen: „Mittel“ beginnt unter „Hoch“ und „Hoch“ unter „Dringend“.
scoring-ideal = Wer am besten zu Ihnen passt
scoring-ideal-how = Was leer bleibt, wird nicht gefragt. Was von einem Lead nicht bekannt ist, zählt nie gegen ihn.
scoring-industries = Branchen
scoring-list-hint = Mehrere durch Kommas getrennt.
scoring-served = Ihr Einzugsgebiet
scoring-served-hint = Länder wie DE oder Deutschland, Gruppen wie EU oder DACH, Regionen, Orte oder Anfänge von Postleitzahlen wie 80, durch Kommas getrennt.
scoring-size-from = Beschäftigte, mindestens
scoring-size-to = Beschäftigte, höchstens
scoring-size-order = Die höchste Zahl der Beschäftigten ist kleiner als die niedrigste.
scoring-budget-from = Budget, mindestens
scoring-competitors = Mitbewerber
scoring-competitors-hint = Ihre Domains, zum Beispiel rival.example, durch Kommas getrennt.
scoring-free-mail = Ein kostenloses Postfach spricht gegen eine Firma
scoring-floors = Untergrenzen
scoring-floors-how = Ein Lead, der um Antwort bittet, fällt nicht darunter, solange er wartet und noch einige Tage danach. Dazu kommt ein Viertel seiner Punkte, damit der Bessere vorn bleibt. Leeren Sie den Namen, um eine Untergrenze zu entfernen.
scoring-floor-score = Nicht unter
scoring-floor-days = Tage, die sie nach der Anfrage hält
scoring-floor-new = Neue Untergrenze
scoring-floor-needs = Nur für Leads mit
scoring-floor-any = nichts weiter als der Anfrage
scoring-rules = Eigene Regeln
scoring-rules-how = Jede Angabe kann zählen, auch Ihre eigenen Felder. Alle Fragen einer Regel müssen zutreffen. Leeren Sie den Namen, um eine Regel zu entfernen.
scoring-rule-new = Neue Regel
scoring-rule-name = Name
scoring-rule-fact = Angabe
scoring-rule-is = Frage
scoring-rule-value = Werte, durch Kommas getrennt
scoring-name-lacking = Geben Sie ihr einen Namen, oder leeren Sie die übrigen Felder.
scoring-rule-asks-nothing = Sagen Sie, wonach die Regel fragt: Wählen Sie eine Angabe.
scoring-try-first = Noch gilt nichts davon. Sehen Sie erst, was es über frühere Leads gesagt hätte und was sich für offene ändert; veröffentlichen Sie es dann.
scoring-signal-off = „{ $signal }“ liest „{ $field }“, ein Feld, das abgeschaltet ist: Neue Leads bringen es nicht mehr mit.
test-in = ist eines von
test-not_in = ist keines von
test-contains = enthält
test-begins = beginnt mit
test-at_least = ist mindestens
test-at_most = ist höchstens
test-between = liegt zwischen, zum Beispiel 10..49
test-known = ist bekannt
test-unknown = ist nicht bekannt
scoring-draft = Das Modell in diesem Formular
scoring-changes = { $count ->
    [0] Keine Änderungen
    [one] Eine Änderung
   *[other] { $count } Änderungen
}
scoring-untried = Änderungen noch nicht ausprobiert
scoring-try = Ausprobieren
scoring-discard = Verwerfen
scoring-publish = In Kraft setzen
scoring-open = Was wird aus offenen Leads?
scoring-open-count = { $count ->
    [one] ein offener Lead
   *[other] { $count } offene Leads
}
scoring-open-newest = Beurteilt sind die neuesten { $judged } von { $all } offenen Leads.
scoring-open-up = Würden steigen
scoring-open-down = Würden fallen
scoring-open-move = { $count ->
    [one] ein Lead
   *[other] { $count } Leads
}
scoring-proof = Was hätte es gesagt?
scoring-ended = { $count ->
    [one] ein abgeschlossener Lead
   *[other] { $count } abgeschlossene Leads
}
scoring-not-tried = Was frühere und offene Leads dazu sagen, steht hier, sobald oben nichts mehr zu berichtigen ist.
scoring-no-past = Noch ist kein Lead abgeschlossen. Sobald welche gewonnen oder verloren sind, sehen Sie hier, ob die Bewertung sie unterschieden hat.
scoring-no-peeking = Jeder Lead wird so beurteilt, wie er hereinkam, bevor jemand an ihm gearbeitet hat.
scoring-listed = { $count ->
    [one] Einer dieser Leads kam aus einer Liste, die sein Ende nannte; was erst später über ihn bekannt wurde, zählt darum als von Anfang an bekannt.
   *[other] { $count } dieser Leads kamen aus einer Liste, die ihr Ende nannte; was erst später über sie bekannt wurde, zählt darum als von Anfang an bekannt.
}
scoring-driven = Was Ihre früheren Leads lehren, bestimmt die Bewertung, nicht die Punkte: Mehr oder weniger davon ändern keine Stufe. Untergrenzen, von Hand gesetzte Bewertungen und der Beginn der Stufen gelten weiter.
scoring-driven-moves = Was Ihre früheren Leads lehren, bestimmt die Bewertung; Punkte bewegen hier darum niemanden.
scoring-as-of = Stand: { $weekday_short }, { $day }. { $month_short }, { $hour }:{ $minute } Uhr. Es wird jeden Tag neu geprüft, und sobald ein Hundertstel mehr abgeschlossen ist.
scoring-won-pressing = Gewonnene Leads, die es „Dringend“ oder „Hoch“ nennt
scoring-live = in Kraft: { $what }
scoring-a-day = { $tier } je Arbeitstag, unter den beendeten Leads
scoring-auc = Von einem gewonnenen und einem verlorenen Lead stellt es den gewonnenen voran
scoring-of-hundred = { $count } von 100
scoring-auc-between = sicher zwischen { $low } und { $high }
scoring-by-tier = Abschlussquote je Stufe, neben dem Modell in Kraft
scoring-tier = Stufe
scoring-won = Gewonnen
scoring-rate = Abschluss{ "\u00AD" }quote
scoring-lift = Zu allen
scoring-now = In Kraft
scoring-between = { $low } bis { $high }
scoring-in-order = Jede Stufe schließt mindestens so gut ab wie die darunter.
scoring-out-of-order = { $tier } schließt schlechter ab als { $below } darunter: { $rate } gegen { $other }.
scoring-order-unsure = Ob jede Stufe besser abschließt als die darunter, lässt sich bei so wenigen Leads nicht sagen.
scoring-moves = { $count ->
    [0] Kein Lead würde die Stufe wechseln
    [one] Ein Lead würde die Stufe wechseln
   *[other] { $count } Leads würden die Stufe wechseln
}
scoring-move = { $count ->
    [one] ein Lead, { $won } gewonnen
   *[other] { $count } Leads, { $won } gewonnen
}
scoring-ended-won = gewonnen
scoring-ended-lost = verloren
scoring-few = { $count ->
    [0] Ohne einen gewonnenen Lead lässt sich nichts beurteilen.
    [one] Ein gewonnener Lead ist eine sehr kleine Stichprobe. Halten Sie jeden Unterschied für Zufall.
   *[other] { $count } gewonnene Leads sind eine kleine Stichprobe. Halten Sie einen Unterschied von 1 oder 2 für Zufall.
}
scoring-example = Ein Lead als Beispiel
scoring-example-none = Die Nummer { $number } hat kein Lead; dies ist der neueste.
scoring-example-other = Nummer eines anderen Leads
scoring-sources = Was Quellen wert sind
scoring-sources-none = In den letzten 90 Tagen ist kein Lead abgeschlossen worden, deshalb wird nichts vorgeschlagen.
scoring-sources-how = { $count ->
    [one] Ein Lead, der in den letzten { $days } Tagen abgeschlossen wurde. Kleine Zahlen werden zur Quote aller hingezogen. Eine Quote wie die aller ist ein Drittel dessen wert, was es für eine Quelle höchstens gibt, doppelte Chancen zwei Drittel, halbe nichts. Nichts ändert sich, bevor Sie es sagen.
   *[other] { $count } Leads, die in den letzten { $days } Tagen abgeschlossen wurden. Kleine Zahlen werden zur Quote aller hingezogen. Eine Quote wie die aller ist ein Drittel dessen wert, was es für eine Quelle höchstens gibt, doppelte Chancen zwei Drittel, halbe nichts. Nichts ändert sich, bevor Sie es sagen.
}
scoring-source = Quelle
scoring-closed = Abgeschlossen
scoring-sources-take = Gewählte Punkte übernehmen
scoring-sources-changed = Jetzt werden andere Punkte vorgeschlagen als beim Aufbau dieser Seite, deshalb wurde nichts übernommen. Sehen Sie sie noch einmal an.
scoring-sources-same = Die Punkte passen dazu, wie Leads ausgegangen sind. Es wird nichts vorgeschlagen.
scoring-review-due = Seit { $days } Tagen hat niemand die Bewertung daran gemessen, wie Leads ausgegangen sind. Sehen Sie alle 60 bis 90 Tage danach.
scoring-review-keep = Geprüft, so lassen
scoring-review-go = Bewertung prüfen
signal-own_rule = Nach einer eigenen Regel
reason-own_rule = eigene Regel
reason-override = von Hand gesetzt
entry-overridden = Bewertung auf { $score } gesetzt, { $span }
entry-override-ended = Die Punkte zählen wieder
lead-set-score = Bewertung setzen
lead-set-score-to = Punkte, 0 bis 100
lead-set-score-why = Warum
lead-set-score-hint = Bis dahin zählen die Punkte nicht. Alle sehen, wer sie gesetzt hat und warum.
lead-set-to = Von Hand auf { $score } gesetzt
lead-set-until = Von { $by }, bis { $day }
lead-set-end = Punkte wieder zählen lassen
lead-as-of = Stand { $when }
lead-as-of-end-of = Stand am Ende des Tages: { $day }
lead-as-of-now = Jetzt zeigen
lead-as-of-end = Dieser Lead ist abgeschlossen, daher verblasst nichts mehr: die Wertung, wie sie zuletzt war, { $when }.
lead-as-of-none = Der Lead war da noch nicht eingegangen, oder das ist kein Tag.
lead-as-of-to-come = Dieser Tag kommt erst noch. Das ist die Wertung, wie sie jetzt ist.
lead-as-of-day = Am Tag
lead-as-of-show = Zeigen
lead-judged-by = Nach Version { $version } der Regeln, allein nach Punkten.
lead-judged-by-learned = Nach Version { $version } der Regeln, mit dem Modell, gelernt am { $day }.
# Zuteilung: Regeln, ihre Probe und ob sie richtig lagen

judged-account = Firma
judged-tags = Schlagwörter
passed-no-field = übergangen, denn es gibt kein Feld „{ $field }“

entry-misrouted = { $name } war nicht richtig zuständig
entry-owner-right = Erste Zuteilung als richtig beurteilt
entry-owner-wrong = Erste Zuteilung als falsch beurteilt
wrong-owner-territory = falsches Gebiet
wrong-owner-product = falsches Produkt
wrong-owner-not_theirs = gehört jemand anderem
wrong-owner-other = anderer Grund
cause-was-wrong = war nicht richtig zuständig
cause-misroute = { $name } war nicht richtig zuständig
passed-was-wrong = sie lag bei diesem Lead falsch
refusal-nobody-else = Sonst arbeitet hier niemand, der ihn übernehmen könnte.

## /settings/routing

routing-rates = Anteile nach Abschlussquoten
routing-rates-how = Wie die Leads der letzten { $days } Tage ausgegangen sind, die eine Regel jeder Person aus dieser Gruppe gegeben hat, mit den Grenzen, zwischen denen eine Quote liegt. Wenige Leads werden zur Quote der Gruppe gezogen. Von selbst ändert sich nichts.
routing-rates-none = Aus dieser Gruppe ist in den letzten { $days } Tagen kein Lead abgeschlossen worden, deshalb wird nichts vorgeschlagen.
routing-rates-show = Abschlussquoten zählen
routing-rates-take = Diese Anteile übernehmen
routing-rates-changed = Gruppen oder Abschlussquoten haben sich inzwischen geändert; es wurde nichts übernommen. Das sind die Anteile, die jetzt vorgeschlagen werden.
routing-rates-same = Die Anteile passen dazu, wie Leads ausgegangen sind, oder es sind zu wenige. Es wird nichts vorgeschlagen.
routing-share = Anteil
routing-alone = Jeder Lead geht an { $name }, hier die einzige Person: Keine Regel wird gefragt, nichts geht reihum, und niemand muss annehmen. Mit dem zweiten Teammitglied gelten die Regeln von selbst.
routing-for-a-team = Regeln für ein größeres Team
routing-how = Von oben gelesen: Die erste Regel, die passt, entscheidet.
routing-rule = Regel hinzufügen
routing-new-rule = Neue Regel
routing-sample = Letzten Monat prüfen
routing-taken = { $count ->
    [one] 1 Zuteilung in 30 Tagen
   *[other] { $count } Zuteilungen in 30 Tagen
  }
routing-up = Regel { $number } nach oben
routing-down = Regel { $number } nach unten
routing-edit = Regel { $number } bearbeiten
routing-when = Wenn
routing-give = Geht an
routing-always = Immer
routing-everyone = alle, die hier arbeiten
routing-no-pool = eine Gruppe, die es nicht mehr gibt
routing-name = Name
routing-is-in = { $label } ist { $values }
routing-is-not_in = { $label } ist nicht { $values }
routing-is-contains = { $label } enthält { $values }
routing-is-begins = { $label } beginnt mit { $values }
routing-is-at_least = { $label } ist mindestens { $values }
routing-is-at_most = { $label } ist höchstens { $values }
routing-is-between = { $label } liegt zwischen { $values }
routing-is-known = { $label } ist bekannt
routing-is-unknown = { $label } ist nicht bekannt
routing-fact = Bedingung { $number }: wonach gefragt wird
routing-test = Bedingung { $number }: wie verglichen wird
routing-values = Bedingung { $number }: Werte
routing-no-fact = Keine weitere Bedingung
routing-values-how = Mehrere Werte stehen zwischen Kommas, Bereiche schreiben Sie als 10000..12699. Länder nennen Sie mit Kürzel oder Namen. Alle Bedingungen einer Regel müssen zutreffen.
routing-more = Behalten und Bedingung hinzufügen
routing-delete = Diese Regel entfernen
routing-else = Alle übrigen
routing-else-how = Immer. Das lässt sich nicht entfernen, damit kein Lead ohne zuständige Person bleibt.
routing-fallback = Fängt alles Übrige auf
routing-cap = Offene Leads, die jemand höchstens unbestätigt haben darf
routing-keep-person = Wer wiederkommt, geht an die Person, die er kennt
routing-keep-firm = Wer aus einer bekannten Firma kommt oder eine bekannte Telefonnummer teilt, geht an die Person, die man dort kennt
routing-pools = Gruppen
routing-pool = Gruppe hinzufügen
routing-new-pool = Neue Gruppe
routing-skills = Nötige Fähigkeiten
routing-skills-how = Etwa: Französisch, große Dächer:2. Eine Zahl hinter dem Doppelpunkt verlangt mindestens diese Stufe, von 1 bis 3.
routing-weights-how = Neben jedem Namen steht, wie viele Leads auf diese Person kommen, wenn eine mit Gewicht 1 einen bekommt. Leer: nicht in dieser Gruppe. Eine Gruppe ohne Namen gehört allen. Leads gehen reihum, vorbei an denen, die abwesend oder ausgelastet sind.
routing-delete-pool = Diese Gruppe entfernen
routing-no-number = „{ $text }“ ist keine ganze Zahl von 1 bis { $most }.
routing-not-yet = Was hier steht, gilt noch nicht.
routing-changed = geändert
routing-pool-everyone = Hier ist niemand genannt, also gehört diese Gruppe allen, die hier arbeiten.
routing-emptied = In { $pools } ist niemand mehr, also bekämen alle, die hier arbeiten, diese Leads. Ist das so gemeint, dann speichern Sie noch einmal.
routing-emptied-tried = In { $pools } ist niemand mehr, also wurde mit allen probiert, die hier arbeiten.
routing-try = An den letzten 1.000 Leads erproben
routing-save = In Kraft setzen
routing-test-lead = Lead erproben
routing-test-number = Nummer eines Leads
routing-test-how = Nennen Sie einen Lead, oder sagen Sie, was über einen neuen bekannt ist. Ohne Punktzahl werden diese Angaben bewertet wie die eines Leads, der jetzt eingeht.
routing-test-scored = Nach diesen Angaben bewertet: { $score }, { $tier }.
routing-test-points = Wofür es sonst noch Punkte gibt
routing-test-stands = Die Punktzahl jetzt: { $score }, { $tier }.
routing-test-typed = Wie eingegeben: { $score }, { $tier }.
routing-test-no-score = „{ $text }“ ist keine Punktzahl. Schreiben Sie eine ganze Zahl von 0 bis 100.
routing-who = Wer bekommt ihn?
routing-by = nach { $rule }
routing-also = Auch Regel { $number } würde passen: { $rule }
routing-dry-run = Vorher und nachher
routing-moved = { $count ->
    [0] Keiner von { $all } Leads ginge an jemand anderen.
    [one] 1 von { $all } Leads ginge an jemand anderen.
   *[other] { $count } von { $all } Leads gingen an jemand anderen.
  }
routing-person = Zuständig
routing-before = In Kraft
routing-after = Wie es hier steht
routing-given = { $name }, { $rule }
routing-dry-how = Die Schreibtische bleiben leer, und niemand ist schon an der Reihe gewesen, damit jeder Unterschied von den Regeln kommt; wie viele Leads jemand halten darf, wird nicht ausprobiert. Jeder Lead zählt so, wie er war, als ihn zum ersten Mal jemand bekam, mit seinen Angaben und seiner Bewertung von damals, und noch einmal, wo er stieg oder ein Angebot verstrich, bevor ihn jemand übernahm. In der Tabelle zählt er bei der Person, die ihn zuletzt hat.
routing-sample-of = Zuteilung im { $month } { $year }
routing-sample-how = Bis zu 50 Leads, zufällig gezogen, jeder mit seiner Bewertung bei der Zuteilung. War die erste Zuteilung richtig?
routing-sample-none = In diesem Monat wurde kein Lead zugeteilt.
routing-sample-passes = { $right } von { $judged } kamen gleich an die richtige Person: { $percent } %. { $enough } % genügen.
routing-sample-so-far = { $right } der bisher beurteilten { $judged } waren von Anfang an richtig zugeteilt. Gewünscht sind { $enough } % von allen.
routing-sample-fails = { $right } von { $judged } kamen gleich an die richtige Person: { $percent } %. Gewünscht sind { $enough } %. Sehen Sie sich die Regeln an, die falsch lagen.
routing-sample-left = { $count ->
    [one] 1 ist noch nicht beurteilt.
   *[other] { $count } sind noch nicht beurteilt.
  }
routing-sample-was = War { $name } für { $lead } von Anfang an richtig?
routing-right = Richtig
routing-wrong = Falsch
routing-lost = Bei der falschen Person gingen { $span } verloren
lead-misroute = Falsch zugeteilt
lead-misroute-how = Er geht sofort an die nächste Person, die ihn übernehmen kann, und nie zurück.
lead-confirm-misroute = Weitergeben
lead-choose-wrong-owner = Wählen Sie, warum die Zuteilung falsch ist.
today-ownerless = { $count ->
    [one] Für 1 offenen Lead ist niemand zuständig. Öffnen Sie ihn und geben Sie ihn jemandem.
   *[other] Für { $count } offene Leads ist niemand zuständig. Geben Sie sie jemandem.
  }
today-unjudged = { $count ->
    [one] Zuteilung im letzten Monat: 1 Lead ist zu beurteilen
   *[other] Zuteilung im letzten Monat: { $count } Leads sind zu beurteilen
  }

# Was die eigene Vergangenheit lehrt
learned-title = Was Ihre früheren Leads lehren
learned-how = Auf diesem Gerät gelernt, aus Ihren eigenen abgeschlossenen Leads, so wie sie hereinkamen. Nichts verlässt das Gerät, und Namen werden nicht gelernt.
learned-learn = Aus unseren Leads lernen
learned-back = Zurück zur Bewertung
learned-not-yet = Noch ist nichts gelernt. Die Punkte entscheiden.
learned-under-way = Es wird gerade gelernt.
learned-look-again = Noch einmal nachsehen
learned-failed = Das Lernen ist fehlgeschlagen. Der Grund steht im Protokoll des Geräts.
learned-too-little = { $count ->
    [one] Ein Lead ist abgeschlossen, { $won } gewonnen und { $lost } verloren. Ein Modell braucht mindestens 50, und von beiden je 10. Bis dahin entscheiden die Punkte.
   *[other] { $count } Leads sind abgeschlossen, { $won } gewonnen und { $lost } verloren. Ein Modell braucht mindestens 50, und von beiden je 10. Bis dahin entscheiden die Punkte.
}
learned-one-end = Ihre Leads sind alle gleich ausgegangen, es gibt also nichts zu unterscheiden. Die Punkte entscheiden.
learned-no-columns = Was beim Eingang über Ihre Leads bekannt ist, sagt nichts darüber, wie sie ausgehen. Die Punkte entscheiden.
learned-in-force = Das Modell in den Regeln
learned-from = { $count ->
    [one] Am { $day } aus einem abgeschlossenen Lead gelernt.
   *[other] Am { $day } aus { $count } abgeschlossenen Leads gelernt, davon { $won } gewonnen.
}
learned-counts = Wofür es zählt
learned-counts-beside = Neben den Punkten
learned-counts-beside-how = Es steht bei jedem Lead und ändert keine Bewertung.
learned-counts-blended = Gemischt
learned-counts-blended-how = Die Bewertung ist das Mittel aus den Punkten und dem, was die Aussicht wert ist.
learned-counts-drives = Es entscheidet
learned-counts-drives-how = Die Bewertung ist, was die Aussicht wert ist. Untergrenzen und von Hand gesetzte Werte gelten weiter.
learned-counts-none = Gar nicht
learned-counts-none-how = Das Modell wird aus den Regeln genommen.
learned-lesson = Was jetzt gelernt wurde
learned-unseen = Erprobt an Leads, die es nicht kannte, in fünf Teilen, jeder einmal.
learned-auc = Von einem gewonnenen und einem verlorenen Lead setzt es den gewonnenen vorn
learned-auc-points = Die Punkte tun es
learned-brier = Mittlerer quadratischer Fehler seiner Aussichten
learned-brier-baseline = { $figure }, wenn alle dieselbe Aussicht hätten
learned-better = Es unterscheidet gewonnene von verlorenen Leads besser als die Punkte.
learned-worse = Die Punkte unterscheiden gewonnene von verlorenen Leads besser als es.
learned-alike = Ob es oder die Punkte besser unterscheiden, lässt sich bei so wenigen Leads nicht sagen.
learned-moved = Vom ältesten Fünftel Ihrer Leads wurden { $first } gewonnen, vom jüngsten { $last }: Die Zeiten haben sich geändert, und aus allen gelernte Aussichten hinken hinterher.
learned-latest = Nur aus den älteren vier Fünfteln gelernt, setzt es im jüngsten Fünftel den gewonnenen in { $auc } vorn; vorausgesagt waren { $foretold } gewonnen, es waren { $won }.
learned-knows-the-end = „{ $what }“ verrät für sich allein fast immer den Ausgang.
learned-only-won = „{ $what }“ ist nur bei gewonnenen Leads bekannt.
learned-only-lost = „{ $what }“ ist nur bei verlorenen Leads bekannt.
learned-mostly-won = „{ $what }“ ist bei den meisten gewonnenen Leads bekannt und bei wenigen verlorenen: { $won } gegen { $lost }, gezählt unter denen, deren Ende mit ihnen aus einer Liste kam.
learned-mostly-lost = „{ $what }“ ist bei den meisten verlorenen Leads bekannt und bei wenigen gewonnenen: { $lost } gegen { $won }, gezählt unter denen, deren Ende mit ihnen aus einer Liste kam.
learned-filled-later = „{ $what }“ nennt Tage, die praktisch nie vor denen einer anderen Spalte liegen.
learned-as-much-as-all = „{ $what }“ trägt das meiste bei: Für sich allein sagt es so viel wie alles andere zusammen.
learned-dropped = Vielleicht wird es erst hinterher ausgefüllt, darum bleibt es weg.
learned-kept = Wird es erst hinterher ausgefüllt, lassen Sie das Modell nicht zählen.
learned-calibration = Vorausgesagt und eingetreten, in zehn Gruppen
learned-foretold = Vorausgesagt
learned-left-out = { $count ->
    [one] Eine Spalte bleibt weg
   *[other] { $count } Spalten bleiben weg
}
learned-useless-empty = ist leer
learned-useless-constant = sagt bei allen dasselbe
learned-useless-counting = zählt nur die Leads
learned-useless-unique = sagt bei fast allen etwas anderes
learned-useless-prose = ist frei geschrieben
learned-twin = sagt dasselbe wie „{ $what }“
learned-only-filled = (es zählt nur, ob etwas darin steht)
learned-looks-at = Worauf es achtet
learned-looks-at-how = Das Gewichtigste zuerst. Die Zahlen sagen, wie viel besser oder schlechter die Chance auf einen Abschluss steht als beim durchschnittlichen Lead; bei weniger als 20 Leads steht nur ihre Zahl da.
learned-column = Spalte
learned-weight = Gewicht
learned-levels = Was für einen Abschluss spricht oder dagegen
learned-up = { $what }: { $times }-mal bessere Chance
learned-down = { $what }: { $times }-mal schlechtere Chance
learned-few-up = { $what }: dafür
learned-few-down = { $what }: dagegen
learned-seen = { $count ->
    [one] (ein Lead)
   *[other] ({ $count } Leads)
}
learned-has = { $what } ist bekannt
learned-column-arrival = Wann er hereinkam
learned-column-source = Quelle
learned-column-campaign_source = Herkunft der Kampagne
learned-column-campaign_medium = Medium der Kampagne
learned-column-campaign_name = Kampagne
learned-column-mailbox = Postfach
learned-column-message_words = Wörter der Nachricht
learned-mailbox-free = kostenloses Postfach
learned-mailbox-own = eigenes Postfach
learned-between = { $from } bis { $to }
learned-side-weekday = { $what }, Wochentag
learned-side-month = { $what }, Monat
learned-side-hour = { $what }, Stunde
learned-missing = nicht bekannt
learned-other = alles andere
learned-hours = { $from }:00 bis { $to }:00
learned-yes = ja
learned-no = nein
learned-is = { $what }: { $is }
learned-because = { $count ->
    [one] { $what } (ein früherer Lead)
   *[other] { $what } ({ $count } frühere Leads)
}
learned-lead-chance = Wie frühere Leads: { $percent } % werden gewonnen
learned-lead-above = Aussichtsreicher als { $count } von 100 früheren Leads.
learned-lead-beside = Steht neben den Punkten; wert wäre es { $points }.
learned-lead-blended = { $points } Punkte wert; die Bewertung ist das Mittel aus beidem.
learned-lead-drives = { $points } Punkte wert; das ist die Bewertung.
learned-lead-held = Für sich allein ergäbe das { $points } Punkte als Bewertung. Die Untergrenze oder die von Hand gesetzte Bewertung, oben genannt, geht vor.
learned-lead-how = Wie aus einer Chance Punkte werden: Von 100 früheren Leads hatten etwa { $count } eine geringere Chance, und ebenso viele hatten weniger als { $points } Punkte.
learned-lead-for = Dafür
learned-lead-against = Dagegen
learned-go = Ansehen, was Ihre früheren Leads lehren
learned-unseen-then = Aus Leads, die vor dem { $day } endeten, wurde gelernt. Jeder wird hier von einem Modell beurteilt, das ihn nicht kannte.
learned-seen-before = Aus Leads, die vor dem { $day } endeten, wurde gelernt; diese Zahlen sehen darum besser aus, als sie sind. Die von Leads, die das Modell nicht kannte, bleiben nur bis zum nächsten Start der Box; erneutes Lernen bringt sie zurück.

## Was an den Regeln nicht stimmt

fault-archives-with-note = { $here } legt mit dem Grund „{ $reason }“ ab, der eine Notiz verlangt.
fault-asks-field-off = { $here } fragt nach „{ $label }“, einem Feld, das ausgeschaltet ist.
fault-away-order = Eine Abwesenheit von „{ $id }“ endet, bevor sie beginnt.
fault-business-needs-name = Der Betrieb braucht einen Namen.
fault-cannot-stand-here = „{ $first }“ kann hier nicht stehen. Möglich sind: { $known }.
fault-cap-range = Der Höchstwert der Gruppe „{ $group }“ ist { $cap }. Er muss zwischen 0 und 1000 liegen.
fault-circle = { $here } fragt nach etwas, das auf ihr beruht: { $judged }.
fault-clock-accept = Leads der Stufe „{ $tier }“ müssen innerhalb der Antwortzeit angenommen werden, in mindestens einer Minute.
fault-clock-later = Leads der Stufe „{ $tier }“ sind erst innerhalb von { $minutes } Minuten zu beantworten, später als die der Stufe „{ $lower }“ mit { $less }.
fault-clock-long = Die Frist für Leads der Stufe „{ $tier }“ läuft { $minutes } Minuten. Mehr als { $most } sind nicht möglich.
fault-clock-minute = Die Frist für Leads der Stufe „{ $tier }“ braucht mindestens eine Minute, auch nach einer Öffnung.
fault-compares-with-nothing = { $here } vergleicht „{ $field }“ mit nichts und sagt so nichts aus.
fault-condition-no-fact = { $here } hat eine Bedingung ohne Angabe. Wählen Sie eine, oder leeren Sie auch ihre Werte.
fault-conditions-most = { $here } hat { $count } Bedingungen. Mehr als { $most } sind nicht möglich.
fault-conditions-no-field = { $here } hat Bedingungen und nennt kein Feld, das sie erfüllen könnte.
fault-criterion-or-field = { $here } nennt eine zweite Angabe, die keine zweite ist.
fault-conditions-range = { $here } hat { $count } Bedingungen. Es müssen 1 bis { $most } sein.
fault-count-days = „{ $signal }“ soll { $days } Tage lang zählen. Es müssen 1 bis { $most } sein.
fault-count-most = Von „{ $signal }“ sollen { $count } zählen. Es müssen 1 bis { $most } sein.
fault-country-unknown = { $here } nennt das Land „{ $country }“, und das gibt es nicht. Schreiben Sie ein Kürzel wie DE, den Namen oder eine Gruppe wie EU oder DACH.
fault-criterion-needs-name = Die Frage „{ $key }“ braucht einen Namen.
fault-criteria-most = Mehr als { $most } Fragen sind nicht möglich.
fault-days-rise = Die Tage der Sequenz „{ $key }“ müssen ab 1 steigen, mit einem Schritt je Tag.
fault-did-you-mean = Meinten Sie „{ $key }“?
fault-draft-both = { $here } braucht beides oder keines: Minuten als Entwurf und die Stufen, für die es einer ist.
fault-draft-long = { $here } liegt länger als eine Woche als Entwurf.
fault-entries-of = Es gibt { $count } Einträge dieser Art ({ $what }). Mehr als { $most } sind nicht möglich.
fault-fades-slowly = Interesse verblasst zu langsam: Voll zählt es höchstens ein Jahr, und in höchstens zehn halbiert es sich.
fault-fallback-gone = „{ $name }“ soll alles Übrige auffangen und arbeitet derzeit nicht hier.
fault-field-label = Das Feld „{ $key }“ braucht eine Bezeichnung.
fault-field-needs-options = Das Feld „{ $key }“ ist eine Auswahl und braucht Möglichkeiten.
fault-field-no-choice = Das Feld „{ $key }“ hat Möglichkeiten und ist keine Auswahl.
fault-field-off = Das Feld „{ $key }“ ist ausgeschaltet, und danach fragt: { $who }.
fault-field-options-most = Das Feld „{ $key }“ hat { $count } Möglichkeiten. Mehr als { $most } gehen nicht.
fault-field-taken = Das Feld „{ $key }“ braucht einen anderen Schlüssel; dieser ist vergeben.
fault-fit-percent = Es sind { $percent } % der Punkte für die Passung verlangt. 100 % sind das Höchste.
fault-fit-rule-needs-name = Jede eigene Regel braucht einen Namen.
fault-fit-rules-most = Mehr als { $most } eigene Regeln sind nicht möglich.
fault-floor-holds = Die Untergrenze „{ $name }“ gilt { $days } Tage lang. Mehr als { $most } sind nicht möglich.
fault-floor-lies = Die Untergrenze „{ $name }“ liegt bei { $score }. 100 ist der höchste Punktestand.
fault-floor-never = { $here } kann nie gelten: Sie fragt nach Punkten für „{ $signal }“, und dafür gibt es keine.
fault-floor-needs-name = Jede Untergrenze braucht einen Namen.
fault-floors-most = Mehr als { $most } Untergrenzen sind nicht möglich.
fault-gives-weight = { $here } gibt „{ $id }“ das Gewicht { $weight }. Es muss zwischen 1 und 100 liegen.
fault-goes-on = { $here } dauert länger als { $most } Tage.
fault-goes-stale = Ein Schritt verfällt nach 1 bis { $most } Tagen.
fault-halves = Interesse muss sich in mindestens einem Tag halbieren.
fault-has-weight = „{ $id }“ hat das Gewicht { $weight }. Es muss zwischen 1 und 100 liegen.
fault-holidays-most = Es gibt { $count } Feiertage. Mehr als { $most } sind nicht möglich.
fault-language-code = Die Regel „{ $rule }“ fragt nach der Sprache „{ $language }“. Sprachen stehen als Kürzel wie en oder de da.
fault-email-whole = Die Regel „{ $rule }“ fragt nach der E-Mail-Adresse „{ $email }“, und das ist keine. Sagen Sie, dass sie das enthält, oder fragen Sie nach „{ $field }“.
fault-country-within = Die Regel „{ $rule }“ sucht „{ $country }“ im Land. Länder stehen als Kürzel wie DE da: Sagen Sie, dass es eines von diesen ist.
fault-leads-back = { $here } führt zu sich selbst zurück, und die Briefe nähmen kein Ende.
fault-leads-on-and-archives = { $here } führt weiter zu „{ $then }“ und kann nicht zugleich ablegen.
fault-learned-parts = Die Teile des gelernten Modells gehören nicht zusammen. Lernen Sie es neu, oder nehmen Sie die Tabelle „scoring.learned“ aus dem Text: Dann entscheiden allein die Punkte.
fault-letter-too-long = { $here } ist zu lang: { $subject } Zeichen für einen Betreff, { $letter } für einen Brief.
fault-letters-a-week = Mehr als { $most } Briefe in der Woche sind nicht möglich.
fault-list-empty = Ein Eintrag der Liste „{ $list }“ ist leer.
fault-list-most = Es gibt { $count } Einträge in der Liste „{ $list }“. Mehr als { $most } sind nicht möglich.
fault-mapping-most = { $here } nennt { $count } Felder. Mehr als { $most } sind nicht möglich.
fault-mate-away = „{ $id }“ ist { $count } Mal abwesend. Mehr als { $most } sind nicht möglich.
fault-mate-email = „{ $id }“ im Team braucht eine E-Mail-Adresse; „{ $email }“ ist keine.
fault-mate-name = „{ $id }“ im Team braucht einen Namen.
fault-mate-skills = „{ $id }“ darf { $count } Fähigkeiten mit je 1 bis { $characters } Zeichen haben, ohne Kommas, und Stufen von 1 bis { $most }.
fault-may-hold-none = „{ $id }“ dürfte keinen offenen Lead haben. Geben Sie mindestens 1 an, oder setzen Sie die Person auf inaktiv.
fault-means-an-ending = { $here } braucht einen anderen Schlüssel; dieser steht für ein Ende.
fault-members-most = { $here } hat { $count } Mitglieder. Mehr als { $most } sind nicht möglich.
fault-missing-here = „{ $first }“ fehlt hier.
fault-name-fallback = Nennen Sie jemanden, der übernimmt, was sonst niemand übernehmen kann.
fault-names-twice = { $here } nennt „{ $id }“ zweimal.
fault-names-unknown = { $here } nennt „{ $key }“ ({ $what }), und das gibt es nicht.
fault-needs-name = { $here } braucht einen Namen.
fault-needs-no-value = { $here } fragt nur, ob „{ $field }“ bekannt ist; ein Wert gehört nicht dazu.
fault-place-served = Im bedienten Gebiet „{ $place }“ wird kein Lead gefunden. Nennen Sie Länder, Gruppen wie EU oder DACH, Regionen, Orte oder Anfänge von Postleitzahlen einzeln.
fault-questions-alike = Zwei Fragen heißen „{ $name }“.
fault-mates-alike = Zwei Personen im Team heißen „{ $name }“. Wer den Namen liest, kann sie nicht unterscheiden.
fault-holds-numbers = Die Regel „{ $rule }“ fragt nach „{ $value }“, und „{ $field }“ enthält Zahlen.
fault-holds-yes = Die Regel „{ $rule }“ fragt nach „{ $value }“, und „{ $field }“ ist Ja oder Nein.
fault-needs-day = { $here } braucht einen Tag für „{ $field }“, etwa 2026-05-08. „{ $said }“ ist keiner.
fault-needs-number = { $here } braucht eine Zahl für „{ $field }“.
fault-needs-range = { $here } braucht einen Bereich für „{ $field }“, zum Beispiel „10..49“.
fault-needs-subject = { $here } braucht einen Betreff.
fault-needs-words = { $here } braucht einen Text.
fault-never-asked = Die Regel „{ $name }“ wird nie gefragt, denn „{ $all }“ nimmt jeden Lead.
fault-never-matches = { $here } kann nie zutreffen: Nichts erfüllt, was von „{ $field }“ verlangt wird.
fault-never-matches-tier = Die Regel „{ $name }“ kann nie zutreffen: Keine Punktzahl, nach der sie fragt, gehört zu der Stufe, nach der sie fragt.
fault-never-opens = Der Betrieb öffnet nie. Geben Sie mindestens einem Wochentag Zeiten.
fault-never-there = „{ $id }“ hat eigene Zeiten und ist nie da. Nennen Sie einen Tag, oder lassen Sie die Zeiten weg.
fault-no-country = „{ $country }“ ist kein Länderkürzel. Schreiben Sie es wie GB oder DE.
fault-no-currency = „{ $currency }“ ist kein Währungskürzel. Schreiben Sie es wie GBP oder EUR.
fault-no-email = „{ $email }“ ist keine E-Mail-Adresse.
fault-no-key = „{ $key }“ ist kein Schlüssel ({ $what }). Erlaubt sind Kleinbuchstaben, Ziffern, - und _.
fault-no-language = „{ $language }“ ist kein Sprachkürzel. Schreiben Sie es wie en oder de.
fault-no-link = „{ $link }“ ist kein Link. Er beginnt mit https://.
fault-no-number = { $here } vergleicht „{ $field }“ mit einer Zahl, und das ist keine.
fault-no-open-leads = So dürfte niemand einen offenen Lead haben: open_unaccepted_max muss mindestens 1 sein.
fault-no-page = „{ $page }“ ist kein Pfad einer Seite. Schreiben Sie ihn so: /preise.
fault-no-rule-name = { $here } braucht einen anderen Namen; dieser sagt, dass keine Regel gefragt wurde.
fault-no-stage = Es muss eine Phase geben.
fault-no-zone = Die Zeitzone „{ $zone }“ gibt es nicht. Schreiben Sie sie wie Europe/Berlin.
fault-no-zone-for = Die Zeitzone „{ $zone }“ von „{ $id }“ gibt es nicht. Schreiben Sie sie wie Europe/Berlin.
fault-nobody-has-skill = { $here } verlangt die Fähigkeit „{ $skill }“, und niemand, der ihr angehört und hier arbeitet, hat sie. Deren Leads bekommt, wer alles Übrige auffängt.
fault-no-skill-level = { $here } verlangt „{ $skill }“, das ist keine Fähigkeit einer Stufe von 1 bis { $most }.
fault-nobody-has-level = { $here } verlangt die Fähigkeit „{ $skill }“ auf Stufe { $level }, und niemand, der ihr angehört und hier arbeitet, hat sie. Deren Leads bekommt, wer alles Übrige auffängt.
fault-nobody-has-all = Niemand von „{ $pool }“ hat alles, was der Pool und die Regel „{ $name }“ verlangen. Solche Leads gehen an den, der auffängt, was sonst niemand übernimmt.
fault-nobody-works = Jemand muss hier arbeiten. Nennen Sie mindestens eine Person, die aktiv ist.
fault-not-known-here = „{ $first }“ ist hier nicht bekannt.
fault-not-offered = Die Regel „{ $rule }“ fragt nach „{ $value }“, und „{ $label }“ bietet das nicht an.
fault-one-good-answer = Mindestens eine gute Antwort muss verlangt sein.
fault-overlap = „{ $first }“ und „{ $name }“ nehmen zum Teil dieselben Orte. „{ $again }“ steht weiter oben und bekommt diese.
fault-own-stand-in = „{ $name }“ kann sich nicht selbst vertreten.
fault-own-manager = „{ $name }“ kann nicht die eigene Leitung sein. Nennen Sie jemand anderen oder niemanden.
fault-managers-circle = Die Leitung geht im Kreis: { $names }. Lassen Sie eine dieser Personen ohne Leitung.
fault-own-task = { $here } kann nicht um „{ $key }“ bitten, denn darum bittet das Haus selbst.
fault-pages-most = Mehr als { $most } Seiten sind nicht möglich.
fault-points-from-zero = { $here } gibt { $points } Punkte. Möglich sind 0 bis { $most }.
fault-points-range = { $here } gibt { $points } Punkte. Es müssen -100 bis 100 sein.
fault-pool-empty = Aus „{ $name }“ arbeitet derzeit niemand hier. Deren Leads bekommt, wer alles Übrige auffängt.
fault-postcode-part = { $here } fragt nach der Postleitzahl „{ $postcode }“, und so lautet keine von { $countries }. Sagen Sie, dass sie so beginnt oder dazwischen liegt.
fault-postcodes-digits = { $here } hat den Bereich „{ $range }“, und Postleitzahlen von { $countries } haben { $digits } Ziffern. Keine von ihnen liegt darin.
fault-postcodes-letters = { $here } hat den Bereich „{ $range }“, und Postleitzahlen von { $countries } beginnen mit Buchstaben. Keine von ihnen liegt darin.
fault-range-backwards = { $here } hat für „{ $field }“ einen Bereich, der endet, bevor er beginnt: „{ $range }“.
fault-range-as-value = { $here } hält den Bereich „{ $range }“ für einen Wert von „{ $field }“. Sagen Sie, dass die Angabe dazwischen liegt.
fault-reason-empty = Ein Grund ist leer ({ $what }).
fault-reason-to-choose = Für Leads, die so enden ({ $what }), braucht es 1 bis { $most } Gründe.
fault-reason-twice = Der Grund „{ $reason }“ steht zweimal da ({ $what }).
fault-reasons-most = Mehr als { $most } Gründe sind nicht möglich.
fault-rule-needs-name = Jede Regel der Zuteilung braucht einen Namen.
fault-rules-most = Es gibt { $count } Regeln. Mehr als { $most } sind nicht möglich.
fault-sales-from = Der Vertrieb übernimmt ab { $score }. 100 ist der höchste Punktestand.
fault-say-what-it-tells = { $here } muss sagen, was mitgeteilt wird.
fault-say-what-to-do = { $here } muss sagen, was zu tun ist.
fault-send-back-empty = Einer der Gründe, einen Lead zurückzugeben, ist leer.
fault-signal-points = Das Merkmal „{ $signal }“ gibt { $points } Punkte. Es müssen -100 bis 100 sein.
fault-size-order = Die beste Größe einer Firma endet, bevor sie beginnt.
fault-skills-most = { $here } verlangt { $count } Fähigkeiten. Mehr als { $most } sind nicht möglich.
fault-source-shut = { $here } fragt nach der Quelle „{ $source }“, die ausgeschaltet ist.
fault-sql-unreached = { $count } gute Antworten machen einen Lead zu SQL. Gestellte Fragen: { $asked }. Mit Antworten kommt kein Lead dorthin.
fault-source-form-name = { $here } ist ein Formular und braucht einen Namen für seine Adresse, zum Beispiel kontakt.
fault-source-no-form = { $here } ist kein Formular und kann keines haben.
fault-steps = { $here } hat { $count } Schritte. Es müssen 1 bis { $most } sein.
fault-stop-link = { $here } verschickt „{ $key }“. Darin muss stehen, wie man die Briefe abbestellt: Setzen Sie {"{{"} unsubscribe_link {"}}"} hinein.
fault-stuck-days = { $here } braucht mindestens einen Tag, bevor ein Lead als festgefahren gilt.
fault-subject-one-line = Der Betreff von „{ $key }“ muss in einer Zeile stehen.
fault-tag-comma = Das Schlagwort „{ $label }“ enthält ein Komma oder Semikolon, und die trennen Schlagwörter in einer Liste.
fault-tag-label = Das Schlagwort „{ $key }“ braucht eine Bezeichnung.
fault-taken-before = Die Regel „{ $name }“ wird nie gefragt: „{ $all }“ steht vor ihr und nimmt jeden Lead, den sie nehmen könnte.
fault-template-part = { $part } der Vorlage „{ $key }“: { $fault }
fault-text-number = Die Regel „{ $rule }“ vergleicht „{ $field }“ mit einer Zahl, und das ist ein Text: Nur eine Zahl darin zählt.
fault-tier-enters-two = Leads der Stufe „{ $tier }“ kommen in „{ $one }“ und in „{ $other }“. Wählen Sie eine Sequenz.
fault-tier-unreached = Kein Lead kann auf der Stufe { $tier } stehen: Höchstwerte und Untergrenzen erlauben höchstens { $most } Punkte, und sie beginnt bei { $from }.
fault-tiers-rise = Die Stufen beginnen bei { $medium }, { $high } und { $urgent }. Sie müssen steigen, von 1 bis 100.
fault-too-long-here = { $here } ist hier zu lang. Mehr als { $most } Zeichen sind nicht möglich.
fault-too-many-conditions = { $here } hat zu viele Bedingungen.
fault-too-many-values = { $here } hat zu viele Werte für „{ $field }“.
fault-twice-here = Das steht hier zweimal: { $first }.
fault-two-forms = Zwei Quellen haben das Formular „{ $form }“.
fault-two-of = „{ $key }“ gibt es zweimal ({ $what }).
fault-two-pools = Zwei Gruppen heißen „{ $name }“.
fault-two-rules = Zwei Regeln heißen „{ $name }“.
fault-two-tags = Zwei Schlagwörter heißen „{ $label }“.
fault-unreadable = Das lässt sich nicht lesen.
fault-warning-range = Eine Warnung muss zwischen 1 und 99 Prozent einer Frist kommen.
fault-warnings-most = Es gibt { $count } Warnungen. Mehr als { $most } sind nicht möglich.
fault-warnings-order = Warnungen müssen der Reihe nach stehen, jede später als die davor.
fault-here-criterion = Die Frage „{ $key }“
fault-here-fit-rule = Die eigene Regel „{ $key }“
fault-here-floor = Die Untergrenze „{ $key }“
fault-here-instant-reply = Die Sofortantwort
fault-here-noted-reasons = Die Liste der Gründe, die eine Notiz verlangen,
fault-here-pool = Die Gruppe „{ $key }“
fault-here-qualification = Die Qualifizierung
fault-here-rule = Die Regel „{ $key }“
fault-here-scoring = Das Bewertungsmodell
fault-here-sequence = Die Sequenz „{ $key }“
fault-here-source = Die Quelle „{ $key }“
fault-here-stage = Die Phase „{ $key }“
fault-here-step = Schritt { $number } der Sequenz „{ $key }“
fault-here-teammate = „{ $key }“ im Team
fault-here-template = Die Vorlage „{ $key }“
fault-here-win = Der Abschluss eines Leads
fault-what-behaviour = Verhalten
fault-what-class = Art der Quelle
fault-what-competitors = Mitbewerber
fault-what-criterion = Frage
fault-what-disqualified = disqualifiziert
fault-what-field = Feld
fault-what-industries = Branchen
fault-what-letter = Brief
fault-what-lost = verloren
fault-what-places-served = Einzugsgebiet
fault-what-pool = Gruppe
fault-what-reason = Grund
fault-what-request = Bitte
fault-what-score = Punktestand
fault-what-sequence = Sequenz
fault-what-signal = Merkmal
fault-what-source = Quelle
fault-what-stage = Phase
fault-what-subject = Betreff
fault-what-tag = Schlagwort
fault-what-teammate = Teammitglied
fault-what-template = Vorlage
fault-what-tier = Stufe

holiday-new-year = Neujahr
holiday-epiphany = Heilige Drei Könige
holiday-good-friday = Karfreitag
holiday-easter = Ostersonntag
holiday-easter-monday = Ostermontag
holiday-labour = Tag der Arbeit
holiday-ascension = Christi Himmelfahrt
holiday-whit-sunday = Pfingstsonntag
holiday-whit-monday = Pfingstmontag
holiday-corpus-christi = Fronleichnam
holiday-assumption = Mariä Himmelfahrt
holiday-all-saints = Allerheiligen
holiday-conception = Mariä Empfängnis
holiday-christmas-eve = Heiligabend
holiday-christmas = 1. Weihnachtstag
holiday-second-christmas = 2. Weihnachtstag
holiday-stephen = Stephanstag
holiday-boxing = Boxing Day
holiday-bank = Bank Holiday
holiday-national = Nationalfeiertag
holiday-unity = Tag der Deutschen Einheit
holiday-armistice = Waffenstillstand 1918
holiday-victory = Tag des Sieges 1945
holiday-constitution = Tag der Verfassung
holiday-liberation = Tag der Befreiung
holiday-republic = Tag der Republik
holiday-francis = Franz von Assisi
holiday-king = Königstag
holiday-brigid = St. Brigid
holiday-patrick = St. Patrick
holiday-independence = Unabhängigkeitstag
holiday-king-junior = Martin-Luther-King-Tag
holiday-presidents = Tag der Präsidenten
holiday-memorial = Memorial Day
holiday-juneteenth = Juneteenth
holiday-columbus = Kolumbustag
holiday-veterans = Tag der Veteranen
holiday-thanksgiving = Thanksgiving
holiday-instead = freier Tag für: { $day }

country-ae = Vereinigte Arabische Emirate
country-at = Österreich
country-au = Australien
country-be = Belgien
country-benelux = Benelux
country-bg = Bulgarien
country-br = Brasilien
country-ca = Kanada
country-ch = Schweiz
country-cn = China
country-cy = Zypern
country-cz = Tschechien
country-dach = DACH (Deutschland, Österreich, Schweiz)
country-de = Deutschland
country-dk = Dänemark
country-ee = Estland
country-eea = Europäischer Wirtschaftsraum
country-es = Spanien
country-eu = Europäische Union
country-fi = Finnland
country-fr = Frankreich
country-gb = Vereinigtes Königreich
country-gr = Griechenland
country-hr = Kroatien
country-hu = Ungarn
country-ie = Irland
country-in = Indien
country-is = Island
country-it = Italien
country-jp = Japan
country-kr = Südkorea
country-li = Liechtenstein
country-lt = Litauen
country-lu = Luxemburg
country-lv = Lettland
country-mt = Malta
country-mx = Mexiko
country-nl = Niederlande
country-no = Norwegen
country-nordics = Nordische Länder
country-nz = Neuseeland
country-pl = Polen
country-pt = Portugal
country-ro = Rumänien
country-se = Schweden
country-sg = Singapur
country-si = Slowenien
country-sk = Slowakei
country-tr = Türkei
country-us = Vereinigte Staaten
country-za = Südafrika
language-ar = Arabisch
language-bg = Bulgarisch
language-cs = Tschechisch
language-da = Dänisch
language-de = Deutsch
language-el = Griechisch
language-en = Englisch
language-es = Spanisch
language-fi = Finnisch
language-fr = Französisch
language-hu = Ungarisch
language-it = Italienisch
language-ja = Japanisch
language-nl = Niederländisch
language-no = Norwegisch
language-pl = Polnisch
language-pt = Portugiesisch
language-ro = Rumänisch
language-ru = Russisch
language-sk = Slowakisch
language-sv = Schwedisch
language-tr = Türkisch
language-uk = Ukrainisch
language-zh = Chinesisch
