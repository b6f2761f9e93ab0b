insert into acknowledgments (origin, office, desk, at, taken, refused, returned, more, file)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
on conflict (origin) do update set
    at = excluded.at, taken = excluded.taken, refused = excluded.refused, returned = excluded.returned,
    more = excluded.more, file = excluded.file
