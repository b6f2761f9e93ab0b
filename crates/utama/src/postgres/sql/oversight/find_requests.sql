select
    request, number, received_on, registered_on, stage, safe_due, official_due, due, decided_on, forwarded_on, answered_on,
    left_on, timely, last_entry, office
from requests
where ($1::text[] is null or office = any($1))
and position($2 in lower(number)) > 0
order by (decided_on is not null), case when decided_on is null then coalesce(due, '9999') else '' end, decided_on desc, office, number
limit $3
