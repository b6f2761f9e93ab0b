-- Series that no enrolled desk of this store writes, brought by another desk of the office that had kept them: after a server
-- was set up anew, a desk that is long gone cannot enrol to offer its series itself.
create table vouched (
    origin blob primary key check (length(origin) = 16),
    office text not null,
    key blob not null check (length(key) = 32)
) strict, without rowid;
create index vouched_of_office on vouched (office);
