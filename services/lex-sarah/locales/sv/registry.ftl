# What a registrar does: checks what stands in the diary.

nav-registry = Registratur
registry-title = Registratur
registry-lead = De här rapporterna har systemet fört in i diariet. Kontrollera att raden och sekretessmarkeringen stämmer. Den äldsta står överst.
registry-none = Inget väntar på registratorn.
registry-checked = Kontrollerade
registry-date = Registrerad
no-secrecy-mark = Ingen markering
check_registration-title = Kontrollera raden i diariet
check_registration-lead = Du ser bara det som står i diariet, inte vad rapporten handlar om. Numret och dagen ändras inte.
check_registration-line = Rad i diariet
check_registration-line-hint = Diariet är öppet för alla. Välj en rad som inte avslöjar något.
check_registration-mark = Sekretessmarkering
check_registration-mark-hint = En markering varnar. Den avgör inte om något är hemligt.
check_registration-send = Spara som kontrollerad
check_registration-meanwhile = Någon annan har kontrollerat raden. Så här står den nu. Välj igen om den ska vara annorlunda.

fault-check_registration-line-missing = Välj en rad
fault-check_registration-mark-missing = Välj en markering, eller ingen
