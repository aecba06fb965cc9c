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
