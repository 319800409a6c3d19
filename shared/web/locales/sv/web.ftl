# Texts of the page around every page, of its reusable pieces, and of errors that can happen anywhere.

## Around the page
skip-to-content = Hoppa till innehållet
choose-language = Språk
logged-in-as = Inloggad som
log-out = Logga ut
main-menu = Meny
run-by = Utbildningsförvaltningen ansvarar för Lyssna.
about-lyssna = Om Lyssna
who-may-read = Vem får läsa?
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
remove-filter = Ta bort filtret
more-pages = Fler sidor
newer = Nyare
older = Äldre

## Help. The numbers come from the series kept for fiction; each municipality sets its own.
emergency = Om det är bråttom
emergency-now = Är någon i fara just nu?
emergency-call = Ring 112
worried-about-a-child = Oroar du dig för ett barn eller en ungdom?
social-services-phone = 08-465 004 20
social-services-call = Ring socialjouren
need-help = Behöver du hjälp?
contact-phone = 08-465 004 10
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

## Errors: what happened, what to do, and what became of what you wrote
error-not-found-title = Sidan finns inte
error-not-found-happened = Adressen kan vara felskriven. Sidan kan också vara borttagen, eller så har du inte tillgång till den.
error-not-found-next = Kontrollera adressen eller börja om från startsidan.

error-forbidden-title = Du har inte tillgång till den här sidan
error-forbidden-happened = Du är inloggad, men din roll ger dig inte rätt att se eller göra det här.
error-forbidden-next = Behöver du det i ditt arbete? Prata med din chef.

error-login-title = Du behöver logga in
error-login-happened = Du är inte inloggad, eller så har du varit borta en stund.
error-login-next = Logga in och försök igen.

error-refused-title = Vi tog inte emot det som skickades
error-refused-happened = Det såg ut att komma från en annan webbplats. Därför stoppade vi det.
error-refused-next = Öppna sidan på nytt här i Lyssna och skicka därifrån.

error-conflict-title = Någon annan hann före
error-conflict-happened = Någon ändrade samma sak medan du skrev.
error-conflict-next = Gå tillbaka och läs det nya innan du sparar igen.

error-unreadable-title = Vi kunde inte läsa det du skickade
error-unreadable-happened = Något blev fel på vägen till oss.
error-unreadable-next = Gå tillbaka och skicka igen. Händer det en gång till? Ring oss, så hjälper vi dig.

error-too-large-title = Det du skickade är för stort
error-too-large-happened = Texten eller filen är större än vi kan ta emot.
error-too-large-next = Gå tillbaka och välj en mindre fil, eller dela upp texten. Du kan också skicka utan fil.

error-too-many-title = Många skickar just nu
error-too-many-happened = Vi hinner inte ta emot allt på en gång.
error-too-many-next = Vänta en minut och skicka igen.

error-internal-title = Något gick fel hos oss
error-internal-happened = Felet är vårt. Du har inte gjort något fel.
error-internal-next = Vänta en stund och försök igen.

error-unavailable-title = Lyssna svarar inte just nu
error-unavailable-happened = En del av tjänsten är tillfälligt borta.
error-unavailable-next = Försök igen om en stund. Är det bråttom? Ring oss.

error-written-not-taken = Vi har inte sparat det du skickade. Gå tillbaka i webbläsaren, där står texten oftast kvar. Kopiera den gärna innan du skickar igen.
error-written-unsure = Fick du inget kvitto? Då har vi inte tagit emot det du skickade. Gå tillbaka i webbläsaren, där står texten oftast kvar.
