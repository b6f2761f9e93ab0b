select at, login, what, office, about, address
from audit
where (login = $1 and what in ('signed_in', 'paper_code_used', 'signed_out'))
    or (about = $1 and what in ('sign_in_failed', 'session_ended'))
order by at desc, number desc
limit $2
