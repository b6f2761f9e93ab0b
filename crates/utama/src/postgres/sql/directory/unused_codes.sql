select hash, office, desk, expires
from codes
where used_by is null and expires > $1
order by office, desk, expires, hash
