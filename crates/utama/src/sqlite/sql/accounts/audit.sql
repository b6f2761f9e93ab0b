-- ?1: codes with a space between them; nothing stands for every office.
select at, login, what, office, about, address
from audit
where (?1 = '' or instr(' ' || ?1 || ' ', ' ' || office || ' ') > 0)
    and (?4 = '' or login = ?4)
    and (?5 = '' or office = ?5)
    and at >= ?6
    and at < ?7
order by at desc, number desc
limit ?2 offset ?3
