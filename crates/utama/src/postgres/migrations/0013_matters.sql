-- Objections, items of the catalogue, what is kept closed, answers to the survey, yearly reports: one row each. Folded from the entries
-- like requests; the new version of the fold fills it. content is what its list shows, as JSON; the other columns are what it is
-- narrowed and ordered by.
create table matters (
    office text collate "C" not null,
    kind text not null,
    subject uuid not null,
    class text not null,
    day text collate "C" not null,
    stands boolean not null,
    words text not null,
    changed bigint not null,
    content text not null,
    primary key (office, kind, subject)
);
create index matters_by_day on matters (kind, day);
create index matters_by_change on matters (kind, changed);
