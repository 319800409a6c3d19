# The public half: what somebody who complains reads. Du-tilltal, the verb first, at most fifteen words a sentence.

# Who has read these texts through: native (somebody whose language it is), machine (translated by a machine, read by
# nobody), none (written here, read by nobody else).
public-review = none

service-name = Klagomål och synpunkter

## The start page: what one should know before the first question
start-title = Berätta för oss
start-lead = Är något fel på korttidstillsynen (KTT)? Kan något bli bättre? Eller vill du ge beröm?
start-lead-read = Vi läser allt, och du får ett svar.
start-before-title = Innan du skriver
start-who-title = Vem läser?
start-who = Chefen för verksamheten läser. Rektorn och de som utreder kan också läsa.
start-when-title = När får jag svar?
start-when = Du får ett kvitto direkt. Vi läser inom { $look } och svarar inom { $answer }.
start-when-goals = Det är våra egna mål. Tar det längre tid berättar vi varför.
start-anonymous-title = Kan jag vara anonym?
start-anonymous = Ja. Du behöver inte säga vem du är. Men allt går inte att dölja.
start-anonymous-link = Se vad som kan synas
start-others-title = Vem mer kan jag kontakta?
start-others-ivo = Inspektionen för vård och omsorg (IVO) har tillsyn över korttidstillsynen.
start-others-school = Gäller det skolan? Då har Skolinspektionen tillsyn.
start-others-any-time = Du får kontakta dem när du vill, även om du skriver till oss.
start-write = Börja skriva
start-takes = Det tar några minuter. Du behöver bara svara på en fråga: vad som har hänt.
start-language = Skriv på vilket språk du vill.
start-again-title = Du har börjat skriva
start-go-on = Fortsätt skriva
start-thrown-away = Det du hade skrivit är borttaget.
start-over = Ta bort det och börja om
start-have-receipt = Jag har redan ett kvitto
start-have-saved = Jag har sparat det jag började skriva
start-log-in = Logga in och se dina ärenden
start-sent-title = Du har redan skickat något till oss
start-sent-show = Visa kvittot
start-sent-another = Skriv till oss igen
start-hides-title = Det här kan synas fast du är anonym
start-hides-kept = Vi sparar inte vilken mobil eller dator du använder. Men tänk på det här:
start-hides-words = Det du berättar kan göra att någon förstår vem du är.
start-hides-pictures = En bild kan visa var och när den togs.
start-hides-phone = Den som lånar din mobil eller sköter nätet kan se att du varit här.
start-hides-more = Läs mer om vem som får läsa
start-exit-title = Måste du lämna sidan snabbt?
start-exit = Tryck på ”Lämna sidan snabbt”. Knappen finns på varje sida. Då kommer du till en sida om vädret.
start-exit-gone = Det du har skrivit tas bort. Har du sparat det med en kod finns det kvar hos oss.
start-exit-history = Webbläsaren kan ändå minnas att du var här. Rensa historiken om du vill dölja det.

## Time
working-days-one = en arbetsdag
working-days-many = { $count } arbetsdagar
day-long = { $weekday } { $day }
weekday-1 = måndag
weekday-2 = tisdag
weekday-3 = onsdag
weekday-4 = torsdag
weekday-5 = fredag
weekday-6 = lördag
weekday-7 = söndag
day-in-1 = { $day } januari
day-in-2 = { $day } februari
day-in-3 = { $day } mars
day-in-4 = { $day } april
day-in-5 = { $day } maj
day-in-6 = { $day } juni
day-in-7 = { $day } juli
day-in-8 = { $day } augusti
day-in-9 = { $day } september
day-in-10 = { $day } oktober
day-in-11 = { $day } november
day-in-12 = { $day } december

## The questions
question-number = Fråga { $number } av { $of }

question-not-now = Just nu kunde vi inte spara svaret. Det du skrev är kvar här. Vänta en stund och försök igen.

event-question = Vad har hänt?
event-hint = Berätta med egna ord. Skriv gärna när och var det hände, och vad du vill att vi gör. Du får skriva på vilket språk du vill.
event-empty = Berätta vad som har hänt. Några ord räcker.
event-too-long = Texten har { $length } tecken. Korta den till { $most } tecken, eller lägg resten i en fil.
event-control = Texten hade tecken som inte går att visa. Vi tog bort dem. Läs igenom texten och gå vidare.

unit-question = Vilken verksamhet gäller det?
unit-hint = KTT betyder korttidstillsyn. Då vet vi vem som ska läsa. Vet du inte? Då tar vi reda på det.
unit-unknown = Jag vet inte, eller det gäller något annat
unit-gone = Verksamheten du valde finns inte längre i listan. Välj en annan.
unit-about-manager = Det gäller chefen för verksamheten
unit-about-manager-hint = Kryssa i om du klagar på chefen. Då går det till chefens chef. Chefen för verksamheten ser det inte.

relation-question = Vem är du?
relation-hint = Då vet vi hur vi kan svara dig. Du behöver inte säga det.
i-am-guardian = Vårdnadshavare eller förälder
i-am-youth = Ungdom i verksamheten
i-am-close-relation = Släkting, vän eller god man
i-am-staff = Jag arbetar i verksamheten
i-am-other = Någon annan
i-am-unsaid = Vill inte säga
relation-gone = Välj ett av alternativen.

files-question = Vill du lägga till bilder eller filer?
files-hint = De kan hjälpa oss att förstå. Lägg till en fil i taget.
files-sending = Skickar filen: { $percent } procent.
files-lost = Anslutningen bröts. Vi fortsätter när den är tillbaka.
files-gone = En fil har legat för länge hos oss. Ta bort filerna och lägg till dem igen.
files-too-much = Filerna får vara högst { $size } MB tillsammans. Ta bort en fil, eller lägg till den i ärendet när du har skickat.
files-no-room = Just nu kan vi inte ta emot fler filer. Du kan skicka det du har skrivit ändå, och lägga till filer i ärendet senare.

contact-question = Hur når vi dig?
contact-hint = Med namn och telefon eller e-post kan vi hjälpa dig snabbare. Vi mejlar när det finns ett svar, men aldrig vad det står. Utan dem är du anonym. Du läser svaret här, med koden på kvittot.
contact-name = Namn
contact-email = E-post
contact-phone-number = Telefon
contact-reach = Hur vill du helst att vi hör av oss?
contact-reach-hint = Till exempel: ring efter klockan 15.
contact-interpreter = Behöver du tolk?
contact-interpreter-hint = Skriv vilket språk.
contact-easy-read = Jag vill ha svaret på lätt svenska
contact-wants-answer = Vill du ha ett svar?
contact-wants-yes = Ja
contact-wants-no = Nej, ni behöver inte svara
contact-email-odd = E-postadressen stämmer inte. Skriv den som namn@exempel.se.
contact-too-long = Det är för långt. Skriv högst { $most } tecken.
contact-control = Texten hade tecken som inte går att visa. Vi tog bort dem. Kontrollera och gå vidare.

## Check and send
check-title = Läs igenom och skicka
check-event = Vad som har hänt
check-unit = Verksamhet
check-relation = Vem du är
check-files = Filer
check-easy-read = Lätt svenska
check-wants-answer = Vill du ha svar?
check-who-reads-title = Vem läser det här?
check-who-reads = Chefen för verksamheten läser. Rektorn och de som utreder kan också läsa.
check-who-reads-above = Chefens chef läser. Chefen för verksamheten ser det inte. De som utreder kan också läsa.
check-record = Det du skickar blir en allmän handling. Sekretess skyddar uppgifter om personer.
check-send = Skicka
check-not-now = Just nu kunde vi inte ta emot det. Allt du skrev är kvar. Vänta en stund och skicka igen.
check-staff-title = Arbetar du i verksamheten?
check-staff = Ett missförhållande ska du rapportera direkt, som inloggad (lex Sarah). Klagomålet ersätter inte rapporten.
check-throw-away = Ta bort allt jag har skrivit

## Nothing begun here
gone-title = Här finns inget som du har börjat skriva
gone-why = Vi sparar det du har börjat skriva i { $hours } timmar. Sedan tar vi bort det. Det försvinner också om du stänger webbläsaren.
gone-cookies = Händer det varje gång? Då stoppar din webbläsare kakor (cookies). Tillåt dem, eller ring oss.
gone-start = Börja skriva
gone-sent = Har du redan skickat? Läs svaret med koden på ditt kvitto.

## Saving, and coming back to it
save-later = Spara och fortsätt senare
saved-title = Det du har skrivit är sparat
saved-code = Din kod för att fortsätta
saved-how = Skriv av koden. Med den fortsätter du på vilken mobil eller dator du vill.
saved-until = Vi sparar det till { $day }. Sedan tar vi bort det.
saved-from-now = Från och med nu sparar vi medan du skriver.
saved-private = Vi kan inte läsa det förrän du skickar det.
saved-lost = Tappar du koden kan ingen öppna det du har skrivit, inte heller vi.
saved-go-on = Fortsätt skriva
saved-close = Stäng i den här webbläsaren
saved-closed = Det du har skrivit är stängt här. Koden öppnar det igen.
saved-at = Sparat klockan { $time }.
saved-not-now = Just nu kan vi inte spara. Vi försöker igen.
resume-title = Fortsätt där du slutade
resume-code = Koden du fick när du sparade
resume-hint = Koden har 25 tecken. Mellanslag, streck och stora eller små bokstäver spelar ingen roll.
resume-open = Öppna
resume-empty = Skriv koden du fick när du sparade.
resume-wrong = Vi hittar inget med den koden. Kontrollera den. Vi tar bort det sparade efter { $days } dagar.
resume-sent = Det här har du redan skickat. Använd koden på kvittot.

## The receipt
receipt-title = Vi har tagit emot det du skickade
receipt-again = Redan skickat. Vi har det, och vi har det bara en gång. Här är kvittot.
receipt-when = Vi tog emot det { $when }. Ärendenummer:
receipt-save-title = Spara koden nu
receipt-save = Med koden läser du svaret och skriver mer. Den visas bara här. Vi kan inte ta fram den igen.
receipt-save-paper = Med koden läser du svaret och skriver mer. Vi kan inte ta fram den igen. Visa den inte för någon annan.
receipt-code = Din kvittokod
receipt-how-save = Skriv av koden, ta en skärmbild eller skriv ut sidan. Visa den inte för någon annan.
receipt-kept = Jag har sparat koden
receipt-kept-done = Bra, du har sparat koden.
receipt-kept-why = Utan koden kan du inte läsa svaret. Ingen kan ta fram den åt dig, inte heller vi.
receipt-qr = QR-kod till sidan där du skriver in koden. Själva koden finns inte i bilden.
receipt-pdf = Spara kvittot som PDF
receipt-speak = Så säger du koden
receipt-speak-how = Använd orden när du läser upp koden, till exempel i telefon.
receipt-next-title = Det här händer nu
receipt-next-look = Vi läser det du skrev senast { $day }.
receipt-next-work = Vi tar reda på vad som hände. Behöver vi veta mer frågar vi dig.
receipt-next-answer = Du får ett svar senast { $day }. Dröjer det berättar vi varför.
receipt-next-no-answer = Du ville inte ha något svar. Du kan ändå se här när vi är klara.
receipt-back-title = Så kommer du tillbaka
receipt-back = Gå till { $address } och välj ”Jag har redan ett kvitto”. Skriv in koden.
receipt-back-now = Läs och skriv i ditt ärende
receipt-here = Kvittot finns kvar i den här webbläsaren i { $hours } timmar, eller tills du stänger den.
receipt-forget-title = Använder fler samma mobil eller dator?
receipt-forget-why = Dölj då kvittot här när du har sparat koden.
receipt-forget = Dölj kvittot
receipt-forgotten-title = Kvittot är dolt
receipt-forgotten = Den som öppnar sidan nu ser inte ditt kvitto.
receipt-forgotten-history = Webbläsaren kan ännu minnas att du var här. Rensa historiken om du vill dölja det.
receipt-gone-title = Här finns inget kvitto
receipt-gone-why = Kvittot visas bara i webbläsaren du skickade från, och bara en tid.
receipt-gone-have = Har du koden? Då kan du läsa ditt ärende.
receipt-gone-lost = Har du tappat koden? Vi kan inte ta fram den igen. Ring oss, så hjälper vi dig på ett annat sätt.
receipt-unhappy-title = Är du inte nöjd med hur vi gör?

## Coming back
matter-title = Läs svaret eller skriv mer
matter-code = Kvittokod
matter-code-hint = Koden står på ditt kvitto. Den har 25 tecken. Mellanslag, streck och stora eller små bokstäver spelar ingen roll.
matter-open = Öppna ärendet
matter-wrong = Koden stämmer inte. Kontrollera den och försök igen.
matter-empty = Skriv koden som står på kvittot.
matter-is-open = Ett ärende är öppet i den här webbläsaren.
matter-go-on = Fortsätt i ärendet
matter-lost = Har du tappat koden? Ring oss, så hjälper vi dig på ett annat sätt.
matter-ended-title = Skriv koden igen
matter-ended = Du har varit borta en stund. Därför stängde vi ärendet.
matter-kept = Det du skrev är kvar. Skriv koden, så kan du skicka det.
matter-closed = Ärendet är stängt i den här webbläsaren.

dialogue-title = Ditt ärende
dialogue-number = Ärendenummer
dialogue-registration = Diarienummer
dialogue-lies-with = Vem har ditt ärende?
lies-with-manager = Gruppchefen för { $unit }
lies-with-principal = Rektorn för { $unit }
lies-with-representative = Rektorns chef ({ $unit })
dialogue-received = Mottaget
dialogue-answer-by = Svar senast
dialogue-messages = Det vi har skrivit till varandra
dialogue-you = Du
dialogue-we = Vi
dialogue-answer = Svar på ditt klagomål
dialogue-files = Filer
dialogue-write = Skriv mer till oss
dialogue-write-hint = Vi läser det, och svaret kommer här.
dialogue-send = Skicka
dialogue-sent = Vi har tagit emot det du skrev.
dialogue-empty = Skriv något först.
dialogue-too-long = Texten har { $length } tecken. Korta den till { $most } tecken, eller dela upp den.
dialogue-control = Texten hade tecken som inte går att visa. Vi tog bort dem. Läs igenom texten och skicka igen.
dialogue-open-until = Vi stänger ärendet här klockan { $time } om du inte gör något. Hinner du inte skicka? Då ber vi om koden igen, och texten är kvar.
dialogue-unhappy-title = Är du inte nöjd med svaret?
dialogue-others-title = Vänd dig till någon annan
dialogue-next-level = Skriv i rutan ovanför vad du inte är nöjd med. Då prövar nästa chef ditt ärende på nytt. Det är inte den som svarade.
dialogue-next-level-send = Be nästa chef pröva ärendet
dialogue-end-title = När du är klar
dialogue-to-answer = Gå till svaret
letter-link = Svaret som brev (PDF)
letter-unhappy = Ring oss på { $phone }, eller skriv i ditt ärende igen.
dialogue-misconduct = Ärendet hanteras också enligt reglerna för missförhållanden.
dialogue-words = Ditt meddelande
dialogue-end = Stäng ärendet
dialogue-not-now = Just nu kunde vi inte ta emot det. Det du skrev är kvar. Vänta en stund och skicka igen.

dialogue-file = Lägg till en fil
dialogue-steps = Så långt har vi kommit
step-received = Vi tog emot det du skickade.
step-registered = Vi registrerade det.
step-handled = Vi började arbeta med det.
step-answered = Du fick ett svar.
step-closed = Vi avslutade ärendet.

told-received = Vi har tagit emot det du skickade.
told-registered = Ditt ärende är registrerat. Vi börjar arbeta med det snart.
told-handled = Vi arbetar med ditt ärende.
told-answered = Du har fått ett svar.
told-closed = Ärendet är avslutat. Du kan ändå skriva till oss här.
told-redirected = Vi har skickat ditt ärende vidare till den som har ansvaret.

## For those who are logged in
own-title = Mina ärenden
own-lead = Här är det du har skickat som inloggad. Du behöver ingen kod.
own-none = Du har inte skickat något som inloggad än.
own-write = Skriv till oss
own-received = Vi har tagit emot ditt ärende { $number }.
own-when = Vi läser inom { $look } och svarar inom { $answer }.
own-whom = Vem gäller det?
own-alone = Är du ungdom? Då är det bara du som får svaret. Din vårdnadshavare ser det inte här.
own-email-hint = Vi mejlar när det finns ett svar, men aldrig vad det står. Du läser svaret här, som inloggad.
own-files = Lägg till eller ta bort filer
own-kept = Vi sparar det du skriver i { $days } dagar, eller tills du skickar det. Ingen som arbetar här ser det innan du skickar.
own-begun = Det är inte skickat än. Bara du ser det här.
own-throw-away = Ta bort det jag har börjat skriva
own-sent-before = Vi har redan fått det du skrev först. Skicka igen om du vill skicka det här också.
own-newer-title = Det här har du skrivit någon annanstans
own-newer = Du har skrivit vidare i ett annat fönster eller på en annan enhet. Det du skrev här är inte sparat än. Tryck igen, så ersätter det texten nedanför.

## Letters, for saying a code
spell-0 = noll
spell-1 = ett
spell-2 = två
spell-3 = tre
spell-4 = fyra
spell-5 = fem
spell-6 = sex
spell-7 = sju
spell-8 = åtta
spell-9 = nio
spell-A = Adam
spell-B = Bertil
spell-C = Cesar
spell-D = David
spell-E = Erik
spell-F = Filip
spell-G = Gustav
spell-H = Helge
spell-J = Johan
spell-K = Kalle
spell-M = Martin
spell-N = Niklas
spell-P = Petter
spell-Q = Qvintus
spell-R = Rudolf
spell-S = Sigurd
spell-T = Tore
spell-V = Viktor
spell-W = Wilhelm
spell-X = Xerxes
spell-Y = Yngve
spell-Z = Zäta
