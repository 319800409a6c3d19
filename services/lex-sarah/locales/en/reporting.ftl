# Reporting, and what those at once responsible do.

start-oral = Write down a report that somebody tells you

## Kept while it is written
report-save = Save and go on later
report-lock = Lock the page
report-keeps = What you write is saved with us and not on this computer or phone.
report-kept = Saved at { $time }.
report-not-kept = It could not be saved just now. The text is still here, and we try again.
locked-title = The page is locked
locked-lead = Now nobody else can read it. What is written is saved, and only the one who wrote it can read it. We lock when nobody has written for a while.
locked-log-in = Log in again and go on
locked-another = Are you somebody else? Choose Log out, and log in as yourself.

## Pictures and files
report-files = Pictures and files
report-files-add = Add pictures or files
report-files-change = Change pictures and files
report-files-title = Pictures and files for the report
report-files-lead = Add one file at a time. What you have written in the report is saved.
report-files-sending = The file is being sent. Wait here until it has arrived.
report-files-done = Back to the report
attachments = Pictures and files
attachments-hint = Files are downloaded as they came. Pictures are shown without what the camera has written into them. We keep who opens a file, and when.
attachments-picture = The picture { $name }

## Other ways
ways-question = Do you need to do something other than report?
ways-also = Do you need to do anything more?
ways-anyway = Your report is taken even if another way would suit better. You do not have to choose.
way-danger = Somebody is in danger right now
way-danger-do = Call first. Then report.
way-child = A child is being harmed, or you suspect it
way-child-do = Then you must at once report your concern to the social services. The report does not replace that.
way-health = It is about medicines or other health care
way-health-do = Also report a deviation to the care provider who delegated the task.
way-whistle = You want to blow the whistle
way-whistle-do = The whistleblower channel is for wrongdoing of public interest. The law protects those who report there in particular (lag 2021:890). A report here is no whistleblowing. We send nothing between the two, and other people read.
way-whistle-link = To the whistleblower channel
way-complaint = A young person or somebody close wants to complain
way-complaint-do = Show them the complaint form. There they can be anonymous. If you have learnt of something serious yourself, report it here all the same.

## An oral report
oral-title = Write down a report
oral-lead = Somebody tells you of a misconduct. Write it down as it is said, read it back and send it.
oral-teller = Who is telling it?
oral-teller-hint = The report is theirs, not yours. They can follow it here.
oral-teller-unknown = Somebody who is not in the list
oral-teller-name = Name
oral-teller-name-hint = If the person is not in the list.
oral-teller-title = Title
oral-teller-title-hint = For example substitute.
oral-told-on = On what day were you told?
oral-told-on-hint = For example 2026-11-21.
oral-told-at = At what time were you told?
oral-told-at-hint = For example 16.30. That is the time that counts, not when you write.
oral-what = What has happened, or what could happen?
oral-what-hint = Write what is said. Add no judgements of your own.
oral-manager = It is about the teller's manager
oral-manager-hint = Are you the manager? Then somebody else takes over, and you cannot read the report afterwards.
oral-read-back = Have you read the text back to the one who tells it?
oral-read-back-hint = They must be able to correct the text before you send it.
oral-read-back-yes = Yes, and they agree
oral-read-back-no = No
oral-done-title = The report has been received
oral-done-told = It counts from when you were told: { $when }.
oral-done-give = Give the number to the one who told it.
oral-done-next = Make sure that nobody is in danger. Write in the case what you have done.
report-written-down = Oral report. Written down by { $by } { $when }. The text was read back, and the teller agrees.
report-written-down-unheard = Oral report. Written down by { $by } { $when }. The text was not read back to the teller.
receipt-written-down = You told this. { $by } wrote it down { $when }.

## Wanting to take it back
wish-heading = Do you want to take the report back?
wish-lead = A report cannot be taken back. It is inquired into all the same. But you can tell the investigator that you have changed your mind, and why.
wish-why = Why?
wish-send = Tell the investigator
wish-noted = You told so { $when }. The report is inquired into all the same.
event-wish-to-withdraw = The reporter wants to take the report back. It is inquired into all the same.

## Protection
protect-when = When was it done?
protect-when-hint = Leave empty if it was just now. For example: at 15.10 today.
protect-who = Who did it?
protect-who-hint = Leave empty if it was you. Otherwise write name and title.
protect-done-when = Done:
protect-done-by = By:

## Faults
fault-oral-teller-missing = Choose who is telling it, or write name and title
fault-oral-teller_name-missing = Write the name of the one who tells it
fault-oral-teller_title-missing = Write which title the one who tells it has
fault-oral-told_at-missing = Write at what time you were told
fault-oral-text-missing = Write what the teller says
fault-oral-unit_id-missing = Choose which unit what is said is about
fault-oral-read_back-missing = Answer whether you have read the text back
fault-not-a-day = Write a day like this: 2026-11-21
fault-not-a-time = Write a time like this: 16.30
fault-still-to-come = That time is still to come. Write a time that has been
