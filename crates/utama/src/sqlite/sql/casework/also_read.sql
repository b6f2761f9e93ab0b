select login, max(at)
from audit
where office = ?1 and about = ?2 and at >= ?3 and what in ('case_read', 'test_read', 'question_read')
group by login
order by login
