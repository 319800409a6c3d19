# الرسائل بالعربية. ما يجوز أن تقوله: انظر sv/mail.ftl.

mail-new-matter-subject = Lyssna: قضية جديدة { $number }
mail-new-matter = هناك قضية جديدة بانتظارك: { $number }.
mail-task-waits-subject = Lyssna: شيء بانتظارك في القضية { $number }
mail-task-waits = هناك شيء بانتظارك في القضية { $number }.
mail-new-message-subject = Lyssna: رسالة جديدة في القضية { $number }
mail-new-message = هناك رسالة جديدة لك في القضية { $number }.
mail-answer-ready-subject = Lyssna: رد في القضية { $number }
mail-answer-ready = هناك رد لك في القضية { $number }.
mail-received-subject = Lyssna: استلمنا القضية { $number }
mail-received = لقد استلمنا ما أرسلته. رقم قضيتك هو { $number }.
mail-decided-subject = Lyssna: جديد في القضية { $number }
mail-decided = هناك شيء جديد لقراءته في القضية { $number }.
mail-target-nears-subject = Lyssna: موعد داخلي قريب في القضية { $number }
mail-target-nears = هناك موعد داخلي قريب في القضية { $number }.
mail-target-passed-subject = Lyssna: مضى موعد داخلي في القضية { $number }
mail-target-passed =
    مضى موعد داخلي في القضية { $number }.
    أنجز ما ينتظر، أو تأكد من أن من لديه القضية ينجزه.
mail-absence-subject = Lyssna: بشأن غياب { $number }
mail-absence = ستنوب عن زميل، أو سينوب زميل عنك: { $number }.

mail-due = افعل ذلك في موعد أقصاه { $day }.
mail-target-is = الموعد الداخلي هو { $day }.
mail-target-was = كان الموعد الداخلي { $day }.
mail-absence-from = يبدأ ذلك في { $day }.
mail-read-inside = سجّل الدخول هنا:
mail-read-outside = افتح قضيتك هنا برمز الإيصال. هل كتبت وأنت مسجّل الدخول؟ سجّل الدخول:
mail-why-so-little = لأسباب أمنية لا نكتب أكثر من ذلك في هذه الرسالة.
mail-do-not-answer = لا ترد على هذه الرسالة. لا أحد يقرأ الرد.

mail-day-in-1 = { $day } يناير
mail-day-in-2 = { $day } فبراير
mail-day-in-3 = { $day } مارس
mail-day-in-4 = { $day } أبريل
mail-day-in-5 = { $day } مايو
mail-day-in-6 = { $day } يونيو
mail-day-in-7 = { $day } يوليو
mail-day-in-8 = { $day } أغسطس
mail-day-in-9 = { $day } سبتمبر
mail-day-in-10 = { $day } أكتوبر
mail-day-in-11 = { $day } نوفمبر
mail-day-in-12 = { $day } ديسمبر
