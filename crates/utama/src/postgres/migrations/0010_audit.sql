-- From where something was looked at or done; empty where that is not known, or where it was done on the server itself.
alter table audit add column address text not null default '';
create index audit_by_login on audit (login, at);
