-- Attached files. Their bytes are kept, sealed, in the place for objects (a folder or a bucket); here stands which there are.

-- Every file that an entry of an office names. whole: since when all of it is kept, in milliseconds since 1970; null until then.
-- Names only come in, also when the folded tables are made anew.
create table objects (
    office text not null,
    digest blob not null check (length(digest) = 32),
    size integer not null,
    whole integer,
    primary key (office, digest)
) strict, without rowid;

-- Files that a desk has begun to send: so many of the first bytes are kept, in pieces. at: when the last of them came.
create table begun (
    origin blob not null check (length(origin) = 16),
    digest blob not null check (length(digest) = 32),
    bytes integer not null,
    at integer not null,
    primary key (origin, digest)
) strict, without rowid;
