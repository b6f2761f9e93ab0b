-- Attached files. Their bytes lie sealed in `berkas/` beside this file.

-- Files that requests hold and have not taken back: a projection, like `request`. place is that of the request.
create table attachment (
    request text not null,
    digest text not null,
    name text not null,
    size integer not null,
    place integer not null,
    primary key (request, digest)
) strict, without rowid;
create index attachment_by_digest on attachment (digest);

-- Files that are whole here. receipt: the server's word that it has them too, as JSON; refused: why it does not take them.
create table object (digest text primary key, receipt text, refused text) strict, without rowid;

-- Files that an officer asked to fetch. refused: why they did not come.
create table wanted (digest text primary key, refused text) strict, without rowid;
