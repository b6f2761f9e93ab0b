-- The setting holds for this statement's transaction alone: it is not worth a wait for the disk.
with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
update desks
set token_arrived = true, last_contact = $3
from unhurried
where origin = $1 and (not token_arrived or last_contact is null or last_contact <= $2 or last_contact > $3)
