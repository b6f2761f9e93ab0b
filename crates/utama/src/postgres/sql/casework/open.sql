select office, subject, at, login, kind, unit, due, text
from case_steps
where ($1::text[] is null or office = any($1))
and (
    exists (
        select 1
        from requests
        where requests.office = case_steps.office and requests.request = case_steps.subject and forwarded_on is not null
    )
    or exists (
        select 1
        from tests
        where tests.office = case_steps.office and tests.test = case_steps.subject and stage = 'tested'
    )
)
order by number
