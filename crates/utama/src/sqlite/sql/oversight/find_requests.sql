select
    request, number, received_on, registered_on, stage, safe_due, official_due, due, decided_on, forwarded_on, answered_on,
    left_on, timely, last_entry, office
from requests
where (?1 is null or office in (select value from json_each(?1)))
and instr(lower(number), ?2) > 0
order by (decided_on is not null), iif(decided_on is null, ifnull(due, '9999'), ''), decided_on desc, office, number
limit ?3
