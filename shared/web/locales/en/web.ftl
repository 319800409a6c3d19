# Texts of the page around every page, of its reusable pieces, and of errors that can happen anywhere.

## Around the page
skip-to-content = Skip to the content
choose-language = Language
logged-in-as = Logged in as
log-out = Log out
main-menu = Menu
run-by = The municipality’s education administration is responsible for Lyssna.
about-lyssna = About Lyssna
who-may-read = Who may read it?
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
remove-filter = Remove the filter
more-pages = More pages
newer = Newer
older = Older

## Help. The numbers come from the series kept for fiction; each municipality sets its own.
emergency = If it is urgent
emergency-now = Is anyone in danger right now?
emergency-call = Call 112
worried-about-a-child = Are you worried about a child or a young person?
social-services-phone = 08-465 004 20
social-services-call = Call the social services, day or night,
need-help = Do you need help?
contact-phone = 08-465 004 10
contact-call = Call us on

## A form that could not be taken as it came
what-you-wrote = What you wrote
kept-title = What you wrote is still here
kept-why = The page had been open for a long time, so we could not take what you sent.
kept-send = Nothing is lost. Send it again and we will take it.
kept-log-in = Log in again. It opens in a new tab.
kept-then-send = Then come back here and send it again.
kept-all-goes-along = Everything you filled in goes along when you send again. If you chose a file, you need to choose it again.
send-again = Send again

## Errors: what happened, what to do, and what became of what you wrote
error-not-found-title = There is no such page
error-not-found-happened = The address may be misspelt. The page may also have been removed, or you may not have access to it.
error-not-found-next = Check the address or begin again from the start page.

error-forbidden-title = You do not have access to this page
error-forbidden-happened = You are logged in, but your role does not allow you to see or do this.
error-forbidden-next = Do you need it for your work? Talk to your manager.

error-login-title = You need to log in
error-login-happened = You are not logged in, or you have been away for a while.
error-login-next = Log in and try again.

error-refused-title = We did not take what was sent
error-refused-happened = It seemed to come from another website, so we stopped it.
error-refused-next = Open the page again here in Lyssna and send it from there.

error-conflict-title = Someone else was first
error-conflict-happened = Someone changed the same thing while you were writing.
error-conflict-next = Go back and read what is new before you save again.

error-unreadable-title = We could not read what you sent
error-unreadable-happened = Something went wrong on the way to us.
error-unreadable-next = Go back and send it again. Does it happen once more? Call us and we will help you.

error-too-large-title = What you sent is too large
error-too-large-happened = The text or the file is larger than we can take.
error-too-large-next = Go back and choose a smaller file, or split the text. You can also send it without a file.

error-too-many-title = Many people are sending right now
error-too-many-happened = We cannot take everything at once.
error-too-many-next = Wait a minute and send again.

error-internal-title = Something went wrong on our side
error-internal-happened = The fault is ours. You have done nothing wrong.
error-internal-next = Wait a while and try again.

error-unavailable-title = Lyssna is not answering right now
error-unavailable-happened = A part of the service is down for the moment.
error-unavailable-next = Try again in a while. Is it urgent? Call us.

error-written-not-taken = We have not saved what you sent. Go back in your browser: your text is usually still there. It is wise to copy it before you send again.
error-written-unsure = Did you get no receipt? Then we have not received what you sent. Go back in your browser: your text is usually still there.
