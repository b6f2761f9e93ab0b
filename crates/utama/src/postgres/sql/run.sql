-- A series has no gaps, so that a stretch of seqs is as many entries; a limit would first sort all that follow.
select entries.header, entries.payload, heads.hash, heads.signature
from entries
left join heads on heads.origin = entries.origin and heads.seq = entries.seq
where entries.origin = $1 and entries.seq > $2 and entries.seq <= $2 + $3 and entries.office = $4
order by entries.seq
