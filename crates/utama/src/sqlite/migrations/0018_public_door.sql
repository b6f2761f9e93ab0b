-- What an admin sets on the running server, each a text under a name. And requests by number, as whoever follows one names it.
create table settings (
    name text primary key,
    value text not null
) strict, without rowid;
create index requests_by_number on requests (lower(number));
