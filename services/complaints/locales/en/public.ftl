# The public half: what somebody who complains reads. Plain words, at most fifteen a sentence.

public-review = none

service-name = Complaints and views

## The start page: what one should know before the first question
start-title = Tell us
start-lead = Is something wrong with the short-term supervision (KTT)? Could something be better? Or would you like to praise it?
start-lead-read = We read everything, and you get an answer.
start-before-title = Before you write
start-who-title = Who reads it?
start-who = The manager of the unit reads it. The principal and those who investigate may read it too.
start-when-title = When do I get an answer?
start-when = You get a receipt at once. We read within { $look } and answer within { $answer }.
start-when-goals = These are our own goals. If it takes longer, we tell you why.
start-anonymous-title = Can I be anonymous?
start-anonymous = Yes. You do not have to say who you are. But not everything can be hidden.
start-anonymous-link = See what may show
start-others-title = Whom else can I contact?
start-others-ivo = The Health and Social Care Inspectorate (IVO) supervises the short-term supervision.
start-others-school = Is it about the school? Then the Schools Inspectorate (Skolinspektionen) supervises.
start-others-any-time = You may contact them whenever you like, even if you write to us.
start-write = Start writing
start-takes = It takes a few minutes. You only have to answer one question: what has happened.
start-language = Write in any language you like.
start-again-title = You have begun to write
start-go-on = Go on writing
start-thrown-away = What you had written is removed.
start-over = Remove it and start again
start-have-receipt = I already have a receipt
start-have-saved = I have saved what I began to write
start-log-in = Log in and see your matters
start-sent-title = You have sent something to us
start-sent-show = Show the receipt
start-sent-another = Write something new
start-hides-title = What may show although you are anonymous
start-hides-kept = We do not save which phone or computer you use. But think of this:
start-hides-words = What you tell us may let someone understand who you are.
start-hides-pictures = A picture can show where and when it was taken.
start-hides-phone = Anyone who borrows your phone or runs the network can see that you were here.
start-hides-more = Read more about who may read it
start-exit-title = Do you have to leave the page quickly?
start-exit = Press “Leave the page now”. The button is on every page. It takes you to a page about the weather.
start-exit-gone = What you have written is removed. If you saved it with a code, we still have it.
start-exit-history = Your browser may still remember that you were here. Clear its history to hide that.

## Time
working-days-one = one working day
working-days-many = { $count } working days
day-long = { $weekday } { $day }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
day-in-1 = { $day } January
day-in-2 = { $day } February
day-in-3 = { $day } March
day-in-4 = { $day } April
day-in-5 = { $day } May
day-in-6 = { $day } June
day-in-7 = { $day } July
day-in-8 = { $day } August
day-in-9 = { $day } September
day-in-10 = { $day } October
day-in-11 = { $day } November
day-in-12 = { $day } December

## The questions
question-number = Question { $number } of { $of }

question-not-now = We could not save the answer just now. What you wrote is still here. Wait a while and try again.

event-question = What happened?
event-hint = Tell us in your own words. Please say when and where it happened, and what you want us to do. You may write in any language.
event-empty = Tell us what happened. A few words are enough.
event-too-long = The text has { $length } characters. Shorten it to { $most }, or put the rest in a file.
event-control = The text had characters that cannot be shown. We took them out. Read the text through and go on.

unit-question = Which unit is it about?
unit-hint = KTT means short-term supervision. When we know the unit, we know who should read it. If you do not know, we find out.
unit-unknown = I do not know, or it is about something else
unit-gone = The unit you chose is no longer in the list. Choose another one.
unit-about-manager = It is about the manager of the unit
unit-about-manager-hint = Tick this if you complain about the manager. Then it goes to the manager’s manager. The manager of the unit does not see it.

relation-question = Who are you?
relation-hint = Then we know how we can answer you. You do not need to say it.
i-am-guardian = Parent or guardian
i-am-youth = A young person at the unit
i-am-close-relation = A relative, a friend or a legal representative
i-am-staff = I work at the unit
i-am-other = Someone else
i-am-unsaid = I would rather not say
relation-gone = Choose one of the options.

files-question = Would you like to add pictures or files?
files-hint = They may help us understand. Add one file at a time.
files-sending = Sending the file: { $percent } per cent.
files-lost = The connection broke. We go on when it is back.
files-gone = A file has waited here for too long. Remove the files and add them again.
files-too-much = All files together may be at most { $size } MB. Remove one, or add it to the matter when you have sent this.
files-no-room = We cannot take more files just now. You can send what you have written anyway, and add files to the matter later.

contact-question = How can we reach you?
contact-hint = With a name and a phone number or e-mail we can help you faster. We e-mail you when there is an answer, but never what it says. Without them you are anonymous. You read the answer here with the code on the receipt.
contact-name = Name
contact-email = E-mail
contact-phone-number = Phone
contact-reach = How would you like us to contact you?
contact-reach-hint = For example: call after 3 p.m.
contact-interpreter = Do you need an interpreter?
contact-interpreter-hint = Write which language.
contact-easy-read = I would like the answer in easy Swedish
contact-wants-answer = Would you like an answer?
contact-wants-yes = Yes
contact-wants-no = No, you do not need to answer
contact-email-odd = The e-mail address is not right. Write it like name@example.com.
contact-too-long = It is too long. Write { $most } characters at most.
contact-control = The text had characters that cannot be shown. We took them out. Check it and go on.

## Check and send
check-title = Read it through and send
check-event = What happened
check-unit = Unit
check-relation = Who you are
check-files = Files
check-easy-read = Easy Swedish
check-wants-answer = Do you want an answer?
check-who-reads-title = Who reads this?
check-who-reads = The manager of the unit reads it. The principal and those who look into it may also read.
check-who-reads-above = The manager’s manager reads it. The manager of the unit does not see it. Those who look into it may also read.
check-record = What you send becomes a public record. Secrecy protects details about people.
check-send = Send
check-not-now = We could not take it just now. Everything you wrote is still here. Wait a while and send again.
check-staff-title = Do you work at the unit?
check-staff = You must report a misconduct at once, logged in (lex Sarah). The complaint does not replace the report.
check-throw-away = Delete everything I have written

## Nothing begun here
gone-title = There is nothing begun here
gone-why = We keep what you have started writing for { $hours } hours. Then we delete it. It is also gone if you close the browser.
gone-cookies = Does it happen every time? Then your browser stops cookies. Allow them, or call us.
gone-start = Start writing
gone-sent = Have you sent it already? Read the answer with the code on your receipt.

## Saving, and coming back to it
save-later = Save and go on later
saved-title = What you have written is saved
saved-code = Your code for going on
saved-how = Write the code down. With it you can go on from any phone or computer.
saved-until = We keep it until { $day }. Then we remove it.
saved-from-now = From now on we save as you write.
saved-private = We cannot read it until you send it.
saved-lost = If you lose the code, nobody can open what you have written. Neither can we.
saved-go-on = Go on writing
saved-close = Close it in this browser
saved-closed = What you have written is closed here. The code opens it again.
saved-at = Saved at { $time }.
saved-not-now = We cannot save right now. We will try again.
resume-title = Go on where you stopped
resume-code = The code you got when you saved
resume-hint = The code has 25 characters. Spaces, hyphens and capital or small letters make no difference.
resume-open = Open
resume-empty = Write the code you got when you saved.
resume-wrong = We find nothing with that code. Check it. We remove what is saved after { $days } days.
resume-sent = You have sent this already. Use the code on the receipt.

## The receipt
receipt-title = We have received what you sent
receipt-again = Already sent. We have it, and we have it only once. Here is the receipt.
receipt-when = We received it { $when }. Case number:
receipt-save-title = Save the code now
receipt-save = With the code you read the answer and write more. It is shown only here. We cannot find it for you again.
receipt-save-paper = With the code you read the answer and write more. We cannot get it back. Do not show it to anybody else.
receipt-code = Your receipt code
receipt-how-save = Write the code down, take a screenshot or print the page. Do not show it to anyone else.
receipt-kept = I have saved the code
receipt-kept-done = Good, you have saved the code.
receipt-kept-why = Without the code you cannot read the answer. Nobody can find it for you, neither can we.
receipt-qr = QR code to the page where you type the code. The code itself is not in the picture.
receipt-pdf = Save the receipt as PDF
receipt-speak = How to say the code
receipt-speak-how = Use the words when you read the code aloud, for example on the phone.
receipt-next-title = This happens now
receipt-next-look = We read what you wrote by { $day }.
receipt-next-work = We find out what happened. If we need to know more, we ask you.
receipt-next-answer = You get an answer by { $day }. If it takes longer, we tell you why.
receipt-next-no-answer = You did not want an answer. You can still see here when we are done.
receipt-back-title = How you come back
receipt-back = Go to { $address } and choose “I already have a receipt”. Enter the code.
receipt-back-now = Read and write in your case
receipt-here = The receipt stays in this browser for { $hours } hours, or until you close it.
receipt-forget-title = Do others use the same phone or computer?
receipt-forget-why = Then hide the receipt here once you have saved the code.
receipt-forget = Hide the receipt
receipt-forgotten-title = The receipt is hidden
receipt-forgotten = Someone who opens the page now does not see your receipt.
receipt-forgotten-history = The browser may still remember that you were here. Clear its history if you want to hide that.
receipt-gone-title = There is no receipt here
receipt-gone-why = The receipt is shown only in the browser you sent from. It is there for a limited time.
receipt-gone-have = Do you have the code? Then you can read your case.
receipt-gone-lost = Have you lost the code? We cannot find it for you. Call us and we will help you in another way.
receipt-unhappy-title = Are you not happy with what we do?

## Coming back
matter-title = Read the answer or write more
matter-code = Receipt code
matter-code-hint = The code is on your receipt. It has 25 characters. Spaces, hyphens and capital or small letters do not matter.
matter-open = Open the case
matter-wrong = The code is not right. Check it and try again.
matter-empty = Enter the code that is on your receipt.
matter-is-open = A case is open in this browser.
matter-go-on = Go on in the case
matter-lost = Have you lost the code? Call us and we will help you in another way.
matter-ended-title = Enter the code again
matter-ended = You have been away for a while, so we closed the case.
matter-kept = What you wrote is still here. Enter the code and you can send it.
matter-closed = The case is closed in this browser.

dialogue-title = Your case
dialogue-number = Case number
dialogue-registration = Registration number
dialogue-lies-with = Who has it?
lies-with-manager = The manager of { $unit }
lies-with-principal = The principal of { $unit }
lies-with-representative = The school owner’s representative for { $unit }
dialogue-received = Received
dialogue-answer-by = Answer by
dialogue-messages = What we have written to each other
dialogue-you = You
dialogue-we = We
dialogue-answer = The answer to your complaint
dialogue-files = Files
dialogue-write = Write more to us
dialogue-write-hint = We read it, and the answer comes here.
dialogue-send = Send
dialogue-sent = We have received what you wrote.
dialogue-empty = Write something first.
dialogue-too-long = The text has { $length } characters. Shorten it to { $most }, or split it.
dialogue-control = The text had characters that cannot be shown. We took them out. Read the text through and send again.
dialogue-open-until = We close the case here at { $time } if you do nothing. Did you not have time to send? Then we ask for the code again, and your text is still there.
dialogue-unhappy-title = Are you not happy with the answer?
dialogue-others-title = Turn to somebody else
dialogue-next-level = Write in the box above what you are not satisfied with. The next manager will then look at it anew. It is not the one who answered.
dialogue-next-level-send = Ask the next manager to look at it
dialogue-end-title = When you are done
dialogue-to-answer = Go to the answer
letter-link = The answer as a letter (PDF)
letter-unhappy = Call us on { $phone }, or write in your matter again.
dialogue-misconduct = The case is also handled under the rules for misconduct.
dialogue-words = Your message
dialogue-end = Close the case
dialogue-not-now = We could not take it just now. What you wrote is still here. Wait a while and send again.

dialogue-file = Add a file
dialogue-steps = How far we have come
step-received = We received what you sent.
step-registered = We registered it.
step-handled = We began to work on it.
step-answered = You got an answer.
step-closed = We closed the case.

told-received = We have received what you sent.
told-registered = What you sent is registered. We will start working on it soon.
told-handled = We are working on what you sent.
told-answered = You have got an answer.
told-closed = The case is closed. You can still write to us here.
told-redirected = We have passed it on to those who are responsible.

## For those who are logged in
own-title = My matters
own-lead = Here is what you have sent while logged in. You need no code.
own-none = You have not sent anything while logged in yet.
own-write = Write to us
own-received = We have received your case { $number }.
own-when = We read within { $look } and answer within { $answer }.
own-whom = Who is it about?
own-alone = Are you a young person? Then only you get the answer. Your guardian does not see it here.
own-email-hint = We e-mail you when there is an answer, but never what it says. You read the answer here, logged in.
own-files = Add or remove files
own-kept = We keep what you write for { $days } days, or until you send it. Nobody who works here sees it before you send it.
own-begun = It is not sent yet. Only you see it here.
own-throw-away = Remove what I have begun to write
own-sent-before = We already have what you wrote first. Send again if you want to send this too.
own-newer-title = This is what you wrote elsewhere
own-newer = You have written more in another window or on another device. What you wrote here is not saved yet. Press again, and it takes the place of the text below.

## Letters, for saying a code
spell-0 = zero
spell-1 = one
spell-2 = two
spell-3 = three
spell-4 = four
spell-5 = five
spell-6 = six
spell-7 = seven
spell-8 = eight
spell-9 = nine
spell-A = Alfa
spell-B = Bravo
spell-C = Charlie
spell-D = Delta
spell-E = Echo
spell-F = Foxtrot
spell-G = Golf
spell-H = Hotel
spell-J = Juliett
spell-K = Kilo
spell-M = Mike
spell-N = November
spell-P = Papa
spell-Q = Quebec
spell-R = Romeo
spell-S = Sierra
spell-T = Tango
spell-V = Victor
spell-W = Whiskey
spell-X = X-ray
spell-Y = Yankee
spell-Z = Zulu
