-- Objections, items of the catalogue, what is kept closed, answers to the survey, yearly reports: one row each. Folded from the entries
-- like requests; the new version of the fold fills it. content is what its list shows, as JSON; the other columns are what it is
-- narrowed and ordered by.
create table matters (
    office text not null,
    kind text not null,
    subject blob not null check (length(subject) = 16),
    class text not null,
    day text not null,
    stands integer not null,
    words text not null,
    changed integer not null,
    content text not null,
    primary key (office, kind, subject)
) strict, without rowid;
create index matters_by_day on matters (kind, day);
create index matters_by_change on matters (kind, changed);
