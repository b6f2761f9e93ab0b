with writers as (
    select origin, key from desks where office = ?1
    union all
    select origin, ?2 from begun_series where office = ?1
    union all
    select origin, key from vouched where office = ?1
)
select
    writers.origin,
    writers.key,
    ifnull(last.seq, 0),
    last.hash,
    ifnull((select max(seq) from heads where heads.origin = writers.origin), 0)
from writers
left join entries as last
    on last.origin = writers.origin
    and last.office = ?1
    and last.seq = (select max(seq) from entries where entries.origin = writers.origin)
order by writers.origin
