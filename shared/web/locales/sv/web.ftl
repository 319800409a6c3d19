# Texts of the page around every page, of its reusable pieces, and of errors that can happen anywhere.

# Who has read these texts through: native (somebody whose language it is), machine (translated by a machine, read by
# nobody), none (written here, read by nobody else).
web-review = none

## Around the page
language-name = Svenska
day-and-time = { $day } kl. { $time }
exit-now = Lämna sidan snabbt
skip-to-content = Hoppa till innehållet
choose-language = Språk
logged-in-as = Inloggad som
log-out = Logga ut
main-menu = Meny
run-by = { $who } ansvarar för Lyssna.
about-lyssna = Om Lyssna
who-may-read = Vem får läsa?
personal-data = Personuppgifter
accessibility = Tillgänglighet
to-start = Till startsidan
development-banner = Det här är en provmiljö. Alla personer och ärenden är påhittade.

## Pieces
back = Tillbaka
continue = Fortsätt
change = Ändra
optional = frivilligt
not-given = Inte angivet
fault-prefix = Fel:
check-this-first = Kontrollera det här först
filter = Filtrera
filter-show = Visa
filter-any = Alla
filter-on = Filter som är på
remove-filter = Ta bort filtret
more-pages = Fler sidor
newer = Nyare
older = Äldre

## Help. The numbers are settings.
emergency = Om det är bråttom
emergency-now = Är någon i fara just nu?
emergency-call = Ring 112
worried-about-a-child = Oroar du dig för ett barn eller en ungdom?
social-services-call = Ring socialjouren
need-help = Behöver du hjälp?
contact-call = Ring oss på

## A form that could not be taken as it came
what-you-wrote = Det du skrev
kept-title = Det du skrev är kvar
kept-why = Sidan hade varit öppen länge. Därför kunde vi inte ta emot det du skickade.
kept-send = Inget har gått förlorat. Skicka igen, så tar vi emot det.
kept-log-in = Logga in igen. Inloggningen öppnas i en ny flik.
kept-then-send = Kom sedan tillbaka hit och skicka igen.
kept-all-goes-along = Allt du fyllde i följer med när du skickar igen. Har du valt en fil behöver du välja den på nytt.
send-again = Skicka igen
connection-lost = Du har ingen anslutning till internet just nu. Det du har skrivit står kvar här. Tryck igen när anslutningen är tillbaka.
connection-back = Anslutningen är tillbaka. Nu kan du trycka igen.

## Errors: what happened, what to do, and what became of what was written
error-not-found-title = Sidan finns inte
error-not-found-happened = Adressen kan vara felskriven. Sidan kan också vara borttagen, eller så har du inte tillgång till den.
error-not-found-next = Kontrollera adressen eller börja om från startsidan.

error-forbidden-title = Du har inte tillgång till den här sidan
error-forbidden-happened = Du är inloggad. Men din roll ger dig inte rätt till det här.
error-forbidden-next = Behöver du det i ditt arbete? Prata med din chef.

error-login-title = Du behöver logga in
error-login-happened = Du är inte inloggad, eller så har du varit borta en stund.
error-login-next = Logga in och försök igen.

error-refused-title = Vi tog inte emot det som skickades
error-refused-happened = Det såg ut att komma från en annan webbplats. Därför stoppade vi det.
error-refused-next = Öppna sidan på nytt här i Lyssna och skicka därifrån.

error-conflict-title = Någon annan hann före
error-conflict-happened = Någon ändrade samma sak medan du höll på.
error-conflict-next = Gå tillbaka, läs in sidan på nytt och se vad som är ändrat. Gör sedan det du tänkte.

error-unreadable-title = Vi kunde inte läsa det du skickade
error-unreadable-happened = Något blev fel på vägen till oss.
error-unreadable-next = Gå tillbaka och skicka igen. Händer det en gång till? Ring oss, så hjälper vi dig.

error-too-large-title = Det du skickade är för stort
error-too-large-happened = Texten eller filen är större än vi kan ta emot.
error-too-large-next = Gå tillbaka och välj en mindre fil, eller dela upp texten. Du kan också skicka utan fil.

error-too-slow-title = Det kom inte fram i tid
error-too-slow-happened = Anslutningen är för långsam just nu. Vi fick inte allt du skickade.
error-too-slow-next = Gå tillbaka och skicka igen, gärna där du har bättre mottagning. Du kan också skicka utan fil.

error-too-many-title = Många skickar just nu
error-too-many-happened = Vi hinner inte ta emot allt på en gång.
error-too-many-next = Vänta en minut och skicka igen.

error-internal-title = Något gick fel hos oss
error-internal-happened = Felet är vårt. Du har inte gjort något fel.
error-internal-next = Vänta en stund och försök igen.

error-unavailable-title = Lyssna svarar inte just nu
error-unavailable-happened = En del av tjänsten är tillfälligt borta.
error-unavailable-next = Försök igen om en stund. Är det bråttom? Ring oss.

error-written-not-taken = Vi har inte sparat det du skickade. Gå tillbaka i webbläsaren, där står texten oftast kvar. Kopiera den gärna innan du läser in sidan på nytt.
error-written-unsure = Fick du inget kvitto? Då har vi inte tagit emot det du skickade. Gå tillbaka i webbläsaren, där står texten oftast kvar.

## About Lyssna
about-lead = Här kan du berätta för oss om korttidstillsynen, och vi lyssnar.
about-what = Korttidstillsyn (KTT) är tillsyn före och efter skolan och på lov. Den är till för ungdomar över 12 år som har rätt till stöd enligt LSS, lagen om stöd och service till vissa funktionshindrade.
about-use = Vi använder det du berättar. Vi rättar fel och gör tillsynen bättre.
about-other-ways-title = Vill du hellre prata med någon?
about-other-ways = Det går lika bra att ringa, skriva brev eller säga det till personalen.

## Who may read
secrecy-lead = Bara de som arbetar med ditt ärende får läsa det du skriver.
secrecy-log-title = Vi ser vem som läser
secrecy-log = Varje gång någon öppnar ditt ärende sparar vi vem det var och när.
secrecy-locked-title = Vi låser det du skickar
secrecy-locked = Vi låser texten och filerna innan vi sparar dem. Den som bara kommer åt våra datorer kan inte läsa dem.
secrecy-mail-title = Våra mejl säger inget om ärendet
secrecy-mail = I ett mejl från oss står bara att något väntar på dig. Du läser det först när du har öppnat ärendet här.
secrecy-record-title = Sekretess skyddar dig
secrecy-record = Det du skickar blir en allmän handling. Någon kan be att få läsa den. Då prövar vi först varje uppgift, och uppgifter om personer skyddas av sekretess.
secrecy-anonymous-title = Om du inte säger vem du är
secrecy-anonymous = Vi sparar inte från vilken dator eller mobil du skickar. Men det du berättar kan göra att någon förstår vem du är. Den som delar mobil eller nät med dig kan se att du har besökt sidan.

## The accessibility statement (lag 2018:1937). Who is responsible, the days and the addresses are each municipality's to set.
accessibility-lead = Alla ska kunna använda Lyssna. Här står hur långt vi har kommit, och vad du gör om något är svårt.
accessibility-who-title = Vem ansvarar
accessibility-who = { $authority } ansvarar för tjänsten Lyssna, { $service }.
accessibility-how-far-title = Så tillgänglig är tjänsten
accessibility-how-far = Lyssna är delvis förenlig med lagen om tillgänglighet till digital offentlig service. Vi bygger efter WCAG 2.2, nivå AA. Det är internationella riktlinjer.
accessibility-not-title = Det här brister
accessibility-not-people = Ingen med egen erfarenhet av hjälpmedel har provat alla sidor än. Det kan finnas hinder som vi inte vet om.
accessibility-not-languages = Texterna på arabiska, somaliska och lätt svenska är inte granskade av någon med språket som modersmål.
accessibility-not-files = Bilder, ljud och film som du får av oss i ett ärende kan sakna beskrivning. Fråga oss, så berättar vi.
accessibility-no-burden = Vi har inte undantagit något som oskäligt betungande (12 § i lagen).
accessibility-outside = Filer som andra än vi har skickat in ligger utanför lagen (9 §).
accessibility-tested-title = Så har vi provat
accessibility-tested = Vi har granskat tjänsten själva. Vi har provat med tangentbord, utan skript, med förstorad text och med programmet axe.
accessibility-tested-on = Senaste bedömningen: { $day }.
accessibility-updated-on = Den här redogörelsen uppdaterades { $day }.
accessibility-obstacle-title = Är något svårt att använda?
accessibility-obstacle = Berätta det för oss. Vi hjälper dig på ett annat sätt och rättar felet.
accessibility-write = Skriv till
accessibility-phone = Vill du hellre prata med oss?
accessibility-supervisor-title = Tillsyn
accessibility-supervisor = Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med hur vi hanterar det du påpekar? Då kan du anmäla det till dem.
accessibility-supervisor-link = Anmäl bristande tillgänglighet till Digg

## What short words stand for

abbreviations = Förkortningar
abbreviation-imy = Integritetsskyddsmyndigheten
abbreviation-ivo = Inspektionen för vård och omsorg
abbreviation-ktt = korttidstillsyn
abbreviation-lss = lagen om stöd och service till vissa funktionshindrade
abbreviation-wcag = riktlinjer för tillgängligt innehåll på webben
abbreviation-osl = offentlighets- och sekretesslagen

## Keys in lists

keys-title = Tangenter i listorna
keys-lead = Du kan gå igenom en lista med tangentbordet. Tangenterna gäller inte när du skriver i ett fält. Stör de dig, till exempel när du styr datorn med rösten? Byt dem eller stäng av dem.
keys-on = Använd tangenterna
keys-on-hint = Valet gäller i den här webbläsaren.
keys-next = Gå till nästa
keys-previous = Gå till föregående
keys-open = Öppna
keys-tick = Välj eller välj bort
keys-assign = Ge till en handläggare
keys-search = Sök
keys-help = Visa tangenterna
keys-next-short = nästa
keys-previous-short = föregående
keys-open-short = öppna
keys-tick-short = välj
keys-assign-short = ge till någon
keys-search-short = sök
keys-help-short = hjälp
keys-save = Spara
keys-saved = Tangenterna är sparade.
keys-one-key = Skriv en enda tangent.
keys-taken = Tangenten används redan. Välj en annan.
keys-in-list = Tangenter:
keys-are-off = Tangenterna i listan är avstängda.
keys-change = Byt eller stäng av tangenterna
keys-enter = Du kan också gå med Tabb och öppna med Retur.

## Before a log-in ends

log-in-still-there = Är du kvar?
log-in-still-there-why = Du har inte gjort något här på en stund. Vi loggar snart ut dig. Lämnar du datorn, stäng sidan.
log-in-stay = Fortsätt vara inloggad
log-in-ends-title = Snart behöver du logga in igen
log-in-ends-why = Du har varit inloggad länge. Logga in igen, så kan du fortsätta. Det du har skrivit är kvar här på sidan.
log-in-over-title = Du är utloggad
log-in-over-why = Det du har skrivit är kvar här på sidan. Logga in igen och kom sedan tillbaka hit.
log-in-again = Logga in igen i en ny flik
log-in-close = Stäng
log-in-minutes = Du har % minuter kvar.
log-in-seconds = Du har % sekunder kvar.
log-in-not-now = Det gick inte just nu. Försök igen.
log-in-until = Du loggas ut kl. { $time } om du inte öppnar en ny sida före dess. Det du har skrivit är kvar, även om du skickar för sent.

## After log-out
logged-out-title = Du är utloggad
logged-out-text = Din inloggning är avslutad. Stäng gärna fönstret om andra använder samma dator.

## Files that somebody sends
files-take = Vi tar emot { $kinds }.
files-limits = En fil får vara högst { $size } MB. Du kan lägga till { $most } filer.
files-careful = Syns andra ungdomar på bilden? Lägg bara till den om den verkligen behövs.
files-choose = Välj en fil
files-add = Lägg till filen
files-yours = Dina filer
files-size-kb = { $size } kB
files-size-mb = { $size } MB
files-remove = Ta bort
files-added = Filen är tillagd.
files-removed = Filen är borttagen.
files-none-chosen = Välj en fil först. Vill du inte ha med någon fil, gå vidare.
files-empty = Filen är tom. Välj en annan fil.
files-too-large = Filen är större än { $size } MB. Välj en mindre fil.
files-wrong-kind = Vi kan inte ta emot den sortens fil. Välj { $kinds }.
files-virus = Filen kan innehålla virus. Vi har inte sparat den. Välj en annan fil.
files-locked = Filen är låst med lösenord. Ta bort lösenordet, eller välj en annan fil.
files-broken = Filen går inte att öppna. Välj en annan fil.
files-mismatch = Filens namn säger en sak och innehållet en annan. Välj en annan fil, eller spara den på nytt.
files-markup = Vi tar inte emot webbsidor och ritningar (HTML, SVG). Spara filen som PDF, eller ta en skärmbild.
files-archive = Filen är en packad mapp. Packa upp den, och lägg till filerna en i taget.
files-macros = Dokumentet innehåller makron. Spara det utan makron, eller som PDF.
files-program = Filen är ett program. Sådana tar vi inte emot. Välj en annan fil.
files-pixels = Bilden har för många bildpunkter. Välj en mindre bild.
files-held = Vi har inte sökt efter virus i filen än. Den går att öppna när det är gjort.
files-infected = Filen kan innehålla virus. Den går inte att öppna.
files-too-many = Du har redan lagt till { $most } filer. Ta bort en först.
files-cut = Filen kom inte fram hel. Försök igen.
files-page-old = Sidan hade varit öppen länge. Välj filen igen.
files-not-now = Just nu kunde vi inte spara filen. Försök igen om en stund, eller gå vidare utan den.
files-kinds = bilder, ljud, film, PDF, Word och textfiler
