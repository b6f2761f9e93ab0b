select exists (select 1 from desks where origin = ?1)
    or exists (select 1 from vouched where origin = ?1)
    or exists (select 1 from begun_series where origin = ?1)
