-- A desk without a link sends a file and waits for its acknowledgment. The last one is kept, so that the stick may be lost on
-- its way back: it is sealed to the desk, and made anew by the next file in any case.
create table acknowledgments (
    origin blob primary key check (length(origin) = 16),
    office text not null,
    desk text not null,
    at integer not null,
    taken integer not null,
    refused integer not null,
    returned integer not null,
    more integer not null,
    file blob not null
) strict, without rowid;
