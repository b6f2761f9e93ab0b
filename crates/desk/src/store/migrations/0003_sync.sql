-- What sync knows beside the receipt. Receipts now name the epoch of the server's store; those of before count no more and are
-- asked for anew.
delete from local where name = 'receipt';

-- Series of other writers, or earlier ones of this desk, of which the server has only the first `length` entries: this desk
-- offers it the rest.
create table behind (origin blob primary key, length integer not null) strict, without rowid;

-- Entries that the server keeps and cannot use, with its reason: work for a person.
create table doubted (
    origin blob not null,
    seq integer not null,
    reason text not null,
    primary key (origin, seq)
) strict, without rowid;
