-- The first layout. Journal (heads, entries), who may write it (codes, desks), and three tables that are only folded from
-- the entries (offices, requests, misfits) and can be dropped and folded again.

-- One row: who this server is. basis tells with which rules and calendar the folded tables were made.
create table server (
    one integer primary key check (one = 1),
    origin blob not null check (length(origin) = 16),
    seed blob not null check (length(seed) = 32),
    basis text not null default ''
) strict;

-- One-time codes, by hash. used_by stays so that a desk whose answer was lost on the way may ask again.
create table codes (
    hash blob primary key check (length(hash) = 32),
    office text not null,
    desk text not null,
    expires integer not null,
    used_by blob
) strict, without rowid;

-- Desks. A replaced PC is a new origin of the same office and desk, so these two are not unique.
create table desks (
    origin blob primary key check (length(origin) = 16),
    office text not null,
    desk text not null,
    key blob not null check (length(key) = 32),
    token blob not null unique check (length(token) = 32),
    token_arrived integer not null default 0,
    last_contact integer
) strict, without rowid;
create index desks_of_office on desks (office, desk);

-- header is the very bytes that are hashed; the other columns repeat parts of it to be searched by.
create table entries (
    origin blob not null,
    seq integer not null,
    office text not null,
    kind text not null check (kind in ('office', 'request', 'other')),
    request blob check ((request is not null) = (kind = 'request')),
    hash blob not null,
    header blob not null,
    payload blob not null,
    primary key (origin, seq)
) strict;
create index entries_by_subject on entries (office, kind, request);

-- Every signed head that arrived: what is sent to other desks must end at one.
create table heads (
    origin blob not null,
    seq integer not null,
    hash blob not null,
    signature blob not null,
    primary key (origin, seq)
) strict, without rowid;

create table offices (
    code text primary key,
    profile text not null
) strict, without rowid;

-- Keyed by office too: an identity claimed by two offices is two requests.
create table requests (
    office text not null,
    request blob not null,
    number text not null,
    received_on text not null,
    registered_on text not null,
    stage text not null,
    safe_due text,
    official_due text,
    due text,
    decided_on text,
    last_entry integer not null,
    primary key (office, request)
) strict, without rowid;

create table misfits (
    office text not null,
    request blob,
    origin blob not null,
    seq integer not null,
    primary key (origin, seq)
) strict, without rowid;
create index misfits_of on misfits (office, request);
