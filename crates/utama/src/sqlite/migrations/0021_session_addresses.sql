-- From where a session was begun; nothing for one that began before this was kept.
alter table sessions add column address text;
-- Whoever looks at the own session sees who tried to sign in as oneself.
create index audit_by_about on audit (about, at);
