-- What PPID Utama wrote and nobody here has acted on yet: the first screen asks this table and not ten years of answers. A
-- projection like `request` and `matter`, at most one row a subject.
create table news (
    subject text primary key,
    place integer not null references entry (place),
    told text not null,
    until text                              -- civil date after which it is told no more; null while it stays
) strict, without rowid;
