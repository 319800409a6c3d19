# Texts of the quality pages.

service-name = Kvalitetsarbete
menu-start = Start
menu-organisation = Ansvar
menu-facts = Händelser

## Start
start-title = Kvalitetsarbetet
start-lead = Här ser du vem som ansvarar för vad och vad vi lär oss av det som händer.
start-organisation = Enheterna, cheferna och de som har uppdrag för hela staden. Saknas någon ser du det här.
start-facts = Hur många klagomål som är besvarade och hur många ärenden enligt lex Sarah som är beslutade.
start-never-title = Inga personer ur ärendena
start-never = Kvalitetsarbetet får bara antal och koder. Vad någon har berättat stannar i ärendet.

## Who is responsible
organisation-title = Vem ansvarar för vad?
organisation-lead = Alla ärenden går till den som står här i dag. Är något fel? Säg det till administratören.
organisation-city = För hela staden
unit-active = I drift
unit-notified = Anmäld till IVO { $day }.
unit-not-active = Inte i drift
unit-not-notified = Enheten är inte anmäld till IVO, Inspektionen för vård och omsorg. Den får inte börja förrän anmälan är gjord.
nobody = Ingen ansvarig
nobody-means = Ärenden hit når ingen. Utse någon.
held-since = sedan { $since }
held-until = från { $since } till och med { $until }
role-guardian = Vårdnadshavare
role-youth = Ungdom
role-staff = Personal
role-unit-manager = Gruppchef
role-principal = Rektor
role-school-owner-representative = Huvudmannarepresentant
role-lex-sarah-investigator = Utredare för lex Sarah
role-decision-maker = Beslutsfattare för lex Sarah
role-registrar = Registrator
role-contact-centre = Kontaktcenter
role-archivist = Arkivarie
role-data-protection-officer = Dataskyddsombud
role-administrator = Administratör

## What has been counted
facts-title = Händelser i siffror
facts-lead = Antal per enhet och månad, räknat på den månad då ärendet kom in.
facts-why-fewer = Vi visar inte tal under fem, och då kan det också vara noll. Ett litet tal kan peka ut en person.
facts-month = Månad
facts-complaints-answered = Besvarade klagomål
facts-complaints-settled = Synpunkter, beröm och det som var för någon annan
facts-cases-decided = Beslutade ärenden enligt lex Sarah
fewer-than-five = färre än 5
facts-all-fewer = Färre än 5 av varje slag alla månader det senaste året.
facts-others-fewer = Övriga månader det senaste året: färre än 5 av varje slag.
no-unit = Ingen enhet angiven

## For somebody who has nothing to do here
closed-title = Det här är för dem som arbetar med kvalitet
closed-what = Här följer vi hur korttidstillsynen fungerar och vem som ansvarar för vad.
closed-why = Du är inloggad, men din roll har ingen uppgift på den här sidan.
closed-else = Vill du berätta om något som inte fungerar? Det gör du på sidan för klagomål.
