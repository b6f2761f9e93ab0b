select desk, max(last_contact)
from desks
where office = ?1
group by desk
order by desk
