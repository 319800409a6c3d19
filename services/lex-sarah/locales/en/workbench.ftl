# The workbench of investigators and decision-makers: what it is narrowed down to.

filter-views = Often wanted
filter-none = No case fits the filter. Take away something you have chosen.
filter-turn = Whose turn
filter-clock = Nearest day
filter-state = Status
filter-unit = Unit
filter-grade = Assessment
filter-ivo = IVO
turn-mine = Mine
turn-free = To take
turn-to_decide = To decide
clock-passed = The day has passed
clock-near = Soon
towards-ivo-required = To be notified to IVO
towards-ivo-notified = IVO waits for the inquiry
