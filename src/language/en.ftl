# What Leadstead says in English. Sections stand in the order of the rooms that say them.
# Places: { $name } is filled in. A text is whole: never put one together from two.

## Numbers, money and days

number-thousands = ,
number-point = .
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
moment-full = { $weekday_short } { $day } { $month_short } { $year }, { $hour }:{ $minute }
moment-said-today = { $hour }:{ $minute }
moment-said-tomorrow = tomorrow at { $hour }:{ $minute }
moment-said-weekday = { $weekday } at { $hour }:{ $minute }
moment-said-day = { $day } { $month } at { $hour }:{ $minute }
moment-said-year = { $day } { $month } { $year } at { $hour }:{ $minute }
moment-time = { $hour }:{ $minute }
moment-weekday = { $weekday_short } { $hour }:{ $minute }
moment-date = { $weekday_short } { $day } { $month_short }
moment-day = { $day } { $month_short }
moment-day-year = { $day } { $month_short } { $year }
moment-heading-today = Today, { $weekday } { $day } { $month }
moment-heading = { $weekday } { $day } { $month }
moment-heading-year = { $weekday } { $day } { $month } { $year }
span-seconds = { $count } s
span-minutes = { $count } min
span-minutes-seconds = { $minutes } min { $seconds } s
span-hours = { $count } h
span-hours-minutes = { $hours } h { $minutes }
span-of-hours = { $span } of opening hours
span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
and-more = and { $count } more

## Clocks

clock-now = now
clock-late-by = { $span } late
clock-late-weekday = late, { $weekday_short }
clock-late-day = late, { $day } { $month_short }
clock-overdue = overdue
clock-left-of = left of { $span }
clock-left-to-answer = left to answer, promise { $span }

## The frame around every page

frame-skip = Skip to content
frame-home = Leadstead home
frame-main = Main
frame-today = Today
frame-leads = Leads
frame-box-well = Box well
frame-box-ill = Box needs help
frame-disk-full = The disk of the box is full. Everything can be read, and nothing can be saved until there is room. Tell your owner.
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
frame-quiet = The box does not answer. What you see may be old.
frame-busy = One moment, this takes a little longer.
frame-kept = What you typed is still here: send it again once the box answers.
frame-out = You are signed out. What you see may be old.
frame-again = Sign in again

## Signing in

login-title = Sign in
login-email = Email
login-password = Password
login-keep = Keep me signed in on this device
login-button = Sign in
login-cannot = I cannot sign in
login-ask-owner = Ask an owner of this box: under Team they make you a link to choose a new password. On the box itself it is
login-wrong = This address and this password do not belong together. Check both and try again.

## Today

today-on-reply = Waiting on reply
today-silent-since = since { $weekday_short }
today-silent-usual = usual is { $days }
today-stale = Going stale
today-stale-after = No touch for { $days } days or more
today-stale-limit = limit { $days }
today-call = Call
today-nudge = Nudge
today-email = Email
today-note = Add a note
today-snooze = Put aside
today-done = Done today
today-team = The team
today-team-who = Who
today-team-clocks = Clocks
today-team-late = Past due
today-team-open = Open leads
today-team-state = State
today-team-away = Away until { $weekday_short } { $day } { $month_short }
today-team-drowning = Needs help
today-team-answers = { $count ->
    [one] 1 answer past due
   *[other] { $count } answers past due
}
today-team-tasks = { $count ->
    [one] 1 task past due
   *[other] { $count } tasks past due
}
today-team-well = Keeps up
today-is = { $weekday } { $day } { $month }, { $hour }:{ $minute }.
today-open-until = Open until { $hour }:{ $minute }
today-opens-today = Closed. Opens at { $hour }:{ $minute }
today-opens-tomorrow = Closed. Opens tomorrow at { $hour }:{ $minute }
today-opens-weekday = Closed. Opens { $weekday } at { $hour }:{ $minute }
today-opens-day = Closed. Opens { $day } { $month } at { $hour }:{ $minute }
today-box-ill = The box cannot write. What you save now may not be kept. Tell your owner; this page says when it is well again.
today-no-copy = The last copy of the box could not be made: { $why }. Tell your owner.
today-clock-behind = The clock of the box shows { $shows }, but something was written on { $written }. No letter goes until it is set right.
today-clock-leapt = The clock of the box leapt from { $from } to { $to }. No letter goes until { $until }, so that it can be set if it is wrong.
today-letters-stuck = { $count ->
    [one] { $count } letter waits: mail is not set up.
   *[other] { $count } letters wait: mail is not set up.
}
today-letters-ask = Ask { $names } to set it up.
today-whose = Whose desk
today-mine = Mine
today-everyones = Everyone’s
today-answer-now = Answer now
today-nobody-waits = Nobody is waiting.
today-next = Next: { $what } at { $time }.
today-next-late = Late since { $when }: { $what }.
today-due = Due today
today-left = { $count } left
today-nothing-due = Nothing more is due today.
today-first-lead = Ways for the first one
today-all-done = All of today is done.
today-nothing-yet = Nothing is due today.
today-then = { $day } starts with { $load }.
today-weekday = { $weekday }
today-nothing-planned = Nothing is planned for the next 7 days.
today-call-name = Call { $name }
today-email-name = Email { $name }
today-answer = Answer
today-answer-name = Answer { $name }
today-more-for = More for { $name }
today-take = Take it
today-offered = Offered to you
today-escalated = { $name } did not answer in time
today-said = { $place }: “{ $text }”
today-step = Day { $day }.
today-open-task = Open task
today-choose-step = Choose a step
today-fill-in = Fill in
today-task-done = Mark done
today-mark-done = Mark as done
today-move = Move to another time
today-not-a-lead = Not a lead
today-drafts = Goes out by itself
today-send-now = Send now
today-read-it = Read it
today-throw-away = Throw away
today-unread = { $count } new
today-later = The next 7 days
today-later-day = { $weekday_short } { $day }
today-more-later = More lies ahead than is counted here.
today-load-answers = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
today-load-calls = { $count ->
    [one] { $count } call
   *[other] { $count } calls
}
today-load-emails = { $count ->
    [one] { $count } email
   *[other] { $count } emails
}
today-load-linkedin = { $count ->
    [one] { $count } LinkedIn message
   *[other] { $count } LinkedIn messages
}
today-load-tasks = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
}
today-load-letters = { $count ->
    [one] { $count } letter by itself
   *[other] { $count } letters by themselves
}
today-load-back = { $count ->
    [one] { $count } lead back
   *[other] { $count } leads back
}
today-team-numbers = The team today
today-first-response = First response today
today-none-yet = none yet today
today-median = of opening hours, median of { $count }, goal { $goal }
today-each-response = Each response, in order
today-past-promise = { $late } of { $count } past their promise
today-inside = Answered inside the promise
today-share = { $part } of { $whole }
today-rate = { $percent }%
today-lately-days = last { $days } days { $share }
today-lately-promises = last { $count } promises { $share }
today-open-mine = { $count } of them yours
today-nothing-late = nothing waits past its time
today-late-by = you { $mine }, everyone else { $others }

## The form for strangers, and thanks

form-contact = Get in touch
form-send = Send it to us
form-quote = Ask for a quote
form-demo = Ask for a demo
form-call = Ask us to call you
form-call-button = Ask for a call
form-time = Ask for a time
form-lede = Tell us what you need and how to reach you.
form-open-until = We are open until { $time }.
form-back-today = We are back at { $hour }:{ $minute }.
form-back-tomorrow = We are back tomorrow at { $hour }:{ $minute }.
form-back-weekday = We are back { $weekday } at { $hour }:{ $minute }.
form-back-day = We are back { $day } { $month } at { $hour }:{ $minute }.
form-there = { $count ->
    [one] One of us is at the desk now
   *[other] { $count } of us are at the desk now
}
form-then-read = A person of ours reads what you write.
form-then-told = You are told at once who will answer.
form-then-answered = That person gets in touch with you.
form-name = Your name
form-company = Company
form-phone = Phone
form-phone-hint = So that a person can call you back
form-email = Email
form-either = This or a phone number, so that we can answer
form-message = What is it about?
form-optional = (optional)
form-choose = Choose
form-yes = Yes
form-no = No
form-consent = Write to me from time to time. I can stop this with one click.
form-without-consent = Without that tick we use this to answer you and for nothing else.
form-privacy = How we keep your data
form-trap = Leave this empty
form-put-right = One thing to put right:
form-one-of-both = Leave one of the two.
form-no-email = “{ $value }” is no e-mail address.
form-no-phone = “{ $value }” is no phone number.
form-kept = What you wrote is still here.
form-fault = That did not work and the fault is ours. Try again, or call us.
thanks-title = Thank you
thanks = Thank you.
thanks-name = Thank you, { $name }.
thanks-answered = A person of ours will answer you.
thanks-answered-by = { $name } will answer you.
thanks-until = until we answer, at the latest { $time }
thanks-kept = Thank you. We have what you wrote.
thanks-no-way = How can we answer you? We need an e-mail address or a phone number.
thanks-say-how = Send
thanks-phone = A call from us comes from { $phone }.
thanks-letter = A letter that confirms it is on its way to you.
thanks-booking = Not a good moment? Pick a time
thanks-call = Call us instead

## No more letters

stop-title = No more letters
stop-ask = No more letters from us?
stop-what = { $address ->
    [unknown] We will not write to this address again by ourselves. If you ask us something, a person still answers.
   *[other] We will not write to { $address } again by ourselves. If you ask us something, a person still answers.
}
stop-button = Stop the letters
stop-done = Done. No more letters.
stop-nothing-more = { $address ->
    [unknown] Nothing more goes to this address by itself.
   *[other] Nothing more goes to { $address } by itself.
}

## Keys, and whom we know already

keys-title = Keyboard shortcuts
keys-next-row = Next row
keys-row-before = Row before
keys-act = Do what the row or the lead asks for
keys-select = Select the row
keys-give = Give the selected, or the lead, to…
keys-move = Move the selected, or the lead, to a stage
keys-note = On a lead: write a note
keys-call = On a lead: log a call
keys-email = On a lead: write or log an email
keys-other = On a lead: log LinkedIn or another touch
keys-task = On a lead: add a task
keys-lead-before = On a lead: the one before it in the list
keys-lead-next = On a lead: the next one in the list
keys-save = Save what you write on a lead
keys-close = Close
known-title = You may know them already. Open the lead, or add it anyway.
known-by-email = Same email
known-by-phone = Same phone number
known-by-name = Similar name
add-kept = What you typed is still here.
add-what = What they want
add-asks = They ask for
add-asks-nothing = Nothing special
add-asks-quote = A quote
add-asks-demo = A demo
add-asks-callback = A call back
add-asks-booking = A time
add-by-the-rules = By the rules
add-consent = They agreed to letters from us
add-consent-said = They said so to us
add-leave = Leave it

## What a page says that cannot be shown

error-back-today = Back to Today
error-back-start = Back to the start
error-find-by-name = If it was a lead, find it by its name.
error-no-lead = No lead L-{ $number }. Look at the number again, or find the person by name.
error-401-title = Sign in first
error-401 = Sign in first. A program needs a token that is still good.
error-signed-out = You were signed out meanwhile, so nothing was saved. Sign in again in a new window, then come back to this one and go back a page: what you typed is still there.
error-403-title = Not yours to do
error-403 = This is not yours to do. Ask an owner or a manager.
error-elsewhere = This was sent by a page of another site, so nothing was done. Open the page of this house and do it there.
error-404-title = Nothing here
error-404 = There is nothing at this address. It may have moved, or the link is cut short.
error-405-title = Not done this way
error-405 = This address does not answer that kind of request.
error-408-title = Too slow
error-408 = That took too long to arrive. Nothing was kept. Try again.
error-409-title = Changed meanwhile
error-413-title = Too large
error-413 = That is more than this page takes. Nothing was kept. Send less at once.
error-422-title = Not like this
error-429-title = Too fast
error-503-title = Too busy
error-4xx-title = Not understood
error-4xx = The request could not be read. Nothing was kept.
error-too-fast = { $seconds ->
    [one] That was too often. Try again in { $seconds } second.
   *[other] That was too often. Try again in { $seconds } seconds.
}
error-busy = Too much at once. Try again in a few seconds.
error-closing = The house is closing. Try again in a minute.
error-not-kept = The box could not write this down. Try again in a moment.
error-not-in-force = The playbook is not in force: { $why }
error-ours-title = That did not work
error-ours = That did not work and the fault is ours. Logged as { $id }. Try again, or tell your owner.
error-disk-title = Cannot write just now
error-disk = The box cannot write to its disk just now, so this may not be kept. Logged as { $id }. Try again in a few seconds, or tell your owner.

## What was put aside

quarantine-title = Put aside
quarantine-what = { $days ->
    [one] What came in and became no lead. Nobody was told of it. It is kept for { $days } day.
   *[other] What came in and became no lead. Nobody was told of it. It is kept for { $days } days.
}
quarantine-count = { $count ->
    [one] { $count } submission
   *[other] { $count } submissions
}
quarantine-nothing = Nothing was put aside.
quarantine-listed = What looks like spam or says nothing is listed here.
quarantine-spam = Looks like spam.
quarantine-empty = Says nothing: no name, address, number or message.
quarantine-take-up = It is an enquiry

## The set-up

setup-welcome = Set up
setup-far = Step { $number } of { $all }
setup-steps = Steps
setup-back = Back
setup-begin = Begin
setup-next = Next
setup-claim = Open the house
setup-next-mail = Next: mail
setup-next-form = Next: the first form
setup-later = Finish later
setup-left = The set-up is not finished: { $steps }.
setup-go-on = Go on with it
setup-finish = Finish
setup-kept = Everything else you typed is still here.
setup-code = Claim this box
setup-code-ask = Is this your box?
setup-code-then = Whoever enters the code becomes able to name its owner. A stranger in your network cannot see it.
setup-code-label = Code
setup-code-hint = Three groups of four letters and digits.
setup-code-where = Where is the code?
setup-code-logs = It stands where Leadstead was started, and is made anew with every start. On a box that starts it by itself:
setup-code-else = Or name the owner on the box itself, without a code:
setup-code-wrong = That is not the code of this start. Read it once more; after a restart there is a new one.
setup-company = Your company
setup-company-ask = What is your company called?
setup-company-then = The name stands on forms and under letters. You can change all of this later.
setup-company-label = Company name
setup-company-lacking = Write the name of your company.
setup-company-long = That name is too long. 120 characters are the most.
setup-place = Country and language
setup-place-ask = Where is your company at home?
setup-place-then = Phone numbers without a prefix are read as numbers of this country. Pages and numbers are written in this language.
setup-country-label = Country
setup-country-hint = A name or its two letters, such as Germany or DE.
setup-country-wrong = We know no country of this name. Write its two letters, such as GB or DE.
setup-language-label = Language
setup-language-hint = The first letters and stages are in this language, too. They are texts you can change.
setup-currency-label = Currency
setup-currency-hint = Three letters, such as EUR. Left empty, it is that of the country.
setup-currency-wrong = Write the three letters of your currency, such as EUR.
setup-zone = Time zone
setup-zone-ask = By which clock do you work?
setup-zone-then = Every promise of an answer is counted by this clock, summer time included.
setup-zone-label = Time zone
setup-zone-hint = Such as Europe/London or America/New_York.
setup-zone-now = There it is now { $at }.
setup-zone-wrong = We know no such time zone. Choose one from the list, such as Europe/London.
setup-hours = Hours and holidays
setup-hours-ask = When are you open?
setup-hours-then = The clock of a lead runs in these hours only. That of an Urgent lead that comes in while you are open runs on past closing; one that comes in later starts at the next opening.
setup-hours-lacking = You would never be open. Give one day at least its hours.
setup-hours-mean = What this means: a High lead that comes in on { $asked } is due by { $answered }.
setup-holidays-label = Days on which you are closed
setup-holidays-hint = One a line, such as 2026-12-25 or 25.12.2026; a name may stand behind it. None is fine too.
setup-holiday-wrong = “{ $day }” is no day. Write it like 2026-12-25 or 25.12.2026.
setup-holidays-many = 200 days are the most.
holidays-offer = Fill in public holidays
holidays-offer-hint = { $country }, { $year } and { $next }: those that are kept everywhere there. Add those of your region, and strike out days on which you work.
holidays-filled = The public holidays are filled in, but not yet saved. Strike out what does not fit.
holidays-england-and-wales = England and Wales
setup-kind = Kind of business
setup-kind-ask = What kind of business is it?
setup-kind-then = It decides which stages a lead walks through and what an enquiry has to say. Every part of it can be changed.
setup-kind-local = Local service
setup-kind-agency = Agency
setup-kind-consultant = Consultant
setup-kind-b2b = IT for companies
setup-kind-lacking = Choose the one that is nearest. Nothing of it is for ever.
setup-owner = Your account
setup-owner-ask = Who owns this box?
setup-owner-then = You can do everything here, and name others who can. Leads go to you until there are others.
setup-name-label = Name
setup-name-lacking = Write your name, in 100 characters at most.
setup-email-hint = You sign in with it, and answers to letters arrive there.
setup-password-hint = Ten characters at least. A sentence is better than a puzzle.
setup-team = Teammates
setup-team-ask = Who works with you?
setup-team-then = Each gets a link that works once, within seven days. You can leave this for later: it is under Team. If you work alone, leave it empty: every lead comes to you.
setup-mail = Mail
setup-mail-ask = How do letters leave?
setup-mail-then = Without a mail server letters wait in the outbox, and everyone sees that they do. You can leave this for later.
setup-form = First form
setup-form-ask = Let a first lead in
setup-form-then = Everything is ready. Try it with an enquiry of your own, before somebody else does.
setup-form-where = Where your form is
setup-form-link = Anybody who knows this address can write to you:
setup-form-html = On your own site, a link is enough:
setup-form-anchor = Get in touch
setup-trial = A trial
setup-trial-name = Name
setup-trial-what = What it is about
setup-trial-message = Could you send me a quote, please? (A trial)
setup-trial-send = Send the trial
setup-trial-empty = Write something, as a visitor would.
setup-trial-aside = That looks like spam and was put aside. Write what a visitor would write.
setup-trial-kept = Kept as the enquiry of
setup-trial-scored = by its score
setup-trial-owned = answers for it
setup-trial-promised = To be answered by { $at }
setup-trial-today = Finish and open Today
setup-trial-open = Look at the lead

## The hours of a week

week-title = Opening hours
week-day = Day
week-from = From
week-to = To
week-break = Break
week-hint = A day left empty is closed. A break is written like 12:30-13:30.
week-opens = { $day } opens
week-closes = { $day } closes
week-breaks = { $day }, break
week-wrong = These hours of { $day } are not understood. Write them like 09:00 and 17:30, and a break like 12:30-13:30.

## The mail server

mail-host = Mail server
mail-host-hint = Its name or address, such as mail.example.com.
mail-host-wrong = That is no name of a server. Write it like mail.example.com.
mail-port = Port
mail-port-hint = Left empty, the usual one.
mail-port-wrong = A port is a number from 1 to 65535.
mail-security = Privacy on the way
mail-starttls = STARTTLS (usual)
mail-tls = TLS from the first byte
mail-none = None, within this network only
mail-user = User
mail-user-hint = Left empty where the server asks for none.
mail-password-kept = One is set. Left empty, it stays.
mail-password-again = Type it once more: a password is never sent back to a page.
mail-login-half = User and password belong together: fill in both or neither.
mail-open-to-all = This server is outside your own network. Without TLS anybody on the way could read the letters.
mail-from = Letters come from
mail-from-hint = An address this server may send from.
mail-test = Send me a test letter
mail-untested = Keep without a test
mail-test-sent = The letter has left. Look into your mailbox; if it is not there in a minute, look among the spam.
mail-test-failed = The letter did not leave: { $why } Nothing was changed.
mail-test-silent = The server took the connection and said nothing in time. Is it the right port for this protection? 465 wants TLS, 587 wants STARTTLS.
mail-test-subject = A test letter from { $business }
mail-test-body = This letter shows that { $business } can send mail with Leadstead. There is nothing to do.
mail-not-kept = This mail server is not kept yet. Send yourself a test letter or keep it without one; go on once more to leave it out.
mail-locked = Set in config.toml, which wins. Change it there.
mail-where-kept = The password is kept on this box alone: in no playbook and in no export.

## Joining by a link

join-title = Join
join-no-use = This link does not work
join-welcome = Welcome, { $name }. Choose a password, and you are in.
join-renew-title = New password
join-renew = Hello { $name }, choose a new password. You are then signed out everywhere else.
join-password = New password
join-password-hint = { $count } characters at least. A sentence is better than a puzzle.
join-password-short = A password has at least { $count } characters, and at most 256.
join-button = Join
join-renew-button = Use this password
join-unknown = There is no such invitation. Ask whoever sent you the link for a new one; the newest one counts.
join-used = This link has been used already. Sign in, or ask a colleague for a new link.
join-expired = This link was good for seven days, and they are over. Ask a colleague for a new one.
join-left = This link is for somebody who does not work here any more.
join-link-made = { $name } is invited. Send them this link:
join-link-renewed = { $name } chooses a new password with this link:
join-link-once = It works once, within seven days, and is not shown again.
elsewhere-at = This address works on this machine only. Other machines reach the box at { $url }: open it there, or set { $setting } in config.toml.
elsewhere-deaf = This address works on this machine only, and the house listens to no other. Set listen = "0.0.0.0:8080" in config.toml, or { $setting } where a proxy stands before it.
elsewhere-set = This address works on this machine only. Set { $setting } in config.toml to the one by which others reach the box.

## The team

team-role = Role
team-invite = Invite
team-uninvite = Take back
team-uninvite-who = Take back the invitation of { $name }
team-invited = Invited
team-ran-out = Ran out { $day }
team-invite-again = Invite again
team-invite-again-who = Invite { $name } again
team-name-lacking = Write a name, in 100 characters at most.
team-email-wrong = That is no e-mail address.
team-email-taken = Somebody with this address works here already.
team-role-not-yours = Only an owner may give this role.
team-invitations-many = Too many invitations are open. Wait until some have been used.
team-title = Team
team-here = Who works here
team-name = Name
team-now = Now
team-open = Open leads
team-day = { $weekday_short } { $day } { $month_short }
team-away-until = Away until { $day }
team-at-work = At work
team-back = Back { $at }
team-gone = { $count ->
    [one] { $count } who has left
   *[other] { $count } who have left
}
team-left = { $name } has left. { $count ->
    [0] No open lead had to be handed on.
    [one] One open lead went on to others.
   *[other] { $count } open leads went on to others.
}
team-invite-title = Invite somebody
team-invite-how = They get a link that works once, within seven days.
team-new-password = New password
team-save = Save
team-saved = Saved. It counts from now on.
team-share-last = The last share of “{ $pool }” stays: without any, the pool would be everyone’s. Give a share to somebody else first.
team-never-there = With these hours nobody would be there on any day. Name a day, or take off the tick.
team-number-wrong = Write a number from 1 to { $most }, or nothing.
team-away-wrong = Write a first and a last day, in this order.
team-away-far = Write days that are at most { $years } years off.
team-changed = Somebody else has changed this meanwhile. What you typed is still here; look at the change, then save again.
team-changed-line = { $what }: was { $was }, is now { $is }
team-backup = Backup
team-backup-hint = Takes over what has waited too long, and what would be theirs while they are away.
team-manager = Manager
team-manager-hint = Hears of what has waited far too long.
team-nobody = Nobody
team-has-left = { $name } (has left)
team-stand-in-left = { $name } has left. Choose somebody else.
team-skills = Skills
team-skills-hint = Apart by commas, each with a level from 1 to 3 where that matters, such as: French, Large roofs:2. Rules and pools may ask for them.
team-skills-known = Apart by commas, each with a level from 1 to 3 where that matters, such as: French:2. Known here: { $skills }.
team-skills-wrong = At most { $most } skills, each of { $longest } characters at most, and levels from 1 to 3.
team-zone = Time zone
team-zone-hint = Left empty, { $zone }, as for the business. Own hours and all times on their pages are in it.
team-pool-needs = Needs: { $skills }
team-cap = Most leads waiting for a yes
team-cap-hint = Left empty, { $most }, as for everyone.
team-own-hours = Own hours
team-own-hours-on = Other hours than the business
team-away = Away
team-away-hint = First and last day, both included. Nothing new comes to them then; their backup covers.
team-away-fallback = First and last day, both included. What is new goes to others by the rules then; what no rule gives to anybody still comes to them, the fallback owner, until somebody is named as their backup.
team-away-own = First and last day, both included. Nothing new comes to you then; { $name } covers.
team-away-own-alone = First and last day, both included. Nothing new comes to you then. Nobody is named to cover for you; a manager can name somebody.
team-away-own-fallback = First and last day, both included. What is new goes to others by the rules then; what no rule gives to anybody still comes to you, the fallback owner, for nobody is named to cover for you. A manager can name somebody.
team-away-from = Time away { $number }, first day
team-away-to = Time away { $number }, last day
team-weights = Share of leads
team-weights-all = Shared by everyone who works here; left empty, a 1
team-weights-hint = A 2 gets two leads for every one that a 1 gets. Left empty, none from this group.
team-password = New password
team-password-how = A link with which they choose a new password. The old one works until then.
team-password-make = Make a link
team-leave = Leaves the team
team-leave-how = { $count ->
    [0] No open lead is theirs.
    [one] One open lead is theirs and goes on to somebody else.
   *[other] { $count } open leads are theirs and go on to others.
}
team-leave-then = Once they have left:
team-leave-to = Their leads go to
team-leave-rules = Whoever the rules name
team-leave-instead = Backup or manager of { $names } from now on
team-leave-sure = { $name } can no longer sign in
team-leave-unsure = Nothing was changed. Go back, and tick that { $name } can no longer sign in.
team-leave-do = Hand over and close the account
team-leave-to-wrong = Choose somebody who works here and stays.
team-leave-last-owner = A house keeps at least one owner. Make somebody else an owner first.

## The settings

settings-title = Settings
settings-company = Company and hours
settings-mail = Mail
settings-mail-then = Without a mail server letters wait in the outbox, and everyone sees that they do.
settings-data = Your data
settings-phone = Phone
settings-email = Email
settings-booking = Where one may book a time
settings-privacy = How you keep data
settings-changed = Changed: { $what }.
settings-day = { $weekday } { $day } { $month } { $year }
settings-file = Everything that matters is one file: { $file }
settings-last-copy = The last copy of a night is of { $day }.
settings-no-copy = There is no copy of a night yet.
settings-folder = Copies are kept in { $folder }.
settings-download = Download a backup
settings-download-hint = It holds everything, passwords of accounts as hashes and that of the mail server included. Keep it where nobody else reads.
settings-restore = Back from a backup
settings-restore-how = On the box, into an empty folder:
settings-restore-replace = In place of the house that is there, with the house closed; what was there is kept:

## Importing a list

import-title = Import
import-intro = Bring a list of leads from another system or a spreadsheet. You see what would happen to each row before anything is written.
import-source = Where these leads come from
import-source-hint = It decides what they need to have, and whether clocks start at once.
import-file = The list
import-file-hint = CSV, XLSX or visiting cards (vCard), up to { $size } MB and { $rows } rows. The first line names the columns.
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
import-to-closed-at = When it ended
import-to-opted-out = Wants no more letters
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
import-done-before = Rows that were taken before stay with the list of the day on which they came.
import-done-how = The same list once more adds nothing. The report says what came of each row.
import-another = Import another list
import-to-leads = See the leads
import-of-a-list = From a list, { $day }
import-of-list = From the list { $name }, { $day }
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
import-sum-unreachable = { $n ->
    [one] { $count } new lead has neither an e-mail address nor a phone number: nobody can reach it.
   *[other] { $count } new leads have neither an e-mail address nor a phone number: nobody can reach them.
}
import-sum-opted-out = { $n ->
    [one] { $count } row says that they want no more letters. Its address gets none.
   *[other] { $count } rows say that they want no more letters. Their addresses get none.
}
import-sum-unread = { $n ->
    [one] “{ $column }” holds { $count } value that was not understood: { $values }. It is kept among the details of its lead.
   *[other] “{ $column }” holds { $count } values that were not understood: { $values }. They are kept among the details of their leads.
}
import-sum-month-first = Dates such as 03/04/2026 are read with the month first.
import-sum-day-first = Dates such as 03/04/2026 are read with the day first.
import-sum-doubled = Several columns say the same: { $columns }. The first that says something fitting counts; what the others say is kept among the details of the lead.
import-sum-torn = { $n ->
    [one] { $count } row holds bytes that are no text in this encoding. A � stands in their place.
   *[other] { $count } rows hold bytes that are no text in this encoding. A � stands in their place.
}
import-sum-above = { $n ->
    [one] { $count } row above the names of the columns was left out.
   *[other] { $count } rows above the names of the columns were left out.
}
import-sum-no-heading = The first row looks like a lead and no heading. It was taken for the names of the columns; write such a row above it if it should come in.
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
import-row-unreachable = It has neither an e-mail address nor a phone number: nobody can reach this lead.
import-row-incomplete = It lacks what its source asks for.
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

## The list of leads

leads-title = Leads
leads-segments = Segments
leads-all-open = All open
leads-mine = Mine
leads-unanswered = Waiting for first touch
leads-pressing = Urgent and High
leads-no-next-step = Next step undecided
leads-save-view = Save this view
leads-change-segment = Change this segment
leads-segment-name = Name of the segment
leads-share = Everybody sees it
leads-rename = Save the name
leads-delete-segment = Delete this segment
leads-name-needed = Give the segment a name.
leads-segment-gone = This segment was deleted meanwhile. The leads in it are still here.
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
leads-of-list = Imported list
leads-last-touch = Last touch
leads-touch-over = { $count ->
    [one] Last touch over 1 day ago
   *[other] Last touch over { $count } days ago
}
leads-touch-within = { $count ->
    [one] Last touch in the last day
   *[other] Last touch in the last { $count } days
}
leads-touch-between = Last touch { $from } to { $count } days ago
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
leads-ask-touched = Last touch in the last days
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
leads-flag-silent = Nobody speaks, nothing is under way
leads-flag-called-in = Escalated to you
leads-flag-unanswered = Waits for a first touch
leads-columns = Columns
leads-show-columns = Show these columns
leads-import = Import
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
leads-pages = Pages
leads-shown = { $first } to { $last } of { $total }
leads-worth = { $count ->
    [one] Value { $sum }, of one of them
   *[other] Value { $sum }, of { $count } of them
}
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
leads-bulk-left = Left as they are
leads-bulk-already = { $count ->
    [one] 1 was so already.
   *[other] { $count } were so already.
}
leads-select-whole = All { $count } that match
leads-select-first = The first { $count } of { $total } that match
leads-bulk-undone = { $count } of { $total } taken back.
leads-bulk-changed = { $count ->
    [one] 1 was left as it is, because it has been changed since:
   *[other] { $count } were left as they are, because they have been changed since:
}
leads-put-aside = What looked like spam or said nothing
error-growing-back = The list of leads is still being put together, so some would be missing. Try again in a few seconds.
leads-behind = The list is still being put together after a start. Leads may be missing for a moment; load the page again.
leads-none-yet = No leads yet. The first one starts a clock.
leads-first-words = From the moment a lead comes in it has an owner, a score and a time by which it is answered. Choose how the first ones get here.
leads-way-form = Publish the enquiry form
leads-way-form-how = A page at your own address, or a snippet for your website.
leads-way-list = Import a spreadsheet
leads-way-list-how = CSV or Excel. You match the columns, and nothing is saved until you have seen it.
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

## One's own page

me-title = Me
me-language = Language
me-language-business = As the business has it
me-keys = Single keys do something (press ? for the list)
me-preferences-saved = Saved. Your pages look like this now.
me-hours = My hours and times away
me-hours-how = New leads come to you in your hours, and to somebody else while you are away.
me-zone = Times are shown in the zone { $zone }.
me-hours-set = Set my hours
away-today = You are away today.
away-until = You are away until { $weekday_short } { $day } { $month_short } { $year }.
away-covered = { $name } covers: whoever comes back to you goes there, and what waits too long. What else is new goes to others by the rules.
away-covered-fallback = { $name } covers: whoever comes back to you goes there, and what waits too long or no rule gives to anybody. What else is new goes to others by the rules.
away-uncovered = Nobody who is here covers for you: what is new goes to others by the rules.
away-uncovered-fallback = Nobody who is here covers for you: what is new goes to others by the rules, and what no rule gives to anybody still comes to you.
away-alone = Everything still comes to you, for nobody else works here.
away-back = I am back
me-alerts = Being told
me-alerts-how = Notices stand behind the bell. This browser can tell you of them as well, while a page of the box is open in it.
me-alerts-https = Browsers show notifications only of pages that come over HTTPS. Ask whoever set up the box to put HTTPS in front of it; the sound works without.
me-alerts-script = This needs JavaScript, which is off in this browser.
me-alerts-show = Show a notification in this browser
me-alerts-sound = Play a short sound in this browser
me-alerts-refused = This browser was told not to show notifications of this page. Allow them in its settings for this site, then tick the box again.
me-password-now = Password now
me-password-new = New password
me-password-change = Change password
me-password-wrong = That is not your password. Type the one you signed in with.
me-password-saved = Your password is changed. All other browsers are signed out.
me-elsewhere = Signed in elsewhere
me-elsewhere-how = Did you leave a browser open somewhere? This signs out every browser but this one.
me-elsewhere-do = Sign out everywhere else
me-elsewhere-done = You are signed in here only.

## Notices

notices-title = Notices
notices-unread = { $count ->
    [0] Notices, none new
    [one] { $count } new notice
   *[other] { $count } new notices
}
notices-new = New
notices-read = Mark all as read
notices-older = Older
notices-more = More
notices-newest = Newest
notices-none = No notice yet.
notices-none-how = You are told here when a lead is given to you, writes again, or waits too long.

## Settings: sources

settings-sources = Sources
sources-forms = Forms
sources-forms-how = Each has a page of its own, and can stand on your own site.
sources-programs = Addresses for other programs
sources-programs-how = A booking page, an advert or a partner sends leads here as JSON or as a form. Whoever knows the address can send.
sources-others = Leads also come by
sources-on = On
sources-off = Off
sources-name = Name
sources-name-hint = As your team reads it: Spring fair, Tom’s partner, Landing page.
sources-name-lacking = Give it a name of at most 80 characters, with a letter or a digit in it.
sources-name-taken = There is a source of this name already.
sources-too-many = There are 100 sources. Rename one that nobody uses.
sources-enabled = Take leads here
sources-asks = What it asks for besides
sources-page = Its page
sources-address = Its address
sources-embed = Put this where the form should stand on your site
sources-frame-title = Write to us
sources-plain = Or, where no scripts are allowed, this
sources-plain-name = Name
sources-plain-message = Message
sources-plain-send = Send
sources-try = Try it
sources-guessable = This address is easily guessed. Better add one of your own below: it gets a key that nobody guesses.
sources-add = Add a source
sources-add-do = Add this source
sources-door = What it is
sources-door-form = A form
sources-door-program = An address for a program
sources-door-api = The API, with a token
sources-door-list = A list that is imported
sources-door-hand = Keyed in by hand
sources-class = How they find you
class-organic = They found us by themselves
class-inbound = They came to us
class-outbound = We went to them
class-referral = Somebody sent them

## About

settings-about = About
settings-back-up = Make a copy now
settings-backed-up = A copy was made and held against its checksums.
about-version = Version { $version }
about-ours = Free software under the Apache License 2.0.
about-others = Built from the work of many others:
about-licences = libraries and their licences
about-api = How other programs speak with this box:
about-no-calls = This box asks nobody else for anything: no fonts, no scripts, no counting of visits. Mail goes only by the server you name.

## Tags, custom fields and files

leads-tags = Tags
leads-fields = Fields
leads-from = From
leads-to = To
leads-range-between = { $name }: { $from } to { $to }
leads-range-from = { $name }: { $from } or more
leads-range-to = { $name }: up to { $to }
leads-range-no-number = “{ $value }” is no number, such as 12.5, and narrows nothing.
leads-range-no-day = “{ $value }” is no day, such as 2026-05-12, and narrows nothing.
leads-range-turned = This lies before the beginning, so nothing can match.
leads-any = Any
leads-tag = Tag
leads-untag = Take a tag off
leads-bulk-tagged = { $count ->
    [0] No lead was given the tag { $tag }.
    [one] 1 lead now has the tag { $tag }.
   *[other] { $count } leads now have the tag { $tag }.
}
leads-bulk-untagged = { $count ->
    [0] The tag { $tag } was taken off no lead.
    [one] The tag { $tag } was taken off 1 lead.
   *[other] The tag { $tag } was taken off { $count } leads.
}
lead-tags = Tags
lead-tag-which = Choose a tag
lead-tag-add = Put it on
lead-tag-remove = Take off { $tag }
lead-tags-first = Make the first tag
import-to-tags = Tags
import-to-value = Deal value
import-sum-strange-tags = { $n ->
    [one] { $count } row holds a word that is none of your tags: { $names }. It is kept among the details of its lead.
   *[other] { $count } rows hold words that are none of your tags: { $names }. They are kept among the details of their leads.
}
settings-fields = Fields
settings-label = Label
settings-label-long = This label is longer than { $most } characters.
settings-place = Place
settings-is-off = switched off
settings-changed-by = Changed meanwhile by { $names }:
settings-changed-meanwhile = Changed meanwhile:
settings-taken-over = Somebody else has changed this meanwhile. What you had not touched is now as they left it, what you typed is still here; look it over, then save again.
tags-how = A word or two on a lead by which lists are told apart. What is switched off stays where it is and is offered no more.
tags-on-leads = { $count ->
    [one] on 1 lead
   *[other] on { $count } leads
}
tags-is-on = Offered
tags-new = A new tag
tags-tone = Colour
tags-label-lacking = Give the tag a label.
tags-label-comma = A tag holds no comma and no semicolon: they stand between tags in a list.
tags-label-twice = There are two tags with the label “{ $label }”.
tags-full = A house has { $most } tags at most.
tone-grey = Grey
tone-teal = Teal
tone-green = Green
tone-violet = Violet
tone-dark = Dark
field-kind-text = Text
field-kind-number = Number
field-kind-choice = One of several
field-kind-date = Day
field-kind-yes-no = Yes or no
fields-how = What you want to know of a lead beyond who it is. Fields stand on the page of a lead, in lists, in imports and exports, and in the API.
fields-new = A new field
fields-add = Add the field
fields-kind = What it holds
fields-kind-stays = This cannot be changed later.
fields-kind-lacking = Choose what the field holds.
fields-options = Choices, one a line
fields-options-how = Only for one of several. A lead that holds a choice you take away keeps it.
fields-options-lacking = Write down what may be chosen, one a line.
fields-options-many = A field has { $most } choices at most.
fields-option-long = A choice is { $most } characters long at most.
fields-label-lacking = Give the field a label.
fields-label-twice = There is another field with the label “{ $label }”.
fields-full = A house has { $most } fields at most.
fields-up = Move { $field } up
fields-down = Move { $field } down
fields-asked-by = Asked for by: { $names }
fields-key = Programs and imports call it { $key }.
fields-is-on = Asked for and filled in
fields-off-how = Switched off, it is offered no more. What leads hold already can still be read and changed.
fields-off-asked = This field cannot be switched off, because these ask for it: { $names }
fields-on-asked-by = These ask for it. Once it is switched off, new leads bring it no more, and they find nothing there:
fields-off-asked-by = It is switched off, and these still ask for it. New leads bring it no more, so they find nothing there:
fields-winning = Winning
fields-asked-at = Who asks for it
fields-asked-how = A form shows what it asks for. A lead from where it must be had counts as incomplete without it.
fields-ask-not = Not asked for
fields-ask-may = Ask for it
fields-ask-must = Must have it
fields-back = Back to the fields
lead-files = Files
lead-file-add = Add a file
lead-file-send = Attach it
lead-file-remove = Remove { $name }
lead-file-remove-sure = Remove { $name }?
lead-file-remove-how = It is gone for good then, for everyone.
lead-file-remove-do = Remove the file
lead-file-nameless = A file
lead-files-full = A lead has { $most } files at most. Remove one to add another.
lead-file-none = Choose a file first.
lead-file-empty = This file is empty.
lead-file-large = This file is larger than { $size } MB. Nothing of it was kept.
lead-file-no-room = The house has no more room for files. Remove some, or raise files_mib in its configuration.
file-bytes = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
}
file-kib = { $size } kB
file-mib = { $size } MB

## Spans of time

span-in = in { $span }
span-in-days = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}

## What is known of a lead, and what may be chosen for it

fact-name = Name
fact-email = Email
fact-email_as_given = Email as given
fact-phone = Phone
fact-company = Company
fact-role = Role
fact-website = Website
fact-country = Country
fact-region = Region
fact-postcode = Postcode
fact-city = City
fact-language = Language
fact-time_zone = Time zone
fact-value = Value
judged-tier = tier
judged-score = score
judged-source = source
judged-class = class
judged-hand_raise = request
either = { $one } or { $other }
channel-call = Call
channel-email = Email
channel-sms = SMS
channel-chat = Chat
channel-whatsapp = WhatsApp
channel-linkedin = LinkedIn
channel-meeting = Meeting
channel-post = Letter by post
channel-visit = Page visit
channel-stay = Time on the site
channel-download = Download
channel-webinar = Webinar
channel-open = Email opened
channel-click = Email click
channel-product = Product use
outcome-reached = reached
outcome-voicemail = voicemail
outcome-no-answer = no answer
outcome-call-back = call back
outcome-wrong-number = wrong number
outcome-no-show = nobody came
task-call = Call
task-email = Email
task-linkedin = LinkedIn message
task-answer = Answer
task-next_step = Choose a next step
task-complete = Fill in what is missing
task-other = Other
asked-quote = asked for a quote
asked-demo = asked for a demo
asked-callback = asked to be called
asked-booking = booked a time
exit-finished = every step was taken
exit-replied = they replied
exit-talked = there was a conversation
exit-booked = they booked a time
exit-opted-out = no more letters wanted
exit-bounced = a letter came back
exit-won = won
exit-lost = lost
exit-disqualified = not a lead
exit-handed-over = sales took over
exit-replaced = another sequence was started
exit-no-consent = they have not agreed to letters

## What a teammate is told

news-new-lead = a new lead is theirs
news-they-wrote = they wrote
news-clock-running = the clock is running out
news-due-sooner = an answer is due sooner
news-breached = nobody answered in time
news-escalated = it was escalated to them
news-taken-away = it went to somebody else
news-passed-on = a lead of the wrong owner is now theirs
news-was-wrong = it went from the wrong owner to another
news-incomplete = something is missing
news-letter-failed = a letter could not be delivered
news-answer-failed = the answer never arrived, so they still wait
news-step = the sequence asks for a look
news-unsettled = the rules do not come to rest
notice-new-lead = { $lead } is your new lead.
notice-together = { $count } leads are yours now.
notice-together-more = More than { $most } leads are yours now.
notice-they-wrote = { $lead } wrote and waits for an answer.
notice-clock-running = The time to answer { $lead } is running out.
notice-due-sooner = An answer to { $lead } is due sooner now.
notice-breached = { $lead } was not answered in time. Answer now.
notice-escalated = Nobody has answered { $lead } in time. It was escalated to you.
notice-taken-away = { $lead } was not accepted in time and went to somebody else.
notice-passed-on = { $lead } had the wrong owner and is now your lead.
notice-was-wrong = { $lead } was not for you and went to somebody else.
notice-incomplete = { $lead } lacks what is needed. Fill in what is missing.
notice-letter-failed = A letter to { $lead } did not go. The page of the lead says why.
notice-answer-failed = A letter to { $lead } never arrived; they still wait for an answer.
notice-step = The sequence asks you to look at { $lead }.
notice-unsettled = The rules do not come to rest on { $lead }. Decide what happens next.

## What the entries of the journal say

entry-by = { $what }, by { $name }
entry-noted-by = { $what }, noted by { $name }
entry-because = { $what }: { $why }
entry-with = { $what }, { $more }
entry-reason = { $what }, reason { $reason }
entry-quoted = { $what } “{ $text }”
entry-tagged = { $what } ({ $tag })
entry-said = { $what }: “{ $said }”
entry-more = { $count } more
entry-day = Day { $day }
entry-incomplete = Incomplete
entry-imported = { $source }: imported
entry-captured = { $source }: new enquiry
entry-attached = { $source }: another enquiry
entry-completed = { $source }: their answer to how they can be reached
entry-flagged = May be the same person as L-{ $lead }. { $why }
entry-edited = Changed: { $changes }
entry-lacking = Incomplete: { $facts }
entry-change = { $fact } to “{ $value }”
entry-cleared = { $fact } to nothing
entry-noted = Note
entry-from-them = { $what } from them
entry-meeting-held = held
entry-visited = Visited { $page }
entry-visited-page = Visited a page
entry-stayed = Stayed on the site for { $span }
entry-downloaded = Downloaded
entry-attended = Attended
entry-opened = Opened
entry-clicked = Clicked
entry-used = Used the product
entry-scored = Score { $score }, { $tier }
entry-handed-over = Handed over to sales
entry-assigned = Given to { $name }
entry-accept-within = { $what }, to accept within { $span }
entry-accepted = Accepted
entry-offer-stood = The offer stands without a clock
entry-offer-shortened = To accept sooner, within { $span }
entry-promised = A clock started: answer within { $span }
entry-warned = { $percent }% of the time to answer is gone
entry-breached = Nobody answered in time
entry-escalated = Escalated to { $name }
entry-notified = { $name } was told: { $news }
entry-task = Task: { $task }, due { $when }
entry-task-done = Task done
entry-task-dropped = Task dropped
entry-task-later = Task moved { $span } later: { $task }
entry-task-earlier = Task moved { $span } earlier: { $task }
entry-enrolled = Sequence “{ $sequence }” started
entry-withheld = Sequence “{ $sequence }” not started: they have not agreed to letters
entry-postponed = The step of day { $day } waits { $span }
entry-step-taken = The step of day { $day } was taken
entry-skipped = The step of day { $day } was left out
entry-exited = Sequence “{ $sequence }” ended: { $exit }
entry-exited-then = { $what }, next is “{ $next }”
entry-held = Follow-up held
entry-resumed = Follow-up goes on
entry-drafted = Email “{ $letter }” drafted, goes out { $when }
entry-on-its-way = Email “{ $letter }” on its way
entry-rewritten = The letter was rewritten
entry-released = The draft goes out now
entry-delivered = Email sent
entry-not-sent = Email not sent
entry-next-try = { $what }. Next try { $when }
entry-deferred = Email waits { $span }
entry-dropped = Email given up
entry-bounced = Their e-mail address takes no letters
entry-opted-out = No more letters wanted
entry-staged = Stage { $stage }
entry-moved = Moved from { $from } to { $to }
entry-won = Won
entry-lost = Lost
entry-archived = Archived
entry-disqualified = Not a lead
entry-reopened = Opened again
entry-snoozed = Put aside for { $span }
entry-woken = The time it was put aside for is over
entry-unsettled = The rules do not come to rest on this lead
entry-playbook = Playbook { $version } in force
entry-unknown = Something this version does not know: { $kind }

## Signals, as one line of a score names them

reason-floor = floor for a request
reason-chance = what the past has taught
reason-hand_raise = a request
reason-asked = asked
reason-budget = budget
reason-case_study = case study
reason-click = click
reason-company_size = company size
reason-competitor = competitor
reason-decision_maker = decision maker
reason-download = download
reason-engaged = engaged
reason-free_mail = free mailbox
reason-industry = industry
reason-location = location
reason-long_visit = long visit
reason-manager = manager
reason-met = met
reason-mismatch = mismatch
reason-open = open
reason-outside_area = outside area
reason-price_view = price view
reason-product_used = product used
reason-qualified = qualified
reason-reply = reply
reason-source = source
reason-student = student
reason-timeline = timeline
reason-unsubscribed = unsubscribed
reason-webinar = webinar

## Reasons the house gives. English is what stands in the journal: change one only with what writes it

cause-too-late = it came too late
cause-later-step = a later step is due already
cause-one-a-day = one step a day is enough
cause-reply-first = they hear first that we have their message
cause-out-of-hours = it is out of hours for them
cause-answered-by-hand = answered by hand
cause-thrown-away = thrown away by hand
cause-waited-too-long = it waited too long
cause-address-changed = their address has changed
cause-no-more-letters = they want no more letters
cause-erased = the lead was erased
cause-no-address = there is no e-mail address
cause-address-takes-none = their address takes no letters
cause-left-sequence = the lead has left the sequence
cause-no-automation = the playbook allows no automated letters
cause-aside = the lead is put aside
cause-held = the sequence is held
cause-letter-today = they had a letter today already
cause-letters-this-week = they have had enough letters this week
cause-no-letter = there is no letter “{ $letter }” in the playbook
cause-no-template = There is no template “{ $letter }” any more.
cause-nobody-owns = nobody owns the lead
cause-no-step-left = there is no step left
cause-they-wrote = they wrote
cause-spoken-to = they were spoken to
cause-booked = they booked a time
cause-closed = the lead is closed
cause-sales-took-over = sales took over
cause-another-sequence = another sequence was started
cause-no-consent = they have not agreed to letters
cause-wrote-again = they wrote again
cause-answered = answered
cause-completed = completed
cause-decided = decided
cause-answer-them = They wrote again. Answer them.
cause-decide-no-consent = They have not agreed to letters, so none follow. Decide what happens next.
cause-decide = Decide what happens next.
cause-aside-until-today = Put aside until today: { $reason }
cause-find-out-address = Their e-mail address takes no letters. Find out: { $facts }.
cause-find-out = Find out: { $facts }.
cause-imported-as = Imported as “{ $stage }”.
cause-asked-for-answer = They asked for an answer.
cause-score-enough = The score is { $score }, and { $from } is enough.
cause-same-phone-other-name = Same phone number, another name.
cause-same-phone-other-address = Same phone number, another e-mail address.
cause-same-phone-other-lead = Same phone number as another open lead.
cause-same-person-other-lead = Another open lead of the same person.
cause-shares-phone = It shares a phone number with this lead.
cause-by-hand = by hand
cause-named = named by the source
cause-chosen = chosen by who added the lead
cause-returning = returning lead
cause-same-firm = same firm
cause-same-number = same phone number
cause-only-one = the only teammate
cause-fallback = fallback owner
cause-next-best = instead of the fallback owner
cause-first-assignment = first assignment
cause-not-taken = offer not taken by { $name }
cause-rise = rise to { $tier }
cause-no-rest = the rules did not come to rest
cause-nobody-named = No rule names anybody else.
cause-nobody-else-by = Nobody else can take it by the rule “{ $rule }”. { $people }.
cause-nobody-else = Nobody else can take it. { $people }.
cause-left = no longer works here
cause-has-left = { $name } no longer works here
cause-away = away until { $day }
cause-no-share = has no share in this pool
cause-lacks-skill = lacks the skill { $skill }
cause-skill-level = has the skill { $skill } at level { $level }, and { $least } is needed
cause-not-accepted = did not accept in time
cause-out-until = outside their hours, back { $time }
cause-desk-full = { $open } of { $most } unaccepted
cause-no-mail = No mail server is set.
cause-mail-said = { $why } The server said: “{ $reply }”.
cause-mail-no-name = There is no mail server of that name.
cause-mail-no-word = The name servers did not say where the mail server is.
cause-mail-in-the-clear = The mail server is outside our own network, and without TLS anybody on the way could read the letters.
cause-mail-nobody = The mail server could not be reached: nothing answers at that address and port.
cause-mail-no-way = There is no way from this box to the mail server.
cause-mail-silent = The mail server did not answer in time.
cause-mail-within = The mail server did not answer within { $seconds } s.
cause-mail-no-server = What answers at that port does not speak as a mail server.
cause-mail-broke-off = The mail server broke the connection off before it had taken the letter.
cause-mail-no-tls = The mail server does not begin with TLS at that port.
cause-mail-tls = The mail server and this box did not agree on TLS.
cause-mail-expired = The certificate of the mail server has expired.
cause-mail-other-name = The certificate of the mail server is made out to another name.
cause-mail-untrusted = The certificate of the mail server comes from nobody whom this box trusts.
cause-mail-no-starttls = The mail server offers no STARTTLS at that port.
cause-mail-no-log-in = The mail server takes no user and password at that port.
cause-mail-later = The mail server wants it tried again later.
cause-mail-connection = The mail server refused the connection.
cause-mail-log-in = The mail server refused the user or the password.
cause-mail-log-in-first = The mail server wants a user and a password first.
cause-mail-relay = The mail server passes no letters on for us; it may want a user and a password.
cause-mail-sender = The mail server takes no letters from our address.
cause-mail-address = The mail server takes no letters for this address.
cause-mail-letter = The mail server refused the letter.
cause-mail-such-letters = The mail server cannot write to an address with such letters.
cause-mail-unwritable = The letter could not be put together: { $error }.
cause-mail-no-means = The system has nothing left to send with: { $error }.
cause-mail-once-refused = The mail server refused { $what }: { $reply }
cause-mail-once-unreached = The mail server could not be reached: { $error }.
cause-mail-once-unresolved = The name of the mail server could not be resolved: { $error }.
cause-mail-once-nowhere = The name of the mail server leads nowhere.
cause-mail-once-late = The name servers did not answer in time.
cause-mail-once-in-the-clear = The mail server is outside our own network, and smtp.security is "none".
cause-mail-no-address = What we have is not an e-mail address.
cause-spam-trap = A field that people cannot see was filled in.
cause-spam-second = It was sent within a second of opening the form.
cause-spam-seconds = It was sent within 3 seconds of opening the form.
cause-spam-link = The message holds a link.
cause-spam-links = The message holds { $count } links.
cause-spam-name = The name holds a link.
cause-day = { $weekday_short } { $day } { $month_short }
cause-time = { $weekday_short } { $time }
passed-not-in-team = { $name } is not in the team
passed-nobody-of = nobody of { $pool } can take it now
passed-no-pool = skipped, for there is no pool “{ $pool }”
passed-contains = { $label } is { $fact }, which does not contain { $wanted }
passed-begins = { $label } is { $fact }, which does not begin with { $wanted }
passed-at-least = { $label } is { $fact }, not at least { $wanted }
passed-at-most = { $label } is { $fact }, not at most { $wanted }
passed-between = { $label } is { $fact }, not between { $wanted }
passed-in = { $label } is { $fact }, not { $wanted }
passed-unknown = { $label } is unknown
passed-known = { $label } is known
passed-is = { $label } is { $fact }
passed-person = { $name }: { $why }
passed-another = another

## What is politely refused

refusal-nothing-said = Say something: a name, an address, a number or a message.
refusal-no-such-lead = There is no lead with this number.
refusal-closed = This lead is closed. Open it again first.
refusal-already-open = This lead is open already.
refusal-no-such-task = This task is not open any more. Somebody may have done it meanwhile.
refusal-too-many-tasks = This lead has { $count } open tasks. Finish one first.
refusal-no-such-letter = This letter is no longer waiting.
refusal-subject-needed = Write a subject, in one line of at most { $most } characters.
refusal-stop-link = Leave { $link } in the letter: it is their link to stop more of them.
refusal-no-such-mate = Nobody with the name “{ $name }” works here now.
refusal-no-such-stage = There is no stage “{ $stage }”.
refusal-no-such-sequence = There is no sequence “{ $sequence }”.
refusal-no-such-field = There is no field “{ $field }”.
refusal-not-a = { $kind ->
    [country] “{ $value }” is no country we know.
    [language] “{ $value }” is no language we know. Write it like en or English.
    [web_address] “{ $value }” is no web address. Write it like www.example.com.
    [number_of_employees] “{ $value }” is no number of employees. Write a whole number like 25.
   *[other] “{ $value }” is no { $what }.
}
refusal-stage-needs = Before this stage, say: { $facts }.
refusal-won-needs = Before a lead is won, say: { $facts }.
refusal-reason-needed = Choose a reason: { $reasons }.
refusal-note-needed = This reason asks for a note.
refusal-why-needed = Write down why.
refusal-text-needed = Write something first.
refusal-none-of = “{ $value }” cannot stand there. Choose one of: { $choices }.
refusal-several-enquiries = One post is one enquiry: send each of them by itself.
refusal-note-is-now = A note is of the moment it is written. Leave “at” out.
refusal-moment-passed = Choose a moment that is still to come.
refusal-moment-too-far = That moment is too far away.
refusal-too-long-ago = That was more than 20 years ago. Say when it arrived, or leave it out.
refusal-no-sequence = This lead is in no sequence.
refusal-no-address = There is no e-mail address that takes letters. Write it down first, or call.
refusal-silence-wanted = They want no more letters. Call them, or wait until they write.
refusal-consent-needed = This sequence is for those who have agreed to letters, and they have not.
refusal-changed-meanwhile = Somebody changed this lead meanwhile. Look at the change, then save again.
refusal-moved-meanwhile = This lead was moved to “{ $stage }” meanwhile. Look at the change, then move it again if it still makes sense.
refusal-rewritten-meanwhile = Somebody put other words into this letter meanwhile. Look at them, then save again: yours take their place.
refusal-given-meanwhile = This lead was given to { $name } meanwhile. Look at the change, then give it again if it still makes sense.
refusal-too-long = This is longer than { $most } characters.

## Signals, as the sum of a score explains them

signal-asked = Asked for an answer
signal-budget = Has named a budget worth your while
signal-case_study = Read a case study
signal-click = Followed a link in a letter
signal-company_size = Of a size you serve best
signal-competitor = A competitor
signal-decision_maker = Can decide
signal-download = Downloaded something
signal-engaged = Has shown interest
signal-free_mail = Writes from a free mailbox
signal-industry = In an industry you serve best
signal-location = In the area you serve
signal-long_visit = Stayed on the site
signal-manager = Has a say
signal-met = Met one of you
signal-mismatch = Not the kind of firm you serve best
signal-open = Opened a letter
signal-outside_area = Outside the area you serve
signal-price_view = Looked at prices
signal-product_used = Tried the product
signal-qualified = Qualified
signal-reply = Answered you
signal-source = The way they came
signal-student = A student
signal-timeline = Needs it within three months
signal-unsubscribed = Wants no letters
signal-webinar = Came to a webinar
signal-shown = { $why }: { $what }
request-quote = quote
request-demo = demo
request-callback = callback
request-booking = booking
group-fit = Fit
group-engagement = Interest
group-source = Source
group-stage = Stage
group-against = Against

## A lead

lead-back = Back to the lead
lead-save-facts = Save details
lead-is-missing = is missing
lead-what-to-add = What to add
lead-note = Note
lead-note-hint = What should the next person know?
lead-how-it-went = How did it go?
lead-what-was-said = What was said
lead-what-was-said-hint = Budget, who decides, what they need, by when
lead-what-was-written = What was written
lead-what-was-written-hint = Your words to them, or an email from your own mailbox: paste it, or say it in a sentence
lead-they-called = They called us
lead-they-wrote = They wrote to us
lead-when-it-was = When it was
lead-next-step = Next step
lead-every-touch = every touch ends with one
lead-choose = Choose…
lead-choose-next = Choose a next step. Every open lead has one.
lead-choose-task = Choose what is to be done.
lead-choose-outcome = Choose how it went.
lead-choose-somebody = Choose somebody.
lead-choose-sequence = Choose a sequence.
lead-close = Close the lead
lead-when = When
lead-today = Today
lead-tomorrow = Tomorrow
lead-next-week = Next week
lead-or-on-a-day = Or on a day
lead-what-exactly = What exactly, in a few words
lead-day-passed = Choose a day that is still to come.
lead-no-day = Write the day like 2026-05-12.
lead-at-a-time = At a time of day
lead-hour-passed = Choose a time that is still to come.
lead-no-hour = Write the time like 14:30.
lead-write-what-was-said = Write down what the email said, at least in a sentence.
lead-back-on-desk = back on the desk
lead-draft-kept = What you wrote is kept on this device.
lead-draft-forget = Throw it away
lead-save-note = Save note
lead-save-call = Save call
lead-other = Other
lead-channel = By which way
lead-choose-channel = Choose by which way.
lead-other-hint = What you wrote to them, or they to you
lead-they-turned = They turned to us
lead-save-other = Save touch
lead-subject-usual = Your enquiry
lead-by = How it goes
lead-by-house = Send it from here
lead-by-hand = Sent from my own mailbox
lead-no-mail = Mail is not set up: it waits here for two weeks, until it is.
lead-send-email = Send email
lead-save-email = Save email
lead-save-task = Save task
lead-mark-done = Mark as done
lead-what-came-of-it = What came of it
lead-leave-it = Leave it
lead-nothing-lost = What you typed is still here.
lead-you-typed = What you typed, to be copied from here:
lead-closed-no-step = This lead was closed meanwhile and takes no next step. Open it again first, or save without one.
lead-letter-now = As the letter reads now:
lead-edit-letter = Edit
lead-rewrite = Edit the letter
lead-subject = Subject
lead-letter = Letter
lead-save-letter = Save letter
lead-letter-gone = It has left, or was given up. What you typed can be copied from here.
lead-give-to = Give to…
lead-new-owner = New owner
lead-why-given = Why, for the colleague who gets it
lead-move-stage = Move stage…
lead-fill-in = Fill in what is missing
lead-won = Won…
lead-lost = Close as lost…
lead-not-a-lead = Not a lead…
lead-never-was = It never was a lead
lead-reason = Reason
lead-ended-hint = What the next person should know if they come back
lead-reopen = Open again
lead-why-reopened = Why it is open again
lead-hold = Hold the sequence
lead-hold-hint = Nothing goes out by itself until you resume it. After a week you are asked again.
lead-why-held = Why it waits
lead-resume = Resume the sequence
lead-start-sequence = Start a sequence
lead-replaces = It replaces the one that is running.
lead-snooze = Put aside…
lead-how-long = For how long
lead-why-aside = Why it can wait
lead-aside-hint = It comes back on the day with this reason. If they write, it comes back at once.
lead-through = Leads of the list
lead-through-list = Back to the list
lead-through-before = Lead before
lead-through-next = Next lead
lead-decision = Decision
lead-reach = Ways to reach them
lead-call = Call
lead-booking = Booking link
lead-more = More
lead-print = Print this lead
lead-more-for = More for this lead
lead-opted-out = Wants no letters
lead-quiet = Imported, no clock
lead-quiet-long = Imported: no clock and no letters until somebody works on it.
lead-take-it = Take it
lead-offered = Offered to you.
lead-done = Done
lead-move-task = Move
lead-move-title = Move: { $task }
lead-move-stands = Due { $when } now. Another day keeps the time.
lead-move-day = Day
lead-move-hour = Time
lead-no-next-step = No next step. Every open lead has one.
lead-choose-step = Choose a next step
lead-give-with-reason = Give with a reason…
lead-to-do = To do
lead-what-to-say = What to say
lead-send-now = Send now
lead-throw-away = Throw away
lead-read-letter = Read it
lead-goes-now = goes as soon as mail can be sent
lead-mail-lacking = No letter leaves before mail is set up. Set it up.
lead-mail-lacking-owner = No letter leaves before an owner sets mail up.
lead-link-to-stop = {"["}their own link to stop letters]
lead-timeline = Timeline
lead-all = All
lead-touches-only = Touches only
lead-no-touch = No touch yet. The clock runs until the first call or email is logged.
lead-read-all = Read all of it
lead-entry = All of it
lead-older = Show what happened before
lead-inside = inside promise
lead-outside = past promise
lead-floor = Floor
lead-floor-on-top = { $score }, and a quarter of their { $points } points, so that the better still stands first
lead-floor-unanswered = Holds while they wait for an answer
lead-chosen = chosen
lead-eligible = could have taken it
lead-eligible-by = could have taken it: { $share }
lead-turn-only = the only one who could take it
lead-turn-behind = next in turn, the furthest behind: { $share }
lead-turn-fewer = next in turn, level with { $names } and with fewer open leads: { $share }
lead-turn-first = next in turn, level with { $names } and named first in the pool: { $share }
lead-share-behind = { $count ->
    [one] { $leads } lead behind their share
   *[other] { $leads } leads behind their share
}
lead-share-ahead = { $count ->
    [one] { $leads } lead ahead of their share
   *[other] { $leads } leads ahead of their share
}
lead-share-even = just at their share
lead-kept-owner = { $name } had lead { $number }
lead-stands-in = { $name } stands in for { $away }
lead-sequence = Sequence
lead-held = Held
lead-is-held = held
lead-is-done = done
lead-not-sent = not sent { $day }
lead-left-out = left out { $day }
lead-is-to-do = to do
lead-steps = Steps of the sequence
lead-no-sequence = In no sequence.
lead-details = Details
lead-consent = Consent
lead-edit-facts = Change details
lead-origin = Where they came from
lead-lag = Recorded
lead-first-touch = First touch
lead-searched = searched for { $what }
lead-advert = advert { $what }
lead-click = click { $what }
lead-referrer = from { $what }
lead-landed = landed on { $what }
lead-look-alikes = Possible duplicate
lead-earlier = Earlier leads of theirs
lead-number = Lead L-{ $number }
lead-value-in = Value in { $currency }
lead-added-created = Added. The clock runs.
lead-added-unpromised = Added.
lead-added-attached = They were known already, and open: this is now part of their lead.
lead-added-flagged = Added. It may be somebody you know: look under Possible duplicate.
lead-group-person = Person
lead-group-firm = Firm
lead-group-enquiry = Enquiry
lead-group-own = Your own fields
lead-facts-of = Details of { $name }
lead-now-empty = It is empty now.
lead-now-says = It now says “{ $value }”.
lead-no-choice = { $value } (not one of the choices)
lead-holds-no-number = This is no number. It stays as it is until you write one, like 1200.
lead-holds-no-day = This is no day. It stays as it is until you write one, like 2026-05-12.
lead-holds-no-choice = This is not one of the choices. It stays as it is until you choose one.
lead-log-call = Log call
lead-task = Task
lead-reached = Reached
lead-voicemail = Voicemail
lead-no-answer = No answer
lead-call-back = Call back
lead-wrong-number = Wrong number
lead-just-now = Just now
lead-ago = { $span } ago
lead-settles = Settles: { $task }
lead-something-else = Something else
lead-step-call = Call { $name }
lead-step-email = Email { $name }
lead-step-linkedin = Write to { $name } on LinkedIn
lead-step-answer = Answer { $name }
lead-step-other = Follow up
lead-as-planned = As planned: { $what }, { $when }
lead-done-title = Done: { $task }
lead-confirm-owner = Give the lead away
lead-confirm-stage = Move the lead
lead-confirm-won = Mark as won
lead-confirm-lost = Close as lost
lead-confirm-disqualify = Close as not a lead
lead-confirm-snooze = Put aside
lead-save = Save
lead-goes = goes out { $when }
lead-letter-goes = It goes out { $when }, as it is saved then. { $link } becomes their own link to stop letters.
lead-letter-goes-now = It goes as soon as mail can be sent, as it is saved then. { $link } becomes their own link to stop letters.
lead-letter-held = It is held with its sequence. Once that is resumed it goes as it is saved then. { $link } becomes their own link to stop letters.
lead-not-an-amount = “{ $text }” is no amount. Write it like 12,500.
lead-there = { $time } there
lead-lacks = Incomplete: { $facts }
lead-accept-by = Offered to you until { $when }, then it goes to the next.
lead-answer-by = Next step, due { $when }: answer
lead-answer = Answer
lead-answer-name = Answer { $name }
lead-next = Next step, { $when }: { $what }
lead-aside-until = Put aside until { $when }: { $why }
lead-won-at = Won, { $when }
lead-lost-at = Lost, { $when }
lead-no-lead-at = Not a lead, { $when }
lead-move-to = Move to { $stage }
lead-day = { $day } { $month_short }
lead-day-of-year = { $day } { $month_short } { $year }
lead-letter-by-itself = letter “{ $letter }”, by itself
lead-step-of-day = { $step } of day { $day }
lead-notice = Notice
lead-score-moved = Score { $from } to { $to }
lead-score-moved-tier = Score { $from } to { $to }, { $before } to { $after }
lead-more-by-box = { $what }. And { $count } more by the box
lead-touches = { $count ->
    [one] { $count } touch
   *[other] { $count } touches
}
lead-first-answer = First answer after { $span } of opening hours
lead-first-answer-early = First answer before opening
lead-in-sequence = “{ $sequence }”.
lead-held-because = Held: { $why }
lead-waits = The next step waits until { $when }: { $why }
lead-withheld = “{ $sequence }” is not started: they have not agreed to letters.
lead-sequence-ended = “{ $sequence }” ended: { $exit }.
lead-why-score = Why { $score }
lead-why-owner = Why { $name }
lead-score-sum = { $parts }: { $score } of 100
lead-into-tier = { $count ->
    [one] { $count } point into { $tier } ({ $from } and over)
   *[other] { $count } points into { $tier } ({ $from } and over)
}, { $missing } below { $above }.
lead-into-top = { $count ->
    [one] { $count } point into { $tier } ({ $from } and over)
   *[other] { $count } points into { $tier } ({ $from } and over)
}.
lead-known-fit = Fit known { $known } of { $all }.
lead-falls = Without news the tier falls { $when }.
lead-floor-until = Holds until { $day }
lead-of-cap = of { $cap }
lead-point-was = was { $points }, fades with time
lead-point-until = counts until { $day }
lead-point-ended = counted until { $day }
lead-from-pool = from { $pool }
lead-candidate = { $why }; { $open ->
    [one] { $open } open lead
   *[other] { $open } open leads
}
lead-candidate-weight = { $candidate }, weight { $weight }
lead-decided = Decided { $when }.
lead-decided-by = Decided { $when } by { $name }.
lead-decided-by-for = Decided { $when } by { $name }: { $why }.
lead-decided-in = { $when } in { $span }
lead-decided-at-once = under 0.1 s
lead-decided-seconds = { $seconds } s
lead-decided-for = Decided { $when }: { $why }.
lead-lag-after = { $span } after it came in
lead-yes = yes
lead-no = no
lead-on-weekday = { $weekday }
lead-quoted = “{ $text }”

## Moments within a letter

letter-today = today at { $hour }:{ $minute }
letter-day = on { $weekday } { $day } { $month } at { $hour }:{ $minute }
letter-zone = { $moment } { $zone }

## Tags and files in the journal

entry-tags-on = Tagged: { $tags }
entry-tags-off = Tags taken off: { $tags }
entry-tags-swapped = Tagged: { $on }; taken off: { $off }
entry-file-attached = File attached
entry-file-removed = File removed
refusal-no-such-tag = There is no tag “{ $tag }” to put on a lead.
refusal-too-many-tags = A lead has { $most } tags at most. Take one off first.
refusal-no-such-file = There is no such file with this lead. Somebody may have removed it meanwhile.
refusal-too-many-files = A lead has { $most } files at most. Remove one first.

## The versions of the rules

versions-title = Versions
versions-how = Every change to the rules is kept, with who made it. Open one to see what it changed, or to bring back what was.
versions-none = Nothing has been changed yet.
versions-one = Version { $number }
versions-by = { $by }, { $at }
versions-first = The first one
versions-brought-back = { $parts }: brought back from version { $number }
versions-from = Brought back from version { $number }
versions-reviewed = Score looked at and kept
versions-same = Nothing that counts
versions-in-force = in force
versions-older = Earlier versions
versions-back = Bring back what was in version { $number }
versions-back-changes = What that changes: { $part }
versions-back-how = Choose the parts in which it differs from today. They come into force as a new version, and open leads follow.
versions-parts = Parts of the rules
versions-team-stays = The team stays as it is: people come and go on the Team page.
versions-back-do = Bring back
versions-nothing-chosen = Choose at least one part.
versions-settling = Open leads are being looked at by the new rules: { $percent } % are done.
versions-settling-short = Leads looked at by the new rules
versions-gone = Taken out:
versions-new = New:
versions-more-lines = More lines have changed.
versions-figures = The figures of the learned model are others too; they are not shown here.
change-teammate = Teammate
change-source = Source
change-field = Field
change-tag = Tag
change-question = Question
change-fit-rule = Rule of fit
change-floor = Floor
change-rule = Rule
change-pool = Pool
change-sequence = Sequence
change-letter = Letter
change-stage = Stage
change-lost-reason = Reason for losing
change-disqualify-reason = Reason for disqualifying
change-send-back-reason = Reason for sending back
change-added = { $thing } “{ $name }” added
change-removed = { $thing } “{ $name }” removed
change-changed = { $thing } “{ $name }” changed
change-on = { $thing } “{ $name }” switched on
change-off = { $thing } “{ $name }” switched off
change-works-here = { $name } works here again
change-left = { $name } works here no more
change-renamed = { $thing } “{ $from }” is now called “{ $to }”
change-reordered = { $thing }: in another order
change-gives-to = Rule “{ $rule }” now goes to pool “{ $pool }”
change-tier = Tier { $tier } from { $from } to { $to } points
change-set = “{ $what }” from { $from } to { $to }
change-set-first = “{ $what }” is now { $to }
change-set-none = “{ $what }” is not set any more; it was { $from }
change-set-of = { $thing } “{ $name }”: { $set }
change-turned-on = “{ $what }” switched on
change-turned-off = “{ $what }” switched off
change-otherwise = “{ $what }” changed
change-learned-counts = What the learned model counts for
change-learned-leads = Leads that the model learned from
change-clock = { $tier }: { $what }
change-count-most = { $signal }: signs that count at most
change-count-days = { $signal }: days for which it counts
change-promise = { $tier }: { $what } { $to }, was { $from }
change-promise-first = { $tier }: now { $what } { $to }
change-promise-none = { $tier }: no longer { $what } { $from }
change-respond = answered within
change-opening = out of hours, answered after the next opening within
change-accept = accepted within
change-points = { $count ->
    [one] { $points } point
   *[other] { $points } points
}
change-part = { $part } changed
change-hours = Opening hours
change-holidays = Holidays
change-at-submit = A request of the right kind of customer with the budget is SQL at once
change-on-call = Clocks of Urgent leads run out of hours
change-warnings = Warnings before a time is over
change-counting = Which minutes count
change-instant-reply = Instant reply
change-letters-a-week = Automated letters to one person in seven days, at most
change-stale-days = Days after which a step is left out
change-won-requires = What must be known before a lead is won
change-with-note = Reasons that ask for a note
part-scoring = Scoring
part-routing = Routing
part-promise = Promised times
part-followup = Follow-up
part-pipeline = Stages

## Qualification

part-qualification = Qualification
finding-good = good
finding-weak = partly
finding-bad = not good
entry-answered = { $criterion }: { $finding }
entry-answered-call = { $criterion }: { $finding }, said in a call
entry-answered-form = { $criterion }: { $finding }, read from the enquiry
entry-answered-rule = { $criterion }: { $finding }, read from the facts
entry-answer-withdrawn = { $criterion }: answer withdrawn
entry-graded = Now { $grade }
entry-graded-none = On no rung of the ladder any more
entry-taken-on = Taken on by sales
entry-sent-back = Sent back by sales
cause-ready-for-sales = They are ready for sales.
cause-sql-request = They ask for an answer, are the right kind of customer and have the budget.
cause-sql-answers = { $good } answers are good, and { $enough } are enough.
cause-sql-taken-on = Sales took the lead on with a score of at least { $from }.
cause-pql = They use the product, and their fit is { $percent } % of the most there is.
cause-mql = They show interest, and their fit is { $percent } % of the most there is.
cause-iql = They took something to read or to watch, and asked for nothing.
cause-grade-gone = Nothing that speaks for it holds any more.
cause-grade-sent-back = Sales sent it back, and nothing is new since.
refusal-no-such-criterion = Nothing is asked here under “{ $criterion }”. It may have been switched off meanwhile.
refusal-not-handed-over = This lead has not been handed over to sales, or was sent back meanwhile.
signal-answers = Good answers to our questions
grade-iql = reads and asks for nothing
grade-mql = fits and shows interest
grade-pql = uses the product and fits
grade-sql = ready for sales
lead-qualification = Qualification
lead-answered-of = { $answered } of { $all } answered
lead-taken-on = Taken on by sales { $when }.
lead-waits-for-sales = Handed over to sales, which has not said yet whether it takes the lead on.
lead-take-on = Take on
lead-send-back = Send back
lead-confirm-send-back = Send back
lead-send-back-then = The lead stays open and goes into “{ $sequence }”, if they have agreed to letters. Sales hears of it again when there is news.
lead-back-waits = Nobody has answered what they asked for, so the clock counts on. Answer them, or mark the lead as no lead.
lead-back-rests = Sales hears of it again when there is news.
lead-rather-nurture = Not now, but perhaps later? Keep them in mind of us instead.
lead-not-asked = not asked
lead-answer-it = Answer
lead-answer-anew = Answer anew
lead-answer-withdraw = Take back
lead-answered-by = { $how }, { $name }, { $when }
lead-answered-how = { $how }, { $when }
lead-means-hand = ticked off
lead-means-call = in a call
lead-means-form = from the enquiry
lead-means-rule = from the facts
lead-choose-finding = Say whether the answer is good, partly good or not good.
lead-to-ask = { $count ->
    [one] { $count } question to ask
   *[other] { $count } questions to ask
}
leads-grade = Readiness
leads-flag-handed-over = Handed over, not taken on
qualify-how = Everybody asks the same questions. A good answer gives points, unless the score counts the same fact already.
qualify-question = What to ask
qualify-field = Answered by the fact
qualify-no-field = none, people answer it
qualify-or-field = Or else by the fact
qualify-no-or-field = none
qualify-or-field-alone = Choose another fact than the first, and the first before the second.
qualify-good = A good answer is
qualify-good-signal = what the score counts: { $signal }
qualify-good-known = that it is known
qualify-good-at-least = at least
qualify-good-at-most = at most
qualify-good-in = one of these
qualify-good-contains = contains one of these
qualify-value = Value, or several with commas
qualify-and = And only if, besides
qualify-conditions-no-field = Choose the fact that answers the question, or empty its conditions.
qualify-points = Points of a good answer
qualify-is-on = Asked
qualify-new = Another question
qualify-bring-in = Bring in BANT and MEDDIC
qualify-set-on = Ask { $set }
qualify-set-off = Do not ask { $set }
framework-bant = BANT
framework-meddic = MEDDIC
framework-own = Your own questions
qualify-ladder = The ladder
qualify-ladder-how = IQL took something to read. MQL fits and shows interest. PQL uses the product and fits. SQL asks for an answer as the right kind of customer with the budget, has enough good answers, or was taken on by sales.
qualify-mql = Fit from which a lead is MQL, in percent of the most there is
qualify-sql = Good answers with which a lead is SQL
qualify-at-submit = A request of the right kind of customer with the budget
qualify-at-submit-yes = is SQL at once
qualify-at-submit-no = waits for answers or for sales
qualify-ideal = Of what is known of their fit this much matches for the right kind, in percent
qualify-handover = Handing over
qualify-handover-how = Sales takes a lead on or sends it back with a reason. It is handed over again only with news.
qualify-nurture = Who is sent back goes into
qualify-from = Sales takes over from a score of
times-how = How fast a lead of each tier is to be answered, in minutes. A tier without a time has no clock.
times-respond = Answered within
times-opening = Out of hours: within, after the next opening
times-respond-lacking = Say also within which time it is answered, or empty the other times.
times-opening-lacking = Say also within which time after the next opening it is answered.
times-accept = Accepted within; empty: nobody has to
times-business = Only minutes within opening hours count
qualify-no-sequence = no sequence
qualify-reasons = Reasons for sending back, one a line
qualify-try = Try it on open leads
qualify-tried-handed = { $count ->
    [0] None of them would be handed over to sales at once.
    [one] One of them would be handed over to sales at once.
   *[other] { $count } of them would be handed over to sales at once.
}
qualify-tried-no-rung = None of them would change its rung on the ladder.
qualify-no-rung = no rung
qualify-counted = The last 90 days
qualify-counted-how = What sales said to what was handed over.
qualify-handed-over = Handed over
qualify-taken-on = Taken on
qualify-sent-back = Sent back
qualify-full = { $most } questions are the most. Change one that you do not need.
qualify-long = This is too long. { $most } characters are the most.
qualify-label-lacking = Give the question a name.
qualify-value-lacking = Say with what the fact is compared.
qualify-value-idle = Nothing is compared with this value here. Choose another way to compare, or empty the values.
qualify-value-no-field = Choose the fact that is compared with this, or empty the values.
qualify-no-number = Write a number here.
qualify-range = Write a whole number from { $from } to { $to }.
qualify-reasons-full = { $most } reasons are the most.
## The model by which leads are scored

scoring-signals = Signals
scoring-signals-how = What each sign is worth. Points of a group are added up, to the most the group may give. How many signs of one kind count, and for how many days, stands beneath; without days, they only fade.
scoring-signal = Signal
scoring-points = Points
scoring-points-for = Points for { $what }
scoring-fades = Loses weight
scoring-never = never
scoring-halves = halves every { $days } days
scoring-won-with = Won with / without
scoring-cap = counts up to
scoring-cap-of = { $group }, most points
scoring-was = was { $points }
scoring-full-hours = Hours in which interest counts in full
scoring-half-life = Days in which it then halves
scoring-price-pages = Pages that show prices
scoring-case-pages = Pages of case studies
scoring-pages-hint = Beginnings of their paths, such as /prices, with commas between them.
scoring-number = Write a whole number from { $from } to { $to }.
scoring-counts-most = latest
scoring-counts-most-of = { $what }: how many count
scoring-counts-within = for
scoring-counts-days-of = { $what }: days for which one counts; empty for as long as it has weight
scoring-counts-days = days
scoring-tiers = Tiers
scoring-tiers-how = From which score on a lead counts as what.
scoring-tier-from = { $tier } from
scoring-tiers-order = The tiers must rise: Medium begins below High, and High below Urgent.
scoring-ideal = Whom you serve best
scoring-ideal-how = What is left empty is not asked. What is not known of a lead never counts against it.
scoring-industries = Industries
scoring-list-hint = Several with commas between them.
scoring-served = Area you serve
scoring-served-hint = Countries such as DE or Germany, groups such as EU or DACH, regions, cities, or the beginnings of postcodes such as BD or 80, with commas between them.
scoring-size-from = Staff, at least
scoring-size-to = Staff, at most
scoring-size-order = The most staff is less than the least.
scoring-budget-from = Budget, at least
scoring-competitors = Competitors
scoring-competitors-hint = Their domains, such as rival.example, with commas between them.
scoring-free-mail = A free mailbox counts against a firm
scoring-floors = Floors
scoring-floors-how = A lead that asks for an answer does not fall below these, as long as it waits and for some days after. On top comes a quarter of its points, so that the better still stands first. Empty the name to remove a floor.
scoring-floor-score = No lower than
scoring-floor-days = Days it holds after the request
scoring-floor-new = A new floor
scoring-floor-needs = Only for leads with
scoring-floor-any = nothing more than the request
scoring-rules = Your own rules of fit
scoring-rules-how = Any fact can count, your own fields included. All questions of a rule must hold. Empty the name to remove a rule.
scoring-rule-new = A new rule
scoring-rule-name = Name
scoring-rule-fact = Fact
scoring-rule-is = Question
scoring-rule-value = Values, with commas between them
scoring-name-lacking = Give it a name, or empty its other fields.
scoring-rule-asks-nothing = Say what the rule asks: choose a fact.
scoring-try-first = Nothing is in force yet. See first what it would have said of past leads and what changes for open ones; then publish it.
scoring-signal-off = “{ $signal }” reads “{ $field }”, a field that is switched off: new leads bring it no more.
test-in = is one of
test-not_in = is none of
test-contains = contains
test-begins = begins with
test-at_least = is at least
test-at_most = is at most
test-between = lies between, such as 10..49
test-known = is known
test-unknown = is not known
scoring-draft = The model in this form
scoring-changes = { $count ->
    [0] No changes
    [one] One change
   *[other] { $count } changes
}
scoring-untried = Changes not tried yet
scoring-try = Try it
scoring-discard = Discard
scoring-publish = Publish
scoring-open = What becomes of open leads?
scoring-open-count = { $count ->
    [one] one open lead
   *[other] { $count } open leads
}
scoring-open-newest = Judged are the newest { $judged } of { $all } open leads.
scoring-open-up = Would rise
scoring-open-down = Would fall
scoring-open-move = { $count ->
    [one] one lead
   *[other] { $count } leads
}
scoring-proof = What would it have said?
scoring-ended = { $count ->
    [one] one lead that has ended
   *[other] { $count } leads that have ended
}
scoring-not-tried = What past and open leads say of this stands here as soon as nothing above is wrong.
scoring-no-past = No lead has ended yet. Once some are won or lost, this shows whether the score told them apart.
scoring-no-peeking = Each lead is judged as it looked when it came in, before anybody had worked it.
scoring-listed = { $count ->
    [one] One of these leads came from a list that named its end, so what was found out about it later counts as known from the start.
   *[other] { $count } of these leads came from a list that named their end, so what was found out about them later counts as known from the start.
}
scoring-driven = What your past leads teach makes the score, not the points: more or fewer of them change no tier. Floors, scores set by hand and where the tiers begin still count.
scoring-driven-moves = What your past leads teach makes the score, so points move nobody here.
scoring-as-of = As of { $weekday_short } { $day } { $month_short }, { $hour }:{ $minute }. It is looked at again each day, and once one in a hundred more has ended.
scoring-won-pressing = Won leads it calls Urgent or High
scoring-live = in force: { $what }
scoring-a-day = { $tier } leads a working day, of those that have ended
scoring-auc = Of a won and a lost lead, it puts the won one first
scoring-of-hundred = { $count } in 100
scoring-auc-between = surely between { $low } and { $high }
scoring-by-tier = Close rate by tier, beside the model in force
scoring-tier = Tier
scoring-won = Won
scoring-rate = Close rate
scoring-lift = To all
scoring-now = In force
scoring-between = { $low } to { $high }
scoring-in-order = Each tier closes at least as well as the one below it.
scoring-out-of-order = { $tier } closes worse than { $below } below it: { $rate } against { $other }.
scoring-order-unsure = Whether each tier closes better than the one below it cannot be said with so few leads.
scoring-moves = { $count ->
    [0] No lead would change tier
    [one] One lead would change tier
   *[other] { $count } leads would change tier
}
scoring-move = { $count ->
    [one] one lead, { $won } won
   *[other] { $count } leads, { $won } won
}
scoring-ended-won = won
scoring-ended-lost = lost
scoring-few = { $count ->
    [0] No won lead is too few to judge by.
    [one] One won lead is a very small sample. Treat every difference as chance.
   *[other] { $count } won leads are a small sample. Treat a difference of 1 or 2 as chance.
}
scoring-example = One lead as an example
scoring-example-none = No lead has the number { $number }; this is the latest.
scoring-example-other = Number of another lead
scoring-sources = What sources are worth
scoring-sources-none = No lead has ended in the last 90 days, so nothing is proposed.
scoring-sources-how = { $count ->
    [one] One lead that ended in the last { $days } days. Small numbers are drawn towards the rate of all. A rate like that of all is worth a third of the most there is for a source, twice its odds two thirds, half of them nothing. Nothing changes until you say so.
   *[other] { $count } leads that ended in the last { $days } days. Small numbers are drawn towards the rate of all. A rate like that of all is worth a third of the most there is for a source, twice its odds two thirds, half of them nothing. Nothing changes until you say so.
}
scoring-source = Source
scoring-closed = Ended
scoring-sources-take = Take over the chosen points
scoring-sources-changed = Other points are proposed now than when this page was drawn, so nothing was taken over. Look at them once more.
scoring-sources-same = The points fit how leads ended. Nothing is proposed.
scoring-review-due = Nobody has held the score against how leads ended for { $days } days. Look at it every 60 to 90 days.
scoring-review-keep = I have looked, keep it
scoring-review-go = Review the score
signal-own_rule = By a rule of your own
reason-own_rule = own rule
reason-override = set by hand
entry-overridden = Score set to { $score } for { $span }
entry-override-ended = The points count again
lead-set-score = Set the score
lead-set-score-to = Score, 0 to 100
lead-set-score-why = Why
lead-set-score-hint = Until then the points do not count. Everybody sees who set it and why.
lead-set-to = Set to { $score } by hand
lead-set-until = By { $by }, until { $day }
lead-set-end = Let the points count
lead-as-of = As of { $when }
lead-as-of-end-of = As of the end of { $day }
lead-as-of-now = Show now
lead-as-of-end = It has ended, so nothing fades any more: the score as it was last judged, { $when }.
lead-as-of-none = The lead had not come in by then, or this is no day.
lead-as-of-to-come = That day is still to come. This is the score as it is now.
lead-as-of-day = On the day
lead-as-of-show = Show
lead-judged-by = By version { $version } of the rules, by points alone.
lead-judged-by-learned = By version { $version } of the rules, with the model learned on { $day }.
# Routing: rules, their trial, and whether they were right

judged-account = firm
judged-tags = tags
passed-no-field = skipped, for there is no field “{ $field }”

entry-misrouted = { $name } was the wrong owner
entry-owner-right = First owner judged to be right
entry-owner-wrong = First owner judged to be wrong
wrong-owner-territory = wrong territory
wrong-owner-product = wrong product
wrong-owner-not_theirs = not theirs
wrong-owner-other = another reason
cause-was-wrong = was the wrong owner
cause-misroute = { $name } was the wrong owner
passed-was-wrong = it was wrong about this lead
refusal-nobody-else = Nobody else works here who could take it.

## /settings/routing

routing-rates = Shares by close rates
routing-rates-how = How the leads ended in the last { $days } days that the rules gave to each person from this pool, with the bounds within which a close rate lies. Few leads are drawn towards the rate of the pool. Nothing changes by itself.
routing-rates-none = No lead of this pool has ended in the last { $days } days, so nothing is proposed.
routing-rates-show = Count close rates
routing-rates-take = Take over these shares
routing-rates-changed = Pools or close rates have changed meanwhile, so nothing was taken over. These are the shares that are proposed now.
routing-rates-same = The shares fit how leads ended, or too few have ended. Nothing is proposed.
routing-share = Share
routing-alone = Every lead goes to { $name }, who works here alone: no rule is asked, no turns are taken, and nobody has to accept. With the second teammate the rules begin to count by themselves.
routing-for-a-team = Rules for when there are more of you
routing-how = Read from the top. The first rule that fits decides.
routing-rule = Add a rule
routing-new-rule = New rule
routing-sample = Check last month
routing-taken = { $count ->
    [one] 1 assignment in 30 days
   *[other] { $count } assignments in 30 days
  }
routing-up = Move rule { $number } up
routing-down = Move rule { $number } down
routing-edit = Edit rule { $number }
routing-when = When
routing-give = Give to
routing-always = Always
routing-everyone = everyone who works here
routing-no-pool = a pool that is gone
routing-name = Name
routing-is-in = { $label } is { $values }
routing-is-not_in = { $label } is not { $values }
routing-is-contains = { $label } contains { $values }
routing-is-begins = { $label } begins with { $values }
routing-is-at_least = { $label } is at least { $values }
routing-is-at_most = { $label } is at most { $values }
routing-is-between = { $label } lies between { $values }
routing-is-known = { $label } is known
routing-is-unknown = { $label } is unknown
routing-fact = Condition { $number }: what is asked for
routing-test = Condition { $number }: how it is compared
routing-values = Condition { $number }: values
routing-no-fact = No further condition
routing-values-how = Several values stand between commas, ranges are written 10000..12699. Countries may be named by code or name. Every condition of a rule has to hold.
routing-more = Keep and add a condition
routing-delete = Remove this rule
routing-else = Everyone else
routing-else-how = Always. This cannot be removed, so that no lead is left without an owner.
routing-fallback = Fallback owner
routing-cap = Open leads one person may hold unaccepted
routing-keep-person = Who comes back goes to the owner they know
routing-keep-firm = Who is of a firm we know, or shares a phone number with somebody we know, goes to the owner known there
routing-pools = Pools
routing-pool = Add a pool
routing-new-pool = New pool
routing-skills = Skills that are needed
routing-skills-how = Such as: French, Large roofs:2. A number behind the colon asks for at least that level, from 1 to 3.
routing-weights-how = Beside each name stands how many leads they get for every one that a weight of 1 gets. Empty: not in this pool. A pool without names is everyone’s. Leads go to whoever’s turn it is, past those who are away or full.
routing-delete-pool = Remove this pool
routing-no-number = “{ $text }” is no whole number from 1 to { $most }.
routing-not-yet = What stands here is not in force yet.
routing-changed = changed
routing-pool-everyone = Nobody is named here, so this pool is everyone’s who works here.
routing-emptied = Nobody is left in { $pools }, so everyone who works here would get these leads. If that is meant, save again.
routing-emptied-tried = Nobody is left in { $pools }, so it was tried with everyone who works here.
routing-try = Try on the last 1,000 leads
routing-save = Put into force
routing-test-lead = Test a lead
routing-test-number = Number of a lead
routing-test-how = Name a lead, or say what is known of a new one. Where no score is typed, these facts are scored as those of a lead that comes in now.
routing-test-scored = Scored by these facts: { $score }, { $tier }.
routing-test-points = What points are given for as well
routing-test-stands = Its score now: { $score }, { $tier }.
routing-test-typed = As typed: { $score }, { $tier }.
routing-test-no-score = “{ $text }” is no score. Write a whole number from 0 to 100.
routing-who = Who gets it?
routing-by = by { $rule }
routing-also = Would also fit rule { $number }, { $rule }
routing-dry-run = Before and after
routing-moved = { $count ->
    [0] None of { $all } leads would go to somebody else.
    [one] 1 of { $all } leads would go to somebody else.
   *[other] { $count } of { $all } leads would go to somebody else.
  }
routing-person = Owner
routing-before = In force
routing-after = As it stands here
routing-given = { $name }, { $rule }
routing-dry-how = Both begin with nobody’s turn, and desks stay empty, so that what differs comes of the rules; how many leads one person may hold is not tried. Each lead counts as it was when somebody first got it, with its facts and its score of then, and once more where it rose or an offer was not taken before anybody took it up. In the table it counts for whoever has it last.
routing-sample-of = Routing of { $month } { $year }
routing-sample-how = Up to 50 leads, drawn by chance, each with its score when it was given. Was their first owner the right one?
routing-sample-none = No lead was given to anybody in that month.
routing-sample-passes = { $right } of { $judged } had the right owner at once: { $percent } %. { $enough } % are enough.
routing-sample-so-far = { $right } of the { $judged } judged so far had the right owner at once. { $enough } % of all are wanted.
routing-sample-fails = { $right } of { $judged } had the right owner at once: { $percent } %. { $enough } % are wanted. Look at the rules that gave the wrong ones.
routing-sample-left = { $count ->
    [one] 1 is not judged yet.
   *[other] { $count } are not judged yet.
  }
routing-sample-was = Was { $name } the right first owner of { $lead }?
routing-right = Right
routing-wrong = Wrong
routing-lost = Lost { $span } with the wrong owner
lead-misroute = Wrong owner
lead-misroute-how = It goes to the next who can take it at once, and never back.
lead-confirm-misroute = Pass it on
lead-choose-wrong-owner = Choose why the owner is the wrong one.
today-ownerless = { $count ->
    [one] 1 open lead has no owner. Open it and give it to somebody.
   *[other] { $count } open leads have no owner. Give them to somebody.
  }
today-unjudged = { $count ->
    [one] Last month’s routing: 1 lead is to be judged
   *[other] Last month’s routing: { $count } leads are to be judged
  }

# What own history teaches
learned-title = What your past leads teach
learned-how = Learned on this box from your own leads that have ended, as they looked when they came in. Nothing leaves the box, and no names are learned.
learned-learn = Learn from our leads
learned-back = Back to the score
learned-not-yet = Nothing has been learned yet. The points decide.
learned-under-way = Learning is under way.
learned-look-again = Look again
learned-failed = Learning failed. The reason stands in the log of the box.
learned-too-little = { $count ->
    [one] One lead has ended, { $won } won and { $lost } lost. A model needs at least 50, and 10 of either. Until then the points decide.
   *[other] { $count } leads have ended, { $won } won and { $lost } lost. A model needs at least 50, and 10 of either. Until then the points decide.
}
learned-one-end = Your leads have all ended the same way, so there is nothing to tell apart. The points decide.
learned-no-columns = What is known of your leads when they come in says nothing about how they end. The points decide.
learned-in-force = The model in the rules
learned-from = { $count ->
    [one] Learned on { $day } from one lead that had ended.
   *[other] Learned on { $day } from { $count } leads that had ended, { $won } of them won.
}
learned-counts = What it counts for
learned-counts-beside = Beside the points
learned-counts-beside-how = It is shown on each lead and changes no score.
learned-counts-blended = Blended
learned-counts-blended-how = The score is the mean of the points and of what the chance is worth.
learned-counts-drives = It decides
learned-counts-drives-how = The score is what the chance is worth. Floors and scores set by hand still hold.
learned-counts-none = Not at all
learned-counts-none-how = The model is taken out of the rules.
learned-lesson = What was learned now
learned-unseen = Tried on leads it had not seen, in five parts, each in its turn.
learned-auc = Of a won and a lost lead, it puts the won one first
learned-auc-points = The points do
learned-brier = Mean square error of its chances
learned-brier-baseline = { $figure } if everybody had the same chance
learned-better = It tells the won from the lost better than the points do.
learned-worse = The points tell the won from the lost better than it does.
learned-alike = Whether it or the points tell the won from the lost better cannot be said with so few leads.
learned-moved = Of the oldest fifth of your leads { $first } were won, of the latest { $last }: times have changed, and chances learned from all of them lag behind.
learned-latest = Learned from the older four fifths alone, it puts the won one of the latest fifth first in { $auc }; it foretold { $foretold } won, and { $won } were.
learned-knows-the-end = “{ $what }” by itself tells the end almost perfectly.
learned-only-won = “{ $what }” is known of won leads only.
learned-only-lost = “{ $what }” is known of lost leads only.
learned-mostly-won = “{ $what }” is known of most won leads and of few lost ones: { $won } against { $lost }, counted among those whose end came with them from a list.
learned-mostly-lost = “{ $what }” is known of most lost leads and of few won ones: { $lost } against { $won }, counted among those whose end came with them from a list.
learned-filled-later = “{ $what }” names days that are practically never before those of another column.
learned-as-much-as-all = “{ $what }” carries most of it: by itself it says as much as everything else together.
learned-dropped = It may be filled in afterwards, so it is left out.
learned-kept = If it is filled in afterwards, do not let the model count.
learned-calibration = Foretold and come, in ten groups
learned-foretold = Foretold
learned-left-out = { $count ->
    [one] One column is left out
   *[other] { $count } columns are left out
}
learned-useless-empty = is empty
learned-useless-constant = says the same of everybody
learned-useless-counting = only counts the leads
learned-useless-unique = says something else of nearly everybody
learned-useless-prose = is written freely
learned-twin = says the same as “{ $what }”
learned-only-filled = (only whether it is filled in counts)
learned-looks-at = What it looks at
learned-looks-at-how = The weightiest first. Times say how much likelier or less likely a win is, in odds, than for the average lead; with fewer than 20 leads only their number is told.
learned-column = Column
learned-weight = Weight
learned-levels = What speaks for a win, or against it
learned-up = { $what }: { $times } times likelier
learned-down = { $what }: { $times } times less likely
learned-few-up = { $what }: for a win
learned-few-down = { $what }: against it
learned-seen = { $count ->
    [one] (one lead)
   *[other] ({ $count } leads)
}
learned-has = { $what } is known
learned-column-arrival = When it came in
learned-column-source = Source
learned-column-campaign_source = Source of the campaign
learned-column-campaign_medium = Medium of the campaign
learned-column-campaign_name = Campaign
learned-column-mailbox = Mailbox
learned-column-message_words = Words of the message
learned-mailbox-free = free mailbox
learned-mailbox-own = mailbox of their own
learned-between = { $from } to { $to }
learned-side-weekday = { $what }, weekday
learned-side-month = { $what }, month
learned-side-hour = { $what }, hour
learned-missing = not known
learned-other = anything else
learned-hours = { $from }:00 to { $to }:00
learned-yes = yes
learned-no = no
learned-is = { $what }: { $is }
learned-because = { $count ->
    [one] { $what } (one earlier lead)
   *[other] { $what } ({ $count } earlier leads)
}
learned-lead-chance = Like earlier leads: { $percent } % are won
learned-lead-above = More promising than { $count } of 100 earlier leads.
learned-lead-beside = Shown beside the points; it would be worth { $points }.
learned-lead-blended = Worth { $points } points; the score is the mean of both.
learned-lead-drives = Worth { $points } points; that is the score.
learned-lead-held = By itself that would make the score { $points }. The floor or the score set by hand, named above, goes first.
learned-lead-how = How a chance becomes points: of 100 earlier leads about { $count } had a lower chance, and as many had fewer than { $points } points.
learned-lead-for = For it
learned-lead-against = Against it
learned-go = See what your past leads teach
learned-unseen-then = Leads that ended before { $day } were learned from. Each is judged here by a model that had not seen it.
learned-seen-before = Leads that ended before { $day } were learned from, so these figures look better than they are. Those on leads it had not seen are kept until the box starts anew; learning once more brings them back.

## What is wrong with a playbook

fault-archives-with-note = { $here } archives for “{ $reason }”, which asks for a note.
fault-asks-field-off = { $here } asks for “{ $label }”, a field that is switched off.
fault-away-order = A time away of “{ $id }” ends before it begins.
fault-business-needs-name = The business needs a name.
fault-cannot-stand-here = “{ $first }” cannot stand here. Choose one of: { $known }.
fault-cap-range = The cap of { $group } is { $cap }. It must lie between 0 and 1000.
fault-circle = { $here } asks for the { $judged }, which rests on it.
fault-clock-accept = { $tier } leads must be accepted within their time to respond, in a minute or more.
fault-clock-later = { $tier } leads are to be answered within { $minutes } minutes, which is later than { $lower } leads with { $less }.
fault-clock-long = The clock of { $tier } leads runs for { $minutes } minutes. { $most } is the most.
fault-clock-minute = The clock of { $tier } leads needs at least one minute to respond, also after an opening.
fault-compares-with-nothing = { $here } compares “{ $field }” with nothing, so that it says nothing.
fault-condition-no-fact = { $here } has a condition without a fact. Choose one, or empty its values too.
fault-conditions-most = { $here } has { $count } conditions. { $most } are the most.
fault-conditions-no-field = { $here } has conditions and names no field that could meet them.
fault-criterion-or-field = { $here } names a second fact that is no second one.
fault-conditions-range = { $here } has { $count } conditions. It needs 1 to { $most }.
fault-count-days = “{ $signal }” is to count for { $days } days. It must be 1 to { $most }.
fault-count-most = Of “{ $signal }”, { $count } are to count. It must be 1 to { $most }.
fault-country-unknown = { $here } names the country “{ $country }”, which does not exist. Write a code such as DE, its name, or a group such as EU or DACH.
fault-criterion-needs-name = The criterion “{ $key }” needs a name.
fault-criteria-most = { $most } criteria are the most.
fault-days-rise = The days of the sequence “{ $key }” must rise from 1, one step a day.
fault-did-you-mean = Did you mean “{ $key }”?
fault-draft-both = { $here } needs both or neither: minutes as a draft, and the tiers it is one for.
fault-draft-long = { $here } lies as a draft for more than a week.
fault-entries-of = There are { $count } entries of the kind { $what }. { $most } is the most.
fault-fades-slowly = Interest fades too slowly: in full for a year at most, halving in ten.
fault-fallback-gone = The fallback owner “{ $name }” does not work here now.
fault-field-label = The field “{ $key }” needs a label.
fault-field-needs-options = The field “{ $key }” is a choice and needs options.
fault-field-no-choice = The field “{ $key }” has options and is no choice.
fault-field-off = The field “{ $key }” is switched off, and asked for by { $who }.
fault-field-options-most = The field “{ $key }” has { $count } options. { $most } is the most.
fault-field-taken = The field “{ $key }” needs another key; this one is taken.
fault-fit-percent = Fit of { $percent } % is asked for. 100 % is the most.
fault-fit-rule-needs-name = Every rule of fit needs a name.
fault-fit-rules-most = { $most } rules of fit are the most.
fault-floor-holds = The floor “{ $name }” holds for { $days } days. { $most } is the most.
fault-floor-lies = The floor “{ $name }” lies at { $score }. 100 is the highest score.
fault-floor-never = { $here } can never hold: it asks for points for “{ $signal }”, which gives none.
fault-floor-needs-name = Every floor needs a name.
fault-floors-most = { $most } floors are the most.
fault-gives-weight = { $here } gives “{ $id }” the weight { $weight }. It must lie between 1 and 100.
fault-goes-on = { $here } goes on for more than { $most } days.
fault-goes-stale = A step goes stale after 1 to { $most } days.
fault-halves = Interest must halve in at least one day.
fault-has-weight = “{ $id }” has the weight { $weight }. It must lie between 1 and 100.
fault-holidays-most = There are { $count } holidays. { $most } is the most.
fault-language-code = The rule “{ $rule }” asks for the language “{ $language }”. Languages are kept as codes such as en or de.
fault-email-whole = The rule “{ $rule }” asks for the e-mail address “{ $email }”, and that is none. Say that it contains this, or ask for “{ $field }”.
fault-country-within = The rule “{ $rule }” looks for “{ $country }” within the country. Countries are kept as codes such as DE: say that it is one of.
fault-leads-back = { $here } leads back to itself, so that the letters would never end.
fault-leads-on-and-archives = { $here } leads on to “{ $then }” and cannot archive as well.
fault-learned-parts = The parts of the learned model do not belong together. Learn it again, or take the table “scoring.learned” out of the text: then the points alone decide.
fault-letter-too-long = { $here } is too long: { $subject } characters for a subject, { $letter } for a letter.
fault-letters-a-week = { $most } letters a week are the most.
fault-list-empty = One of the { $list } is empty.
fault-list-most = There are { $count } { $list }. { $most } is the most.
fault-mapping-most = { $here } names { $count } fields. { $most } is the most.
fault-mate-away = “{ $id }” is away { $count } times. { $most } is the most.
fault-mate-email = The teammate “{ $id }” needs an e-mail address; “{ $email }” is none.
fault-mate-name = The teammate “{ $id }” needs a name.
fault-mate-skills = “{ $id }” may have { $count } skills of 1 to { $characters } characters each, without commas, and levels from 1 to { $most }.
fault-may-hold-none = “{ $id }” may hold no open lead. Give 1 or more, or mark them as inactive.
fault-means-an-ending = { $here } needs another key; this one means an ending.
fault-members-most = { $here } has { $count } members. { $most } is the most.
fault-missing-here = “{ $first }” is missing here.
fault-name-fallback = Name a fallback owner, who takes what nobody else can.
fault-names-twice = { $here } names “{ $id }” twice.
fault-names-unknown = { $here } names the { $what } “{ $key }”, which does not exist.
fault-needs-name = { $here } needs a name.
fault-needs-no-value = { $here } only asks whether “{ $field }” is known; it needs no value.
fault-place-served = No lead is found in the place served “{ $place }”. Name countries, groups of them such as EU or DACH, regions, cities, or the beginnings of postcodes one by one.
fault-questions-alike = Two questions are called “{ $name }”.
fault-mates-alike = Two teammates are called “{ $name }”. Whoever reads the name cannot tell them apart.
fault-holds-numbers = The rule “{ $rule }” asks for “{ $value }”, and “{ $field }” holds numbers.
fault-holds-yes = The rule “{ $rule }” asks for “{ $value }”, and “{ $field }” is yes or no.
fault-needs-day = { $here } needs a day for “{ $field }”, such as 2026-05-08. “{ $said }” is none.
fault-needs-number = { $here } needs a number for “{ $field }”.
fault-needs-range = { $here } needs a range for “{ $field }”, such as “10..49”.
fault-needs-subject = { $here } needs a subject.
fault-needs-words = { $here } needs words.
fault-never-asked = The rule “{ $name }” is never asked, for “{ $all }” takes every lead.
fault-never-matches = { $here } can never match: nothing can meet what it asks of “{ $field }”.
fault-never-matches-tier = The rule “{ $name }” can never match: no score it asks for is of the tier it asks for.
fault-never-opens = The business never opens. Give it hours on one day of the week at least.
fault-never-there = “{ $id }” has hours of their own and is never there. Name a day, or leave them out.
fault-no-country = “{ $country }” is no code of a country. Write it like GB or DE.
fault-no-currency = “{ $currency }” is no code of a currency. Write it like GBP or EUR.
fault-no-email = “{ $email }” is no e-mail address.
fault-no-key = “{ $key }” is no key for a { $what }. Use small letters, digits, - and _.
fault-no-language = “{ $language }” is no code of a language. Write it like en or de.
fault-no-link = “{ $link }” is no link. It begins with https://.
fault-no-number = { $here } compares “{ $field }” with a number, and it is none.
fault-no-open-leads = Nobody may hold an open lead: open_unaccepted_max must be 1 or more.
fault-no-page = “{ $page }” is no path of a page. Write it like /prices.
fault-no-rule-name = { $here } needs another name; this one says that no rule was asked.
fault-no-stage = The pipeline needs a stage.
fault-no-zone = There is no time zone “{ $zone }”. Write it like Europe/London.
fault-no-zone-for = There is no time zone “{ $zone }” for “{ $id }” to live in. Write it like Europe/London.
fault-nobody-has-skill = { $here } needs the skill “{ $skill }”, and nobody of it who works here has that. Its leads go to the fallback owner.
fault-no-skill-level = { $here } needs “{ $skill }”, which is no skill of a level from 1 to { $most }.
fault-nobody-has-level = { $here } needs the skill “{ $skill }” at level { $level }, and nobody of it who works here has that. Its leads go to the fallback owner.
fault-nobody-has-all = Nobody of “{ $pool }” has every skill that it and the rule “{ $name }” need. Its leads go to the fallback owner.
fault-nobody-works = Somebody has to work here. Name at least one active teammate.
fault-not-known-here = “{ $first }” is not known here.
fault-not-offered = The rule “{ $rule }” asks for “{ $value }”, which “{ $label }” does not offer.
fault-one-good-answer = At least one good answer must be asked for.
fault-overlap = “{ $first }” and “{ $name }” take some of the same places. “{ $again }” stands first and gets those.
fault-own-stand-in = “{ $name }” cannot stand in for themselves.
fault-own-manager = “{ $name }” cannot be their own manager. Name somebody else, or nobody.
fault-managers-circle = Managers go round in a circle: { $names }. Leave one of them without a manager.
fault-own-task = { $here } cannot ask for “{ $key }”, which the house asks for itself.
fault-pages-most = { $most } pages are the most.
fault-points-from-zero = { $here } gives { $points } points. It may give 0 to { $most }.
fault-points-range = { $here } gives { $points } points. It must lie between -100 and 100.
fault-pool-empty = Nobody of “{ $name }” works here now. Its leads go to the fallback owner.
fault-postcode-part = { $here } asks for the postcode “{ $postcode }”, and no postcode of { $countries } is that. Say that it begins so, or lies between.
fault-postcodes-digits = { $here } has the range “{ $range }”, and postcodes of { $countries } have { $digits } digits. It takes none of them.
fault-postcodes-letters = { $here } has the range “{ $range }”, and postcodes of { $countries } begin with letters. It takes none of them.
fault-range-backwards = { $here } has a range for “{ $field }” that ends before it begins: “{ $range }”.
fault-range-as-value = { $here } takes the range “{ $range }” for one value of “{ $field }”. Say that it lies between.
fault-reason-empty = A reason for { $what } is empty.
fault-reason-to-choose = A lead that is { $what } needs a reason to choose from, { $most } at most.
fault-reason-twice = The reason “{ $reason }” for { $what } stands there twice.
fault-reasons-most = { $most } reasons are the most.
fault-rule-needs-name = Every assignment rule needs a name.
fault-rules-most = There are { $count } rules. { $most } is the most.
fault-sales-from = Sales takes over from { $score }. 100 is the highest score.
fault-say-what-it-tells = { $here } must say what it tells.
fault-say-what-to-do = { $here } must say what is to be done.
fault-send-back-empty = One of the reasons for sending a lead back is empty.
fault-signal-points = The signal “{ $signal }” gives { $points } points. It must lie between -100 and 100.
fault-size-order = The best size of a firm ends before it begins.
fault-skills-most = { $here } needs { $count } skills. { $most } is the most.
fault-source-shut = { $here } asks for the source “{ $source }”, which is switched off.
fault-sql-unreached = { $count } good answers make a lead SQL. Questions asked: { $asked }. No lead gets there by its answers.
fault-source-form-name = { $here } is a form and needs a name for its address, such as contact.
fault-source-no-form = { $here } is no form and cannot have one.
fault-steps = { $here } has { $count } steps. It needs at least one and { $most } at most.
fault-stop-link = { $here } sends “{ $key }”, which must say how to stop the letters: put {"{{"} unsubscribe_link {"}}"} into it.
fault-stuck-days = { $here } needs at least a day before a lead counts as stuck.
fault-subject-one-line = The subject of “{ $key }” must be one line.
fault-tag-comma = The tag “{ $label }” holds a comma or a semicolon, which stand between tags in a list.
fault-tag-label = The tag “{ $key }” needs a label.
fault-taken-before = The rule “{ $name }” is never asked: “{ $all }” stands before it and takes every lead it could.
fault-template-part = The { $part } of the template “{ $key }”: { $fault }
fault-text-number = The rule “{ $rule }” compares “{ $field }” with a number, and it is a text: only a number within it counts.
fault-tier-enters-two = { $tier } leads enter “{ $one }” and “{ $other }”. Choose one.
fault-tier-unreached = No lead can be { $tier }: the caps and floors allow { $most } points at most, and it begins at { $from }.
fault-tiers-rise = The tiers begin at { $medium }, { $high } and { $urgent }. They must rise, from 1 to 100.
fault-too-long-here = { $here } is too long here. { $most } characters are the most.
fault-too-many-conditions = { $here } has too many conditions.
fault-too-many-values = { $here } has too many values for “{ $field }”.
fault-twice-here = This stands here twice: { $first }.
fault-two-forms = Two sources have the form “{ $form }”.
fault-two-of = There are two of the { $what } “{ $key }”.
fault-two-pools = Two pools are called “{ $name }”.
fault-two-rules = Two rules are called “{ $name }”.
fault-two-tags = There are two tags with the label “{ $label }”.
fault-unreadable = This cannot be read.
fault-warning-range = A warning must come between 1 and 99 percent of a clock.
fault-warnings-most = There are { $count } warnings. { $most } is the most.
fault-warnings-order = Warnings must stand in order, each later than the one before.
fault-here-criterion = The criterion “{ $key }”
fault-here-fit-rule = The rule of fit “{ $key }”
fault-here-floor = The floor “{ $key }”
fault-here-instant-reply = The instant reply
fault-here-noted-reasons = The list of reasons that ask for a note
fault-here-pool = The pool “{ $key }”
fault-here-qualification = Qualification
fault-here-rule = The rule “{ $key }”
fault-here-scoring = The scoring model
fault-here-sequence = The sequence “{ $key }”
fault-here-source = The source “{ $key }”
fault-here-stage = The stage “{ $key }”
fault-here-step = Step { $number } of the sequence “{ $key }”
fault-here-teammate = The teammate “{ $key }”
fault-here-template = The template “{ $key }”
fault-here-win = The win of a lead
fault-what-behaviour = behaviour
fault-what-class = class
fault-what-competitors = competitors
fault-what-criterion = criterion
fault-what-disqualified = disqualified
fault-what-field = field
fault-what-industries = industries
fault-what-letter = letter
fault-what-lost = lost
fault-what-places-served = places served
fault-what-pool = pool
fault-what-reason = reason
fault-what-request = request
fault-what-score = score
fault-what-sequence = sequence
fault-what-signal = signal
fault-what-source = source
fault-what-stage = stage
fault-what-subject = subject
fault-what-tag = tag
fault-what-teammate = teammate
fault-what-template = template
fault-what-tier = tier

holiday-new-year = New Year's Day
holiday-epiphany = Epiphany
holiday-good-friday = Good Friday
holiday-easter = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-labour = Labour Day
holiday-ascension = Ascension Day
holiday-whit-sunday = Whit Sunday
holiday-whit-monday = Whit Monday
holiday-corpus-christi = Corpus Christi
holiday-assumption = Assumption of Mary
holiday-all-saints = All Saints' Day
holiday-conception = Immaculate Conception
holiday-christmas-eve = Christmas Eve
holiday-christmas = Christmas Day
holiday-second-christmas = Second Day of Christmas
holiday-stephen = St Stephen's Day
holiday-boxing = Boxing Day
holiday-bank = Bank holiday
holiday-national = National Day
holiday-unity = Day of German Unity
holiday-armistice = Armistice Day
holiday-victory = Victory in Europe Day
holiday-constitution = Constitution Day
holiday-liberation = Liberation Day
holiday-republic = Republic Day
holiday-francis = St Francis' Day
holiday-king = King's Day
holiday-brigid = St Brigid's Day
holiday-patrick = St Patrick's Day
holiday-independence = Independence Day
holiday-king-junior = Martin Luther King Day
holiday-presidents = Presidents' Day
holiday-memorial = Memorial Day
holiday-juneteenth = Juneteenth
holiday-columbus = Columbus Day
holiday-veterans = Veterans Day
holiday-thanksgiving = Thanksgiving
holiday-instead = day off for { $day }

country-ae = United Arab Emirates
country-at = Austria
country-au = Australia
country-be = Belgium
country-benelux = Benelux
country-bg = Bulgaria
country-br = Brazil
country-ca = Canada
country-ch = Switzerland
country-cn = China
country-cy = Cyprus
country-cz = Czechia
country-dach = DACH (Germany, Austria, Switzerland)
country-de = Germany
country-dk = Denmark
country-ee = Estonia
country-eea = European Economic Area
country-es = Spain
country-eu = European Union
country-fi = Finland
country-fr = France
country-gb = United Kingdom
country-gr = Greece
country-hr = Croatia
country-hu = Hungary
country-ie = Ireland
country-in = India
country-is = Iceland
country-it = Italy
country-jp = Japan
country-kr = South Korea
country-li = Liechtenstein
country-lt = Lithuania
country-lu = Luxembourg
country-lv = Latvia
country-mt = Malta
country-mx = Mexico
country-nl = Netherlands
country-no = Norway
country-nordics = Nordic countries
country-nz = New Zealand
country-pl = Poland
country-pt = Portugal
country-ro = Romania
country-se = Sweden
country-sg = Singapore
country-si = Slovenia
country-sk = Slovakia
country-tr = Turkey
country-us = United States
country-za = South Africa
language-ar = Arabic
language-bg = Bulgarian
language-cs = Czech
language-da = Danish
language-de = German
language-el = Greek
language-en = English
language-es = Spanish
language-fi = Finnish
language-fr = French
language-hu = Hungarian
language-it = Italian
language-ja = Japanese
language-nl = Dutch
language-no = Norwegian
language-pl = Polish
language-pt = Portuguese
language-ro = Romanian
language-ru = Russian
language-sk = Slovak
language-sv = Swedish
language-tr = Turkish
language-uk = Ukrainian
language-zh = Chinese
