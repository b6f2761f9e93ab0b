insert into accounts (id, login, name, role, offices, password, temporary)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (login) do nothing
