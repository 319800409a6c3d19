# What stands on paper only, in easy Swedish.

## The head and the foot of a letter
page = Sida
date = Datum
address = Adress
phone = Telefon
email = E-post
web = Webbplats
case-number = Ärendets nummer
diary-number = Diarienummer
missing-glyphs = Tecknet � betyder att vi inte kan visa ett tecken på papper. I Lyssna finns hela texten.

## The receipt
receipt-code = Din kod
receipt-spoken = Så säger du koden
receipt-square = QR-kod till { $address }
receipt-square-says = Öppna sidan med kameran

## Figures
figure-fewer = färre än { $number }
figure-withheld = –
figure-withheld-means = Vi visar inte små tal. Då kan ingen kännas igen. Ett streck (–) betyder att vi döljer talet.
