select
    request, number, received_on, registered_on, stage, safe_due, official_due, due, decided_on, forwarded_on, answered_on,
    left_on, timely, last_entry, office
from requests
where lower(number) = ?1
order by office, request
limit ?2
