# What stands on paper only. What a page says too comes from the page.

## The head and the foot of a letter
page = Sida
date = Datum
address = Postadress
phone = Telefon
email = E-post
web = Webbplats
case-number = Ärendenummer
diary-number = Diarienummer
missing-glyphs = Tecknet � står där ett tecken inte kan visas på papper. I Lyssna finns texten kvar som den skrevs.

## The receipt
receipt-code = Kvittokod
receipt-spoken = Så säger du koden
receipt-square = QR-kod som leder till { $address }
receipt-square-says = Öppna sidan med kameran

## Figures
figure-fewer = färre än { $number }
figure-withheld = –
figure-withheld-means = Vi visar inte så små tal att någon kan kännas igen. Ett streck (–) står där talet är litet, eller där ett litet tal annars hade gått att räkna ut.
