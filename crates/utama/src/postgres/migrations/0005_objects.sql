-- Attached files. Their bytes are kept, sealed, in the place for objects (a folder or a bucket); here stands which there are.

-- Every file that an entry of an office names. whole: since when all of it is kept, in milliseconds since 1970; null until then.
-- Names only come in, also when the folded tables are made anew.
create table objects (
    office text collate "C" not null,
    digest bytea not null check (length(digest) = 32),
    size bigint not null,
    whole bigint,
    primary key (office, digest)
);

-- Files that a desk has begun to send: so many of the first bytes are kept, in pieces. at: when the last of them came.
create table begun (
    origin uuid not null,
    digest bytea not null check (length(digest) = 32),
    bytes bigint not null,
    at bigint not null,
    primary key (origin, digest)
);
