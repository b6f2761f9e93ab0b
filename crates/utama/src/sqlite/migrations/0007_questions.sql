-- Questions between offices and PPID Utama. Folded from the entries like requests and tests; the new version of the fold fills it.
create table questions (
    office text not null,
    question blob not null,
    line text not null,
    about text,
    asked_by text not null,
    stage text not null,
    since text not null,
    primary key (office, question)
) strict, without rowid;
create index questions_open on questions (since) where stage <> 'closed';
