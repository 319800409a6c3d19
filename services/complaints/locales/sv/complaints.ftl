# What both halves of complaints say, and the pages of those who handle them.
service-name = Klagomål och synpunkter
