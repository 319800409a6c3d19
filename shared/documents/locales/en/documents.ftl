# What stands on paper only. What a page says too comes from the page.

## The head and the foot of a letter
page = Page
date = Date
address = Postal address
phone = Telephone
email = E-mail
web = Website
case-number = Case number
diary-number = Registration number
missing-glyphs = The sign � stands where a character cannot be shown on paper. Lyssna keeps the text as it was written.

## The receipt
receipt-code = Receipt code
receipt-spoken = How to say the code
receipt-square = QR code that leads to { $address }
receipt-square-says = Open the page with the camera

## Figures
figure-fewer = fewer than { $number }
figure-withheld = –
figure-withheld-means = We show no numbers so small that somebody could be recognised. A dash (–) stands where the number is small, or where a small one could otherwise be worked out.
