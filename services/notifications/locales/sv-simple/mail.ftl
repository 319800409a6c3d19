# Mejlen, i lätt svenska. Vad de får säga står i sv/mail.ftl.

mail-new-matter-subject = Lyssna: nytt ärende { $number }
mail-new-matter = Du har fått ett nytt ärende: { $number }.
mail-task-waits-subject = Lyssna: något väntar i ärende { $number }
mail-task-waits = Något väntar på dig i ärende { $number }.
mail-new-message-subject = Lyssna: nytt meddelande i ärende { $number }
mail-new-message = Du har fått ett meddelande i ärende { $number }.
mail-answer-ready-subject = Lyssna: svar i ärende { $number }
mail-answer-ready = Du har fått ett svar i ärende { $number }.
mail-received-subject = Lyssna: vi har fått ärende { $number }
mail-received = Vi har fått det du skickade. Ditt ärende har nummer { $number }.
mail-decided-subject = Lyssna: nytt i ärende { $number }
mail-decided = Du kan läsa något nytt i ärende { $number }.
mail-target-nears-subject = Lyssna: snart dags i ärende { $number }
mail-target-nears = Snart ska nästa steg i ärende { $number } vara gjort.
mail-target-passed-subject = Lyssna: bråttom i ärende { $number }
mail-target-passed = 
    Nästa steg i ärende { $number } blev inte klart i tid.
    Gör det som väntar. Eller prata med den som har ärendet.
mail-absence-subject = Lyssna: frånvaro { $number }
mail-absence =
    Du ska sköta en kollegas ärenden. Eller så sköter någon dina.
    Det har nummer { $number }.

mail-due = Gör det senast { $day }.
mail-target-is = Vi vill vara klara { $day }.
mail-target-was = Vi ville vara klara { $day }.
mail-absence-from = Det börjar { $day }.
mail-read-inside = Logga in här:
mail-read-outside = Öppna ärendet här. Skriv koden på ditt kvitto. Var du inloggad? Logga in:
mail-why-so-little = Mejl är inte säkra. Därför står inget mer här.
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
