# The public half, in Arabic.
public-review = machine

service-name = الشكاوى والآراء

## The start page: what one should know before the first question
start-title = أخبرنا
start-lead = هل هناك خطأ في الرعاية قصيرة المدة (KTT)؟ هل يمكن تحسين شيء ما؟ أم تريد أن تُثني على شيء؟
start-lead-read = نقرأ كل شيء، وستحصل على رد.
start-before-title = قبل أن تكتب
start-who-title = من يقرأ؟
start-who = يقرأ مدير الوحدة ما تكتبه. ويمكن لمدير المدرسة ومن يحققون في الأمر أن يقرؤوه أيضًا.
start-when-title = متى أحصل على رد؟
start-when = تحصل على إيصال فورًا. نقرأ خلال { $look } ونرد خلال { $answer }.
start-when-goals = هذه أهدافنا نحن. إذا احتجنا إلى وقت أطول نخبرك بالسبب.
start-anonymous-title = هل يمكنني ألا أذكر اسمي؟
start-anonymous = نعم. لست مضطرًا إلى أن تقول من أنت. لكن لا يمكن إخفاء كل شيء.
start-anonymous-link = اقرأ ما الذي قد يظهر
start-others-title = بمن يمكنني الاتصال أيضًا؟
start-others-ivo = هيئة تفتيش الصحة والرعاية (IVO) تشرف على الرعاية قصيرة المدة.
start-others-school = هل يتعلق الأمر بالمدرسة؟ عندها تشرف هيئة تفتيش المدارس (Skolinspektionen).
start-others-any-time = يمكنك الاتصال بهما متى شئت، حتى لو كتبت إلينا.
start-write = ابدأ الكتابة
start-takes = يستغرق الأمر بضع دقائق. عليك الإجابة عن سؤال واحد فقط: ماذا حدث.
start-language = اكتب باللغة التي تريدها.
start-again-title = لقد بدأت الكتابة
start-go-on = تابع الكتابة
start-thrown-away = حُذف ما كنت قد كتبته.
start-over = احذفه وابدأ من جديد
start-have-receipt = لدي إيصال
start-have-saved = لقد حفظت ما بدأت كتابته
start-log-in = سجّل الدخول واطّلع على قضاياك
start-sent-title = لقد أرسلت رسالة
start-sent-show = اعرض الإيصال
start-sent-another = اكتب رسالة جديدة
start-hides-title = ما قد يظهر حتى لو لم تذكر اسمك
start-hides-kept = لا نحفظ أي هاتف أو حاسوب تستخدمه. لكن فكّر في ما يلي:
start-hides-words = ما ترويه قد يجعل أحدًا يعرف من أنت.
start-hides-pictures = قد تُظهر الصورة أين ومتى التُقطت.
start-hides-phone = من يستعير هاتفك أو يدير الشبكة يمكنه أن يرى أنك كنت هنا.
start-hides-more = اقرأ المزيد عمّن يجوز له أن يقرأ
start-exit-title = هل عليك مغادرة الصفحة بسرعة؟
start-exit = اضغط على ”غادر الصفحة الآن“. الزر موجود في كل صفحة. ينقلك إلى صفحة عن الطقس.
start-exit-gone = يُحذف ما كتبته. إذا كنت قد حفظته برمز فهو ما زال عندنا.
start-exit-history = قد يتذكر المتصفح أنك كنت هنا. امسح السجل إذا أردت إخفاء ذلك.

## Time
working-days-one = يوم عمل واحد
working-days-many = { $count } أيام عمل
day-long = { $weekday } { $day }
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد
day-in-1 = { $day } يناير
day-in-2 = { $day } فبراير
day-in-3 = { $day } مارس
day-in-4 = { $day } أبريل
day-in-5 = { $day } مايو
day-in-6 = { $day } يونيو
day-in-7 = { $day } يوليو
day-in-8 = { $day } أغسطس
day-in-9 = { $day } سبتمبر
day-in-10 = { $day } أكتوبر
day-in-11 = { $day } نوفمبر
day-in-12 = { $day } ديسمبر

## The questions
question-number = السؤال { $number } من { $of }

question-not-now = لم نتمكن الآن من حفظ الإجابة. ما كتبته ما زال هنا. انتظر قليلًا ثم حاول مرة أخرى.

event-question = ماذا حدث؟
event-hint = اروِ بكلماتك. اكتب إن أمكن متى وأين حدث ذلك، وماذا تريد أن نفعل. يمكنك الكتابة بأي لغة.
event-empty = اكتب ما حدث. بضع كلمات تكفي.
event-too-long = في النص { $length } حرفًا. اختصره إلى { $most } حرف، أو ضع الباقي في ملف.
event-control = كانت في النص رموز لا يمكن عرضها. حذفناها. اقرأ النص ثم تابع.

unit-question = بأي وحدة يتعلق الأمر؟
unit-hint = KTT تعني الرعاية قصيرة المدة. عندما نعرف الوحدة نعرف من عليه أن يقرأ. إذا كنت لا تعرف فسنعرف نحن ذلك.
unit-unknown = لا أعرف، أو يتعلق الأمر بشيء آخر
unit-gone = الوحدة التي اخترتها لم تعد في القائمة. اختر وحدة أخرى.
unit-about-manager = يتعلق الأمر بمدير الوحدة
unit-about-manager-hint = ضع علامة هنا إذا كانت شكواك على المدير. عندها تصل إلى المسؤول عن المدير. ولا يراها مدير الوحدة.

relation-question = من أنت؟
relation-hint = عندها نعرف كيف نرد عليك. لست مضطرًا إلى قول ذلك.
i-am-guardian = وليّ أمر أو أحد الوالدين
i-am-youth = شاب أو شابة في الوحدة
i-am-close-relation = قريب أو صديق أو وصيّ
i-am-staff = أعمل في الوحدة
i-am-other = شخص آخر
i-am-unsaid = لا أريد أن أقول
relation-gone = اختر أحد الخيارات.

files-question = هل تريد إضافة صور أو ملفات؟
files-hint = قد تساعدنا على الفهم. أضف ملفًا واحدًا في كل مرة.
files-sending = يُرسَل الملف: { $percent } بالمئة.
files-lost = انقطع الاتصال. نتابع عندما يعود.
files-gone = بقي أحد الملفات عندنا مدة طويلة. احذف الملفات وأضفها من جديد.
files-too-much = يمكن أن يبلغ حجم جميع الملفات معًا { $size } ميغابايت على الأكثر. احذف ملفًا، أو أضفه إلى القضية بعد الإرسال.
files-no-room = لا يمكننا استقبال المزيد من الملفات الآن. يمكنك إرسال ما كتبته على أي حال، وإضافة الملفات إلى القضية لاحقًا.

contact-question = كيف نصل إليك؟
contact-hint = إذا عرفنا الاسم والهاتف أو البريد الإلكتروني يمكننا مساعدتك أسرع. نرسل رسالة عندما يوجد رد، لكننا لا نكتب فيها الرد نفسه. من دونها تبقى مجهولًا. تقرأ الرد هنا بالرمز المكتوب على الإيصال.
contact-name = الاسم
contact-email = البريد الإلكتروني
contact-phone-number = الهاتف
contact-reach = كيف تفضل أن نتواصل معك؟
contact-reach-hint = مثلًا: اتصلوا بي بعد الساعة 15.
contact-interpreter = هل تحتاج إلى مترجم؟
contact-interpreter-hint = اكتب اللغة.
contact-easy-read = أريد الرد بلغة سويدية سهلة
contact-wants-answer = هل تريد ردًا؟
contact-wants-yes = نعم
contact-wants-no = لا، لا حاجة إلى رد
contact-email-odd = عنوان البريد الإلكتروني غير صحيح. اكتبه مثل name@example.se.
contact-too-long = هذا طويل جدًا. اكتب { $most } حرفًا على الأكثر.
contact-control = كانت في النص رموز لا يمكن عرضها. حذفناها. تحقق ثم تابع.

## Check and send
check-title = اقرأ ما كتبته ثم أرسله
check-event = ماذا حدث
check-unit = الوحدة
check-relation = من أنت
check-files = الملفات
check-easy-read = لغة سويدية سهلة
check-wants-answer = هل تريد ردًا؟
check-who-reads-title = من يقرأ هذا؟
check-who-reads = يقرؤه مدير الوحدة. ويمكن لمدير المدرسة ومن يحققون في الأمر أن يقرؤوه أيضًا.
check-who-reads-above = يقرؤه المسؤول عن المدير. ولا يراه مدير الوحدة. ويمكن لمن يحققون في الأمر أن يقرؤوه أيضًا.
check-record = يصبح ما ترسله وثيقة عامة. تحمي السرية المعلومات عن الأشخاص.
check-send = أرسل
check-not-now = لم نتمكن الآن من استلامها. كل ما كتبته ما زال هنا. انتظر قليلًا ثم أرسل مرة أخرى.
check-staff-title = هل تعمل في الوحدة؟
check-staff = عليك الإبلاغ عن سوء المعاملة فورًا بعد تسجيل الدخول (lex Sarah). الشكوى لا تحل محل البلاغ.
check-throw-away = احذف كل ما كتبته

## Nothing begun here
gone-title = لا يوجد هنا شيء بدأت كتابته
gone-why = نحفظ ما بدأت كتابته { $hours } ساعة. ثم نحذفه. ويختفي أيضًا إذا أغلقت المتصفح.
gone-cookies = هل يحدث هذا كل مرة؟ إذن يمنع متصفحك ملفات الارتباط (cookies). اسمح بها أو اتصل بنا.
gone-start = ابدأ الكتابة
gone-sent = هل أرسلت من قبل؟ اقرأ الرد بالرمز المكتوب على إيصالك.

## Saving, and coming back to it
save-later = احفظ وتابع لاحقًا
saved-title = حُفظ ما كتبته
saved-code = رمزك للمتابعة
saved-how = اكتب الرمز عندك. به يمكنك المتابعة من أي هاتف أو حاسوب.
saved-until = نحفظه حتى { $day }. ثم نحذفه.
saved-from-now = من الآن نحفظ أثناء كتابتك.
saved-private = لا يمكننا قراءته قبل أن ترسله.
saved-lost = إذا ضاع الرمز فلا أحد يستطيع فتح ما كتبته، ولا نحن.
saved-go-on = تابع الكتابة
saved-close = أغلقه في هذا المتصفح
saved-closed = ما كتبته مغلق هنا. يفتحه الرمز من جديد.
saved-at = حُفظ في الساعة { $time }.
saved-not-now = لا يمكننا الحفظ الآن. سنحاول مرة أخرى.
resume-title = تابع من حيث توقفت
resume-code = الرمز الذي حصلت عليه عند الحفظ
resume-hint = في الرمز 25 حرفًا ورقمًا. لا تهم المسافات والشرطات والأحرف الكبيرة أو الصغيرة.
resume-open = افتح
resume-empty = اكتب الرمز الذي حصلت عليه عند الحفظ.
resume-wrong = لا نجد شيئًا بهذا الرمز. تحقق منه. نحذف ما حُفظ بعد { $days } يومًا.
resume-sent = لقد أرسلت هذا من قبل. استخدم الرمز المكتوب على الإيصال.

## The receipt
receipt-title = لقد استلمنا ما أرسلته
receipt-again = أُرسل من قبل. هو عندنا، وعندنا مرة واحدة فقط. هذا هو الإيصال.
receipt-when = استلمناها { $when }. رقم القضية:
receipt-save-title = احفظ الرمز الآن
receipt-save = بالرمز تقرأ الرد وتكتب المزيد. يظهر هنا فقط. لا يمكننا استخراجه مرة أخرى.
receipt-save-paper = بهذا الرمز تقرأ الرد وتكتب المزيد. لا يمكننا استعادته. لا تُرِه لأي شخص آخر.
receipt-code = رمز الإيصال
receipt-how-save = اكتب الرمز عندك أو صوّر الشاشة أو اطبع الصفحة. لا تُره لأحد.
receipt-kept = لقد حفظت الرمز
receipt-kept-done = جيد، لقد حفظت الرمز.
receipt-kept-why = من دون الرمز لا يمكنك قراءة الرد. لا أحد يستطيع استخراجه لك، ولا نحن.
receipt-qr = رمز QR للصفحة التي تكتب فيها رمز الإيصال. الرمز نفسه ليس في الصورة.
receipt-pdf = احفظ الإيصال كملف PDF
receipt-speak = كيف تقول الرمز
receipt-speak-how = استخدم هذه الكلمات عندما تقرأ الرمز، مثلًا في الهاتف.
receipt-next-title = ماذا يحدث الآن
receipt-next-look = نقرأ ما كتبته في موعد أقصاه { $day }.
receipt-next-work = نعرف ماذا حدث. إذا احتجنا إلى معرفة المزيد نسألك.
receipt-next-answer = تحصل على رد في موعد أقصاه { $day }. إذا تأخرنا نخبرك بالسبب.
receipt-next-no-answer = لم تُرد ردًا. يمكنك مع ذلك أن ترى هنا متى ننتهي.
receipt-back-title = كيف تعود
receipt-back = اذهب إلى { $address } واختر ”لدي إيصال“. اكتب الرمز.
receipt-back-now = اقرأ واكتب في قضيتك
receipt-here = يبقى الإيصال في هذا المتصفح { $hours } ساعة، أو حتى تغلقه.
receipt-forget-title = هل يستخدم آخرون هذا الهاتف أو الحاسوب؟
receipt-forget-why = أخفِ الإيصال هنا بعد أن تحفظ الرمز.
receipt-forget = أخفِ الإيصال
receipt-forgotten-title = الإيصال مخفي
receipt-forgotten = من يفتح الصفحة الآن لا يرى إيصالك.
receipt-forgotten-history = قد يتذكر المتصفح أنك كنت هنا. امسح السجل إذا أردت إخفاء ذلك.
receipt-gone-title = لا يوجد إيصال هنا
receipt-gone-why = يظهر الإيصال فقط في المتصفح الذي أرسلت منه، ولمدة محدودة.
receipt-gone-have = هل لديك الرمز؟ عندها يمكنك قراءة قضيتك.
receipt-gone-lost = هل ضاع الرمز؟ لا يمكننا استخراجه مرة أخرى. اتصل بنا لنساعدك بطريقة أخرى.
receipt-unhappy-title = هل أنت غير راضٍ عن عملنا؟

## Coming back
matter-title = اقرأ الرد أو اكتب المزيد
matter-code = رمز الإيصال
matter-code-hint = الرمز مكتوب على إيصالك. فيه 25 حرفًا ورقمًا. لا تهم المسافات والشرطات والأحرف الكبيرة أو الصغيرة.
matter-open = افتح القضية
matter-wrong = الرمز غير صحيح. تحقق منه وحاول مرة أخرى.
matter-empty = اكتب الرمز المكتوب على الإيصال.
matter-is-open = هناك قضية مفتوحة في هذا المتصفح.
matter-go-on = تابع في القضية
matter-lost = هل ضاع الرمز؟ اتصل بنا لنساعدك بطريقة أخرى.
matter-ended-title = اكتب الرمز مرة أخرى
matter-ended = كنت غائبًا بعض الوقت، لذلك أغلقنا القضية.
matter-kept = ما كتبته ما زال هنا. اكتب الرمز لتتمكن من إرساله.
matter-closed = القضية مغلقة في هذا المتصفح.

dialogue-title = قضيتك
dialogue-number = رقم القضية
dialogue-registration = رقم التسجيل
dialogue-lies-with = لدى من الملف الآن؟
lies-with-manager = مدير المجموعة في { $unit }
lies-with-principal = مدير المدرسة لـ { $unit }
lies-with-representative = ممثل الجهة المسؤولة عن { $unit }
dialogue-received = تاريخ الاستلام
dialogue-answer-by = الرد في موعد أقصاه
dialogue-messages = ما كتبناه بعضنا لبعض
dialogue-you = أنت
dialogue-we = نحن
dialogue-answer = الرد على شكواك
dialogue-files = الملفات
dialogue-write = اكتب لنا المزيد
dialogue-write-hint = نقرؤه، ويأتي الرد هنا.
dialogue-send = أرسل
dialogue-sent = استلمنا ما كتبته.
dialogue-empty = اكتب شيئًا أولًا.
dialogue-too-long = في النص { $length } حرفًا. اختصره إلى { $most } حرف أو قسّمه.
dialogue-control = كانت في النص رموز لا يمكن عرضها. حذفناها. اقرأ النص ثم أرسل مرة أخرى.
dialogue-open-until = نغلق القضية هنا الساعة { $time } إذا لم تفعل شيئًا. ألم تلحق أن ترسل؟ عندها نطلب الرمز مرة أخرى، والنص باقٍ.
dialogue-unhappy-title = هل أنت غير راضٍ عن الرد؟
dialogue-unhappy = اكتب لنا ذلك هنا لنقرأه. ويمكنك أيضًا أن تتوجه إلى جهة أخرى.
dialogue-end-title = عندما تنتهي
dialogue-to-answer = اذهب إلى الرد
letter-link = الرد كرسالة (PDF)
letter-unhappy = اتصل بنا على { $phone }، أو اكتب مرة أخرى في قضيتك.
dialogue-misconduct = تُعالَج القضية أيضًا وفق قواعد سوء المعاملة.
dialogue-words = رسالتك
dialogue-end = أغلق القضية
dialogue-not-now = لم نتمكن الآن من استلامه. ما كتبته ما زال هنا. انتظر قليلًا ثم أرسل مرة أخرى.

dialogue-file = أضف ملفًا
dialogue-steps = إلى أين وصلنا
step-received = استلمنا ما أرسلته.
step-registered = سجلناها.
step-handled = بدأنا العمل عليها.
step-answered = حصلت على رد.
step-closed = أنهينا القضية.

told-received = لقد استلمنا ما أرسلته.
told-registered = ما أرسلته مسجل. سنبدأ العمل عليه قريبًا.
told-handled = نعمل على ما أرسلته.
told-answered = حصلت على رد.
told-closed = انتهت القضية. ما زال يمكنك الكتابة إلينا هنا.
told-redirected = أرسلناه إلى الجهة المسؤولة.

## For those who are logged in
own-title = قضاياي
own-lead = هنا ما أرسلته بعد تسجيل الدخول. لا تحتاج إلى رمز.
own-none = لم ترسل شيئًا بعد تسجيل الدخول حتى الآن.
own-write = اكتب إلينا
own-received = لقد استلمنا قضيتك { $number }.
own-when = نقرأ خلال { $look } ونرد خلال { $answer }.
own-whom = بمن يتعلق الأمر؟
own-alone = هل أنت شاب أو شابة؟ عندها تحصل أنت وحدك على الرد. وليّ أمرك لا يراه هنا.
own-email-hint = نرسل رسالة عندما يوجد رد، لكننا لا نكتب فيها الرد نفسه. تقرأ الرد هنا بعد تسجيل الدخول.
own-files-after = هل تريد إرسال صور أو ملفات أخرى؟ أضفها بعد إرسال النص.

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
