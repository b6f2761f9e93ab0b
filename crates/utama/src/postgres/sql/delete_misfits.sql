delete from misfits
using unnest($1::text[], $2::uuid[]) as stale (office, request)
where misfits.office = stale.office and misfits.request = stale.request
