# Texts of the quality pages.

service-name = Quality
menu-start = Start
menu-organisation = Responsibility
menu-facts = Events

## Start
start-title = Quality work
start-lead = Here you see who is responsible for what, and what we learn from what happens.
start-organisation = The units, their managers, and those with duties for the whole city. If someone is missing, you see it here.
start-facts = How many complaints have been answered, and how many cases under lex Sarah have been decided.
start-never-title = No people from the cases
start-never = Quality work only gets numbers and codes. What somebody has told us stays in the case.

## Who is responsible
organisation-title = Who is responsible for what?
organisation-lead = Every case goes to the person named here today. Is something wrong? Tell the administrator.
organisation-city = For the whole city
unit-active = Running
unit-notified = Notified to IVO on { $day }.
unit-not-active = Not running
unit-not-notified = The unit has not been notified to IVO, the Health and Social Care Inspectorate. It may not begin until that is done.
nobody = Nobody responsible
nobody-means = Cases sent here reach nobody. Appoint someone.
held-since = since { $since }
held-until = from { $since } up to and including { $until }
role-guardian = Guardian
role-youth = Young person
role-staff = Staff
role-unit-manager = Unit manager
role-principal = Principal
role-school-owner-representative = School owner’s representative
role-lex-sarah-investigator = Lex Sarah investigator
role-decision-maker = Lex Sarah decision-maker
role-registrar = Registrar
role-contact-centre = Contact centre
role-archivist = Archivist
role-data-protection-officer = Data protection officer
role-administrator = Administrator

## What has been counted
facts-title = Events in numbers
facts-lead = Numbers per unit and month, counted in the month the case came in.
facts-why-fewer = We do not show numbers below five, and then it may also be zero. A small number can point at a person.
facts-month = Month
facts-complaints-answered = Complaints answered
facts-complaints-settled = Views, praise, and what was for somebody else
facts-cases-decided = Lex Sarah cases decided
fewer-than-five = fewer than 5
facts-all-fewer = Fewer than 5 of each kind in every month of the last year.
facts-others-fewer = Other months of the last year: fewer than 5 of each kind.
no-unit = No unit given

## For somebody who has nothing to do here
closed-title = This is for those who work with quality
closed-what = Here we follow how the short-term supervision works and who is responsible for what.
closed-why = You are logged in, but your role has nothing to do on this page.
closed-else = Do you want to tell us about something that does not work? You do that on the page for complaints.
