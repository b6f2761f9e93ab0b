-- The first layout, table for table that of SQLite at its fourth. Dates are ISO text, as there: a desk may claim a date that
-- PostgreSQL does not know. Text that is put in order is compared byte by byte ("C"), so that both give the same order.

-- One row: who this server is, and which store this is. basis tells with which rules and calendar the folded tables were made.
create table server (
    one smallint primary key check (one = 1),
    origin uuid not null,
    seed bytea not null check (length(seed) = 32),
    epoch uuid not null,
    basis text not null default ''
);

-- One-time codes, by hash. used_by stays so that a desk whose answer was lost on the way may ask again.
create table codes (
    hash bytea primary key check (length(hash) = 32),
    office text not null,
    desk text not null,
    expires bigint not null,
    used_by uuid
);

-- Desks. A replaced PC is a new origin of the same office and desk, so these two are not unique. The token of one that was
-- revoked opens nothing until a new one-time code lets the desk in again.
create table desks (
    origin uuid primary key,
    office text collate "C" not null,
    desk text collate "C" not null,
    key bytea not null check (length(key) = 32),
    token bytea not null unique check (length(token) = 32),
    token_arrived boolean not null default false,
    last_contact bigint,
    revoked bigint
);
create index desks_of_office on desks (office, desk);

-- What PPID Utama writes itself: one series an office.
create table own_series (
    office text collate "C" primary key,
    origin uuid not null unique
);

-- Series that no enrolled desk of this store writes, brought by another desk of the office that had kept them.
create table vouched (
    origin uuid primary key,
    office text collate "C" not null,
    key bytea not null check (length(key) = 32)
);
create index vouched_of_office on vouched (office);

-- header is the very bytes that are hashed; the other columns repeat parts of it to be searched by.
create table entries (
    origin uuid not null,
    seq bigint not null,
    office text collate "C" not null,
    kind text not null check (kind in ('office', 'request', 'other')),
    subject uuid check ((subject is null) = (kind = 'office')),
    hash bytea not null,
    header bytea not null,
    payload bytea not null,
    primary key (origin, seq)
);
create index entries_by_subject on entries (office, kind, subject);

-- Every signed head that arrived: what is sent to other desks must end at one.
create table heads (
    origin uuid not null,
    seq bigint not null,
    hash bytea not null,
    signature bytea not null,
    primary key (origin, seq)
);

create table offices (
    code text collate "C" primary key,
    profile text not null
);

-- Keyed by office too: an identity claimed by two offices is two requests.
create table requests (
    office text collate "C" not null,
    request uuid not null,
    number text collate "C" not null,
    received_on text not null,
    registered_on text not null,
    stage text not null,
    safe_due text collate "C",
    official_due text,
    due text collate "C",
    decided_on text collate "C",
    forwarded_on text collate "C",
    last_entry bigint not null,
    primary key (office, request)
);

create index requests_forwarded on requests (forwarded_on) where forwarded_on is not null;

create table tests (
    office text collate "C" not null,
    test uuid not null,
    unit text not null,
    tested_on text collate "C" not null,
    primary key (office, test)
);

create table misfits (
    office text collate "C" not null,
    request uuid,
    origin uuid not null,
    seq bigint not null,
    primary key (origin, seq)
);
create index misfits_of on misfits (office, request);

-- PPID Utama's own people. offices: the codes a person is limited to; nothing for every office. A login is never given twice.
create table accounts (
    id uuid primary key,
    login text collate "C" not null unique,
    name text not null,
    role text not null,
    offices text[] not null,
    password text not null,
    temporary boolean not null,
    closed bigint
);

-- By the hash of the token in the cookie.
create table sessions (
    token bytea primary key check (length(token) = 32),
    account uuid not null,
    began bigint not null,
    used bigint not null
);

-- Attempts to sign in, by the hash of the account or the address. They go when they no longer count.
create table attempts (
    key bytea not null check (length(key) = 32),
    at bigint not null
);
create index attempts_of on attempts (key, at);

-- Who looked at or did what, and when; never what it said.
create table audit (
    number bigint generated always as identity primary key,
    at bigint not null,
    login text not null,
    what text not null,
    office text,
    about text
);
create index audit_by_time on audit (at);
