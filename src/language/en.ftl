# What Leadstead says in English. Sections stand in the order of the rooms that say them.
# Places: { $name } is filled in. A text is whole: never put one together from two.

## Numbers, money and days

number-thousands = ,
money = { $sign }{ $amount }
money-code = { $sign } { $amount }
weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday
weekday-short-mon = Mon
weekday-short-tue = Tue
weekday-short-wed = Wed
weekday-short-thu = Thu
weekday-short-fri = Fri
weekday-short-sat = Sat
weekday-short-sun = Sun
month-jan = January
month-feb = February
month-mar = March
month-apr = April
month-may = May
month-jun = June
month-jul = July
month-aug = August
month-sep = September
month-oct = October
month-nov = November
month-dec = December
month-short-jan = Jan
month-short-feb = Feb
month-short-mar = Mar
month-short-apr = Apr
month-short-may = May
month-short-jun = Jun
month-short-jul = Jul
month-short-aug = Aug
month-short-sep = Sep
month-short-oct = Oct
month-short-nov = Nov
month-short-dec = Dec
moment-long = { $weekday } { $day } { $month } at { $hour }:{ $minute }

## The frame around every page

frame-skip = Skip to content
frame-home = Leadstead home
frame-main = Main
frame-today = Today
frame-leads = Leads
frame-box-well = Box well
frame-box-ill = Box needs help
frame-find = Find a lead
frame-find-hint = Find a lead, company or number
frame-add-lead = Add lead
frame-waiting = { $count } waiting
frame-waiting-read = { $count ->
    [one] lead waiting
   *[other] leads waiting
}
frame-menu = { $name }, menu
frame-role = { $role }, { $business }
frame-theme = Theme
frame-theme-auto = Auto
frame-theme-light = Light
frame-theme-dark = Dark
frame-use-theme = Use this theme
frame-sign-out = Sign out
frame-demo = This is a demo: its clock began on { $since }. Everything in it is made up.
frame-kept-by = Kept on { $business }’s own machine with Leadstead
role-rep = Rep
role-manager = Manager
role-owner = Owner

## Signing in

login-title = Sign in
login-email = Email
login-password = Password
login-keep = Keep me signed in on this device
login-button = Sign in
login-cannot = I cannot sign in
login-ask-owner = Ask the owner of this box for a new password. On the box itself it is
login-wrong = This address and this password do not belong together. Check both and try again.
login-welcome = Welcome
login-nobody-title = This house has no owner yet
login-nobody-how = On the machine it runs on, say who owns it:
login-nobody-then = It asks for a password. Then come back to this page and sign in.
login-nobody-done = I have done that

## Today

today-on-reply = Waiting on reply
today-silent-since = since { $weekday_short }
today-silent-usual = usual is { $days }
today-stale = Going stale
today-stale-after = No touch for { $days } days or more
today-stale-limit = limit { $days }
today-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
today-call = Call
today-nudge = Nudge
today-email = Email
today-note = Add a note
today-snooze = Put aside
today-done = Done today
today-and-more = and { $count } more
today-team = The team
today-team-who = Who
today-team-clocks = Clocks
today-team-late = Past due
today-team-open = Open leads
today-team-state = State
today-team-away = Away until { $weekday_short } { $day } { $month_short }
today-team-drowning = Needs help
today-team-well = Keeps up

## Keys, and whom we know already

keys-title = Keyboard shortcuts
keys-close = Close
known-title = You may know them already. Open the lead, or add it anyway.
known-by-email = Same email
known-by-phone = Same phone number
known-by-name = Similar name

## What a page says that cannot be shown

error-back-today = Back to Today
error-back-start = Back to the start
error-find-by-name = If it was a lead, find it by its name.

## Importing a list

import-title = Import
import-link = Import a list
import-intro = Bring a list of leads from another system or a spreadsheet. You see what would happen to each row before anything is written.
import-source = Where these leads come from
import-source-hint = It decides what they need to have, and whether clocks start at once.
import-file = The list
import-file-hint = CSV or XLSX, up to { $size } MB and { $rows } rows. The first line names the columns.
import-hand-in = Look at the list
import-back = Back to the leads
import-lists = Lists that lie here
import-lists-how = They go when the box restarts. A row that was imported is known again when its list comes once more.
import-rows = { $n ->
    [one] { $count } row
   *[other] { $count } rows
}
import-encoding = read as { $encoding }
import-sheet = sheet “{ $sheet }”
import-columns = What becomes of each column
import-columns-how = Guessed from the names of the columns. Put right what is wrong.
import-theirs = In the list
import-becomes = Becomes
import-becomes-of = What becomes of { $column }
import-leave-out = Leave out
import-keep = Keep under its own name
import-places = What we know of everybody
import-fields = Your own fields
import-to-name = Name
import-to-first-name = First name
import-to-last-name = Last name
import-to-email = Email
import-to-phone = Phone
import-to-company = Company
import-to-role = Job title
import-to-website = Website
import-to-country = Country
import-to-region = Region
import-to-postcode = Postcode
import-to-city = City
import-to-language = Language
import-to-time-zone = Time zone
import-to-message = Message
import-to-arrived-at = When they wrote
import-to-owner = Owner
import-to-stage = Stage
import-to-consent = Agreed to letters
import-to-consent-text = What they agreed to
import-to-utm-source = Campaign source
import-to-utm-medium = Campaign medium
import-to-utm-campaign = Campaign
import-to-click = Click number of an ad
import-to-referrer = Page they came from
import-to-landing = Page they landed on
import-strangers = Rows whose owner does not work here
import-strangers-rules = Share them out by the rules
import-strangers-out = Leave these rows out
import-strangers-give = Give them to { $name }
import-remember = Read the next list from { $source } the same way
import-throw-away = Throw the list away
import-check = Check every row
import-check-how = Nothing is written yet.
import-checking = Checking every row
import-taking = Importing
import-read = { $read } of { $all } rows
import-leave-page = You can leave this page and come back. It goes on.
import-look-again = Look again
import-checked = What would happen
import-checked-how = Rows of one person within the list are counted apart here. Imported, they come to one lead.
import-change = Change the columns
import-report = Report of every row
import-start = { $n ->
    [one] Import { $count } row
   *[other] Import { $count } rows
}
import-nothing-new = Nothing in this list is new.
import-done = Imported
import-done-how = The same list once more adds nothing. The report says what came of each row.
import-another = Import another list
import-to-leads = See the leads
import-numbers = Numbers
import-sum-created = New leads
import-sum-attached = Join an open lead
import-sum-flagged = New, but look alike
import-sum-bad = Refused
import-sum-repeated = Imported before
import-sum-empty = Say nothing
import-sum-strangers = { $n ->
    [one] { $count } row names an owner who does not work here: { $names }.
   *[other] { $count } rows name an owner who does not work here: { $names }.
}
import-sum-incomplete = { $n ->
    [one] { $count } lead lacks what its source asks for. It is marked incomplete.
   *[other] { $count } leads lack what their source asks for. They are marked incomplete.
}
import-samples = The first rows of each kind
import-samples-row = Row
import-lead = Lead { $lead }
import-report-line = Line
import-report-result = Result
import-report-lead = Lead
import-report-reason = Reason
import-came-created = New lead
import-came-flagged = Looks like a known lead
import-came-attached = Joins an open lead
import-came-repeated = Imported before
import-came-empty = Says nothing
import-came-refused = Refused
import-stage-choosing = Choose columns
import-stage-checking = Being checked
import-stage-checked = Checked
import-stage-taking = Being imported
import-stage-done = Imported
import-stage-stopped = Stopped
import-row-width = It has { $has } values, the heading has { $wanted }.
import-row-long = It is longer than 256 KB, or a quote in it is not closed.
import-row-stranger = Its owner, { $name }, does not work here.
import-not-now = Another list is being read or imported. Try again when it is done.
import-halt-near = The import stopped near line { $line }: { $reason } What was taken is kept. Check the list again for the rest.
import-halt-torn = The file could not be read to its end. What was taken is kept.
import-halt-ours = That did not work and the fault is ours. What was taken is kept. Check the list again for the rest.
import-no-file = Choose a file first.
import-no-unreadable = The file could not be read. Hand it in once more.
import-no-empty = The file is empty.
import-no-rows = There is a heading and no row below it.
import-no-picture = This is a picture. A list is a CSV or an XLSX file.
import-no-document = This is a PDF. Ask for the same list as a CSV or an XLSX file.
import-no-text = This is neither a table of text nor a workbook. A list is a CSV or an XLSX file.
import-no-old-book = This is an old kind of office file. Save it as XLSX or CSV, then hand that in.
import-no-locked = This workbook asks for a password. Save it without one, then hand that in.
import-no-book = This file is packed, and no workbook that can be read is in it.
import-no-bomb = Unpacked, this workbook would be larger than a list of leads can be.
import-no-columns = The heading has more than 500 columns.
import-no-heading = The heading cannot be read. Is a quote not closed?
import-no-large = The file is larger than { $size } MB. Split it, then import the parts.
import-no-many-rows = The list has more than { $rows } rows. Split it, then import the parts.

## Finding while typing

find-recent = Looked at last
find-found = Leads found
find-all = Enter: everything about “{ $text }”
find-hint = Type a name, a company, an address or a number.
find-nothing = Nothing found for “{ $text }”.
find-won = Won
find-lost = Lost
find-no-lead = Not a lead
