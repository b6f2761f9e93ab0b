select origin from begun_series where office = ?1
union
select origin from vouched where office = ?1 and key = ?2
