select office, desk, max(last_contact)
from desks
group by office, desk
order by office, desk
