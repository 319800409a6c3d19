# What a registrar does: checks what stands in the diary.

nav-registry = Registry
registry-title = Registry
registry-lead = The system has entered these reports in the register. Check that the line and the secrecy mark are right. The oldest stands first.
registry-none = Nothing waits for the registrar.
registry-checked = Checked
registry-date = Registered
no-secrecy-mark = No mark
check_registration-title = Check the line of the register
check_registration-lead = You see only what stands in the register, not what the report is about. The number and the day do not change.
check_registration-line = Line of the register
check_registration-line-hint = The register is open to everybody. Choose a line that tells nothing.
check_registration-mark = Secrecy mark
check_registration-mark-hint = A mark warns. It does not decide whether something is secret.
check_registration-send = Save as checked
check_registration-meanwhile = Somebody else has checked the line. This is how it stands now. Choose again if it should be different.

fault-check_registration-line-missing = Choose a line
fault-check_registration-mark-missing = Choose a mark, or none
