select
    origin,
    key,
    max(
        ifnull((select max(seq) from entries where entries.origin = desks.origin), 0),
        ifnull((select max(seq) from heads where heads.origin = desks.origin), 0)
    )
from desks
where office = ?1
order by origin
