select question, line, about, asked_by, stage, since, office
from questions
where stage <> 'closed'
and (?1 is null or office in (select value from json_each(?1)))
order by since, office, question
