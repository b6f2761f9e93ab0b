select question, line, about, asked_by, stage, since
from questions
where office = $1
order by (stage = 'closed'), since desc, question
