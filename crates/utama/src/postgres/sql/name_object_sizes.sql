insert into object_sizes (office, digest, size)
select * from unnest($1::text[], $2::bytea[], $3::bigint[])
on conflict do nothing
