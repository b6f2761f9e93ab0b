select known.office, offices.profile
from (select distinct office from desks where ?1 is null or office in (select value from json_each(?1))) as known
left join offices on offices.code = known.office
order by known.office
