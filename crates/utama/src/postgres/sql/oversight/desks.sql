select
    origin,
    office,
    desk,
    coalesce((select max(seq) from entries where entries.origin = desks.origin), 0),
    last_contact,
    revoked
from desks
where $1::text is null or office = $1
order by office, desk, last_contact desc nulls last, origin
