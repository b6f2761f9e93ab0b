select origin from begun_series where office = any($1)
union
select origin from vouched where office = any($1) and key = $2
