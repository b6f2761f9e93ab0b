insert into case_steps (office, subject, at, login, kind, unit, due, text)
values ($1, $2, $3, $4, $5, $6, $7, $8)
