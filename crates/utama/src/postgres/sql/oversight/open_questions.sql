select question, line, about, asked_by, stage, since, office
from questions
where stage <> 'closed'
and ($1::text[] is null or office = any($1))
order by since, office, question
