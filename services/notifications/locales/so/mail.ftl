# Fariimaha iimaylka oo af Soomaali ah. Waxa ay oran karaan: eeg sv/mail.ftl.

mail-new-matter-subject = Lyssna: kiis cusub { $number }
mail-new-matter = Kiis cusub ayaa ku sugaya: { $number }.
mail-task-waits-subject = Lyssna: wax baa ku sugaya kiiska { $number }
mail-task-waits = Wax baa kaaga sugaya kiiska { $number }.
mail-new-message-subject = Lyssna: farriin cusub, kiiska { $number }
mail-new-message = Farriin cusub ayaa kuugu jirta kiiska { $number }.
mail-answer-ready-subject = Lyssna: jawaab, kiiska { $number }
mail-answer-ready = Jawaab ayaa kuugu jirta kiiska { $number }.
mail-received-subject = Lyssna: waan helnay kiiska { $number }
mail-received = Wixii aad dirtay waan helnay. Lambarka kiiskaagu waa { $number }.
mail-decided-subject = Lyssna: wax cusub, kiiska { $number }
mail-decided = Wax cusub oo la akhriyo ayaa ku jira kiiska { $number }.
mail-target-nears-subject = Lyssna: yool ayaa dhow, kiiska { $number }
mail-target-nears = Yool gudaha ah ayaa ku dhow kiiska { $number }.
mail-target-passed-subject = Lyssna: yool ayaa dhaafay, kiiska { $number }
mail-target-passed =
    Yool gudaha ah ayaa dhaafay kiiska { $number }.
    Samee waxa sugaya, ama hubi in qofka kiiska haya uu sameeyo.
mail-absence-subject = Lyssna: maqnaansho, { $number }
mail-absence = 
    Waxaad beddelaysaa qof kale, ama qof kale ayaa ku beddelaya:
    { $number }.

mail-due = Samee ugu dambayn { $day }.
mail-target-is = Yoolka gudaha waa { $day }.
mail-target-was = Yoolka gudaha wuxuu ahaa { $day }.
mail-absence-from = Waxay bilaabmaysaa { $day }.
mail-read-inside = Halkan ka gal:
mail-read-outside = Kiiskaaga ku fur koodhka rasiidhkaaga. Haddii aad soo gashay, soo gal:
mail-why-so-little = Ammaan awgiis wax kale kuma qorna iimaylkan.
mail-do-not-answer = Ha ka jawaabin iimaylkan. Cidna ma akhrido jawaabta.

mail-day-in-1 = { $day } Janaayo
mail-day-in-2 = { $day } Febraayo
mail-day-in-3 = { $day } Maarso
mail-day-in-4 = { $day } Abriil
mail-day-in-5 = { $day } Maajo
mail-day-in-6 = { $day } Juun
mail-day-in-7 = { $day } Luulyo
mail-day-in-8 = { $day } Agoosto
mail-day-in-9 = { $day } Sebtembar
mail-day-in-10 = { $day } Oktoobar
mail-day-in-11 = { $day } Nofembar
mail-day-in-12 = { $day } Disembar
