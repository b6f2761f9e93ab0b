insert into vouched (origin, office, key)
select $1, $2, $3
where not exists (select 1 from desks where origin = $1) and not exists (select 1 from begun_series where origin = $1)
on conflict do nothing
