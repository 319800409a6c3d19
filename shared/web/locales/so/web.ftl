# What is around every page, in Somali.
web-review = machine

## Around the page
language-name = Soomaali
day-and-time = { $day } saacadda { $time }
exit-now = Degdeg uga bax bogga
skip-to-content = U bood nuxurka
choose-language = Luqad
logged-in-as = Waxaad u gashay sidii
log-out = Ka bax
main-menu = Liiska
run-by = { $who } ayaa masuul ka ah Lyssna.
about-lyssna = Ku saabsan Lyssna
who-may-read = Yaa akhrin kara?
personal-data = Xogta shakhsiga
accessibility = Helitaanka
to-start = Bogga hore
development-banner = Kani waa goob tijaabo. Dadka iyo kiisaska oo dhan waa been abuur.

## Pieces
back = Dib u noqo
continue = Sii wad
change = Beddel
optional = ikhtiyaari
not-given = Lama sheegin
fault-prefix = Khalad:
check-this-first = Marka hore kan hubi
filter = Shaandhee
filter-show = Muuji
filter-any = Dhammaan
filter-on = Shaandhooyinka shaqaynaya
remove-filter = Ka saar shaandhada
more-pages = Bogag kale
newer = Cusub
older = Hore

## Help. The numbers are settings.
emergency = Haddii ay degdeg tahay
emergency-now = Qof ma halis ayuu hadda ku jiraa?
emergency-call = Wac 112
worried-about-a-child = Ma ka walaacsan tahay carruur ama dhallinyaro?
social-services-call = Wac gargaarka adeegga bulshada
need-help = Caawimaad ma u baahan tahay?
contact-call = Naga soo wac

## A form that could not be taken as it came
what-you-wrote = Waxa aad qortay
kept-title = Waxa aad qortay way yaallaan
kept-why = Boggu muddo dheer ayuu furnaa. Sidaas darteed ma qaadan karin waxa aad dirtay.
kept-send = Waxba ma lumin. Mar kale dir, waan qaadanaynaa.
kept-log-in = Mar kale gal. Wuxuu ka furmayaa bog cusub.
kept-then-send = Kadib halkan ku soo noqo oo mar kale dir.
kept-all-goes-along = Wax walba oo aad buuxisay way raacayaan markaad mar kale dirto. Haddii aad fayl dooratay, mar kale dooro.
send-again = Mar kale dir
connection-lost = Hadda ma lihid xiriir internet. Wixii aad qortay weli halkan ayay yaallaan. Mar kale riix marka xiriirku soo noqdo.
connection-back = Xiriirkii wuu soo noqday. Hadda mar kale ayaad riixi kartaa.

## Errors: what happened, what to do, and what became of what was written
error-not-found-title = Boggu ma jiro
error-not-found-happened = Cinwaanka waa laga yaabaa inuu khaldan yahay. Bogga waa laga yaabaa in la tirtiray, ama aadan u lahayn ogolaansho.
error-not-found-next = Hubi cinwaanka ama ka bilow bogga hore.

error-forbidden-title = Bogga ogolaansho uma lihid
error-forbidden-happened = Waad gashay, laakiin doorkaagu kuuma oggola inaad aragto ama samayso kan.
error-forbidden-next = Ma u baahan tahay shaqadaada? La hadal maamulahaaga.

error-login-title = Waa inaad gasho
error-login-happened = Ma aadan gelin, ama muddo ayaad maqnayd.
error-login-next = Gal oo mar kale isku day.

error-refused-title = Ma aanan qaadan waxa la soo diray
error-refused-happened = Wuxuu u ekaa inuu ka yimid bog kale. Sidaas darteed waan joojinnay.
error-refused-next = Bogga mar kale ka fur halkan Lyssna oo ka dir.

error-conflict-title = Qof kale ayaa kaa hormaray
error-conflict-happened = Qof ayaa isla waxaas beddelay intaad ku jirtay.
error-conflict-next = Dib u noqo, bogga mar kale fur oo eeg waxa isbeddelay. Kadib samee waxa aad rabtay.

error-unreadable-title = Ma akhrin karin waxa aad dirtay
error-unreadable-happened = Wax baa ka khaldamay jidka.
error-unreadable-next = Dib u noqo oo mar kale dir. Mar kale ma dhacday? Na soo wac, waan ku caawinaynaa.

error-too-large-title = Waxa aad dirtay aad ayuu u weyn yahay
error-too-large-happened = Qoraalka ama faylku wuu ka weyn yahay inta aan qaadan karno.
error-too-large-next = Dib u noqo oo dooro fayl ka yar, ama qoraalka kala qaybi. Fayl la'aan ayaad sidoo kale ku diri kartaa.

error-too-slow-title = Waqtigii kuma soo gaarin
error-too-slow-happened = Isku xirka hadda aad ayuu u gaabis yahay. Ma helin wax kasta oo aad dirtay.
error-too-slow-next = Dib u noqo oo mar kale dir, haddii ay suurtagal tahay meel isku xirku ka fiican yahay. Fayl la'aan ayaad sidoo kale ku diri kartaa.

error-too-many-title = Dad badan ayaa hadda diraya
error-too-many-happened = Wax walba isku mar ma qaadan karno.
error-too-many-next = Daqiiqad sug oo mar kale dir.

error-internal-title = Wax baa naga khaldamay
error-internal-happened = Khaladku waa kayaga. Adigu wax khalad ah ma samayn.
error-internal-next = Wax yar sug oo mar kale isku day.

error-unavailable-title = Lyssna hadda ma jawaabayso
error-unavailable-happened = Qayb adeegga ka mid ah ayaa hadda maqan.
error-unavailable-next = Waxyar kadib isku day. Ma degdeg baa? Na soo wac.

error-written-not-taken = Ma aanan kaydin waxa aad dirtay. Browser-ka dib uga noqo, qoraalku badanaa wuu yaal. Koobi garee ka hor intaadan bogga mar kale furin.
error-written-unsure = Rasiidh ma aadan helin? Markaas ma aanan helin waxa aad dirtay. Browser-ka dib uga noqo, qoraalku badanaa wuu yaal.

## About Lyssna
about-lead = Halkan waxaad nooga sheegi kartaa daryeelka muddada gaaban, waan ku dhegeysanaynaa.
about-what = Daryeelka muddada gaaban (korttidstillsyn, KTT) waa daryeel ka horreeya iyo ka dambeeya iskuulka iyo fasaxyada. Waxaa loogu talagalay dhallinyarada ka weyn 12 sano ee xaq u leh taageero sida LSS, sharciga Iswiidhan ee taageerada iyo adeegga dadka naafada ah qaarkood.
about-use = Waxa aad sheegto waxaan u isticmaalnaa inaan khaladaadka saxno, daryeelkana hagaajinno.
about-other-ways-title = Ma jeclaan lahayd inaad qof la hadasho?
about-other-ways = Waad soo wici kartaa, warqad qori kartaa ama shaqaalaha u sheegi kartaa.

## Who may read
secrecy-lead = Kuwa kiiskaaga ka shaqeeya oo keliya ayaa akhrin kara waxa aad qorto.
secrecy-log-title = Waan aragnaa cidda akhrida
secrecy-log = Mar kasta oo qof kiiskaaga furo waxaan kaydinnaa qofka iyo goorta.
secrecy-locked-title = Waxa aad soo dirto waan xirnaa
secrecy-locked = Qoraalka iyo faylasha waan xirnaa ka hor intaannan kaydin. Qofka kombuyuutarradayada keliya gaara ma akhrin karo.
secrecy-mail-title = E-maylladayadu kiiska waxba kama sheegaan
secrecy-mail = E-maylkayaga waxaa ku qoran oo keliya in wax ku sugayaan. Waxaad akhrisaa markaad kiiska halkan ka furto.
secrecy-record-title = Sirta ayaa ku ilaalisa
secrecy-record = Waxa aad soo dirto wuxuu noqonayaa dukumenti dawladeed. Qof ayaa codsan kara inuu akhriyo. Markaas marka hore xog kasta waan hubinnaa, xogta dadkana sir ayaa ilaalisa.
secrecy-anonymous-title = Haddii aadan sheegin qofka aad tahay
secrecy-anonymous = Ma kaydinno kombuyuutarka ama taleefanka aad wax ka dirto. Laakiin waxa aad sheegto ayaa keeni kara in qof garto qofka aad tahay. Qofka isla taleefanka ama shabakadda isticmaala wuu arki karaa inaad bogga booqatay.

## The accessibility statement (lag 2018:1937). Who is responsible, the days and the addresses are each municipality's to set.
accessibility-lead = Qof walba waa inuu Lyssna isticmaali karo. Halkan waxaan ku sheegaynaa inta aan gaarnay, iyo waxa aad samayso haddii wax adag yihiin.
accessibility-who-title = Yaa masuul ah
accessibility-who = { $authority } ayaa masuul ka ah adeegga Lyssna, { $service }.
accessibility-how-far-title = Inta adeegga la heli karo
accessibility-how-far = Lyssna qayb ahaan waxay waafaqsan tahay sharciga helitaanka adeegga dadweynaha ee dhijitaalka ah. Waxaan u dhisnaa sida WCAG 2.2, heerka AA. Kuwaasi waa tilmaamo caalami ah.
accessibility-not-title = Waxa dhiman
accessibility-not-people = Qof isagu isticmaala qalabka caawinta weli ma tijaabin bogagga oo dhan. Waxaa jiri kara caqabado aynaan ogayn.
accessibility-not-languages = Qoraallada Carabiga, Soomaaliga iyo Iswiidhishka fudud weli ma akhrin qof afkiisa hooyo yahay.
accessibility-not-files = Sawirrada, codka iyo filimka aan kiis kuugu dirno sharraxaad ayay ka maqnaan kartaa. Na weydii, waan kuu sheegaynaa.
accessibility-no-burden = Waxba kama reebin annagoo leh culays aan macquul ahayn (qodobka 12 ee sharciga).
accessibility-outside = Faylasha ay cid kale soo dirtay sharciga kuma jiraan (qodobka 9).
accessibility-tested-title = Sida aan u tijaabinnay
accessibility-tested = Adeegga annaga ayaa baarnay. Waxaan ku tijaabinnay kiiboodh, iskiribti la'aan, qoraal la weyneeyey iyo barnaamijka axe.
accessibility-tested-on = Qiimayntii ugu dambaysay: { $day }.
accessibility-updated-on = Bayaankan waxaa la cusboonaysiiyey { $day }.
accessibility-obstacle-title = Wax ma adag yihiin in la isticmaalo?
accessibility-obstacle = Noo sheeg. Si kale ayaan kuu caawinaynaa, khaladkana waan saxaynaa.
accessibility-write = U qor
accessibility-phone = Ma doorbidaysaa inaad nala hadasho?
accessibility-supervisor-title = Kormeerka
accessibility-supervisor = Hay'adda maamulka dhijitaalka (Digg) ayaa kormeerta sharciga. Ma ku qanacsanayn sida aan u maaraynay waxa aad sheegtay? Markaas iyaga ayaad u sheegi kartaa.
accessibility-supervisor-link = U sheeg Digg helitaanka liita

## What short words stand for

abbreviations = Eray gaaban
abbreviation-imy = Hay’adda ilaalinta asturnaanta
abbreviation-ivo = Kormeerka daryeelka iyo xannaanada
abbreviation-ktt = daryeelka muddada gaaban (korttidstillsyn)
abbreviation-lss = sharciga taageerada iyo adeegga dadka naafada ah qaarkood
abbreviation-wcag = tilmaamaha nuxurka webka ee qof walba heli karo
abbreviation-osl = sharciga furfurnaanta iyo sirta

## Keys in lists

keys-title = Furayaasha liisaska
keys-lead = Liis waxaad ku dhex mari kartaa hal fure markiiba. Furayaashu waxba ma qabtaan markaad wax ku qorayso goob. Beddel ama dami haddii ay ku dhibaan.
keys-on = Isticmaal furayaasha
keys-on-hint = Doorashadu waxay u tahay browser-kan.
keys-next = U gudub ka xiga
keys-previous = Ku noqo kii hore
keys-open = Fur
keys-tick = Dooro ama ka noqo
keys-assign = Sii qof
keys-search = Raadi
keys-help = Tus furayaasha
keys-next-short = ka xiga
keys-previous-short = kii hore
keys-open-short = fur
keys-tick-short = dooro
keys-assign-short = sii qof
keys-search-short = raadi
keys-help-short = caawin
keys-save = Kaydi
keys-saved = Furayaasha waa la kaydiyay.
keys-one-key = Qor hal fure oo keliya.
keys-taken = Furahan waa la isticmaalaa. Mid kale dooro.
keys-in-list = Furayaasha:
keys-are-off = Furayaashu way dansan yihiin.
keys-change = Beddel ama dami furayaasha
keys-enter = Waxaad sidoo kale ku socon kartaa Tab, kuna furi kartaa Enter.

## Before a log-in ends

log-in-still-there = Weli ma joogtaa?
log-in-still-there-why = In muddo ah waxba halkan kama qaban. Dhowaan waan kaa saaraynaa. Haddii aad kombiyuutarka ka tagto, xir bogga.
log-in-stay = Sii ahow qof soo galay
log-in-ends-title = Dhowaan waa inaad mar kale gasho
log-in-ends-why = Muddo dheer ayaad ku jirtay. Mar kale gal si aad u sii wadato. Waxa aad qortay bogga ayay ku yaallaan.
log-in-over-title = Waad ka baxday
log-in-over-why = Waxa aad qortay bogga ayay ku yaallaan. Mar kale gal, kadibna halkan ku soo noqo.
log-in-again = Mar kale ka gal bog cusub
log-in-close = Xir
log-in-minutes = Daqiiqadaha haray: %
log-in-seconds = Ilbiriqsiyada haray: %
log-in-not-now = Hadda ma suurtagalin. Mar kale isku day.
log-in-until = Waxaa lagaa saarayaa saacadda { $time } haddii aadan bog cusub furin ka hor. Haddii aad foom goor dambe dirto, waxa aad qortay ma lumaan.

## After log-out
logged-out-title = Waad ka baxday
logged-out-text = Gelitaankaagu wuu dhammaaday. Xir daaqadda haddii dad kale isla kombuyuutarka isticmaalaan.

## Files that somebody sends
files-take = Waxaan qaadannaa { $kinds }.
files-limits = Faylku ugu badnaan waa { $size } MB. Waxaad ku dari kartaa { $most } fayl.
files-careful = Dhallinyaro kale ma ka muuqdaan sawirka? Ku dar keliya haddii dhab ahaan loo baahan yahay.
files-choose = Dooro fayl
files-add = Ku dar faylka
files-yours = Faylalkaaga
files-size-kb = { $size } kB
files-size-mb = { $size } MB
files-remove = Ka saar
files-added = Faylka waa lagu daray.
files-removed = Faylka waa la saaray.
files-none-chosen = Marka hore fayl dooro. Haddii aadan rabin fayl, sii wad.
files-empty = Faylku waa madhan yahay. Fayl kale dooro.
files-too-large = Faylku wuu ka weyn yahay { $size } MB. Dooro mid ka yar.
files-wrong-kind = Fayl noocaas ah ma qaadan karno. Dooro { $kinds }.
files-virus = Faylku wuxuu yeelan karaa fayras. Ma aanan kaydin. Fayl kale dooro.
files-locked = Faylku wuxuu ku xiran yahay ereysir. Ka saar ereysirta, ama fayl kale dooro.
files-broken = Faylka lama furi karo. Fayl kale dooro.
files-mismatch = Magaca faylka iyo waxa ku jira isma waafaqsana. Dooro fayl kale, ama mar kale kaydi.
files-markup = Ma qaadno bogag internet iyo sawirro SVG ah. U kaydi PDF, ama sawir ka qaad shaashadda.
files-archive = Faylku waa gal la isku duubay. Fur, kadibna faylasha mid mid u raaci.
files-macros = Dukumeentigu wuxuu leeyahay makro. Ku kaydi makro la'aan, ama PDF ahaan.
files-program = Faylku waa barnaamij. Ma qaadno barnaamijyo. Dooro fayl kale.
files-pixels = Sawirku aad buu u weyn yahay. Dooro sawir ka yar.
files-held = Weli faylka fayras kama baarin. Waa la furi karaa marka la baaro.
files-infected = Faylka waxaa ku jiri kara fayras. Lama furi karo.
files-too-many = Horey ayaad ugu dartay { $most } fayl. Marka hore mid ka saar.
files-cut = Faylku si dhan ma soo gaarin. Mar kale isku day.
files-page-old = Boggu muddo dheer ayuu furnaa. Faylka mar kale dooro.
files-not-now = Hadda ma kaydin karin faylka. Waxyar kadib isku day, ama sii wad la'aantiis.
files-kinds = sawirro, cod, filim, PDF, Word iyo faylal qoraal ah
