insert into entries (origin, seq, office, kind, request, hash, header, payload)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
