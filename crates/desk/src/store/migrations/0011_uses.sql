-- What was done at this desk with what it holds (`uses.rs`). mark: hash of the line and of the one before.
create table uses (
    seq integer primary key,
    at text not null,
    who text not null,
    kind text not null,
    about text,
    detail text not null,
    mark blob not null check (length(mark) = 32)
) strict;
create index uses_by_kind on uses (kind, seq);
