delete from tests
using unnest($1::text[], $2::uuid[]) as stale (office, test)
where tests.office = stale.office and tests.test = stale.test
