# Lex Sarah: texts for staff, investigators and decision-makers.

service-name = Lex Sarah
nav-start = Start
nav-report = Report
nav-cases = Cases

## For somebody who has nothing to do here
no-place-title = This is where staff report
no-place-lead = This part of Lyssna is for those who work in short-term supervision, and for those who investigate and decide.
no-place-complaint = Do you want to complain, or tell us what you think? Use the form for complaints and views.
no-place-wrong = Should you be able to report or investigate here? Ask your manager to see that your role is in the register.
officer-title = Have you had an e-mail about a matter?
officer-why = Then personal data may have come into the wrong hands. As data-protection officer you cannot read the matter here.
officer-whom = Get in touch with whoever decides on lex Sarah in the municipality and say the number of the matter. Then you learn what has happened.
officer-when = The day in the e-mail is the last day to tell the Authority for Privacy Protection (IMY). Whoever has the matter knows the hour.

## Start
start-title = Start
start-heading = Report misconduct
start-heading-cases = Lex Sarah
start-lead = Have you seen or heard something that has harmed a young person, or that could? Report it at once.
start-no-judging = You do not have to judge how serious it is. An investigator does that.
start-report = Report
start-cases = Inquiry and decision
start-to-cases = To the cases
start-received = Reports from your unit
start-received-lead = First make sure that nobody is in danger. Then write in the case what you have done.
start-received-none = There are no reports to read.
start-news = Good to know
start-news-lead = This has happened at units that you answer for. Only those who work with a case read what it is about.
column-news = What
column-news-on = When
news-protected = The need for protection is assessed
news-may_be_serious = May be serious
news-ivo_notified = Notified to IVO
start-own = Your reports
start-own-none = You have not reported anything here.

column-number = Number
column-unit = Unit
column-received = Received
column-status = Status
column-target = Nearest day

status-received = Received
status-inquiry = Inquiry under way
status-decided = Decided

## The report
report-title = Report
report-lead = Tell it in your own words. You do not have to judge how serious it is.
report-what = What has happened, or what could happen?
report-what-hint = Write what you have seen or heard yourself, and where it happened. You can also speak it with the microphone on the phone’s keyboard.
report-when = When did it happen?
happened-just_now = Just now
happened-earlier_today = Earlier today
happened-other = Another time
report-when-words = Day and time
report-when-hint = For example: on Tuesday at three, or several times in October.
report-acted = What did you do at once?
report-acted-hint = For example: we stepped in between, comforted him and called home.
report-unit = Which unit is it about?
report-manager = It is about my manager
report-manager-hint = Then your manager may not read the report and is not told of it.
report-as = You report as { $reporter }.
report-for = The report is about { $unit }.
report-send = Send the report
report-routine = The board's lex Sarah routine, version { $version }, applies.
report-again-title = You have already sent a report from here
report-again = The first report has been received. Do you want to send this text as a new report? Then send it again. Otherwise you do not have to do anything.
report-again-link = See your reports (opens in a new tab)
report-concerns-manager = The report is about the reporter's manager. The manager may not read it and is told nothing.

## The receipt
receipt-page-title = Report { $number }
receipt-title = The report has been received
receipt-number = Number:
receipt-when = { $unit }, { $when }.
receipt-status = How far it has come:
receipt-bookmark = Feel free to bookmark this page. You also find it on the start page.
receipt-told = What came of it
receipt-next = What happens now?
receipt-next-protect = Whoever receives the report makes sure that the young person is protected.
receipt-next-take = An investigator takes the case.
receipt-next-target = Our own target is { $target }.
receipt-next-inquiry = The investigator finds out what happened and why. You may be asked questions.
receipt-next-decision = Another person decides. Then you get a mail that it is done. The mail does not say what was decided.
receipt-readers = Who may read the report?
reader-unit-manager = The unit manager at { $unit }
reader-principal = The principal of { $unit }
reader-school-owner-representative = The representative of the school owner
reader-investigator = The investigator who takes the case. Until then investigators see only number, unit and day.
reader-decision-maker = Whoever decides, when the inquiry is complete
reader-self = You yourself
reader-not-manager = The manager whom the report is about may not read it and is not told of it.
receipt-trace = We keep a record of who reads, and when.
receipt-words = This is what you wrote
receipt-acted = This is what you did at once
receipt-cites = The report comes from complaint { $number }.

## The workbench
workbench-title = Cases
workbench-lead = The case with the nearest day comes first. The days are our own targets, but for when IVO is to have the inquiry or a data breach is to be reported. The law says that everything is to be done without delay.
workbench-none = No cases wait for you.
no-target = None
nearest-data_breach = Data breach: { $target }
nearest-protect = Protection: { $target }
nearest-notify_ivo = Notification to IVO: { $target }
nearest-ivo_inquiry = Inquiry to IVO: { $target }
target-today = today, { $date }
target-tomorrow = tomorrow, { $date }
target-in = in { $days } days, { $date }
target-passed-yesterday = passed yesterday, { $date }
target-passed = passed { $days } days ago, { $date }

## Days
day-of-month = { $day } { $month }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

state-received = Received
state-registered = To be taken
state-assessing = Being assessed
state-inquiry = Under inquiry
state-to-decide = To be decided
state-decision = Being decided
state-closed_no_misconduct = Closed
state-measures = Measures
state-follow_up = Being followed up
state-closed = Closed
state-archived = Archived
state-out_of_scope = Not lex Sarah

## A case
case = Case
case-title = Case { $number }
reading-as-investigator = You are reading as investigator. The reading is logged.
reading-as-decision-maker = You are reading as decision-maker. The reading is logged.
reading-as-receiver = You are reading as receiver of the report. The reading is logged.
next-title = Next step
next-protect = Is the young person protected? Write what you have done.
next-start-inquiry = Make a short plan and begin the inquiry.
next-add-entry = Add pieces until all ten questions are answered. Write why when something cannot be known.
next-complete = All ten questions are answered. Complete the inquiry and propose an assessment.
next-wait-for-decision = The inquiry is complete and waits for a decision. If you add something, you must complete it again.
next-decide = The inquiry is complete. Read it and decide.
do-start-inquiry = Begin the inquiry
do-add-entry = Add a piece
do-complete = Complete the inquiry
do-decide = Decide
do-protect = Record a protective measure
fact-diary = Registration number
fact-target = Internal target of the next step
fact-ivo = Notification to IVO, the Health and Social Care Inspectorate
fact-assessment = Assessment
assessment-begun = An investigator has taken the case
fact-acted = What was done at once
fact-complaint = Comes from complaint
ivo-not_required = Not required
ivo-required = To be made as soon as possible
ivo-notified = Made
ivo-inquiry_sent = The inquiry is sent
ivo-ivo_closed = Closed by IVO
report-heading = The report
report-received-by = Received by { $names }
protections-heading = Protective measures
protections-none = No protective measure is recorded.
plan-heading = Plan
inquiry-heading = The inquiry
section-empty = No answer yet.
section-add = Add
section-add-to = in question { $section }
timeline-heading = What has happened in the case?
event-reported = The report came in
event-registered = Registered as { $number }
event-taken = The investigator took the case and stated that there is no conflict of interest
event-protected = Protective measure
event-planned = The inquiry began
event-entry = Piece in question { $section }
event-corrected = Correction in question { $section }
event-completed = The inquiry was completed
event-proposed = Proposal: { $grade }
event-decided = Decision: { $grade }

## Taking a case
take-lead = When you take the case you may read the report. A key list is made as well, so that the inquiry can be written without names.
take-target = Internal target for taking it
take-conflict-title = Do you have a conflict of interest?
take-conflict = You do if it concerns yourself or somebody close to you, or if something else can make others doubt that you are impartial.
take-free = I have no conflict of interest
take-send = Take the case
take-otherwise = Do you have one, or are you unsure? Do not take the case. If it turns out later, say so at once.

## A protective measure
protect-title = Record a protective measure
protect-what = What have you done to protect the young person, or why is no protection needed?
protect-hint = For example: an adult always walks by his side.
protect-send = Save the protective measure

## The plan
plan-title = Begin the inquiry
plan-what = How will you inquire?
plan-hint = Whom do you need to talk to, and what do you need to read? One sentence will do if the event is simple.

## An entry
entry-title = Add a piece
entry-title-correct = Correct a piece
entry-correct-lead = The old piece stays. Your correction is added as a new one.
entry-was-complete = The inquiry is marked as complete. If you add something, you must complete it again.
entry-section = Which question does it answer?
choose-section = Choose a question
entry-text = The piece
entry-text-hint = Write roles instead of names, for example “youth A” and “staff 2”.
entry-kind = What kind of piece is it?
entry-kind-hint = Keep facts and assessments apart. If something cannot be known, write why.
kind-fact = Fact
kind-assessment = Assessment
kind-not_known = Cannot be known
entry-source-kind = What does it rest on?
entry-source-kind-hint = Choose statement when somebody whom the event concerns says what they think of it.
source-interview = Interview
source-document = Document
source-observation = Own observation
source-statement = Statement
source-other = Something else
entry-source = Who or what is the source?
entry-source-hint = Write the code or title of the person you talked with. Otherwise write what you read, for example the schedule of the day. You can leave it empty for an own observation, or if it cannot be known.
entry-source-on = On which day?
entry-source-on-hint = The day when you talked, when the statement was made or when you saw it. For a document you can write the day that stands on it.
sources-count = Sources in the inquiry: { $count }
source-entries = pieces: { $count }
source-add = Add a piece from the same source
entry-source-label = Source:
entry-send = Save the piece
entry-is-corrected = Corrected
entry-corrects = Correction
entry-do-correct = Correct

section-1 = What happened, and what did it lead to or could have led to?
section-2 = When and how was it noticed?
section-3 = When did it happen?
section-4 = What caused it?
section-5 = Has something similar happened before? If so, why did it happen again?
section-6 = Can something similar happen again?
section-7 = What has been done to put it right, and when?
section-8 = What else has come up?
section-9 = Which position is proposed?
section-10 = What is done or planned so that it does not happen again?

## The inquiry is complete
completion-title = Complete the inquiry
completion-missing = Questions without an answer
completion-missing-lead = All ten questions are to be answered. If something cannot be known, write why.
completion-similar = Has something similar happened before?
completion-similar-hint = Explain the answer under question 5.
similar-yes = Yes
similar-no = No
similar-not_known = It cannot be known
completion-findings = This could tell who somebody is
completion-in-section = Question { $section }
trait-person_number = looks like a personal identity number
trait-phone = looks like a telephone number
trait-email = looks like an e-mail address
trait-reporters_name = looks like the reporter's name
completion-grade = Which assessment do you propose?
completion-grade-hint = Whoever decides sees your proposal and makes an assessment of their own.
grade-no_misconduct = No misconduct
grade-tangible_risk_of_misconduct = Tangible risk of misconduct
grade-misconduct = Misconduct
grade-tangible_risk_of_serious_misconduct = Tangible risk of serious misconduct
grade-serious_misconduct = Serious misconduct

## The decision
decision-title = Decide
decision-lead = Read the inquiry first. The decision cannot be changed once you have made it.
decision-proposed = The investigator proposes: { $grade }.
decision-log-in-title = Log in again first
decision-log-in = To decide you must have logged in within the last five minutes.
decision-log-in-link = Log in again
decision-grade = Assessment
decision-reasons = Reasons
decision-reasons-hint = Write what you base the decision on. Write roles instead of names.
decision-measures = Measures
decision-measures-hint = Write what is to be done, if you decide it now. Leave it empty if it is planned after the decision.
decision-ivo = Is IVO to be notified?
decision-ivo-hint = IVO is the Health and Social Care Inspectorate. Serious misconduct, or a tangible risk of it, is always notified as soon as possible (LSS 24 f §).
ivo-answer-yes = Yes
ivo-answer-no = No
decision-delegation = Delegation
decision-delegation-hint = Where in the delegation order does it say that you may decide? For example: item 7.4.
decision-heading = The decision
decision-by = Decided by
decision-fingerprint = Fingerprint of the decision (SHA-256)

## Somebody else came first
conflict-title = Somebody else came first
conflict-lead = Case { $number } has changed since you opened the page. We have not saved what you wrote, but it is here.
conflict-theirs = This happened last
conflict-own = This is what you wrote
conflict-changed = Case { $number } has changed since you opened the page. This happened last:
conflict-next = Read what has happened. What you wanted to do can no longer be done. Is what you wrote needed anyway? Copy the text, and open the case.
conflict-again = Read what has happened. What you wrote is still here below. Change it if needed, and save again.
conflict-back = Open case { $number }

## Faults
fault-report-text-missing = Write what has happened, or what could happen
fault-protect-text-missing = Write what you have done
fault-add_entry-text-missing = Write the piece
fault-report-unit_id-missing = Choose which unit it is about
fault-start_inquiry-plan-missing = Write how you will inquire
fault-take-free_of_conflict-missing = You can only take the case if you have no conflict of interest
fault-add_entry-section-missing = Choose which question the piece answers
fault-add_entry-kind-missing = Choose whether it is a fact, an assessment or something that cannot be known
fault-add_entry-source-missing = Write who or what the source is
fault-add_entry-source_on-missing = Write which day it was
fault-complete_inquiry-similar_before-missing = Answer whether something similar has happened before
fault-complete_inquiry-proposed_grade-missing = Choose which assessment you propose
fault-decide-grade-missing = Choose an assessment
fault-decide-reasons-missing = Write the reasons for the decision
fault-decide-ivo-missing = Answer whether IVO is to be notified
fault-decide-delegation-missing = Write where in the delegation order it says that you may decide
fault-too-long = The text has { $length } characters. We can take { $most }. Shorten it
fault-control-characters = The text had characters that cannot be kept. We have taken them out. Read it through and send it again
fault-not-a-choice = Choose one of what is here
fault-law-says-yes = With this assessment IVO is always notified. Choose yes, or change the assessment
fault-person-number = A personal identity number may not stay. Correct it
fault-unanswered = The text could tell who somebody is. Correct each thing, or write why it stays
fault-kept = Correct it, or write why it stays
fault-unsaid = Question { $section } has no answer
