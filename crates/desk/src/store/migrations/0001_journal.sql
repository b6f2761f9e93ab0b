-- The journal and its projections. Everything below `entry` can be dropped and rebuilt from it,
-- except `draft` (what is being typed) and `local` (keys and settings of this computer).

create table entry (
    place integer primary key,              -- order of arrival at this desk
    origin blob not null,
    seq integer not null,
    time integer not null,                  -- hybrid stamp; below 2^63 until the year 6429
    subject text not null,
    header blob not null,                   -- postcard of the header: what is hashed
    payload blob not null,
    unique (origin, seq)
) strict;
-- Folding one subject in the order (time, origin, seq).
create index entry_by_subject on entry (subject, time, origin, seq);

-- Heads of other writers' series, each vouching for all entries up to it.
create table head (
    origin blob not null,
    seq integer not null,
    hash blob not null,
    signature blob not null,
    primary key (origin, seq)
) strict, without rowid;

create table writer (origin blob primary key, key blob not null) strict;

-- The office as its changes made it: one row of JSON.
create table office (one integer primary key check (one = 1), state text not null) strict;

create table request (
    place integer primary key,              -- place of the entry that registered it: newest last, the same after a rebuild
    id text not null unique,
    number text not null,
    desk text not null,
    year integer not null,
    serial integer not null,
    received_on text not null,
    registered_on text not null,
    decided_on text,
    due text,                               -- earliest reading; null when its year is not loaded
    applicant text not null,
    information text not null,
    stage text not null,
    state text not null                     -- JSON of the folded request
) strict;
-- Not unique: a replaced PC may bring a number that was given before, and one bad entry must not stop all others.
create index request_by_serial on request (desk, year, serial);
create index request_by_stage on request (stage, place);
create index request_by_due on request (due) where decided_on is null;

create virtual table request_words using fts5 (
    number, applicant, information, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

-- Entries that do not fit the state they arrived in: kept, not applied, shown to a person.
create table review (place integer primary key references entry (place), subject text not null) strict;

create table draft (name text primary key, content text not null, kept_at text not null) strict;

create table local (name text primary key, value text not null) strict;
