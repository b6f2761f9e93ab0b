select wanted.origin, last.seq, last.hash
from unnest($1::uuid[]) as wanted (origin)
cross join lateral (
    select seq, hash from entries where entries.origin = wanted.origin order by seq desc limit 1
) as last
