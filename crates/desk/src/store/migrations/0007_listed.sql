-- What the list of requests is narrowed and ordered by, in one index that holds all of it: a page of the list reads no request that
-- it does not show. late_after: the civil date after which something of the law is late. officer: the account that registered it.
-- name_key: the applicant in small letters. Filled when the tables are written anew.
alter table request add column late_after text;
alter table request add column channel text not null default '';
alter table request add column officer text not null default '';
alter table request add column name_key text not null default '';
create index request_listed on request (
    stage, received_on, late_after, nearest, channel, officer, desk, year, serial, name_key
);
