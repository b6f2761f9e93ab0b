-- $1: the offices; none stands for every office.
select at, login, what, office, about, address
from audit
where (cardinality($1::text[]) = 0 or office = any($1))
    and ($4::text = '' or login = $4)
    and ($5::text = '' or office = $5)
    and at >= $6
    and at < $7
order by at desc, number desc
limit $2 offset $3
