-- Numbers that are held while something is registered on the web, until it is written: for a quarter of an hour. claimed: since when, in
-- milliseconds since 1970. What was registered stands in the entries.
create table web_numbers (
    office text not null,
    series text not null,
    desk text not null,
    year integer not null,
    serial integer not null,
    subject blob not null check (length(subject) = 16),
    claimed integer not null,
    primary key (office, series, desk, year, serial)
) strict, without rowid;
