select entries.header, entries.payload
from misfits
join entries on entries.origin = misfits.origin and entries.seq = misfits.seq
where misfits.office = $1 and entries.office = $1
order by misfits.origin, misfits.seq
limit $2
