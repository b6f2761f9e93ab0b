-- PPID Utama's own people: the monitor asks who looks, and personal data is read only by those who may, on record.

-- offices: the codes a person is limited to, a space between them; nothing for every office. A login is never given twice.
create table accounts (
    id blob primary key check (length(id) = 16),
    login text not null unique,
    name text not null,
    role text not null,
    offices text not null,
    password text not null,
    temporary integer not null,
    closed integer
) strict, without rowid;

-- By the hash of the token in the cookie.
create table sessions (
    token blob primary key check (length(token) = 32),
    account blob not null,
    began integer not null,
    used integer not null
) strict, without rowid;

-- Attempts to sign in, by the hash of the account or the address. They go when they no longer count.
create table attempts (
    key blob not null check (length(key) = 32),
    at integer not null
) strict;
create index attempts_of on attempts (key, at);

-- Who looked at or did what, and when; never what it said.
create table audit (
    number integer primary key,
    at integer not null,
    login text not null,
    what text not null,
    office text,
    about text
) strict;
create index audit_by_time on audit (at);

-- A revoked desk's token opens nothing until a new one-time code lets the desk in again.
alter table desks add column revoked integer;

-- What waits at PPID Utama. Folded from the entries like all of requests; the new version of the fold fills both.
alter table requests add column forwarded_on text;
create index requests_forwarded on requests (forwarded_on) where forwarded_on is not null;
create table tests (
    office text not null,
    test blob not null,
    unit text not null,
    tested_on text not null,
    primary key (office, test)
) strict, without rowid;
