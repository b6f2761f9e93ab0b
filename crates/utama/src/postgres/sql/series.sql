with writers as (
    select origin, key from desks where office = $1
    union all
    select origin, $2::bytea from begun_series where office = $1
    union all
    select origin, key from vouched where office = $1
)
select writers.origin, writers.key, last.seq, last.hash, vouched.seq
from writers
left join lateral (
    select seq, hash from entries
    where entries.origin = writers.origin and entries.office = $1
    order by seq desc
    limit 1
) as last on true
left join lateral (
    select seq from heads where heads.origin = writers.origin order by seq desc limit 1
) as vouched on true
order by writers.origin
