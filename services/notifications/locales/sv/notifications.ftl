# Texts of the delivery overview.

service-name = Utskick

overview-title = Utskick
overview-lead = Här ser du om mejlen kommer fram. Du ser aldrig adresser och aldrig vad ett ärende gäller.
none = Inget just nu.

waiting-title = Väntar
waiting-none = Inget mejl väntar.
waiting-number = Mejl som väntar: { $number }.
waiting-since = Det äldsta har väntat sedan { $when }.

untold-title = Ingen fick veta
untold-lead = Något väntar i de här ärendena, men den som skulle få veta det saknas. Rätta registret, säg till dem det gäller på annat sätt och bocka sedan av.
untold-nobody = Ingen har rollen eller får meddelas
untold-no-address = Någon saknar e-postadress i registret

refused-title = Kom inte fram
refused-lead = Mottagarens mejlserver sa nej för gott. Vi försöker aldrig med någon annan adress. Se till att personen får veta på annat sätt och bocka sedan av. Om felet låg hos oss eller i mejlservern och är rättat kan du skicka igen till samma adress.
refused-whose-outside = Någon som inte arbetar här
refused-status = Mejlservern svarade { $status }
refused-unusable = Adressen går inte att skriva till
send-again = Skicka igen
tick-off = Bocka av

hours-title = Senaste dygnet, timme för timme
hours-none = Inget mejl har gått iväg det senaste dygnet.

column-case = Ärende
column-occasion = Om vad
column-when = När
column-why = Varför
column-whose = Vems adress
column-said = Vad som hände
column-do = Gör nu
column-hour = Timme
column-sent = Skickade
column-refused = Kom inte fram

occasion-new-matter = Ett nytt ärende väntar
occasion-task-waits = Något väntar på någon
occasion-new-message = Ett nytt meddelande
occasion-answer-ready = Ett svar finns
occasion-received = Det är mottaget
occasion-decided = Något nytt att läsa
occasion-target-nears = Vårt eget mål är nära
occasion-target-passed = Vårt eget mål har passerat
occasion-absence = Ersättare vid frånvaro

## For somebody who has nothing to do here
closed-title = Härifrån skickas mejlen
closed-what = Den här delen av Lyssna mejlar när något väntar på dig. Mejlen säger aldrig vad det gäller.
closed-why = Du är inloggad, men det finns inget för dig att göra här.
closed-else = Det som väntar på dig hittar du genom länken i mejlet.
