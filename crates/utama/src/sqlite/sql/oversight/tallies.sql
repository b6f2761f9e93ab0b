-- A request that lapsed or was withdrawn ended without an answer. Unsent: nothing says yet that the answer left.
select office, month, sum(registered), sum(answered), sum(measured), sum(in_time), sum(dated), sum(unsent)
from (
    select
        office, substr(registered_on, 1, 7) as month, 1 as registered, 0 as answered, 0 as measured, 0 as in_time, 0 as dated,
        0 as unsent
    from requests
    union all
    select
        office, substr(decided_on, 1, 7), 0, 1, timely is not null, ifnull(timely = 'in_time', 0),
        ifnull(timely = 'in_time_as_dated', 0), left_on is null
    from requests
    where decided_on is not null and stage not in ('not_processed', 'withdrawn')
)
where ?1 is null or office = ?1
group by office, month
order by office, month
