-- A request that lapsed or was withdrawn ended without an answer.
select office, month, sum(registered), sum(answered), sum(measured), sum(in_time)
from (
    select office, substr(registered_on, 1, 7) as month, 1 as registered, 0 as answered, 0 as measured, 0 as in_time
    from requests
    union all
    select office, substr(decided_on, 1, 7), 0, 1, due is not null, ifnull(decided_on <= due, 0)
    from requests
    where decided_on is not null and stage not in ('not_processed', 'withdrawn')
)
where ?1 is null or office = ?1
group by office, month
order by office, month
