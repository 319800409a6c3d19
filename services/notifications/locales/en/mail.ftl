# What mails say. Only: the service's name, the neutral case number, that something waits, until when, and where. Never what it is
# about, where, or about whom; every kind of case sounds the same. A subject can be read on a locked screen.

mail-new-matter-subject = Lyssna: new case { $number }
mail-new-matter = A new case is waiting for you: { $number }.
mail-task-waits-subject = Lyssna: something is waiting in case { $number }
mail-task-waits = Something is waiting for you in case { $number }.
mail-new-message-subject = Lyssna: new message in case { $number }
mail-new-message = There is a new message for you in case { $number }.
mail-answer-ready-subject = Lyssna: an answer in case { $number }
mail-answer-ready = There is an answer for you in case { $number }.
mail-received-subject = Lyssna: we have received case { $number }
mail-received = We have received what you sent. Your case has number { $number }.
mail-decided-subject = Lyssna: news in case { $number }
mail-decided = There is something new to read in case { $number }.
mail-target-nears-subject = Lyssna: a target is near in case { $number }
mail-target-nears = An internal target is near in case { $number }.
mail-target-passed-subject = Lyssna: a target has passed in case { $number }
mail-target-passed =
    An internal target has passed in case { $number }.
    Do what is waiting, or see to it that whoever has the case does.
mail-absence-subject = Lyssna: about an absence, { $number }
mail-absence = You are to stand in for a colleague, or a colleague for you: { $number }.

mail-due = Please do it by { $day }.
mail-target-is = The internal target is { $day }.
mail-target-was = The internal target was { $day }.
mail-absence-from = It begins on { $day }.
mail-read-inside = Log in here:
mail-read-outside = Open the case here with your receipt. Did you write logged in? Log in:
mail-why-so-little = For safety, this e-mail says nothing more.
mail-do-not-answer = Do not reply to this e-mail. Nobody reads the reply.

mail-day-in-1 = { $day } January
mail-day-in-2 = { $day } February
mail-day-in-3 = { $day } March
mail-day-in-4 = { $day } April
mail-day-in-5 = { $day } May
mail-day-in-6 = { $day } June
mail-day-in-7 = { $day } July
mail-day-in-8 = { $day } August
mail-day-in-9 = { $day } September
mail-day-in-10 = { $day } October
mail-day-in-11 = { $day } November
mail-day-in-12 = { $day } December
