delete from requests
using unnest($1::text[], $2::uuid[]) as stale (office, request)
where requests.office = stale.office and requests.request = stale.request
