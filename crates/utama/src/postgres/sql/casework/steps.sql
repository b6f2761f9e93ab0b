select office, subject, at, login, kind, unit, due, text
from case_steps
where office = $1 and subject = $2
order by number
