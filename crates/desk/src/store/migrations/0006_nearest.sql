-- The civil date of the nearest duty of a request, whatever clock it is; `due` is that of its answer. Null where nothing runs, and
-- where a year is not loaded. Filled when the tables are written anew.
alter table request add column nearest text;
create index request_nearest on request (nearest) where nearest is not null;
