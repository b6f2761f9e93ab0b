select test, unit, tested_on, office
from tests
where $1::text[] is null or office = any($1)
order by tested_on, office, test
