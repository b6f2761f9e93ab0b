select test, unit, tested_on, office
from tests
where ?1 is null or office in (select value from json_each(?1))
order by tested_on, office, test
