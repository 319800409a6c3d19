# The inquiry's own tools: conflict check, key list, de-identification, tasks.

## Conflict check
take-check = Personer som ärendet kan beröra
take-check-lead = Alla som arbetar på enheten, i bokstavsordning. Listan visar inte vem som har rapporterat eller vem det gäller.

## The key list
key-title = Kodnyckel
key-lead = Här står vem som är vem. Kodnyckeln ligger skild från ärendet och har ett eget lås. I utredningen skriver du bara koderna.
key-codes = Koder
key-none = Ingen har fått en kod än.
key-add = Ge någon en kod
key-name = Vad heter personen?
key-name-hint = För- och efternamn, så som de brukar skrivas. Då hittar vi namnet om det råkar stå i utredningen.
key-part = Vad är personen i ärendet?
key-choose-part = Välj
part-youth = ungdom
part-guardian = vårdnadshavare
part-staff = personal
part-manager = chef
part-other = annan
key-send = Ge en kod
key-look = Se vem som är vem
key-reason = Varför behöver du se det?
key-reason-hint = Skälet sparas tillsammans med ditt namn och tiden.
key-open = Visa namnen
key-log-in = Du behöver ha loggat in de senaste fem minuterna.
key-who = Vem är vem?
key-looked = Vi har sparat att du tittade, när och varför. Sidan visar namnen en gång.
do-key-list = Kodnyckel

## Leaving somebody out
implicate-title = Undanta någon från ärendet
implicate-lead = Visar det sig att någon berörs av det som har hänt? Välj personen. Då kan hen inte läsa ärendet från och med nu, och får inga meddelanden om det.
implicate-quiet = Personen får inte veta att hen är undantagen, och inte varför. Det går inte att ångra.
implicate-who = Vem ska undantas?
implicate-choose = Välj
implicate-send = Undanta personen
do-implicate = Undanta någon från ärendet

## De-identification
completion-finding-in-text = { $section }, i texten
completion-finding-in-source = { $section }, i källan
completion-replace = Byt mot ”{ $proposed }”
found-lead = Ändra eller ta bort varje uppgift, eller skriv varför den behöver stå kvar. Personnummer får aldrig stå kvar.
found-looks-like = ”{ $word }” { $looks }
found-in-field = I svaret på ”{ $field }”
found-because = Varför behöver uppgiften stå kvar?
found-open-key-list = Öppna kodnyckeln (öppnas i en ny flik). Har namnet en kod föreslår vi den här sedan.
found-is-organisation = Det är ett organisationsnummer
kept-line = ”{ $word }”: { $why }
trait-address = ser ut som en adress
trait-known_name = står i kodnyckeln
trait-colleagues_name = ser ut som namnet på någon på enheten
trait-likely_name = ser ut som ett namn
trait-small_group = kan peka ut en av få

## Tasks
deeds-here = Arbeta med ärendet
tasks-heading = Att göra
task-done = Klar
task-now = Att göra
task-locked = Kan inte börja än
task-protect = Skydda ungdomen
task-take = Pröva jäv och ta ärendet
task-key-list = Ge koder i kodnyckeln
task-start_inquiry = Inled utredningen
task-add_entry = Svara på de tio frågorna
task-deidentify = Ta bort det som röjer någon
task-complete_inquiry = Gör utredningen klar
task-decide = Beslut
task-notify_ivo = Anmäl till IVO
task-send_inquiry_to_ivo = Skicka utredningen till IVO
task-plan = Planera åtgärder
task-settle = Genomför åtgärderna
task-judge_effect = Bedöm vad åtgärderna har lett till
task-give_feedback = Berätta för dem som ska få veta
task-close = Avsluta ärendet
task-counted = { $done } av { $all } har svar
task-found = Ställen att svara på: { $count }
task-why-start_inquiry = Inled utredningen först
task-why-add_entry = Svara på alla tio frågor först
task-why-decide = Ärendet ska vara beslutat först
task-why-plan = Planera åtgärderna först
task-why-settle = Åtgärderna ska vara genomförda och uppföljningen inledd
task-why-close = Allt annat ska vara klart, och en beslutsfattare avslutar
task-why-complete_inquiry = Utredningen ska vara klar, och en annan person beslutar
near-heading = Det här kan vara samma händelse
near-lead = Fler rapporter från enheten kom ungefär samtidigt. Läs dem också. Inget slås ihop: varje rapport utreds för sig.
similar-heading = Tidigare händelser på enheten
similar-lead = De senaste två åren, utan namn och innehåll.
similar-count = Visa tidigare händelser: { $count }
similar-none = Inga andra rapporter från enheten de senaste två åren.
similar-line = { $number }, mottagen { $day }
similar-not-decided = inte beslutad

## Faults
fault-add_key-name-missing = Skriv personens namn
fault-add_key-part-missing = Välj vad personen är i ärendet
fault-look_in_key_list-reason-missing = Skriv varför du behöver se namnen
fault-implicate-person-missing = Välj vem som ska undantas

## Files that the inquiry rests on
entry-do-attach = Lägg till en fil
entry-file-title = Lägg till en fil i utredningen
entry-file-lead = Filen hör till det här:
entry-file-names = Filen följer med till IVO om ärendet anmäls. Står det namn i den? Lägg bara till den om den verkligen behövs.
