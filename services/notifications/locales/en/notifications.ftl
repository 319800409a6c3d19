# Texts of the delivery overview.

service-name = Mailings

overview-title = Mailings
overview-lead = Here you see whether e-mails arrive. You never see addresses, and never what a case is about.
none = Nothing right now.

waiting-title = Waiting
waiting-none = No e-mail is waiting.
waiting-number = E-mails waiting: { $number }.
waiting-since = The oldest has waited since { $when }.

untold-title = Nobody was told
untold-lead = Something waits in these cases, but there was nobody to tell. Put the register right, tell those concerned in another way, and then tick it off.
untold-nobody = Nobody has the role or may be told
untold-no-address = Somebody has no e-mail address in the register

refused-title = Did not arrive
refused-lead = The recipient’s mail server said no for good. We never try another address. Make sure that the person is told in another way, and then tick it off. If the fault was ours or the mail server’s and is mended, you can send it again to the same address.
refused-whose-outside = Somebody who does not work here
refused-status = The mail server answered { $status }
refused-unusable = The address cannot be written to
send-again = Send again
tick-off = Tick off

hours-title = The last day, hour by hour
hours-none = No e-mail has left in the last day.

column-case = Case
column-occasion = What about
column-when = When
column-why = Why
column-whose = Whose address
column-said = What happened
column-do = To do
column-hour = Hour
column-sent = Sent
column-refused = Did not arrive

occasion-new-matter = A new case waits
occasion-task-waits = Something waits for somebody
occasion-new-message = A new message
occasion-answer-ready = There is an answer
occasion-received = It has arrived
occasion-decided = Something new to read
occasion-target-nears = An internal target is near
occasion-target-passed = An internal target has passed
occasion-absence = A deputy in somebody’s absence

## For somebody who has nothing to do here
closed-title = E-mails are sent from here
closed-what = This part of Lyssna sends an e-mail when something is waiting for you. The e-mails never say what it is about.
closed-why = You are logged in, but there is nothing for you to do here.
closed-else = You find what is waiting for you through the link in the e-mail.
