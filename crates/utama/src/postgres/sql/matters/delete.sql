delete from matters
using unnest($1::text[], $2::text[], $3::uuid[]) as stale (office, kind, subject)
where matters.office = stale.office and matters.kind = stale.kind and matters.subject = stale.subject
