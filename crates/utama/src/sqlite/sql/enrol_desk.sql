insert into desks (origin, office, desk, key, token) values (?1, ?2, ?3, ?4, ?5)
on conflict (origin) do update set token = excluded.token, token_arrived = 0, revoked = null
