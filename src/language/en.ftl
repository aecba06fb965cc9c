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

## The list of leads

leads-title = Leads
leads-segments = Segments
leads-all-open = All open
leads-mine = Mine
leads-unanswered = Waiting for first touch
leads-pressing = Urgent and High
leads-stale = Going stale
leads-no-next-step = No next step
leads-save-view = Save this view
leads-change-segment = Change this segment
leads-segment-name = Name of the segment
leads-share = Everybody sees it
leads-rename = Save the name
leads-delete-segment = Delete this segment
leads-name-needed = Give the segment a name.
leads-name-too-long = This name is longer than { $most } characters.
leads-view-too-long = These are too many filters to keep under a name.
leads-segments-full = The house keeps { $most } segments at most. Delete one first.
leads-filters = Filters
leads-search = Search in this segment
leads-text = Words
leads-text-holds = “{ $text }”
leads-owner = Owner
leads-tier = Tier
leads-score = Score
leads-score-from = Score { $score } and up
leads-stage = Stage
leads-source = Source
leads-last-touch = Last touch
leads-touch-over = { $count ->
    [one] Last touch over 1 day ago
   *[other] Last touch over { $count } days ago
}
leads-came = Came
leads-came-within = { $count ->
    [one] Came in the last day
   *[other] Came in the last { $count } days
}
leads-fate = Outcome
leads-flags = What is so
leads-chip = { $name }: { $value }
leads-remove-filter = Remove filter { $filter }
leads-more-filters = Filter
leads-apply = Show
leads-ask-score = Score at least
leads-ask-touch = Last touch over so many days ago
leads-ask-came = Came in the last days
leads-me = Me
leads-nobody = Nobody
leads-tier-urgent = Urgent
leads-tier-high = High
leads-tier-medium = Medium
leads-tier-low = Low
leads-open = Open
leads-won = Won
leads-lost = Lost
leads-no-lead = Not a lead
leads-flag-incomplete = Facts are missing
leads-flag-waiting = Waits for an answer
leads-flag-look-alike = Looks like another lead
leads-flag-returning = Was here before
leads-flag-unanswered = Waits for a first touch
leads-columns = Columns
leads-show-columns = Show these columns
leads-export = Export
leads-lead = Lead
leads-next-step = Next step
leads-phone = Phone
leads-value = Value
leads-caption = { $count ->
    [one] 1 lead
   *[other] { $count } leads
}
leads-select-all = Select all on this page
leads-select = Select { $name }
leads-no-touch = none yet
leads-from-them = from them
leads-from-us = from us
leads-next-none = none
leads-next-answer = Answer
leads-next-decide = Decide what happens next
leads-next-letter = Letter goes out
leads-next-email = Day { $day } email
leads-next-task = Day { $day } task
leads-next-notice = Day { $day } notice
leads-next-woken = Look again
leads-minutes = { $count } min
leads-hours = { $count } h
leads-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
leads-minutes-over = { $count } min over
leads-hours-over = { $count } h over
leads-days-over = { $count ->
    [one] 1 day over
   *[other] { $count } days over
}
leads-at-time = { $hour }:{ $minute }
leads-at-weekday = { $weekday_short } { $hour }:{ $minute }
leads-at-day = { $day } { $month_short }
leads-at-year = { $day } { $month_short } { $year }
leads-pages = Pages
leads-shown = { $first } to { $last } of { $total }
leads-page-back = Back
leads-page-next = Next
leads-selected-region = Selected leads
leads-selected = selected
leads-give-to = Give to…
leads-move-stage = Move stage
leads-clear = Clear
leads-undo = Undo
leads-bulk-none = Tick at least one lead first.
leads-bulk-too-many = { $most } leads at once are the most.
leads-bulk-nothing = Choose what is to be done with them.
leads-bulk-fault = That did not work and the fault is ours. Try again.
leads-bulk-no-before = It had none before.
leads-bulk-given = { $count ->
    [0] No lead was given to { $name }.
    [one] 1 lead given to { $name }.
   *[other] { $count } leads given to { $name }.
}
leads-bulk-moved = { $count ->
    [0] No lead was moved to { $stage }.
    [one] 1 lead moved to { $stage }.
   *[other] { $count } leads moved to { $stage }.
}
leads-bulk-refused = { $count ->
    [one] 1 lead was left as it is:
   *[other] { $count } leads were left as they are:
}
leads-bulk-undone = { $count } of { $total } taken back.
leads-bulk-changed = { $count ->
    [one] 1 was left as it is, because it has been changed since:
   *[other] { $count } were left as they are, because they have been changed since:
}
leads-and-more = and { $count } more
leads-put-aside = What looked like spam or said nothing
leads-none-yet = No leads yet. The first one starts a clock.
leads-first-words = From the moment a lead comes in it has an owner, a score and a time by which it is answered. Choose how the first ones get here.
leads-way-form = Publish the enquiry form
leads-way-form-how = A page at your own address, or a snippet for your website.
leads-way-program = Let a program send them
leads-way-program-how = Your shop or another system hands them in, with a token.
leads-way-hand = Add one by hand
leads-way-hand-how = Name and one way to reach them is enough.
leads-all-have-next = Every open lead has a next step.
leads-none-open = No lead is open.
leads-show-closed = Show those that are closed
leads-nothing = { $count ->
    [one] Nothing matches this filter
   *[other] Nothing matches these { $count } filters
}
leads-without = { $count ->
    [one] Taking off “{ $filter }” shows 1 lead.
   *[other] Taking off “{ $filter }” shows { $count } leads.
}
leads-take-off = Take off { $filter }
leads-clear-filters = Clear all filters
