insert into accounts (id, login, name, role, offices, password, temporary, temporary_until)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (login) do nothing
