select office, desk, max(last_contact), bool_and(revoked is not null)
from desks
where $1::text is null or office = $1
group by office, desk
order by office, desk
