# Help with plain language where an answer is written.
plain-title = Plain language
plain-good = We find nothing hard to read in the text.
plain-lead = This can be easier to read. These are only tips: you decide.
plain-long = A long sentence, { $words } words. Split the one that begins: “{ $begins } …”
plain-hard = “{ $word }” is a hard word. Rather write: { $plainly }
plain-passive = “{ $word }” does not say who does it. Write who.
plain-where = Show in the text
plain-key = Long sentence: coloured background. Hard word: dotted line below. Nobody who does it: dashed line below.
preview-language = The sender has chosen { $language }. The page is in that language, but not your answer. If the sender cannot read it, call, or book an interpreter.
