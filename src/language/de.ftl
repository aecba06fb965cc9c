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

## Die Liste der Leads

leads-title = Leads
leads-segments = Segmente
leads-all-open = Alle offenen
leads-mine = Meine
leads-unanswered = Warten auf ersten Kontakt
leads-pressing = Dringend und hoch
leads-stale = Werden kalt
leads-no-next-step = Ohne nächsten Schritt
leads-save-view = Ansicht speichern
leads-change-segment = Segment ändern
leads-segment-name = Name des Segments
leads-share = Alle sehen es
leads-rename = Namen speichern
leads-delete-segment = Segment löschen
leads-name-needed = Geben Sie dem Segment einen Namen.
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
leads-last-touch = Letzter Kontakt
leads-touch-over = { $count ->
    [one] Letzter Kontakt vor über 1 Tag
   *[other] Letzter Kontakt vor über { $count } Tagen
}
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
leads-flag-unanswered = Wartet auf ersten Kontakt
leads-columns = Spalten
leads-show-columns = Diese Spalten zeigen
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
leads-at-time = { $hour }:{ $minute }
leads-at-weekday = { $weekday_short } { $hour }:{ $minute }
leads-at-day = { $day }. { $month_short }
leads-at-year = { $day }. { $month_short } { $year }
leads-pages = Seiten
leads-shown = { $first } bis { $last } von { $total }
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
leads-bulk-undone = { $count } von { $total } rückgängig gemacht.
leads-bulk-changed = { $count ->
    [one] 1 blieb, wie er ist, weil er seitdem geändert wurde:
   *[other] { $count } blieben, wie sie sind, weil sie seitdem geändert wurden:
}
leads-and-more = und { $count } weitere
leads-put-aside = Was nach Spam aussah oder nichts sagte
leads-none-yet = Noch keine Leads. Mit dem ersten läuft eine Uhr.
leads-first-words = Sobald ein Lead hereinkommt, hat er jemanden, der zuständig ist, Punkte und eine Zeit, bis zu der er Antwort hat. Wählen Sie, wie die ersten hierherkommen.
leads-way-form = Das Anfrageformular veröffentlichen
leads-way-form-how = Eine Seite unter Ihrer eigenen Adresse oder ein Baustein für Ihre Website.
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
