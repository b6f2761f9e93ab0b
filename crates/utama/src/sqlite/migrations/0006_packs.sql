-- What PPID Utama publishes for every office: calendars, texts of letters, categories of the catalogue. A version is never
-- given twice and never changes.
create table packs (
    line text not null,
    version integer not null,
    text text not null,
    signature text not null,
    published integer not null,
    login text not null,
    primary key (line, version)
) strict, without rowid;

-- Which packs stand in the server's own series of which office. A row that is missing costs another look, nothing more.
create table pack_deliveries (
    office text not null,
    line text not null,
    version integer not null,
    primary key (office, line, version)
) strict, without rowid;
