# What is around every page, in Arabic.
web-review = machine

## Around the page
language-name = العربية
day-and-time = { $day } الساعة { $time }
exit-now = غادر الصفحة الآن
skip-to-content = انتقل إلى المحتوى
choose-language = اللغة
logged-in-as = مسجل الدخول باسم
log-out = تسجيل الخروج
main-menu = القائمة
run-by = الجهة المسؤولة عن Lyssna هي { $who }.
about-lyssna = عن Lyssna
who-may-read = من يجوز له أن يقرأ؟
personal-data = البيانات الشخصية
accessibility = سهولة الوصول
to-start = إلى صفحة البداية
development-banner = هذه بيئة تجريبية. جميع الأشخاص والقضايا غير حقيقيين.

## Pieces
back = رجوع
continue = تابع
change = غيّر
optional = اختياري
not-given = لم يُذكر
fault-prefix = خطأ:
check-this-first = تحقق من هذا أولًا
filter = تصفية
filter-show = اعرض
filter-any = الكل
filter-on = عوامل التصفية المفعّلة
remove-filter = أزل عامل التصفية
more-pages = صفحات أخرى
newer = أحدث
older = أقدم

## Help. The numbers are settings.
emergency = إذا كان الأمر عاجلًا
emergency-now = هل أحد في خطر الآن؟
emergency-call = اتصل بالرقم 112
worried-about-a-child = هل أنت قلق على طفل أو شاب؟
social-services-call = اتصل بطوارئ الخدمات الاجتماعية
need-help = هل تحتاج إلى مساعدة؟
contact-call = اتصل بنا على

## A form that could not be taken as it came
what-you-wrote = ما كتبته
kept-title = ما كتبته ما زال هنا
kept-why = كانت الصفحة مفتوحة منذ وقت طويل، لذلك لم نتمكن من استلام ما أرسلته.
kept-send = لم يضع شيء. أرسل مرة أخرى وسنستلمه.
kept-log-in = سجل الدخول مرة أخرى. يُفتح ذلك في علامة تبويب جديدة.
kept-then-send = ثم عد إلى هنا وأرسل مرة أخرى.
kept-all-goes-along = كل ما ملأته يُرسل معًا عندما ترسل مرة أخرى. إذا اخترت ملفًا فعليك اختياره من جديد.
send-again = أرسل مرة أخرى
connection-lost = لا يوجد اتصال بالإنترنت الآن. ما كتبته ما زال هنا. اضغط مرة أخرى عندما يعود الاتصال.
connection-back = عاد الاتصال. يمكنك الضغط مرة أخرى الآن.

## Errors: what happened, what to do, and what became of what was written
error-not-found-title = الصفحة غير موجودة
error-not-found-happened = قد يكون العنوان خاطئًا، أو حُذفت الصفحة، أو لا يحق لك الوصول إليها.
error-not-found-next = تحقق من العنوان أو ابدأ من صفحة البداية.

error-forbidden-title = لا يحق لك الوصول إلى هذه الصفحة
error-forbidden-happened = أنت مسجل الدخول، لكن دورك لا يسمح لك برؤية هذا أو فعله.
error-forbidden-next = هل تحتاج إليه في عملك؟ تحدث مع مديرك.

error-login-title = عليك تسجيل الدخول
error-login-happened = لم تسجل الدخول، أو كنت غائبًا بعض الوقت.
error-login-next = سجل الدخول وحاول مرة أخرى.

error-refused-title = لم نستلم ما أُرسل
error-refused-happened = بدا أنه يأتي من موقع آخر، لذلك أوقفناه.
error-refused-next = افتح الصفحة من جديد هنا في Lyssna وأرسل منها.

error-conflict-title = سبقك شخص آخر
error-conflict-happened = غيّر شخص آخر الشيء نفسه بينما كنت تعمل عليه.
error-conflict-next = ارجع وأعد تحميل الصفحة وانظر ما الذي تغيّر. ثم افعل ما أردته.

error-unreadable-title = لم نتمكن من قراءة ما أرسلته
error-unreadable-happened = حدث خطأ في الطريق إلينا.
error-unreadable-next = ارجع وأرسل مرة أخرى. هل تكرر ذلك؟ اتصل بنا وسنساعدك.

error-too-large-title = ما أرسلته كبير جدًا
error-too-large-happened = النص أو الملف أكبر مما يمكننا استلامه.
error-too-large-next = ارجع واختر ملفًا أصغر أو قسّم النص. يمكنك أيضًا الإرسال من دون ملف.

error-too-slow-title = لم يصل في الوقت المناسب
error-too-slow-happened = الاتصال بطيء جدًا الآن. لم نستلم كل ما أرسلته.
error-too-slow-next = ارجع وأرسل مرة أخرى، ويفضل من مكان الاتصال فيه أفضل. يمكنك أيضًا الإرسال من دون ملف.

error-too-many-title = كثيرون يرسلون الآن
error-too-many-happened = لا يمكننا استلام كل شيء دفعة واحدة.
error-too-many-next = انتظر دقيقة ثم أرسل مرة أخرى.

error-internal-title = حدث خطأ عندنا
error-internal-happened = الخطأ منا. لم تفعل شيئًا خاطئًا.
error-internal-next = انتظر قليلًا ثم حاول مرة أخرى.

error-unavailable-title = لا يستجيب Lyssna الآن
error-unavailable-happened = جزء من الخدمة متوقف مؤقتًا.
error-unavailable-next = حاول بعد قليل. هل الأمر عاجل؟ اتصل بنا.

error-written-not-taken = لم نحفظ ما أرسلته. ارجع في المتصفح، فالنص غالبًا ما زال هناك. من الأفضل أن تنسخه قبل إعادة تحميل الصفحة.
error-written-unsure = ألم تحصل على إيصال؟ إذن لم نستلم ما أرسلته. ارجع في المتصفح، فالنص غالبًا ما زال هناك.

## About Lyssna
about-lead = هنا يمكنك أن تخبرنا عن الرعاية قصيرة المدة، ونحن نستمع.
about-what = الرعاية قصيرة المدة (korttidstillsyn, KTT) هي رعاية قبل المدرسة وبعدها وفي العطل. وهي للشباب فوق 12 سنة الذين لهم حق في الدعم بموجب LSS، وهو القانون السويدي لدعم وخدمة ذوي الإعاقات المعينة.
about-use = نستخدم ما ترويه لتصحيح الأخطاء وتحسين الرعاية.
about-other-ways-title = هل تفضل التحدث مع أحد؟
about-other-ways = يمكنك أيضًا الاتصال أو كتابة رسالة أو إخبار العاملين.

## Who may read
secrecy-lead = لا يجوز أن يقرأ ما تكتبه إلا من يعملون على قضيتك.
secrecy-log-title = نرى من يقرأ
secrecy-log = في كل مرة يفتح فيها أحد قضيتك نحفظ من هو ومتى كان ذلك.
secrecy-locked-title = نقفل ما ترسله
secrecy-locked = نقفل النص والملفات قبل حفظها. من يصل إلى حواسيبنا فقط لا يستطيع قراءتها.
secrecy-mail-title = رسائلنا الإلكترونية لا تقول شيئًا عن القضية
secrecy-mail = في رسالتنا نقول فقط إن شيئًا ينتظرك. تقرؤه بعد أن تفتح القضية هنا.
secrecy-record-title = السرية تحميك
secrecy-record = يصبح ما ترسله وثيقة عامة. قد يطلب أحد قراءتها. عندها ندرس كل معلومة أولًا، والمعلومات عن الأشخاص محمية بالسرية.
secrecy-anonymous-title = إذا لم تقل من أنت
secrecy-anonymous = لا نحفظ من أي حاسوب أو هاتف ترسل. لكن ما ترويه قد يجعل أحدًا يعرف من أنت. ومن يستخدم الهاتف أو الشبكة نفسها يمكنه أن يرى أنك زرت الصفحة.

## The accessibility statement (lag 2018:1937). Who is responsible, the days and the addresses are each municipality's to set.
accessibility-lead = يجب أن يتمكن الجميع من استخدام Lyssna. هنا نقول إلى أين وصلنا، وماذا تفعل إذا كان شيء ما صعبًا.
accessibility-who-title = من المسؤول
accessibility-who = الجهة المسؤولة عن خدمة Lyssna، { $service }، هي { $authority }.
accessibility-how-far-title = ما مدى سهولة الوصول إلى الخدمة
accessibility-how-far = يتوافق Lyssna جزئيًا مع القانون السويدي لسهولة الوصول إلى الخدمات العامة الرقمية. نبني وفق WCAG 2.2، المستوى AA. وهي إرشادات دولية.
accessibility-not-title = أوجه القصور
accessibility-not-people = لم يجرّب كل الصفحات بعد أحدٌ يستخدم بنفسه وسائل مساعدة. قد تكون هناك عوائق لا نعرفها.
accessibility-not-languages = النصوص بالعربية والصومالية والسويدية المبسطة لم يراجعها بعد أحد من أهل اللغة.
accessibility-not-files = قد ينقص الوصف في الصور والصوت والأفلام التي نرسلها إليك في قضية. اسألنا وسنخبرك.
accessibility-no-burden = لم نستثنِ شيئًا بحجة أنه عبء غير معقول (المادة 12 من القانون).
accessibility-outside = الملفات التي أرسلها غيرنا خارج نطاق القانون (المادة 9).
accessibility-tested-title = كيف اختبرنا
accessibility-tested = فحصنا الخدمة بأنفسنا. جربناها بلوحة المفاتيح ومن دون سكربت وبنص مكبر وببرنامج axe.
accessibility-tested-on = آخر تقييم: { $day }.
accessibility-updated-on = حُدّث هذا البيان في { $day }.
accessibility-obstacle-title = هل هناك شيء يصعب استخدامه؟
accessibility-obstacle = أخبرنا بذلك. نساعدك بطريقة أخرى ونصحح الخطأ.
accessibility-write = اكتب إلى
accessibility-phone = هل تفضل التحدث إلينا؟
accessibility-supervisor-title = الإشراف
accessibility-supervisor = وكالة الإدارة الرقمية (Digg) تشرف على القانون. هل أنت غير راضٍ عن تعاملنا مع ملاحظتك؟ يمكنك إبلاغهم بذلك.
accessibility-supervisor-link = أبلغ Digg عن ضعف سهولة الوصول

## What short words stand for

abbreviations = الاختصارات
abbreviation-imy = الهيئة السويدية لحماية الخصوصية
abbreviation-ivo = هيئة تفتيش الصحة والرعاية
abbreviation-ktt = الرعاية قصيرة المدة (korttidstillsyn)
abbreviation-lss = قانون دعم وخدمة ذوي الإعاقات المعينة
abbreviation-wcag = إرشادات المحتوى السهل الوصول على الويب
abbreviation-osl = قانون العلنية والسرية

## Keys in lists

keys-title = مفاتيح القوائم
keys-lead = يمكنك التنقل في القائمة بمفتاح واحد في كل مرة. لا تعمل المفاتيح وأنت تكتب في حقل. غيّرها أو أوقفها إذا كانت تزعجك.
keys-on = استخدم المفاتيح
keys-on-hint = يسري هذا الاختيار في هذا المتصفح.
keys-next = انتقل إلى التالي
keys-previous = انتقل إلى السابق
keys-open = افتح
keys-tick = اختر أو ألغ الاختيار
keys-assign = أعط لشخص
keys-search = ابحث
keys-help = أظهر المفاتيح
keys-next-short = التالي
keys-previous-short = السابق
keys-open-short = افتح
keys-tick-short = اختر
keys-assign-short = أعط لشخص
keys-search-short = ابحث
keys-help-short = مساعدة
keys-save = احفظ
keys-saved = حُفظت المفاتيح.
keys-one-key = اكتب مفتاحًا واحدًا فقط.
keys-taken = هذا المفتاح مستخدم. اختر غيره.
keys-in-list = المفاتيح:
keys-are-off = المفاتيح متوقفة.
keys-change = غيّر المفاتيح أو أوقفها
keys-enter = يمكنك أيضًا التنقل بمفتاح Tab والفتح بمفتاح Enter.

## Before a log-in ends

log-in-still-there = هل ما زلت هنا؟
log-in-still-there-why = لم تفعل شيئًا هنا منذ فترة. سنسجل خروجك قريبًا. إذا تركت الجهاز فأغلق الصفحة.
log-in-stay = ابق مسجل الدخول
log-in-ends-title = ستحتاج قريبًا إلى تسجيل الدخول مرة أخرى
log-in-ends-why = أنت مسجل الدخول منذ وقت طويل. سجل الدخول مرة أخرى لتتابع. ما كتبته ما زال في هذه الصفحة.
log-in-over-title = تم تسجيل خروجك
log-in-over-why = ما كتبته ما زال في هذه الصفحة. سجل الدخول مرة أخرى ثم عد إلى هنا.
log-in-again = سجل الدخول مرة أخرى في علامة تبويب جديدة
log-in-close = أغلق
log-in-minutes = الدقائق المتبقية: %
log-in-seconds = الثواني المتبقية: %
log-in-not-now = لم ينجح ذلك الآن. حاول مرة أخرى.
log-in-until = سيتم تسجيل خروجك في الساعة { $time } إذا لم تفتح صفحة جديدة قبل ذلك. إذا أرسلت نموذجًا متأخرًا فإن ما كتبته لا يضيع.

## After log-out
logged-out-title = لقد سجلت الخروج
logged-out-text = انتهى تسجيل دخولك. أغلق النافذة إذا كان آخرون يستخدمون الحاسوب نفسه.

## Files that somebody sends
files-take = نقبل { $kinds }.
files-limits = أقصى حجم للملف { $size } ميغابايت. يمكنك إضافة { $most } ملفات.
files-careful = هل يظهر شباب آخرون في الصورة؟ أضفها فقط إذا كانت ضرورية حقًا.
files-choose = اختر ملفًا
files-add = أضف الملف
files-yours = ملفاتك
files-size-kb = { $size } كيلوبايت
files-size-mb = { $size } ميغابايت
files-remove = احذف
files-added = أُضيف الملف.
files-removed = حُذف الملف.
files-none-chosen = اختر ملفًا أولًا. إذا لم ترد إضافة ملف فتابع.
files-empty = الملف فارغ. اختر ملفًا آخر.
files-too-large = الملف أكبر من { $size } ميغابايت. اختر ملفًا أصغر.
files-wrong-kind = لا يمكننا قبول هذا النوع من الملفات. اختر { $kinds }.
files-virus = قد يحتوي الملف على فيروس. لم نحفظه. اختر ملفًا آخر.
files-locked = الملف مقفل بكلمة مرور. أزل كلمة المرور أو اختر ملفًا آخر.
files-broken = لا يمكن فتح الملف. اختر ملفًا آخر.
files-mismatch = اسم الملف لا يطابق محتواه. اختر ملفًا آخر أو احفظه من جديد.
files-markup = لا نقبل صفحات الويب والرسومات (HTML وSVG). احفظ الملف بصيغة PDF أو التقط صورة للشاشة.
files-archive = الملف مجلد مضغوط. فك ضغطه وأضف الملفات واحدًا بعد الآخر.
files-macros = يحتوي المستند على وحدات ماكرو. احفظه من دونها أو بصيغة PDF.
files-program = الملف برنامج. لا نقبل البرامج. اختر ملفًا آخر.
files-pixels = عدد نقاط الصورة كبير جدًا. اختر صورة أصغر.
files-held = لم نفحص الملف بحثًا عن الفيروسات بعد. يمكن فتحه بعد الفحص.
files-infected = قد يحتوي الملف على فيروس. لا يمكن فتحه.
files-too-many = لقد أضفت { $most } ملفات. احذف واحدًا أولًا.
files-cut = لم يصل الملف كاملًا. حاول مرة أخرى.
files-page-old = كانت الصفحة مفتوحة منذ وقت طويل. اختر الملف مرة أخرى.
files-not-now = لم نتمكن الآن من حفظ الملف. حاول بعد قليل، أو تابع من دونه.
files-kinds = الصور والصوت والأفلام وملفات PDF وWord والنصوص
