select entries.header, entries.payload
from unnest($1::text[], $2::text[], $3::uuid[]) as wanted (office, kind, subject)
join entries
    on entries.office = wanted.office and entries.kind = wanted.kind and entries.subject = wanted.subject
