select
    origin,
    office,
    desk,
    ifnull((select max(seq) from entries where entries.origin = desks.origin), 0),
    last_contact,
    revoked
from desks
order by office, desk, last_contact desc, origin
