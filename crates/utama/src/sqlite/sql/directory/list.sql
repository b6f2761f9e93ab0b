insert into directory (code, name, kind, contact, retired)
values (?1, ?2, ?3, ?4, ?5)
on conflict (code) do update set
    name = excluded.name, kind = excluded.kind, contact = excluded.contact, retired = excluded.retired
