# The public half, in Somali.
public-review = machine

service-name = Cabasho iyo fikrado

## The start page: what one should know before the first question
start-title = Noo sheeg
start-lead = Wax ma ka khaldan yihiin daryeelka muddada gaaban (KTT)? Wax ma la hagaajin karaa? Mise waxaad rabtaa inaad ammaanto?
start-lead-read = Wax walba waan akhrinnaa, jawaabna waad heleysaa.
start-before-title = Ka hor intaadan qorin
start-who-title = Yaa akhriya?
start-who = Maamulaha goobta ayaa akhriya. Maamulaha iskuulka iyo kuwa baaritaanka sameeya iyaguna way akhrin karaan.
start-when-title = Goorma ayaan jawaab helayaa?
start-when = Rasiidh isla markiiba ayaad heleysaa. Waxaan ku akhrinnaa { $look } waxaana kuugu jawaabnaa { $answer }.
start-when-goals = Kuwani waa yoolalkayaga. Haddii ay ka dheeraato waan kuu sheegaynaa sababta.
start-anonymous-title = Ma qarin karaa magacayga?
start-anonymous = Haa. Qasab maaha inaad sheegto qofka aad tahay. Laakiin wax walba lama qarin karo.
start-anonymous-link = Eeg waxa la arki karo
start-others-title = Yaan kale la xiriiri karaa?
start-others-ivo = Hay'adda kormeerka caafimaadka iyo daryeelka (IVO) ayaa kormeerta daryeelka muddada gaaban.
start-others-school = Ma iskuulka ayay ku saabsan tahay? Markaas Skolinspektionen ayaa kormeerta.
start-others-any-time = Markii aad rabto ayaad la xiriiri kartaa, xitaa haddii aad noo soo qorto.
start-write = Bilow qorista
start-takes = Waxay qaadataa dhowr daqiiqo. Hal su'aal keliya ayaad u baahan tahay inaad ka jawaabto: maxaa dhacay.
start-language = Ku qor luqadda aad rabto.
start-again-title = Waad bilowday qorista
start-go-on = Sii wad qorista
start-thrown-away = Wixii aad qortay waa la tirtiray.
start-over = Tirtir oo mar kale bilow
start-have-receipt = Rasiidh horey ayaan u haystaa
start-have-saved = Waan kaydiyey wixii aan bilaabay
start-log-in = Gal oo arag kiisaskaaga
start-sent-title = Waxaad soo dirtay fariin
start-sent-show = Tus rasiidhka
start-sent-another = Qor fariin cusub
start-hides-title = Waxa la arki karo in kasta oo magacaagu qarsoon yahay
start-hides-kept = Ma kaydinno taleefanka ama kombuyuutarka aad isticmaasho. Laakiin ka fikir waxyaabahan:
start-hides-words = Waxa aad sheegto ayaa keeni kara in qof garto qofka aad tahay.
start-hides-pictures = Sawirku wuxuu muujin karaa meesha iyo goorta la qaaday.
start-hides-phone = Qofka taleefankaaga amaahda ama shabakadda maamula wuu arki karaa inaad halkan joogtay.
start-hides-more = Wax badan ka akhri cidda akhrin karta
start-exit-title = Ma u baahan tahay inaad degdeg uga baxdo bogga?
start-exit = Taabo ”Degdeg uga bax bogga”. Badhanku bog kasta ayuu ku yaal. Wuxuu ku geynayaa bog cimilada ku saabsan.
start-exit-gone = Wixii aad qortay waa la tirtirayaa. Haddii aad kood ku kaydisay weli waan haynaa.
start-exit-history = Browser-ku weli wuu xasuusan karaa inaad halkan joogtay. Tirtir taariikhda haddii aad rabto inaad qariso.

## Time
working-days-one = hal maalin shaqo
working-days-many = { $count } maalmood oo shaqo
day-long = { $weekday } { $day }
weekday-1 = Isniin
weekday-2 = Talaado
weekday-3 = Arbaco
weekday-4 = Khamiis
weekday-5 = Jimce
weekday-6 = Sabti
weekday-7 = Axad
day-in-1 = { $day } Janaayo
day-in-2 = { $day } Febraayo
day-in-3 = { $day } Maarso
day-in-4 = { $day } Abriil
day-in-5 = { $day } Maajo
day-in-6 = { $day } Juun
day-in-7 = { $day } Luulyo
day-in-8 = { $day } Agoosto
day-in-9 = { $day } Sebtembar
day-in-10 = { $day } Oktoobar
day-in-11 = { $day } Nofembar
day-in-12 = { $day } Disembar

## The questions
question-number = Su'aal { $number } oo ka mid ah { $of }

question-not-now = Hadda ma kaydin karin jawaabta. Wixii aad qortay weli way yaallaan. Wax yar sug oo mar kale isku day.

event-question = Maxaa dhacay?
event-hint = Ku sheeg erayadaada. Haddii aad karto qor goorta iyo meesha ay ka dhacday, iyo waxa aad rabto inaan samayno. Luqad kasta waad ku qori kartaa.
event-empty = Noo sheeg waxa dhacay. Dhowr eray ayaa ku filan.
event-too-long = Qoraalku wuxuu leeyahay { $length } xaraf. Ka soo gaabi { $most } xaraf, ama inta kale fayl geli.
event-control = Qoraalka waxaa ku jiray calaamado aan la tusi karin. Waan ka saarnay. Akhri qoraalka oo sii wad.

unit-question = Goobtee ayay ku saabsan tahay?
unit-hint = KTT waa daryeelka muddada gaaban. Markaan goobta ognahay, waan ognahay cidda akhrinaysa. Haddii aadan garanayn annaga ayaa ogaan doonna.
unit-unknown = Ma garanayo, ama wax kale ayay ku saabsan tahay
unit-gone = Goobta aad dooratay liiska kuma jirto hadda. Mid kale dooro.
unit-about-manager = Waxay ku saabsan tahay maamulaha goobta
unit-about-manager-hint = Calaamadee haddii aad ka cabanayso maamulaha. Markaas waxay u tagaysaa madaxa maamulaha. Maamulaha goobtu ma arko.

relation-question = Yaad tahay?
relation-hint = Markaas waan ognahay sida aan kuugu jawaabno. Qasab maaha inaad sheegto.
i-am-guardian = Waalid ama masuul
i-am-youth = Dhallinyaro goobta ku jira
i-am-close-relation = Qaraabo, saaxiib ama god man
i-am-staff = Goobta ayaan ka shaqeeyaa
i-am-other = Qof kale
i-am-unsaid = Ma rabo inaan sheego
relation-gone = Dooro mid ka mid ah.

files-question = Ma rabtaa inaad ku darto sawirro ama faylal?
files-hint = Waxay naga caawin karaan inaan fahamno. Hal fayl mar walba ku dar.
files-sending = Faylka waa la dirayaa: boqolkiiba { $percent }.
files-lost = Xiriirku wuu go'ay. Waan sii wadaynaa marka uu soo noqdo.
files-gone = Fayl ayaa muddo dheer nala joogay. Ka saar faylasha oo mar kale ku dar.
files-too-much = Faylasha oo dhan waa inay isku darka ahaadaan ugu badnaan { $size } MB. Mid ka saar, ama kiiska ku dar markaad dirto ka dib.
files-no-room = Hadda ma qaadan karno faylal kale. Si kastaba waad diri kartaa waxaad qortay, faylashana hadhow ayaad kiiska ku dari kartaa.

contact-question = Sideen kuula soo xiriirnaa?
contact-hint = Haddii aan hayno magac iyo taleefan ama e-mayl, si dhakhso ah ayaan kuu caawin karnaa. E-mayl ayaan soo dirnaa marka jawaab jirto, laakiin kuma qorno waxa ay tahay. La'aantood magacaagu waa qarsoon yahay. Jawaabta halkan ayaad ka akhrisanaysaa, adigoo isticmaalaya koodhka rasiidhka.
contact-name = Magac
contact-email = E-mayl
contact-phone-number = Taleefan
contact-reach = Sideed u rabtaa inaan kuula soo xiriirno?
contact-reach-hint = Tusaale: i soo wac saacadda 15 kadib.
contact-interpreter = Turjubaan ma u baahan tahay?
contact-interpreter-hint = Qor luqadda.
contact-easy-read = Waxaan rabaa jawaab ku qoran iswiidhish fudud
contact-wants-answer = Jawaab ma rabtaa?
contact-wants-yes = Haa
contact-wants-no = Maya, uma baahnidin inaad jawaabtaan
contact-email-odd = Cinwaanka e-maylku sax ma aha. U qor sida magac@tusaale.se.
contact-too-long = Aad ayay u dheer tahay. Qor ugu badnaan { $most } xaraf.
contact-control = Qoraalka waxaa ku jiray calaamado aan la tusi karin. Waan ka saarnay. Hubi oo sii wad.

## Check and send
check-title = Akhri oo dir
check-event = Waxa dhacay
check-unit = Goobta
check-relation = Qofka aad tahay
check-files = Faylal
check-easy-read = Iswiidhish fudud
check-wants-answer = Jawaab ma rabtaa?
check-who-reads-title = Yaa akhriya kan?
check-who-reads = Maamulaha goobta ayaa akhriya. Maamulaha iskuulka iyo kuwa baaritaanka sameeya iyaguna way akhrin karaan.
check-who-reads-above = Madaxa maamulaha ayaa akhriya. Maamulaha goobtu ma arko. Kuwa baaritaanka sameeya iyaguna way akhrin karaan.
check-record = Waxa aad soo dirto wuxuu noqonayaa dukumenti dawladeed. Sir ayaa ilaalisa xogta dadka.
check-send = Dir
check-not-now = Hadda ma qaadan karin. Wax walba oo aad qortay way yaallaan. Wax yar sug oo mar kale dir.
check-staff-title = Ma ka shaqaysaa goobta?
check-staff = Xadgudub waa inaad isla markiiba ku soo sheegtaa adigoo gudaha ku jira (lex Sarah). Cabashadu warbixinta beddel uma noqoto.
check-throw-away = Tirtir wax walba oo aan qoray

## Nothing begun here
gone-title = Halkan ma jiraan wax aad qoritaankooda bilowday
gone-why = Waxa aad bilowday inaad qorto waxaan haynaa { $hours } saacadood. Kadib waan tirtirnaa. Sidoo kale way lumaan haddii aad browser-ka xirto.
gone-cookies = Ma mar walba ayay dhacdaa? Markaas browser-kaagu wuxuu xannibaa cookies. Oggolow, ama na soo wac.
gone-start = Bilow qorista
gone-sent = Horey ma u dirtay? Jawaabta ku akhri koodhka rasiidhkaaga.

## Saving, and coming back to it
save-later = Kaydi oo hadhow sii wad
saved-title = Waxa aad qortay waa la kaydiyey
saved-code = Koodhkaaga aad ku sii wadayso
saved-how = Qoro koodhka. Waxaad kaga sii wadi kartaa taleefan ama kombuyuutar kasta.
saved-until = Waxaan haynaa ilaa { $day }. Kadib waan tirtirnaa.
saved-from-now = Hadda ka dib waan kaydinnaa markaad qorayso.
saved-private = Ma akhrin karno ilaa aad dirto.
saved-lost = Haddii koodhku kaa lumo cidna ma furi karto waxa aad qortay, annaguna ma furi karno.
saved-go-on = Sii wad qorista
saved-close = Ka xir browser-kan
saved-closed = Waxa aad qortay halkan waa ka xiran yihiin. Koodhka ayaa mar kale fura.
saved-at = Waxaa la kaydiyey { $time }.
saved-not-now = Hadda ma kaydin karno. Mar kale ayaan isku dayaynaa.
resume-title = Ka sii wad meeshii aad ka joogsatay
resume-code = Koodhka aad heshay markii aad kaydisay
resume-hint = Koodhku wuxuu leeyahay 25 calaamadood. Meelaha bannaan, jiitinta iyo xarfaha waaweyn ama yaryar macno ma laha.
resume-open = Fur
resume-empty = Qor koodhka aad heshay markii aad kaydisay.
resume-wrong = Wax kuma helin koodhkaas. Hubi. Waxa la kaydiyey waxaan tirtirnaa { $days } maalmood kadib.
resume-sent = Kan horey ayaad u dirtay. Isticmaal koodhka rasiidhka.

## The receipt
receipt-title = Waan helnay wixii aad soo dirtay
receipt-again = Horey ayaa loo diray. Waan haynaa, hal mar keliya. Waa kan rasiidhku.
receipt-when = Waxaan helnay { $when }. Lambarka kiiska:
receipt-save-title = Hadda kaydi koodhka
receipt-save = Koodhka ayaad ku akhrisanaysaa jawaabta, waxna ku sii qoraysaa. Halkan oo keliya ayuu ka muuqdaa. Mar kale ma soo saari karno.
receipt-save-paper = Koodka ayaad jawaabta ku akhrisaa, waxna ku sii qortaa. Mar kale ma soo saari karno. Cid kale ha tusin.
receipt-code = Koodhka rasiidhkaaga
receipt-how-save = Qoro koodhka, shaashadda sawir ka qaad ama bogga daabac. Cid kale ha tusin.
receipt-kept = Koodhka waan kaydsaday
receipt-kept-done = Waa hagaag, koodhka waad kaydsatay.
receipt-kept-why = Koodh la'aan jawaabta ma akhrin kartid. Cidna kuuma soo saari karto, annaguna ma awoodno.
receipt-qr = Sawirka QR wuxuu furayaa bogga aad koodka ku qorto. Koodka laftiisu kuma jiro sawirka.
receipt-pdf = Rasiidhka u kaydi PDF ahaan
receipt-speak = Sida koodhka loo yiraahdo
receipt-speak-how = Isticmaal erayadan markaad koodhka akhrinayso, tusaale ahaan taleefanka.
receipt-next-title = Waxa hadda dhacaya
receipt-next-look = Waxa aad qortay waxaan akhrinaynaa ugu dambayn { $day }.
receipt-next-work = Waxaan ogaanaynaa waxa dhacay. Haddii aan wax dheeraad ah u baahanno waan ku weydiinaynaa.
receipt-next-answer = Jawaab waxaad helaysaa ugu dambayn { $day }. Haddii ay daahdo waan kuu sheegaynaa sababta.
receipt-next-no-answer = Jawaab ma aadan rabin. Weli halkan waad ka arki kartaa marka aan dhammayno.
receipt-back-title = Sida aad ku soo noqonayso
receipt-back = Tag { $address } oo dooro ”Rasiidh horey ayaan u haystaa”. Qor koodhka.
receipt-back-now = Akhri oo wax ku qor kiiskaaga
receipt-here = Rasiidhku browser-kan wuxuu ku jirayaa { $hours } saacadood, ama ilaa aad xirto.
receipt-forget-title = Dad kale ma isticmaalaan isla taleefanka ama kombuyuutarka?
receipt-forget-why = Markaas qari rasiidhka marka aad koodhka kaydsato.
receipt-forget = Qari rasiidhka
receipt-forgotten-title = Rasiidhku waa qarsoon yahay
receipt-forgotten = Qofka hadda bogga fura rasiidhkaaga ma arko.
receipt-forgotten-history = Browser-ku weli wuu xasuusan karaa inaad halkan joogtay. Tirtir taariikhda haddii aad rabto inaad qariso.
receipt-gone-title = Halkan rasiidh ma yaal
receipt-gone-why = Rasiidhku wuxuu ka muuqdaa browser-ka aad ka dirtay oo keliya, muddo kooban.
receipt-gone-have = Koodhka ma haysaa? Markaas kiiskaaga waad akhrin kartaa.
receipt-gone-lost = Koodhka ma ka lumay? Mar kale ma soo saari karno. Na soo wac, si kale ayaan kuu caawinaynaa.
receipt-unhappy-title = Ma ku qanacsanayn sida aan yeelnay?

## Coming back
matter-title = Akhri jawaabta ama wax dheeraad ah qor
matter-code = Koodhka rasiidhka
matter-code-hint = Koodhku wuxuu ku qoran yahay rasiidhkaaga. Wuxuu leeyahay 25 calaamadood. Meelaha bannaan, jiitinta iyo xarfaha waaweyn ama yaryar macno ma laha.
matter-open = Fur kiiska
matter-wrong = Koodhku sax ma aha. Hubi oo mar kale isku day.
matter-empty = Qor koodhka rasiidhka ku yaal.
matter-is-open = Kiis ayaa browser-kan ka furan.
matter-go-on = Kiiska sii wad
matter-lost = Koodhka ma ka lumay? Na soo wac, si kale ayaan kuu caawinaynaa.
matter-ended-title = Mar kale qor koodhka
matter-ended = Muddo ayaad maqnayd. Sidaas darteed kiiska waan xirnay.
matter-kept = Wixii aad qortay way yaallaan. Qor koodhka si aad u dirto.
matter-closed = Kiisku browser-kan waa ka xiran yahay.

dialogue-title = Kiiskaaga
dialogue-number = Lambarka kiiska
dialogue-registration = Lambarka diiwaanka
dialogue-lies-with = Yaa haya arrintaada?
lies-with-manager = Madaxa kooxda ee { $unit }
lies-with-principal = Maamulaha dugsiga ee { $unit }
lies-with-representative = Wakiilka maamulka dugsiga ee { $unit }
dialogue-received = La helay
dialogue-answer-by = Jawaab ugu dambayn
dialogue-messages = Waxa aan isu qornay
dialogue-you = Adiga
dialogue-we = Annaga
dialogue-answer = Jawaabta cabashadaada
dialogue-files = Faylal
dialogue-write = Wax dheeraad ah noo soo qor
dialogue-write-hint = Waan akhrinaynaa, jawaabtuna halkan ayay imanaysaa.
dialogue-send = Dir
dialogue-sent = Waxa aad qortay waan helnay.
dialogue-empty = Marka hore wax qor.
dialogue-too-long = Qoraalku wuxuu leeyahay { $length } xaraf. Ka soo gaabi { $most } xaraf, ama kala qaybi.
dialogue-control = Qoraalka waxaa ku jiray calaamado aan la tusi karin. Waan ka saarnay. Akhri qoraalka oo mar kale dir.
dialogue-open-until = Kiiska halkan waxaan ka xiraynaa saacadda { $time } haddii aadan waxba samayn. Ma gaari weyday inaad dirto? Markaas koodhka mar kale ayaan weydiinaynaa, qoraalkuna wuu yaal.
dialogue-unhappy-title = Ma ku qanacsanayn jawaabta?
dialogue-unhappy = Halkan noogu qor, waan akhrinaynaa. Cid kale ayaad sidoo kale u jeesan kartaa.
dialogue-end-title = Marka aad dhammayso
dialogue-to-answer = Tag jawaabta
letter-link = Jawaabta oo warqad ah (PDF)
letter-unhappy = Naga soo wac { $phone }, ama mar kale ku qor arrintaada.
dialogue-misconduct = Kiiska waxaa sidoo kale lagu maamulaa xeerarka xadgudubka.
dialogue-words = Farriintaada
dialogue-end = Xir kiiska
dialogue-not-now = Hadda ma qaadan karin. Wixii aad qortay way yaallaan. Wax yar sug oo mar kale dir.

dialogue-file = Fayl ku dar
dialogue-steps = Halka aan marayno
step-received = Waan helnay wixii aad soo dirtay.
step-registered = Waan diiwaangelinnay.
step-handled = Waan bilownay inaan ka shaqayno.
step-answered = Jawaab ayaad heshay.
step-closed = Kiiska waan dhammaynay.

told-received = Waan helnay wixii aad soo dirtay.
told-registered = Wixii aad soo dirtay waa la diiwaangeliyey. Dhowaan ayaan ka bilaabaynaa shaqada.
told-handled = Waan ka shaqaynaynaa wixii aad soo dirtay.
told-answered = Jawaab ayaad heshay.
told-closed = Kiisku wuu dhammaaday. Weli halkan waad noo soo qori kartaa.
told-redirected = Waxaan u gudbinnay cidda masuulka ka ah.

## For those who are logged in
own-title = Kiisaskayga
own-lead = Waa kuwan waxa aad dirtay adigoo gudaha ku jira. Koodh uma baahnid.
own-none = Weli waxba ma dirin adigoo gudaha ku jira.
own-write = Noo soo qor
own-received = Waan helnay kiiskaaga { $number }.
own-when = Waxaan ku akhrinnaa { $look } waxaana kuugu jawaabnaa { $answer }.
own-whom = Yay ku saabsan tahay?
own-alone = Dhallinyaro ma tahay? Markaas adiga oo keliya ayaa jawaabta helaya. Waalidkaagu halkan kuma arko.
own-email-hint = E-mayl ayaan soo dirnaa marka jawaab jirto, laakiin kuma qorno waxa ay tahay. Jawaabta halkan ayaad ka akhrisanaysaa, adigoo gudaha ku jira.
own-files-after = Ma rabtaa inaad dirto sawirro ama faylal kale? Ku dar marka aad qoraalka dirto ka dib.

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
