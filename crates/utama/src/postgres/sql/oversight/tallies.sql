-- A request that lapsed or was withdrawn ended without an answer. Unsent: nothing says yet that the answer left.
select
    office, month, sum(registered)::bigint, sum(answered)::bigint, sum(measured)::bigint, sum(in_time)::bigint, sum(dated)::bigint,
    sum(unsent)::bigint
from (
    select
        office, left(registered_on, 7) as month, 1 as registered, 0 as answered, 0 as measured, 0 as in_time, 0 as dated,
        0 as unsent
    from requests
    union all
    select
        office, left(decided_on, 7), 0, 1, (timely is not null)::int, coalesce(timely = 'in_time', false)::int,
        coalesce(timely = 'in_time_as_dated', false)::int, (left_on is null)::int
    from requests
    where decided_on is not null and stage not in ('not_processed', 'withdrawn')
) as counted
where $1::text is null or office = $1
group by office, month
order by office, month
