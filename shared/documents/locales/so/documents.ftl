# What stands on paper only, in Somali.

## The head and the foot of a letter
page = Bogga
date = Taariikhda
address = Cinwaanka boostada
phone = Telefoon
email = E-mayl
web = Bogga internetka
case-number = Lambarka kiiska
diary-number = Lambarka diiwaanka
missing-glyphs = Calaamadda � waxay taagan tahay meel aan xarafka warqad lagu muujin karin. Lyssna ayaa haysa qoraalka sidii loo qoray.

## The receipt
receipt-code = Koodhka rasiidhka
receipt-spoken = Sida koodhka loo yiraahdo
receipt-square = Koodhka QR ee u hoggaamiya { $address }
receipt-square-says = Bogga ku fur kaamirada

## Figures
figure-fewer = ka yar { $number }
figure-withheld = –
figure-withheld-means = Ma tusno tirooyin aad u yar oo qof lagu garan karo. Jiitinta (–) waxay taallaa halka tiradu yar tahay, ama halka tiro yar laga xisaabin lahaa.
