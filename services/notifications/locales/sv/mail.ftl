# What mails say. Only: the service's name, the neutral case number, that something waits, until when, and where. Never what it is
# about, where, or about whom; every kind of case sounds the same. A subject can be read on a locked screen.

mail-new-matter-subject = Lyssna: nytt ärende { $number }
mail-new-matter = Ett nytt ärende väntar på dig: { $number }.
mail-task-waits-subject = Lyssna: något väntar i ärende { $number }
mail-task-waits = Något väntar på dig i ärende { $number }.
mail-new-message-subject = Lyssna: nytt meddelande i ärende { $number }
mail-new-message = Det finns ett nytt meddelande till dig i ärende { $number }.
mail-answer-ready-subject = Lyssna: svar i ärende { $number }
mail-answer-ready = Det finns ett svar till dig i ärende { $number }.
mail-received-subject = Lyssna: vi har tagit emot ärende { $number }
mail-received = Vi har tagit emot det du skickade. Ditt ärende har nummer { $number }.
mail-decided-subject = Lyssna: nytt i ärende { $number }
mail-decided = Det finns något nytt att läsa i ärende { $number }.
mail-target-nears-subject = Lyssna: snart dags i ärende { $number }
mail-target-nears = Snart ska nästa steg i ärende { $number } vara gjort.
mail-target-passed-subject = Lyssna: nästa steg är försenat i ärende { $number }
mail-target-passed = 
    Nästa steg i ärende { $number } skulle ha varit klart.
    Gör det som väntar, eller se till att den som har ärendet gör det.
mail-absence-subject = Lyssna: frånvaro { $number }
mail-absence =
    Du ersätter en kollega, eller en kollega ersätter dig.
    Frånvaron har nummer { $number }.

mail-due = Gör det senast { $day }.
mail-target-is = Vårt eget mål är { $day }.
mail-target-was = Vårt eget mål var { $day }.
mail-absence-from = Det gäller från { $day }.
mail-read-inside = Logga in här:
mail-read-outside = Öppna ärendet här med ditt kvitto. Skrev du inloggad? Logga in:
mail-why-so-little = Av säkerhetsskäl står inget mer i mejlet.
mail-do-not-answer = Svara inte på mejlet. Ingen läser svaret.

mail-day-in-1 = { $day } januari
mail-day-in-2 = { $day } februari
mail-day-in-3 = { $day } mars
mail-day-in-4 = { $day } april
mail-day-in-5 = { $day } maj
mail-day-in-6 = { $day } juni
mail-day-in-7 = { $day } juli
mail-day-in-8 = { $day } augusti
mail-day-in-9 = { $day } september
mail-day-in-10 = { $day } oktober
mail-day-in-11 = { $day } november
mail-day-in-12 = { $day } december
