# The inquiry's own tools: conflict check, key list, de-identification, tasks.

## Conflict check
take-check = People whom the case may concern
take-check-lead = Everybody who works at the unit, in alphabetical order. The list does not show who reported or whom it is about.

## The key list
key-title = Key list
key-lead = Here it says who is who. The key list lies apart from the case and has a lock of its own. In the inquiry you write the codes only.
key-codes = Codes
key-none = Nobody has a code yet.
key-add = Give somebody a code
key-name = What is the person's name?
key-name-hint = First name and surname, as they are usually written. Then we find the name if it happens to stand in the inquiry.
key-part = What is the person in the case?
key-choose-part = Choose
part-youth = young person
part-guardian = guardian
part-staff = staff
part-manager = manager
part-other = other
key-send = Give a code
key-look = See who is who
key-reason = Why do you need to see it?
key-reason-hint = The reason is kept together with your name and the time.
key-open = Show the names
key-log-in = You must have logged in within the last five minutes.
key-who = Who is who?
key-looked = We have kept that you looked, when and why. The page shows the names once.
do-key-list = Key list

## Leaving somebody out
implicate-title = Leave somebody out of the case
implicate-lead = Does it turn out that somebody is part of what happened? Choose the person. From now on they cannot read the case, and get no messages about it.
implicate-quiet = The person is not told that they are left out, nor why. It cannot be undone.
implicate-who = Who is to be left out?
implicate-choose = Choose
implicate-send = Leave the person out
do-implicate = Leave somebody out of the case

## De-identification
completion-finding-in-text = { $section }, in the text
completion-finding-in-source = { $section }, in the source
completion-replace = Replace with ”{ $proposed }”
found-lead = Correct each of them, or write why it stays. Personal identity numbers may never stay.
found-looks-like = ”{ $word }” { $looks }
found-in-field = In the answer to ”{ $field }”
found-because = Why does it stay?
found-open-key-list = Open the key list in a new tab. If the name has a code we then propose it here
found-is-organisation = It is the number of an organisation
kept-line = ”{ $word }”: { $why }
trait-address = looks like an address
trait-known_name = stands in the key list
trait-colleagues_name = looks like the name of somebody at the unit
trait-likely_name = looks like a name
trait-small_group = may single out one of few

## Tasks
deeds-here = Work with the case
tasks-heading = To do
task-done = Done
task-now = To do
task-locked = Cannot begin yet
task-protect = Protect the young person
task-take = Check for conflicts and take the case
task-key-list = Give codes in the key list
task-start_inquiry = Begin the inquiry
task-add_entry = Answer the ten questions
task-deidentify = Remove what tells who somebody is
task-complete_inquiry = Complete the inquiry
task-decide = Decision
task-notify_ivo = Notify IVO
task-send_inquiry_to_ivo = Send the inquiry to IVO
task-plan = Plan measures
task-settle = Carry out the measures
task-judge_effect = Judge what the measures have led to
task-give_feedback = Tell those who are to know
task-close = Close the case
task-counted = { $done } of { $all } have answers
task-found = Places to answer: { $count }
task-why-start_inquiry = Begin the inquiry first
task-why-add_entry = Answer all ten questions first
task-why-decide = The case must be decided first
task-why-plan = Plan the measures first
task-why-settle = The measures must be carried out, and the follow-up begun
task-why-close = Everything else must be done, and a decision-maker closes it
task-why-complete_inquiry = The inquiry must be complete, and another person decides
near-heading = May be the same event
near-lead = More reports from the unit came at about the same time. Read them too. Nothing is merged: each report is inquired into by itself.
similar-heading = Earlier events at the unit
similar-lead = The last two years, without names and content.
similar-count = Show earlier events: { $count }
similar-none = No other reports from the unit in the last two years.
similar-line = { $number }, received { $day }
similar-not-decided = not decided

## Faults
fault-add_key-name-missing = Write the person's name
fault-add_key-part-missing = Choose what the person is in the case
fault-look_in_key_list-reason-missing = Write why you need to see the names
fault-implicate-person-missing = Choose who is to be left out

## Files that the inquiry rests on
entry-do-attach = Add a file
entry-file-title = Add a file to the inquiry
entry-file-lead = The file belongs to this:
entry-file-names = The file goes along to IVO if the case is notified. Are there names in it? Only add it if it is really needed.
