select entries.header, entries.payload, heads.hash, heads.signature
from entries left join heads on heads.origin = entries.origin and heads.seq = entries.seq
where entries.origin = ?1 and entries.seq > ?2 and entries.office = ?3
order by entries.seq
