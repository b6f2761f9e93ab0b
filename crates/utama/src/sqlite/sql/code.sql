select office, desk, expires, used_by
from codes
where hash = ?1
