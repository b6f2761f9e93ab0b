select known.office, offices.profile
from (select distinct office from desks where $1::text[] is null or office = any($1)) as known
left join offices on offices.code = known.office
order by known.office
