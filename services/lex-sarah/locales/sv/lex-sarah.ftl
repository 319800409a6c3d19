# Lex Sarah: texts for staff, investigators and decision-makers.

service-name = Lex Sarah
nav-start = Start
nav-report = Rapportera
nav-cases = Ärenden

## For somebody who has nothing to do here
no-place-title = Här rapporterar personalen
no-place-lead = Den här delen av Lyssna är för dig som arbetar i korttidstillsynen, och för dem som utreder och beslutar.
no-place-complaint = Vill du klaga på något eller berätta vad du tycker? Det gör du i formuläret för klagomål och synpunkter.
no-place-wrong = Ska du kunna rapportera eller utreda här? Be din chef att se till att din roll finns i registret.
officer-title = Har du fått ett mejl om ett ärende?
officer-why = Då kan personuppgifter ha kommit i orätta händer. Du som är dataskyddsombud kan inte läsa ärendet här.
officer-whom = Kontakta den som beslutar om lex Sarah i kommunen och säg ärendets nummer. Då får du veta vad som har hänt.
officer-when = Dagen i mejlet är den sista dagen för anmälan till Integritetsskyddsmyndigheten (IMY). Klockslaget får du av den som har ärendet.

## Start
start-title = Start
start-heading = Rapportera missförhållanden
start-heading-cases = Lex Sarah
start-lead = Har du sett eller hört något som har skadat en ungdom, eller som kan göra det? Rapportera det genast.
start-no-judging = Du behöver inte avgöra hur allvarligt det är. Det gör en utredare.
start-report = Rapportera
start-cases = Utredning och beslut
start-to-cases = Till ärendena
start-received = Rapporter från din enhet
start-received-lead = Se först till att ingen är i fara. Skriv sedan i ärendet vad du har gjort.
start-received-none = Det finns inga rapporter att läsa.
start-news = Nytt på dina enheter
start-news-lead = Det här har hänt på enheter som du ansvarar för. Bara den som arbetar med ett ärende får läsa vad det gäller.
column-news = Vad har hänt
column-news-on = När
news-protected = Behovet av skydd är bedömt
news-may_be_serious = Kan vara allvarligt
news-ivo_notified = Anmält till IVO
start-own = Dina rapporter
start-own-none = Du har inte rapporterat något här.

column-number = Nummer
column-unit = Enhet
column-received = Mottagen
column-status = Status
column-target = Närmaste dag

status-received = Mottagen
status-inquiry = Utredning pågår
status-decided = Beslutad

## The report
report-title = Rapportera
report-lead = Berätta med egna ord. Du behöver inte avgöra hur allvarligt det är.
report-what = Vad har hänt, eller vad kan hända?
report-what-hint = Skriv vad du själv har sett eller hört, och var det hände. Du kan också tala in texten med mikrofonen på telefonens tangentbord.
report-when = När hände det?
happened-just_now = Nyss
happened-earlier_today = Tidigare i dag
happened-other = En annan tid
report-when-words = Dag och tid
report-when-hint = Till exempel: i tisdags vid tre, eller flera gånger i oktober.
report-acted = Vad gjorde ni genast?
report-acted-hint = Till exempel: vi gick emellan, tröstade och ringde hem.
report-unit = Vilken enhet gäller det?
report-manager = Det gäller min chef
report-manager-hint = Då får din chef inte läsa rapporten och får inget veta om den.
report-as = Du rapporterar som { $reporter }.
report-for = Rapporten gäller { $unit }.
report-send = Skicka rapporten
report-routine = Nämndens lex Sarah-rutin, version { $version }, gäller.
report-again-title = Du har redan skickat en rapport härifrån
report-again = Den första rapporten är mottagen. Vill du skicka den här texten som en ny rapport? Då skickar du igen. Annars behöver du inte göra något.
report-again-link = Se dina rapporter (öppnas i en ny flik)
report-concerns-manager = Rapporten gäller den rapporterandes chef. Chefen får inte läsa den och får inget veta.

## The receipt
receipt-page-title = Rapport { $number }
receipt-title = Rapporten är mottagen
receipt-number = Nummer:
receipt-when = { $unit }, { $when }.
receipt-status = Så långt har den kommit:
receipt-bookmark = Spara gärna den här sidan som bokmärke. Du hittar den också på startsidan.
receipt-told = Vad rapporten ledde till
receipt-next = Vad händer nu?
receipt-next-protect = Den som tar emot rapporten ser till att ungdomen är skyddad.
receipt-next-take = En utredare tar ärendet.
receipt-next-target = Vårt eget mål: { $target }.
receipt-next-inquiry = Utredaren tar reda på vad som hände och varför. Du kan få frågor.
receipt-next-decision = En annan person beslutar. Då får du ett mejl om att det är klart. I mejlet står inte vad beslutet blev.
receipt-readers = Vem får läsa rapporten?
reader-unit-manager = Gruppchefen på { $unit }
reader-principal = Rektorn för { $unit }
reader-school-owner-representative = Huvudmannens representant
reader-investigator = Utredaren som tar ärendet. Fram till dess ser utredarna bara nummer, enhet och dag.
reader-decision-maker = Den som beslutar, när utredningen är klar
reader-self = Du själv
reader-not-manager = Den chef som rapporten gäller får inte läsa den och får inget veta om den.
receipt-trace = Vi sparar vem som läser, och när.
receipt-words = Det här skrev du
receipt-acted = Det här gjorde ni genast
receipt-cites = Rapporten kommer från klagomål { $number }.

## The workbench
workbench-title = Ärenden
workbench-lead = Ärendet med den närmaste dagen står först. Dagarna är våra egna mål, utom för utredningen till IVO och för en personuppgiftsincident. Lagen säger att allt ska göras utan dröjsmål.
workbench-none = Inga ärenden väntar på dig.
no-target = Inget
nearest-data_breach = Personuppgiftsincident: { $target }
nearest-protect = Skydd: { $target }
nearest-notify_ivo = Anmälan till IVO: { $target }
nearest-ivo_inquiry = Utredning till IVO: { $target }
target-today = i dag, { $date }
target-tomorrow = i morgon, { $date }
target-in = om { $days } dagar, { $date }
target-passed-yesterday = passerat i går, { $date }
target-passed = passerat för { $days } dagar sedan, { $date }

## Days
day-of-month = { $day } { $month }
month-1 = januari
month-2 = februari
month-3 = mars
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = augusti
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

state-received = Mottaget
state-registered = Att ta
state-assessing = Bedöms
state-inquiry = Utreds
state-to-decide = Att besluta
state-decision = Beslutas
state-closed_no_misconduct = Avslutat
state-measures = Åtgärder
state-follow_up = Följs upp
state-closed = Avslutat
state-archived = Arkiverat
state-out_of_scope = Inte lex Sarah

## A case
case = Ärende
case-title = Ärende { $number }
reading-as-investigator = Du läser som utredare. Läsningen loggas.
reading-as-decision-maker = Du läser som beslutsfattare. Läsningen loggas.
reading-as-receiver = Du läser som mottagare av rapporten. Läsningen loggas.
next-title = Nästa steg
next-protect = Är ungdomen skyddad? Skriv vad du har gjort.
next-start-inquiry = Gör en kort plan och inled utredningen.
next-add-entry = Lägg till uppgifter tills alla tio frågor har svar. Skriv varför när något inte går att få veta.
next-complete = Alla tio frågor har svar. Gör utredningen klar och föreslå en bedömning.
next-wait-for-decision = Utredningen är klar och väntar på beslut. Lägger du till något måste du göra den klar igen.
next-decide = Utredningen är klar. Läs den och besluta.
do-start-inquiry = Inled utredningen
do-add-entry = Lägg till en uppgift
do-complete = Gör utredningen klar
do-decide = Besluta
do-protect = Anteckna en skyddsåtgärd
fact-diary = Diarienummer
fact-target = Internt mål för nästa steg
fact-ivo = Anmälan till IVO, Inspektionen för vård och omsorg
fact-assessment = Bedömning
assessment-begun = En utredare har tagit ärendet
fact-acted = Det här gjordes genast
fact-complaint = Kommer från klagomål
ivo-not_required = Krävs inte
ivo-required = Ska göras snarast
ivo-notified = Gjord
ivo-inquiry_sent = Utredningen är skickad
ivo-ivo_closed = Avslutad hos IVO
report-heading = Rapporten
report-received-by = Mottagen av { $names }
protections-heading = Skyddsåtgärder
protections-none = Ingen skyddsåtgärd är antecknad.
plan-heading = Plan
inquiry-heading = Utredningen
section-empty = Inget svar än.
section-add = Lägg till
section-add-to = i fråga { $section }
timeline-heading = Vad har hänt i ärendet?
event-reported = Rapporten kom in
event-registered = Registrerad som { $number }
event-taken = Utredaren tog ärendet och intygade att jäv inte finns
event-protected = Skyddsåtgärd
event-planned = Utredningen inleddes
event-entry = Uppgift i fråga { $section }
event-corrected = Rättelse i fråga { $section }
event-completed = Utredningen blev klar
event-proposed = Förslag: { $grade }
event-decided = Beslut: { $grade }

## Taking a case
take-lead = När du tar ärendet får du läsa rapporten. Då skapas också en kodnyckel, så att utredningen kan skrivas utan namn.
take-target = Internt mål för att ta det
take-conflict-title = Är du jävig?
take-conflict = Du är jävig om du själv berörs, om någon som står dig nära berörs, eller om något annat gör att andra kan tvivla på att du är opartisk.
take-free = Jag är inte jävig
take-send = Ta ärendet
take-otherwise = Är du jävig, eller osäker? Ta inte ärendet. Visar det sig senare att du är jävig ska du säga till genast.

## A protective measure
protect-title = Anteckna en skyddsåtgärd
protect-what = Vad har du gjort för att skydda ungdomen, eller varför behövs inget skydd?
protect-hint = Till exempel: en vuxen går alltid vid hans sida.
protect-send = Spara skyddsåtgärden

## The plan
plan-title = Inled utredningen
plan-what = Hur ska du utreda?
plan-hint = Vilka behöver du prata med, och vad behöver du läsa? En mening räcker om händelsen är enkel.

## An entry
entry-title = Lägg till en uppgift
entry-title-correct = Rätta en uppgift
entry-correct-lead = Den gamla uppgiften står kvar. Din rättelse läggs till som en ny.
entry-was-complete = Utredningen är markerad som klar. Lägger du till något måste du göra den klar igen.
entry-section = Vilken fråga svarar det på?
choose-section = Välj en fråga
entry-text = Uppgiften
entry-text-hint = Skriv roller i stället för namn, till exempel ”ungdom A” och ”personal 2”.
entry-kind = Vad är det för uppgift?
entry-kind-hint = Håll isär fakta och bedömningar. Går något inte att få veta, så skriv varför.
kind-fact = Fakta
kind-assessment = Bedömning
kind-not_known = Går inte att få veta
entry-source-kind = Vad bygger uppgiften på?
entry-source-kind-hint = Välj yttrande när någon som händelsen gäller säger sin mening om den.
source-interview = Samtal
source-document = Handling
source-observation = Egen iakttagelse
source-statement = Yttrande
source-other = Något annat
entry-source = Vem eller vad är källan?
entry-source-hint = Skriv kod eller titel på den du talade med. Skriv annars vad du läste, till exempel schemat för dagen. Du kan lämna fältet tomt för en egen iakttagelse, eller om det inte går att få veta.
entry-source-on = Vilken dag?
entry-source-on-hint = Dagen då samtalet hölls, yttrandet lämnades eller du såg det. För en handling kan du skriva dagen som står på den.
sources-count = Källor i utredningen: { $count }
source-entries = uppgifter: { $count }
source-add = Lägg till en uppgift från samma källa
entry-source-label = Källa:
entry-send = Spara uppgiften
entry-is-corrected = Rättad
entry-corrects = Rättelse
entry-do-correct = Rätta

section-1 = Vad hände, och vilka följder fick det eller kunde det ha fått?
section-2 = När och hur upptäcktes det?
section-3 = När hände det?
section-4 = Vad berodde det på?
section-5 = Har något liknande hänt förut? Varför hände det i så fall igen?
section-6 = Kan något liknande hända igen?
section-7 = Vad har gjorts för att rätta till det, och när?
section-8 = Vad har i övrigt kommit fram?
section-9 = Vilket ställningstagande föreslås?
section-10 = Vad är gjort eller planerat för att det inte ska hända igen?

## The inquiry is complete
completion-title = Gör utredningen klar
completion-missing = Frågor som saknar svar
completion-missing-lead = Alla tio frågor ska ha svar. Går något inte att få veta, så skriv varför.
completion-similar = Har något liknande hänt förut?
completion-similar-hint = Förklara svaret under fråga 5.
similar-yes = Ja
similar-no = Nej
similar-not_known = Det går inte att få veta
completion-findings = Det här kan röja vem någon är
completion-in-section = Fråga { $section }
trait-person_number = ser ut som ett personnummer
trait-phone = ser ut som ett telefonnummer
trait-email = ser ut som en mejladress
trait-reporters_name = ser ut som den rapporterandes namn
completion-grade = Vilken bedömning föreslår du?
completion-grade-hint = Den som beslutar ser ditt förslag men gör en egen bedömning.
grade-no_misconduct = Inget missförhållande
grade-tangible_risk_of_misconduct = Påtaglig risk för ett missförhållande
grade-misconduct = Missförhållande
grade-tangible_risk_of_serious_misconduct = Påtaglig risk för ett allvarligt missförhållande
grade-serious_misconduct = Allvarligt missförhållande

## The decision
decision-title = Besluta
decision-lead = Läs utredningen först. Beslutet går inte att ändra när du har fattat det.
decision-proposed = Utredaren föreslår: { $grade }.
decision-log-in-title = Logga in igen först
decision-log-in = För att besluta behöver du ha loggat in de senaste fem minuterna.
decision-log-in-link = Logga in igen
decision-grade = Bedömning
decision-reasons = Skäl
decision-reasons-hint = Skriv vad du grundar beslutet på. Skriv roller i stället för namn.
decision-measures = Åtgärder
decision-measures-hint = Skriv vad som ska göras, om du beslutar det nu. Lämna tomt om det planeras efter beslutet.
decision-ivo = Ska IVO få en anmälan?
decision-ivo-hint = IVO är Inspektionen för vård och omsorg. Ett allvarligt missförhållande, eller en påtaglig risk för ett, ska alltid anmälas snarast (24 f § LSS).
ivo-answer-yes = Ja
ivo-answer-no = Nej
decision-delegation = Delegation
decision-delegation-hint = Var i delegationsordningen står det att du får besluta? Till exempel: punkt 7.4.
decision-heading = Beslutet
decision-by = Beslutat av
decision-fingerprint = Beslutets fingeravtryck (SHA-256)

## Somebody else came first
conflict-title = Någon annan hann före
conflict-lead = Ärende { $number } har ändrats sedan du öppnade sidan. Vi har inte sparat det du skrev, men det står kvar här.
conflict-theirs = Det här hände senast
conflict-own = Det här skrev du
conflict-changed = Ärende { $number } har ändrats sedan du öppnade sidan. Det här hände senast:
conflict-next = Läs vad som har hänt. Det går inte längre att göra det du tänkte. Behövs det du skrev ändå? Kopiera texten, och öppna ärendet.
conflict-again = Läs vad som har hänt. Det du skrev står kvar här nedanför. Ändra om det behövs, och spara igen.
conflict-back = Öppna ärende { $number }

## Faults
fault-report-text-missing = Skriv vad som har hänt, eller vad som kan hända
fault-protect-text-missing = Skriv vad du har gjort, eller varför inget skydd behövs
fault-add_entry-text-missing = Skriv uppgiften
fault-report-unit_id-missing = Välj vilken enhet det gäller
fault-start_inquiry-plan-missing = Skriv hur du ska utreda
fault-take-free_of_conflict-missing = Du kan bara ta ärendet om du inte är jävig
fault-add_entry-section-missing = Välj vilken fråga uppgiften svarar på
fault-add_entry-kind-missing = Välj om det är fakta, en bedömning eller något som inte går att få veta
fault-add_entry-source-missing = Skriv vem eller vad som är källan
fault-add_entry-source_on-missing = Skriv vilken dag det var
fault-complete_inquiry-similar_before-missing = Svara på om något liknande har hänt förut
fault-complete_inquiry-proposed_grade-missing = Välj vilken bedömning du föreslår
fault-decide-grade-missing = Välj en bedömning
fault-decide-reasons-missing = Skriv skälen för beslutet
fault-decide-ivo-missing = Svara på om IVO ska få en anmälan
fault-decide-delegation-missing = Skriv var i delegationsordningen det står att du får besluta
fault-too-long = Texten har { $length } tecken. Vi kan ta emot { $most }. Korta den
fault-control-characters = Texten hade tecken som inte går att spara. Vi har tagit bort dem. Läs igenom och skicka igen
fault-not-a-choice = Välj något av det som finns här
fault-law-says-yes = Vid den här bedömningen ska IVO alltid få en anmälan. Välj ja, eller ändra bedömningen
fault-person-number = Ett personnummer får inte stå kvar. Ta bort det
fault-unanswered = Texten kan röja vem någon är. Ändra eller ta bort varje uppgift, eller skriv varför den behöver stå kvar
fault-kept = Ändra eller ta bort uppgiften, eller skriv varför den behöver stå kvar
fault-unsaid = Fråga { $section } saknar svar
