select entry.place, entry.subject, doubted.reason
from doubted
join entry on entry.origin = doubted.origin and entry.seq = doubted.seq
where not exists (select 1 from review where review.place = entry.place)
order by entry.place
