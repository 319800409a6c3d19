# The workbench of investigators and decision-makers: what it is narrowed down to.

filter-views = Vanliga urval
filter-none = Inget ärende passar filtret. Ta bort något av det du valt.
filter-turn = Vems tur
filter-clock = Närmaste dag
filter-state = Status
filter-unit = Enhet
filter-grade = Bedömning
filter-ivo = IVO
turn-mine = Mina
turn-free = Att ta
turn-to_decide = Att besluta
clock-passed = Dagen har passerat
clock-near = Snart
towards-ivo-required = Ska anmälas till IVO
towards-ivo-notified = IVO väntar på utredningen
