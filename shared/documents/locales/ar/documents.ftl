# What stands on paper only, in Arabic.

## The head and the foot of a letter
page = صفحة
date = التاريخ
address = العنوان البريدي
phone = الهاتف
email = البريد الإلكتروني
web = الموقع
case-number = رقم القضية
diary-number = رقم القيد
missing-glyphs = تظهر العلامة � مكان حرف لا يمكن عرضه على الورق. النص الكامل محفوظ في Lyssna كما كُتب.

## The receipt
receipt-code = رمز الإيصال
receipt-spoken = كيف تقول الرمز
receipt-square = رمز QR يقود إلى { $address }
receipt-square-says = افتح الصفحة بالكاميرا

## Figures
figure-fewer = أقل من { $number }
figure-withheld = –
figure-withheld-means = لا نعرض أعدادا صغيرة قد تكشف هوية أحد. الشرطة (–) تعني أن العدد صغير، أو أن عددا صغيرا كان يمكن حسابه منه.
