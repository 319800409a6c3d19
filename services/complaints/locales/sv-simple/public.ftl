# The public half, in easy Swedish: one thing a sentence, everyday words.
public-review = machine

service-name = Klagomål och synpunkter

## The start page: what one should know before the first question
start-title = Berätta för oss
start-lead = Du kan berätta om korttids-tillsynen. Den kallas också KTT. Är något fel? Kan något bli bättre? Är något bra?
start-lead-read = Vi läser allt. Du får ett svar.
start-before-title = Läs det här först
start-who-title = Vem läser?
start-who = Chefen läser. Rektorn kan läsa. De som tar reda på vad som hänt kan också läsa.
start-when-title = När får jag svar?
start-when = Du får ett kvitto direkt. Vi läser inom { $look }. Vi svarar inom { $answer }.
start-when-goals = Vi har själva bestämt tiderna. Tar det längre tid berättar vi varför.
start-anonymous-title = Måste jag säga vem jag är?
start-anonymous = Nej. Du får vara hemlig. Men allt går inte att gömma.
start-anonymous-link = Se vad som kan synas
start-others-title = Vem mer kan jag prata med?
start-others-ivo = IVO kontrollerar att korttids-tillsynen är bra. IVO betyder Inspektionen för vård och omsorg.
start-others-school = Handlar det om skolan? Då är det Skolinspektionen som kontrollerar.
start-others-any-time = Du får prata med dem när du vill. Du får göra det även om du skriver till oss.
start-write = Börja skriva
start-takes = Det tar några minuter. Du behöver bara svara på en fråga: vad har hänt?
start-language = Du får skriva på ditt eget språk.
start-again-title = Du har börjat skriva
start-go-on = Fortsätt skriva
start-thrown-away = Vi har tagit bort det du skrev.
start-over = Ta bort det och börja om
start-have-receipt = Jag har ett kvitto
start-have-saved = Jag har sparat det jag började skriva
start-log-in = Logga in och se dina ärenden
start-sent-title = Du har redan skickat något
start-sent-show = Visa kvittot
start-sent-another = Skriv till oss igen
start-hides-title = Det här kan synas fast du är hemlig
start-hides-kept = Vi sparar inte vilken mobil eller dator du har. Men tänk på det här:
start-hides-words = Någon kan förstå vem du är av det du berättar.
start-hides-pictures = En bild kan visa var du var. Den kan också visa när.
start-hides-phone = Den som lånar din mobil kan se att du var här. Den som sköter nätet kan också se det.
start-hides-more = Läs mer om vem som får läsa
start-exit-title = Måste du bort från sidan fort?
start-exit = Tryck på ”Lämna sidan snabbt”. Knappen finns på alla sidor. Då kommer du till en sida om vädret.
start-exit-gone = Då tar vi bort det du har skrivit. Har du sparat med en kod? Då finns det kvar hos oss.
start-exit-history = Men mobilen eller datorn kan minnas att du var här. Då kan du rensa historiken.

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

question-not-now = Det gick inte att spara nu. Det du skrev finns kvar här. Vänta lite. Försök igen.

event-question = Vad har hänt?
event-hint = Skriv med dina egna ord. När hände det? Var hände det? Vad vill du att vi gör? Du får skriva på ditt eget språk.
event-empty = Skriv vad som har hänt. Några ord räcker.
event-too-long = Texten är för lång. Den har { $length } tecken. Den får ha { $most } tecken. Du kan lägga resten i en fil.
event-control = Det fanns tecken som vi inte kan visa. Vi tog bort dem. Läs texten. Gå sedan vidare.

unit-question = Var hände det?
unit-hint = KTT betyder korttids-tillsyn. När vi vet var det hände, vet vi vem som ska läsa. Vet du inte? Då tar vi reda på det.
unit-unknown = Jag vet inte, eller det är något annat
unit-gone = Den du valde finns inte längre. Välj en annan.
unit-about-manager = Det gäller chefen
unit-about-manager-hint = Kryssa i om du klagar på chefen. Då läser en annan chef. Chefen du klagar på ser det inte.

relation-question = Vem är du?
relation-hint = Då vet vi hur vi kan svara dig. Du behöver inte säga det.
i-am-guardian = Jag är mamma, pappa eller vårdnadshavare
i-am-youth = Jag är ungdom på korttids-tillsynen
i-am-close-relation = Jag är släkting, vän eller god man
i-am-staff = Jag arbetar på korttids-tillsynen
i-am-other = Jag är någon annan
i-am-unsaid = Jag vill inte säga det
relation-gone = Välj ett av svaren.

files-question = Vill du skicka bilder eller filer?
files-hint = Bilder kan hjälpa oss att förstå. Ta en fil i taget.
files-sending = Vi skickar filen: { $percent } procent.
files-lost = Nätet försvann. Vi fortsätter när nätet kommer tillbaka.
files-gone = En fil har väntat för länge. Ta bort filerna. Lägg sedan till dem igen.
files-too-much = Alla filer får vara högst { $size } MB tillsammans. Ta bort en fil. Du kan lägga till den sen, när du har skickat.
files-no-room = Vi kan inte ta emot fler filer just nu. Du kan skicka din text ändå. Filerna kan du lägga till senare.

contact-question = Hur kan vi nå dig?
contact-hint = Skriv ditt namn om du vill. Skriv din telefon eller e-post om du vill. Då kan vi hjälpa dig fortare. Vi mejlar när det finns ett svar. I mejlet står inte svaret. Skriver du inget är du hemlig. Du läser svaret här. Då behöver du koden på kvittot.
contact-name = Namn
contact-email = E-post
contact-phone-number = Telefon
contact-reach = Hur vill du att vi kontaktar dig?
contact-reach-hint = Till exempel: Ring mig efter klockan 15.
contact-interpreter = Behöver du tolk?
contact-interpreter-hint = Skriv vilket språk.
contact-easy-read = Jag vill ha svar med lätta ord
contact-wants-answer = Vill du ha ett svar?
contact-wants-yes = Ja
contact-wants-no = Nej, jag behöver inget svar
contact-email-odd = E-posten är inte rätt. Skriv så här: namn@exempel.se.
contact-too-long = Det är för långt. Skriv högst { $most } tecken.
contact-control = Det fanns tecken som vi inte kan visa. Vi tog bort dem. Titta en gång till. Gå sedan vidare.

## Check and send
check-title = Läs det du har skrivit och skicka
check-event = Vad som har hänt
check-unit = Var det hände
check-relation = Vem du är
check-files = Filer
check-easy-read = Lätta ord
check-wants-answer = Vill du ha svar?
check-who-reads-title = Vem läser det här?
check-who-reads = Chefen läser. Rektorn kan läsa. De som tar reda på vad som hänt kan också läsa.
check-who-reads-above = En annan chef läser. Chefen du klagar på ser det inte. De som tar reda på vad som hänt kan också läsa.
check-record = Det du skickar sparar kommunen. Det kallas allmän handling. Det som handlar om personer skyddar vi. Det kallas sekretess.
check-send = Skicka
check-not-now = Det gick inte att skicka nu. Allt du skrev finns kvar. Vänta lite. Skicka igen.
check-staff-title = Arbetar du på korttids-tillsynen?
check-staff = Har någon blivit illa behandlad? Då måste du rapportera det direkt (lex Sarah). Logga in och gör det.
check-throw-away = Ta bort allt jag har skrivit

## Nothing begun here
gone-title = Här finns inget som du har börjat skriva
gone-why = Vi sparar det du har börjat skriva i { $hours } timmar. Sedan tar vi bort det. Det försvinner också om du stänger webbläsaren.
gone-cookies = Händer det varje gång? Då säger din webbläsare nej till kakor (cookies). Säg ja till dem. Du kan också ringa oss.
gone-start = Börja skriva
gone-sent = Har du redan skickat? Läs svaret med koden på kvittot.

## Saving, and coming back to it
save-later = Spara och fortsätt senare
saved-title = Vi har sparat det du skrev
saved-code = Din kod för att fortsätta
saved-how = Skriv upp koden. Med koden kan du fortsätta. Det går på alla mobiler och datorer.
saved-until = Vi sparar det till { $day }. Sedan tar vi bort det.
saved-from-now = Nu sparar vi hela tiden medan du skriver.
saved-private = Vi kan inte läsa det. Vi kan läsa det först när du skickar.
saved-lost = Tappa inte koden. Utan koden kan ingen öppna det du skrev. Vi kan inte heller öppna det.
saved-go-on = Fortsätt skriva
saved-close = Stäng det här
saved-closed = Nu är det stängt här. Skriv koden så öppnas det igen.
saved-at = Sparat klockan { $time }.
saved-not-now = Det går inte att spara nu. Vi försöker igen.
resume-title = Fortsätt där du slutade
resume-code = Koden du fick när du sparade
resume-hint = Koden har 25 tecken. Du kan skriva stora eller små bokstäver. Mellanslag och streck gör inget.
resume-open = Öppna
resume-empty = Skriv koden du fick när du sparade.
resume-wrong = Vi hittar inget med den koden. Titta på koden igen. Vi tar bort det sparade efter { $days } dagar.
resume-sent = Du har redan skickat det här. Skriv koden som står på kvittot.

## The receipt
receipt-title = Vi har fått det du skickade
receipt-again = Du har redan skickat. Vi har det bara en gång. Här är kvittot.
receipt-when = Vi fick det { $when }. Ditt ärende har nummer:
receipt-save-title = Spara koden nu
receipt-save = Med koden läser du svaret. Med koden kan du skriva mer. Koden visas bara här. Vi kan inte ge dig den igen.
receipt-save-paper = Med koden kan du läsa svaret. Du kan också skriva mer. Visa inte koden för någon.
receipt-code = Din kvittokod
receipt-how-save = Skriv upp koden. Du kan också ta en skärmbild eller skriva ut sidan. Visa inte koden för någon.
receipt-kept = Jag har sparat koden
receipt-kept-done = Bra! Du har sparat koden.
receipt-kept-why = Utan koden kan du inte läsa svaret. Ingen kan hitta den åt dig. Vi kan inte heller hitta den.
receipt-qr = Bilden öppnar sidan där du skriver koden. Koden finns inte i bilden.
receipt-pdf = Spara kvittot som PDF
receipt-speak = Så säger du koden
receipt-speak-how = Använd orden när du säger koden i telefon.
receipt-next-title = Det här händer nu
receipt-next-look = Vi läser senast { $day }.
receipt-next-work = Vi tar reda på vad som hände. Vi frågar dig om vi behöver veta mer.
receipt-next-answer = Du får svar senast { $day }. Tar det längre tid berättar vi varför.
receipt-next-no-answer = Du ville inte ha svar. Du kan ändå se här när vi är klara.
receipt-back-title = Så kommer du tillbaka
receipt-back = Gå till { $address }. Välj ”Jag har ett kvitto”. Skriv koden.
receipt-back-now = Läs och skriv mer
receipt-here = Kvittot finns kvar här i { $hours } timmar. Det försvinner om du stänger webbläsaren.
receipt-forget-title = Har andra samma mobil eller dator?
receipt-forget-why = Göm kvittot när du har sparat koden.
receipt-forget = Göm kvittot
receipt-forgotten-title = Kvittot är gömt
receipt-forgotten = Ingen annan ser ditt kvitto nu.
receipt-forgotten-history = Mobilen eller datorn kan minnas att du var här. Då kan du rensa historiken.
receipt-gone-title = Här finns inget kvitto
receipt-gone-why = Kvittot visas bara på den mobil eller dator du skickade från. Det visas bara en tid.
receipt-gone-have = Har du koden? Då kan du läsa ditt ärende.
receipt-gone-lost = Har du tappat koden? Vi kan inte ge dig den igen. Ring oss. Vi hjälper dig på ett annat sätt.
receipt-unhappy-title = Är du inte nöjd med oss?

## Coming back
matter-title = Läs svaret eller skriv mer
matter-code = Kvittokod
matter-code-hint = Koden står på kvittot. Den har 25 tecken. Du kan skriva stora eller små bokstäver. Mellanslag och streck gör inget.
matter-open = Öppna ärendet
matter-wrong = Koden är inte rätt. Titta på den igen. Försök en gång till.
matter-empty = Skriv koden som står på kvittot.
matter-is-open = Ett ärende är öppet i den här webbläsaren.
matter-go-on = Fortsätt i ärendet
matter-lost = Har du tappat koden? Ring oss. Vi hjälper dig på ett annat sätt.
matter-ended-title = Skriv koden igen
matter-ended = Du har varit borta en stund. Därför stängde vi.
matter-kept = Det du skrev finns kvar. Skriv koden. Sedan kan du skicka.
matter-closed = Ärendet är stängt här.

dialogue-title = Ditt ärende
dialogue-number = Ärendenummer
dialogue-registration = Diarienummer
dialogue-lies-with = Vem har ditt ärende?
lies-with-manager = Gruppchefen på { $unit }
lies-with-principal = Rektorn på { $unit }
lies-with-representative = Rektorns chef ({ $unit })
dialogue-received = Vi fick det
dialogue-answer-by = Du får svar senast
dialogue-messages = Det vi har skrivit
dialogue-you = Du
dialogue-we = Vi
dialogue-answer = Svar på ditt klagomål
dialogue-files = Filer
dialogue-write = Skriv mer till oss
dialogue-write-hint = Vi läser det. Svaret kommer här.
dialogue-send = Skicka
dialogue-sent = Vi har fått det du skrev.
dialogue-empty = Skriv något först.
dialogue-too-long = Texten är för lång. Den har { $length } tecken. Den får ha { $most } tecken. Du kan dela upp den.
dialogue-control = Det fanns tecken som vi inte kan visa. Vi tog bort dem. Läs texten. Skicka sedan igen.
dialogue-open-until = Vi stänger klockan { $time } om du inte gör något. Då frågar vi efter koden igen. Texten finns kvar.
dialogue-unhappy-title = Är du inte nöjd med svaret?
dialogue-unhappy = Skriv det till oss här. Vi läser det. Du kan också prata med någon annan.
dialogue-end-title = När du är klar
dialogue-to-answer = Gå till svaret
letter-link = Svaret som brev (PDF)
letter-unhappy = Ring oss på { $phone }. Du kan också skriva i ditt ärende igen.
dialogue-misconduct = Vi följer också reglerna för när någon blivit illa behandlad.
dialogue-words = Ditt meddelande
dialogue-end = Stäng ärendet
dialogue-not-now = Det gick inte att skicka nu. Det du skrev finns kvar. Vänta lite. Skicka igen.

dialogue-file = Lägg till en fil
dialogue-steps = Så långt har vi kommit
step-received = Vi fick det du skickade.
step-registered = Vi skrev upp det.
step-handled = Vi började arbeta.
step-answered = Du fick ett svar.
step-closed = Vi är klara.

told-received = Vi har fått det du skickade.
told-registered = Vi har skrivit upp det du skickade. Vi börjar snart.
told-handled = Vi arbetar med det du skickade.
told-answered = Du har fått ett svar.
told-closed = Vi är klara. Du kan ändå skriva till oss här.
told-redirected = Någon annan har ansvaret. Vi har skickat det till dem.

## For those who are logged in
own-title = Mina ärenden
own-lead = Här är det du har skickat. Du behöver ingen kod.
own-none = Du har inte skickat något än.
own-write = Skriv till oss
own-received = Vi har fått ditt ärende { $number }.
own-when = Vi läser inom { $look }. Vi svarar inom { $answer }.
own-whom = Vem handlar det om?
own-alone = Är du ungdom? Då får bara du svaret. Din vårdnadshavare ser det inte här.
own-email-hint = Vi mejlar när det finns ett svar. I mejlet står inte svaret. Du läser svaret här. Då måste du logga in.
own-files-after = Vill du skicka en bild eller en fil? Gör det när du har skickat texten.

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
