update codes
set expires = ?2
where expires > ?2
    and (office, desk) = (select office, desk from desks where origin = ?1)
