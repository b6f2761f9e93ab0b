-- Questions between offices and PPID Utama. Folded from the entries like requests and tests; the new version of the fold fills it.
create table questions (
    office text collate "C" not null,
    question uuid not null,
    line text not null,
    about text,
    asked_by text not null,
    stage text not null,
    since text collate "C" not null,
    primary key (office, question)
);
create index questions_open on questions (since) where stage <> 'closed';
