# Help with plain language where an answer is written.
plain-title = Klarspråk
plain-good = Vi hittar inget krångligt i texten.
plain-lead = Det här kan bli lättare att läsa. Det är bara tips: du bestämmer.
plain-long = En lång mening, { $words } ord. Dela den som börjar: ”{ $begins } …”
plain-hard = ”{ $word }” är ett svårt ord. Skriv hellre: { $plainly }
plain-passive = ”{ $word }” säger inte vem som gör det. Skriv vem.
plain-where = Visa i texten
plain-key = Lång mening: färgad bakgrund. Svårt ord: prickad linje under. Utan någon som gör: streckad linje under.
preview-language = Avsändaren har valt { $language }. Sidan är på det språket, men inte ditt svar. Kan avsändaren inte läsa det? Ring, eller boka tolk.
