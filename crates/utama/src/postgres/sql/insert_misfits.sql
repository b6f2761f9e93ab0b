insert into misfits (office, request, origin, seq)
select * from unnest($1::text[], $2::uuid[], $3::uuid[], $4::bigint[])
