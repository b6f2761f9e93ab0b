insert into tests (office, test, unit, information, tested_on, stage, decided_on)
select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
