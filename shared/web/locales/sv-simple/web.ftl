# What is around every page, in easy Swedish: one thing a sentence, everyday words.
web-review = machine

## Around the page
language-name = Lätt svenska
day-and-time = { $day } klockan { $time }
exit-now = Lämna sidan snabbt
skip-to-content = Hoppa till innehållet
choose-language = Språk
logged-in-as = Inloggad som
log-out = Logga ut
main-menu = Meny
run-by = { $who } har ansvar för Lyssna.
about-lyssna = Om Lyssna
who-may-read = Vem får läsa?
personal-data = Person-uppgifter
accessibility = Tillgänglighet
to-start = Till startsidan
development-banner = Det här är bara ett prov. Alla personer är påhittade.

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
kept-why = Sidan var öppen för länge. Därför kunde vi inte ta emot det.
kept-send = Allt finns kvar. Skicka igen.
kept-log-in = Logga in igen. Det öppnas en ny flik.
kept-then-send = Kom sedan tillbaka hit och skicka igen.
kept-all-goes-along = Allt du skrev följer med. Har du valt en fil? Välj den igen.
send-again = Skicka igen
connection-lost = Du har inget nät nu. Det du skrev finns kvar här. Tryck igen när nätet kommer tillbaka.
connection-back = Nätet är tillbaka. Nu kan du trycka igen.

## Errors: what happened, what to do, and what became of what was written
error-not-found-title = Sidan finns inte
error-not-found-happened = Adressen kan vara fel. Sidan kan vara borta. Du kanske inte får se den.
error-not-found-next = Titta på adressen. Du kan också börja om från början.

error-forbidden-title = Du får inte se den här sidan
error-forbidden-happened = Du är inloggad. Men du får inte se eller göra det här.
error-forbidden-next = Behöver du det när du arbetar? Prata med din chef.

error-login-title = Du måste logga in
error-login-happened = Du är inte inloggad. Du kanske har varit borta en stund.
error-login-next = Logga in och försök igen.

error-refused-title = Vi tog inte emot det du skickade
error-refused-happened = Det såg ut att komma från en annan sida. Därför stoppade vi det.
error-refused-next = Öppna sidan igen här i Lyssna. Skicka sedan därifrån.

error-conflict-title = Någon annan hann före
error-conflict-happened = Någon annan ändrade samma sak som du.
error-conflict-next = Gå tillbaka. Öppna sidan igen. Se vad som är nytt.

error-unreadable-title = Vi kunde inte läsa det
error-unreadable-happened = Något blev fel när du skickade.
error-unreadable-next = Gå tillbaka. Skicka igen. Blir det fel en gång till? Ring oss. Vi hjälper dig.

error-too-large-title = Det är för stort
error-too-large-happened = Texten eller filen är för stor för oss.
error-too-large-next = Gå tillbaka. Välj en mindre fil. Du kan också skicka utan fil.

error-too-slow-title = Det kom inte fram i tid
error-too-slow-happened = Nätet är för långsamt just nu. Vi fick inte allt.
error-too-slow-next = Gå tillbaka. Skicka igen där nätet är bättre. Du kan också skicka utan fil.

error-too-many-title = Många skickar just nu
error-too-many-happened = Vi kan inte ta emot allt på en gång.
error-too-many-next = Vänta en minut. Skicka igen.

error-internal-title = Något gick fel
error-internal-happened = Det var vårt fel. Du har inte gjort fel.
error-internal-next = Vänta lite. Försök igen.

error-unavailable-title = Lyssna svarar inte just nu
error-unavailable-happened = En del av Lyssna fungerar inte just nu.
error-unavailable-next = Försök igen om en stund. Är det bråttom? Ring oss.

error-written-not-taken = Vi har inte sparat det du skickade. Gå tillbaka. Då finns texten ofta kvar. Kopiera texten.
error-written-unsure = Fick du ett kvitto? Om inte har vi inte fått det. Gå tillbaka. Då finns texten ofta kvar.

## About Lyssna
about-lead = Här kan du berätta om korttids-tillsynen. Vi lyssnar.
about-what = Korttids-tillsyn kallas också KTT. Ungdomar kan vara där före skolan, efter skolan och på lov. Det är för ungdomar över 12 år med funktions-nedsättning. De har rätt till stöd enligt en lag. Den heter lagen om stöd och service till vissa funktionshindrade (LSS).
about-use = Vi använder det du berättar. Vi rättar fel och gör tillsynen bättre.
about-other-ways-title = Vill du hellre prata med någon?
about-other-ways = Du kan ringa. Du kan skriva brev. Du kan säga det till personalen.

## Who may read
secrecy-lead = Bara de som arbetar med ditt ärende får läsa.
secrecy-log-title = Vi ser vem som läser
secrecy-log = Vi sparar vem som har läst. Vi sparar också när.
secrecy-locked-title = Vi låser det du skickar
secrecy-locked = Vi låser texten och filerna. Den som stjäl våra datorer kan inte läsa dem.
secrecy-mail-title = Våra mejl berättar inget
secrecy-mail = I mejlet står bara att något väntar på dig. Du läser det här.
secrecy-record-title = Sekretess skyddar dig
secrecy-record = Det du skickar sparar kommunen. Någon kan fråga om de får läsa det. Då kontrollerar vi varje ord. Det som handlar om personer skyddar vi.
secrecy-anonymous-title = Om du inte säger vem du är
secrecy-anonymous = Vi sparar inte vilken mobil eller dator du har. Men någon kan förstå vem du är av det du berättar. Den som har samma mobil eller nät kan se att du var här.

## The accessibility statement (lag 2018:1937). Who is responsible, the days and the addresses are each municipality's to set.
accessibility-lead = Alla ska kunna använda Lyssna. Här står vad som är bra och vad som är svårt.
accessibility-who-title = Vem ansvarar
accessibility-who = { $authority } ansvarar för tjänsten Lyssna, { $service }.
accessibility-how-far-title = Så tillgänglig är tjänsten
accessibility-how-far = Lyssna följer en del av lagen om tillgänglighet. Vi försöker följa reglerna WCAG 2.2, nivå AA.
accessibility-not-title = Det här är inte bra än
accessibility-not-people = Ingen som använder hjälpmedel har provat alla sidor. Något kan vara svårt.
accessibility-not-languages = En dator har översatt till arabiska, somaliska och lätt svenska. Ingen har kontrollerat orden än.
accessibility-not-files = Du kan få bilder, ljud och film av oss. De kan sakna beskrivning. Fråga oss, så berättar vi.
accessibility-no-burden = Vi har inte hoppat över något för att det är för dyrt (12 § i lagen).
accessibility-outside = Lagen gäller inte filer som andra har skickat (9 §).
accessibility-tested-title = Så har vi provat
accessibility-tested = Vi har provat själva. Vi har provat utan mus, utan skript, med stor text och med programmet axe.
accessibility-tested-on = Senaste bedömningen: { $day }.
accessibility-updated-on = Den här redogörelsen uppdaterades { $day }.
accessibility-obstacle-title = Är något svårt att använda?
accessibility-obstacle = Berätta för oss. Då hjälper vi dig på ett annat sätt. Vi rättar felet.
accessibility-write = Skriv till
accessibility-phone = Vill du prata med oss?
accessibility-supervisor-title = De som kontrollerar oss
accessibility-supervisor = Digg kontrollerar att vi följer lagen. Digg är Myndigheten för digital förvaltning. Är du inte nöjd med oss? Då kan du säga det till dem.
accessibility-supervisor-link = Säg till Digg

## What short words stand for

abbreviations = Korta ord
abbreviation-imy = Integritetsskydds-myndigheten
abbreviation-ivo = Inspektionen för vård och omsorg
abbreviation-ktt = korttids-tillsyn
abbreviation-lss = lagen om stöd och service till vissa funktionshindrade
abbreviation-wcag = regler för webb-sidor som alla kan använda
abbreviation-osl = offentlighets- och sekretess-lagen

## Keys in lists

keys-title = Tangenter i listorna
keys-lead = Du kan gå igenom en lista med en tangent i taget. Tangenterna gör inget när du skriver i ett fält. Stör de dig? Byt dem eller stäng av dem.
keys-on = Använd tangenterna
keys-on-hint = Valet gäller i den här webbläsaren.
keys-next = Gå till nästa
keys-previous = Gå tillbaka ett steg
keys-open = Öppna
keys-tick = Välj eller välj bort
keys-assign = Ge till någon
keys-search = Sök
keys-help = Visa tangenterna
keys-next-short = nästa
keys-previous-short = tillbaka
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
keys-are-off = Tangenterna är avstängda.
keys-change = Byt eller stäng av tangenterna
keys-enter = Du kan också gå med Tabb och öppna med Retur.

## Before a log-in ends

log-in-still-there = Är du kvar?
log-in-still-there-why = Du har inte gjort något på en stund. Snart loggar vi ut dig. Går du från datorn? Stäng sidan.
log-in-stay = Fortsätt vara inloggad
log-in-ends-title = Snart måste du logga in igen
log-in-ends-why = Du har varit inloggad länge. Logga in igen, så kan du fortsätta. Det du har skrivit är kvar.
log-in-over-title = Du är utloggad
log-in-over-why = Det du har skrivit är kvar på sidan. Logga in igen. Kom sedan tillbaka hit.
log-in-again = Logga in igen i en ny flik
log-in-close = Stäng
log-in-minutes = Du har % minuter kvar.
log-in-seconds = Du har % sekunder kvar.
log-in-not-now = Det gick inte nu. Försök igen.
log-in-until = Du loggas ut kl. { $time } om du inte öppnar en ny sida. Det du skriver försvinner inte.

## After log-out
logged-out-title = Du är utloggad
logged-out-text = Nu är du utloggad. Har andra samma dator? Stäng fönstret.

## Files that somebody sends
files-take = Du kan skicka { $kinds }.
files-limits = Filen får vara högst { $size } MB. Du får skicka { $most } filer.
files-careful = Syns andra ungdomar på bilden? Skicka den bara om den behövs.
files-choose = Välj en fil
files-add = Lägg till filen
files-yours = Dina filer
files-size-kb = { $size } kB
files-size-mb = { $size } MB
files-remove = Ta bort
files-added = Filen är tillagd.
files-removed = Filen är borta.
files-none-chosen = Välj en fil först. Vill du inte skicka någon fil? Gå vidare.
files-empty = Filen är tom. Välj en annan fil.
files-too-large = Filen är för stor. Den får vara högst { $size } MB. Välj en mindre fil.
files-wrong-kind = Vi kan inte ta emot den filen. Välj { $kinds }.
files-virus = Det kan finnas virus i filen. Vi har inte sparat den. Välj en annan fil.
files-locked = Filen är låst med lösenord. Ta bort lösenordet. Du kan också välja en annan fil.
files-broken = Filen går inte att öppna. Välj en annan fil.
files-mismatch = Något stämmer inte med filen. Välj en annan fil.
files-markup = Vi kan inte ta emot webbsidor. Ta en bild av sidan, eller spara den som PDF.
files-archive = Filen är en packad mapp. Öppna mappen. Lägg till en fil i taget.
files-macros = Dokumentet har små program i sig. Spara det som PDF och försök igen.
files-program = Filen är ett program. Vi tar inte emot program. Välj en annan fil.
files-pixels = Bilden är för stor. Välj en mindre bild.
files-held = Vi söker efter virus i filen. Du kan öppna den sedan.
files-infected = Filen kan ha virus. Den går inte att öppna.
files-too-many = Du har redan { $most } filer. Ta bort en först.
files-cut = Hela filen kom inte fram. Försök igen.
files-page-old = Sidan var öppen för länge. Välj filen igen.
files-not-now = Det gick inte att spara filen nu. Försök igen om en stund. Du kan också gå vidare utan fil.
files-kinds = bilder, ljud, film, PDF, Word och textfiler
