select origin, key, ifnull((select max(seq) from entries where entries.origin = desks.origin), 0)
from desks
where office = ?1
order by origin
