insert into tests (office, test, unit, tested_on)
select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[])
