insert into matter (place, kind, id, desk, year, serial, on_date, due, stage, request, words, state)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
