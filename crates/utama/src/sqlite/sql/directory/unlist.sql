delete from directory
where code = ?1
    and not exists (select 1 from desks where office = ?1)
    and not exists (select 1 from codes where office = ?1)
