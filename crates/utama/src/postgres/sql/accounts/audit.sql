-- $1: the offices; none stands for every office.
select at, login, what, office, about
from audit
where cardinality($1::text[]) = 0 or office = any($1)
order by at desc, number desc
limit $2 offset $3
