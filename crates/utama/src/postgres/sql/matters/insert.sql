insert into matters (office, kind, subject, class, day, stands, words, changed, content)
select *
from unnest(
    $1::text[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::boolean[], $7::text[], $8::bigint[], $9::text[]
)
