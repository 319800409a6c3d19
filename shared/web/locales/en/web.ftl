# Texts of the page around every page, of its reusable pieces, and of errors that can happen anywhere.

# Who has read these texts through: native (somebody whose language it is), machine (translated by a machine, read by
# nobody), none (written here, read by nobody else).
web-review = none

## Around the page
language-name = English
day-and-time = { $day } at { $time }
exit-now = Leave the page now
skip-to-content = Skip to the content
choose-language = Language
logged-in-as = Logged in as
log-out = Log out
main-menu = Menu
run-by = { $who } is responsible for Lyssna.
about-lyssna = About Lyssna
who-may-read = Who may read it?
personal-data = Personal data
accessibility = Accessibility
to-start = To the start page
development-banner = This is a trial environment. All people and cases are made up.

## Pieces
back = Back
continue = Continue
change = Change
optional = optional
not-given = Not given
fault-prefix = Error:
check-this-first = Check this first
filter = Filter
filter-show = Show
filter-any = All
filter-on = Filters that are on
remove-filter = Remove the filter
more-pages = More pages
newer = Newer
older = Older

## Help. The numbers are settings.
emergency = If it is urgent
emergency-now = Is anyone in danger right now?
emergency-call = Call 112
worried-about-a-child = Are you worried about a child or a young person?
social-services-call = Call the social services, day or night,
need-help = Do you need help?
contact-call = Call us on

## A form that could not be taken as it came
what-you-wrote = What you wrote
kept-title = What you wrote is still here
kept-why = The page had been open for a long time. So we could not take what you sent.
kept-send = Nothing is lost. Send it again and we will take it.
kept-log-in = Log in again. It opens in a new tab.
kept-then-send = Then come back here and send it again.
kept-all-goes-along = Everything you filled in goes along when you send again. If you chose a file, you need to choose it again.
send-again = Send again
connection-lost = You have no internet connection right now. What you wrote is still here. Press again when the connection is back.
connection-back = The connection is back. You can press again now.

## Errors: what happened, what to do, and what became of what was written
error-not-found-title = There is no such page
error-not-found-happened = The address may be misspelt. The page may also have been removed, or you may not have access to it.
error-not-found-next = Check the address or begin again from the start page.

error-forbidden-title = You do not have access to this page
error-forbidden-happened = You are logged in. But your role does not allow you to see or do this.
error-forbidden-next = Do you need it for your work? Talk to your manager.

error-login-title = You need to log in
error-login-happened = You are not logged in, or you have been away for a while.
error-login-next = Log in and try again.

error-refused-title = We did not take what was sent
error-refused-happened = It seemed to come from another website, so we stopped it.
error-refused-next = Open the page again here in Lyssna and send it from there.

error-conflict-title = Someone else was first
error-conflict-happened = Someone changed the same thing while you were working on it.
error-conflict-next = Go back, reload the page and see what has changed. Then do what you meant to do.

error-unreadable-title = We could not read what you sent
error-unreadable-happened = Something went wrong on the way to us.
error-unreadable-next = Go back and send it again. Does it happen once more? Call us and we will help you.

error-too-large-title = What you sent is too large
error-too-large-happened = The text or the file is larger than we can take.
error-too-large-next = Go back and choose a smaller file, or split the text. You can also send it without a file.

error-too-slow-title = It did not arrive in time
error-too-slow-happened = The connection is too slow right now. We did not get all that you sent.
error-too-slow-next = Go back and send it again, if you can from where the connection is better. You can also send it without a file.

error-too-many-title = Many people are sending right now
error-too-many-happened = We cannot take everything at once.
error-too-many-next = Wait a minute and send again.

error-internal-title = Something went wrong on our side
error-internal-happened = The fault is ours. You have done nothing wrong.
error-internal-next = Wait a while and try again.

error-unavailable-title = Lyssna is not answering right now
error-unavailable-happened = A part of the service is down for the moment.
error-unavailable-next = Try again in a while. Is it urgent? Call us.

error-written-not-taken = We have not saved what you sent. Go back in your browser: your text is usually still there. It is wise to copy it before you reload the page.
error-written-unsure = Did you get no receipt? Then we have not received what you sent. Go back in your browser: your text is usually still there.

## About Lyssna
about-lead = Here you can tell us about the short-term supervision, and we listen.
about-what = Short-term supervision (korttidstillsyn, KTT) is care before and after school and during school breaks. It is for young people over 12 who have a right to support under LSS, the Swedish act on support and service for people with certain disabilities.
about-use = We use what you tell us. We put things right and make the supervision better.
about-other-ways-title = Would you rather talk to someone?
about-other-ways = You can just as well call us, write a letter or tell the staff.

## Who may read
secrecy-lead = Only those who work with your case may read what you write.
secrecy-log-title = We see who reads
secrecy-log = Each time someone opens your case, we save who it was and when.
secrecy-locked-title = We lock what you send
secrecy-locked = We lock the text and the files before we save them. Someone who only reaches our computers cannot read them.
secrecy-mail-title = Our e-mails say nothing about the case
secrecy-mail = An e-mail from us only says that something is waiting for you. You read it when you have opened the case here.
secrecy-record-title = Secrecy protects you
secrecy-record = What you send becomes a public record. Someone may ask to read it. We then first examine every detail, and details about people are protected by secrecy.
secrecy-anonymous-title = If you do not say who you are
secrecy-anonymous = We do not save which computer or phone you send from. But what you tell us may let someone understand who you are. Whoever shares your phone or network may see that you have visited this site.

## The accessibility statement (lag 2018:1937). Who is responsible, the days and the addresses are each municipality's to set.
accessibility-lead = Everyone should be able to use Lyssna. Here we say how far we have come, and what to do if something is hard.
accessibility-who-title = Who is responsible
accessibility-who = { $authority } is responsible for the service Lyssna, { $service }.
accessibility-how-far-title = How accessible the service is
accessibility-how-far = Lyssna complies in part with the Swedish act on accessibility to digital public service. We build to WCAG 2.2, level AA. Those are international guidelines.
accessibility-not-title = What falls short
accessibility-not-people = Nobody who uses assistive technology themselves has tried every page yet. There may be obstacles that we do not know of.
accessibility-not-languages = The texts in Arabic, Somali and easy Swedish have not been read through by a native speaker.
accessibility-not-files = Pictures, sound and film that we send you in a case may lack a description. Ask us and we will tell you.
accessibility-no-burden = We have not left anything out as an unreasonable burden (section 12 of the act).
accessibility-outside = Files that others have sent in are outside the act (section 9).
accessibility-tested-title = How we have tested
accessibility-tested = We have examined the service ourselves. We have tried it by keyboard, without script, with enlarged text and with the program axe.
accessibility-tested-on = Latest assessment: { $day }.
accessibility-updated-on = This statement was updated on { $day }.
accessibility-obstacle-title = Is something hard to use?
accessibility-obstacle = Tell us. We help you in another way and put it right.
accessibility-write = Write to
accessibility-phone = Would you rather talk to us?
accessibility-supervisor-title = Supervision
accessibility-supervisor = The Agency for Digital Government (Digg) supervises the act. Are you not content with how we handle what you point out? Then you can report it to them.
accessibility-supervisor-link = Report poor accessibility to Digg

## What short words stand for

abbreviations = Abbreviations
abbreviation-imy = the Swedish Authority for Privacy Protection
abbreviation-ivo = the Health and Social Care Inspectorate
abbreviation-ktt = short-term supervision (korttidstillsyn)
abbreviation-lss = the act on support and service for people with certain disabilities
abbreviation-wcag = guidelines for accessible content on the web
abbreviation-osl = the Public Access to Information and Secrecy Act

## Keys in lists

keys-title = Keys in lists
keys-lead = One key at a time takes you through a list. The keys do nothing while you write in a field. Change them or turn them off if they disturb you. They may when you control the computer by voice.
keys-on = Use the keys
keys-on-hint = The choice is for this browser.
keys-next = Go to the next
keys-previous = Go to the previous
keys-open = Open
keys-tick = Choose or undo the choice
keys-assign = Give to somebody
keys-search = Search
keys-help = Show the keys
keys-next-short = next
keys-previous-short = previous
keys-open-short = open
keys-tick-short = choose
keys-assign-short = give to somebody
keys-search-short = search
keys-help-short = help
keys-save = Save
keys-saved = The keys are saved.
keys-one-key = Write one single key.
keys-taken = That key is in use. Choose another.
keys-in-list = Keys:
keys-are-off = The keys in the list are turned off.
keys-change = Change or turn off the keys
keys-enter = You can also move by Tab and open by Enter.

## Before a log-in ends

log-in-still-there = Are you still there?
log-in-still-there-why = You have not done anything here for a while. We will soon log you out. If you leave the computer, close the page.
log-in-stay = Stay logged in
log-in-ends-title = You need to log in again soon
log-in-ends-why = You have been logged in for a long time. Log in again to go on. What you have written is still on this page.
log-in-over-title = You are logged out
log-in-over-why = What you have written is still on this page. Log in again and then come back here.
log-in-again = Log in again in a new tab
log-in-close = Close
log-in-minutes = Minutes left: %
log-in-seconds = Seconds left: %
log-in-not-now = That did not work just now. Try again.
log-in-until = You will be logged out at { $time } unless you open a new page before then. If you send a form too late, what you wrote is still there.

## After log-out
logged-out-title = You are logged out
logged-out-text = Your log-in has ended. Close the window if others use the same computer.

## Files that somebody sends
files-take = We take { $kinds }.
files-limits = A file may be { $size } MB at most. You can add { $most } files.
files-careful = Does the picture show other young people? Only add it if it is really needed.
files-choose = Choose a file
files-add = Add the file
files-yours = Your files
files-size-kb = { $size } kB
files-size-mb = { $size } MB
files-remove = Remove
files-added = The file is added.
files-removed = The file is removed.
files-none-chosen = Choose a file first. If you do not want to add any file, go on.
files-empty = The file is empty. Choose another file.
files-too-large = The file is larger than { $size } MB. Choose a smaller file.
files-wrong-kind = We cannot take this kind of file. Choose { $kinds }.
files-virus = The file may hold a virus. We have not saved it. Choose another file.
files-locked = The file is locked with a password. Remove the password, or choose another file.
files-broken = The file cannot be opened. Choose another file.
files-mismatch = The file's name says one thing and its content another. Choose another file, or save it again.
files-markup = We do not take web pages and drawings (HTML, SVG). Save the file as PDF, or take a picture of the screen.
files-archive = The file is a packed folder. Unpack it, and add the files one at a time.
files-macros = The document holds macros. Save it without macros, or as PDF.
files-program = The file is a program. We do not take those. Choose another file.
files-pixels = The picture has too many pixels. Choose a smaller picture.
files-held = We have not looked for viruses in the file yet. It can be opened when that is done.
files-infected = The file may hold a virus. It cannot be opened.
files-too-many = You have already added { $most } files. Remove one first.
files-cut = The file did not arrive whole. Try again.
files-page-old = The page had been open for a long time. Choose the file again.
files-not-now = We could not save the file just now. Try again in a while, or go on without it.
files-kinds = pictures, sound, film, PDF, Word and text files
