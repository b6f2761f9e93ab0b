select test, unit, information, tested_on, stage, decided_on, office
from tests
where stage = 'tested'
and ($1::text[] is null or office = any($1))
order by tested_on, office, test
