insert into matters (office, kind, subject, class, day, stands, words, changed, content)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
