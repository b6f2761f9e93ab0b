select
    known.office,
    offices.profile,
    (select count(*) from requests where requests.office = known.office and decided_on is not null),
    (select count(*) from misfits where misfits.office = known.office),
    (select count(*) from questions where questions.office = known.office and stage = 'awaits_ppid_main')
from (select distinct office from desks where $1::text is null or office = $1) as known
left join offices on offices.code = known.office
order by known.office
