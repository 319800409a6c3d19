# Reporting, and what those at once responsible do.

start-oral = Skriv ner en rapport som någon berättar

## Kept while it is written
report-save = Spara och fortsätt senare
report-lock = Lås sidan
report-keeps = Det du skriver sparas hos oss och inte på den här datorn eller telefonen.
report-kept = Sparat kl. { $time }.
report-not-kept = Det gick inte att spara just nu. Texten står kvar, och vi försöker igen.
locked-title = Sidan är låst
locked-lead = Nu kan ingen annan läsa. Det som är skrivet är sparat, och bara den som skrev kan läsa det. Vi låser när ingen har skrivit på ett tag.
locked-log-in = Logga in igen och fortsätt
locked-another = Är du någon annan? Välj Logga ut, och logga in som dig själv.

## Pictures and files
report-files = Bilder och filer
report-files-add = Lägg till bilder eller filer
report-files-change = Ändra bilder och filer
report-files-title = Bilder och filer till rapporten
report-files-lead = Lägg till en fil i taget. Det du har skrivit i rapporten är sparat.
report-files-sending = Filen skickas. Vänta här tills den har kommit fram.
report-files-done = Tillbaka till rapporten
attachments = Bilder och filer
attachments-hint = Filer laddas ner som de kom. Bilder visas utan det som kameran har skrivit in i dem. Vi sparar vem som öppnar en fil, och när.
attachments-picture = Bilden { $name }

## Other ways
ways-question = Behöver du göra något annat än att rapportera?
ways-also = Behöver du göra något mer?
ways-anyway = Din rapport tas emot även om en annan väg passar bättre. Du behöver inte välja.
way-danger = Någon är i fara just nu
way-danger-do = Ring först. Rapportera sedan.
way-child = Ett barn far illa, eller du misstänker det
way-child-do = Då ska du genast göra en orosanmälan till socialtjänsten. Rapporten ersätter den inte.
way-health = Det gäller läkemedel eller annan hälso- och sjukvård
way-health-do = Anmäl också en avvikelse till den vårdgivare som har delegerat uppgiften.
way-whistle = Du vill visselblåsa
way-whistle-do = Visselblåsarkanalen är för missförhållanden av allmänt intresse. Där skyddar lagen den som rapporterar särskilt (lag 2021:890). En rapport här är ingen visselblåsning. Vi skickar inget mellan de två, och andra personer läser.
way-whistle-link = Till visselblåsarkanalen
way-complaint = En ungdom eller en närstående vill klaga
way-complaint-do = Visa dem formuläret för klagomål. Där kan de vara anonyma. Har du själv fått veta något allvarligt ska du ändå rapportera här.

## An oral report
oral-title = Skriv ner en rapport
oral-lead = Någon berättar för dig om ett missförhållande. Skriv ner det så som det sägs, läs upp det och skicka.
oral-teller = Vem berättar?
oral-teller-hint = Rapporten är den personens, inte din. Hen kan följa den här.
oral-teller-unknown = Någon som inte finns i listan
oral-teller-name = Namn
oral-teller-name-hint = Om personen inte finns i listan.
oral-teller-title = Befattning
oral-teller-title-hint = Till exempel vikarie.
oral-told-on = Vilken dag fick du veta det?
oral-told-on-hint = Till exempel 2026-11-21.
oral-told-at = Vilken tid fick du veta det?
oral-told-at-hint = Till exempel 16.30. Det är den tiden som gäller, inte när du skriver.
oral-what = Vad har hänt, eller vad kan hända?
oral-what-hint = Skriv det som sägs. Lägg inte till egna bedömningar.
oral-manager = Det gäller den berättandes chef
oral-manager-hint = Är du chefen? Då tar någon annan över, och du kan inte läsa rapporten sedan.
oral-read-back = Har du läst upp texten för den som berättar?
oral-read-back-hint = Hen ska få rätta texten innan du skickar.
oral-read-back-yes = Ja, och hen håller med
oral-read-back-no = Nej
oral-done-title = Rapporten är mottagen
oral-done-told = Den räknas från när du fick veta det: { $when }.
oral-done-give = Ge numret till den som berättade.
oral-done-next = Se till att ingen är i fara. Skriv i ärendet vad du har gjort.
report-written-down = Muntlig rapport. Nedskriven av { $by } { $when }. Texten är uppläst, och den som berättade håller med.
report-written-down-unheard = Muntlig rapport. Nedskriven av { $by } { $when }. Texten är inte uppläst för den som berättade.
receipt-written-down = Du berättade det här. { $by } skrev ner det { $when }.

## Wanting to take it back
wish-heading = Vill du ta tillbaka rapporten?
wish-lead = En rapport går inte att ta tillbaka. Den utreds ändå. Men du kan berätta för utredaren att du har ångrat dig, och varför.
wish-why = Varför?
wish-send = Berätta för utredaren
wish-noted = Du berättade det { $when }. Rapporten utreds ändå.
event-wish-to-withdraw = Den som rapporterade vill ta tillbaka rapporten. Den utreds ändå.

## Protection
protect-when = När gjordes det?
protect-when-hint = Lämna tomt om det var nyss. Till exempel: kl. 15.10 i dag.
protect-who = Vem gjorde det?
protect-who-hint = Lämna tomt om det var du. Skriv annars namn och befattning.
protect-done-when = Gjort:
protect-done-by = Av:

## Faults
fault-oral-teller-missing = Välj vem som berättar, eller skriv namn och befattning
fault-oral-teller_name-missing = Skriv namnet på den som berättar
fault-oral-teller_title-missing = Skriv vilken befattning den som berättar har
fault-oral-told_at-missing = Skriv vilken tid du fick veta det
fault-oral-text-missing = Skriv vad den som berättar säger
fault-oral-unit_id-missing = Välj vilken enhet det som sägs gäller
fault-oral-read_back-missing = Svara på om du har läst upp texten
fault-not-a-day = Skriv en dag så här: 2026-11-21
fault-not-a-time = Skriv en tid så här: 16.30
fault-still-to-come = Tiden har inte varit än. Skriv en tid som har varit
