select test, unit, information, tested_on, stage, decided_on, office
from tests
where stage = 'tested'
and (?1 is null or office in (select value from json_each(?1)))
order by tested_on, office, test
