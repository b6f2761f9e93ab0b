insert into heads (origin, seq, hash, signature)
select * from unnest($1::uuid[], $2::bigint[], $3::bytea[], $4::bytea[])
on conflict (origin, seq) do update set hash = excluded.hash, signature = excluded.signature
