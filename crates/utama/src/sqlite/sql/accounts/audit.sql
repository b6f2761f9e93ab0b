-- ?1: codes with a space between them; nothing stands for every office.
select at, login, what, office, about
from audit
where ?1 = '' or instr(' ' || ?1 || ' ', ' ' || office || ' ') > 0
order by at desc, number desc
limit ?2 offset ?3
