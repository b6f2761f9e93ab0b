-- Objections, classifications, the catalogue, surveys and reports: projections like `request`, each one row of JSON with
-- the columns that lists and clocks need.

create table matter (
    place integer primary key,              -- place of the entry that began it
    kind integer not null,                  -- as in the journal
    id text not null unique,
    desk text,                              -- series of an objection's number
    year integer,
    serial integer,
    on_date text not null,                  -- civil date it counts for
    due text,                               -- null when nothing is due, or its year is not loaded
    stage text not null,
    request text,                           -- the request it is about
    words text not null,                    -- what is searched, in small letters
    state text not null
) strict;
create index matter_by_kind on matter (kind, on_date, place);
create index matter_by_request on matter (request) where request is not null;
