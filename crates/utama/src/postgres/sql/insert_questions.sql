insert into questions (office, question, line, about, asked_by, stage, since)
select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
