-- epoch names this very store: a desk that meets another one knows that the server was set up anew and offers everything
-- again. A store of before gets its epoch when it is opened.
alter table server add column epoch blob check (length(epoch) = 16);

-- What PPID Utama writes itself: one series an office, signed with the server's key, made when it is first needed.
create table own_series (
    office text primary key,
    origin blob not null unique check (length(origin) = 16)
) strict, without rowid;
