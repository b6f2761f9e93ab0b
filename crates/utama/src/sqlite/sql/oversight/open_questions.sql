select question, line, about, asked_by, stage, since, office
from questions
where stage <> 'closed'
order by since, office, question
