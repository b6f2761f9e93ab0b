select desk, max(last_contact), min(revoked is not null)
from desks
where office = ?1
group by desk
order by desk
