from matters
where kind = ?1
and (?2 is null or office in (select value from json_each(?2)))
and (?3 = '' or class = ?3)
and (?4 = '' or substr(day, 1, length(?4)) = ?4)
and not exists (select 1 from json_each(?5) as word where instr(matters.words, word.value) = 0)
and (?6 or stands)
