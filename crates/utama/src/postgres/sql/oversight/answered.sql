select kind, subject, title, answered, office
from (
    select 'penerusan' as kind, request as subject, number as title, answered_on as answered, office
    from requests
    where answered_on is not null and forwarded_on is null
    union all
    select 'uji', test, information, decided_on, office
    from tests
    where decided_on is not null
    union all
    select 'tanya', question, line, since, office
    from questions
    where stage in ('answered', 'closed')
) as found
where ($1::text[] is null or office = any($1))
order by answered desc, office, title, subject
