insert into heads (origin, seq, hash, signature) values (?1, ?2, ?3, ?4)
on conflict (origin, seq) do update set hash = excluded.hash, signature = excluded.signature
