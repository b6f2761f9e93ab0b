select
    request, number, received_on, registered_on, stage, safe_due, official_due, due, decided_on, forwarded_on, answered_on,
    left_on, timely, last_entry,
    office
from requests
where forwarded_on is not null
and (?1 is null or office in (select value from json_each(?1)))
order by forwarded_on, office, number, request
