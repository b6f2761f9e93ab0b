-- Each line bears a hash of itself and of the one before; the server keeps the last. Lines of before bear none.
alter table audit add column hash bytea;
alter table server add column audit_last bytea;
