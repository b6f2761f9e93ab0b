-- A desk without a link sends a file and waits for its acknowledgment. The last one is kept, so that the stick may be lost on
-- its way back: it is sealed to the desk, and made anew by the next file in any case.
create table acknowledgments (
    origin uuid primary key,
    office text not null,
    desk text not null,
    at bigint not null,
    taken bigint not null,
    refused bigint not null,
    returned bigint not null,
    more boolean not null,
    file bytea not null
);
