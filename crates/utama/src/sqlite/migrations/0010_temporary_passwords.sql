-- Until when a password opens the door that somebody else chose. One of before has no end written down, and opens it no more.
alter table accounts add column temporary_until integer;
