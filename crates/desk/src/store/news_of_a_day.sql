select news.subject, news.told
from news join entry using (place)
where news.until is null or news.until >= ?1
order by entry.time desc, entry.origin desc, entry.seq desc
