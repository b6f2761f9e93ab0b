-- Since when a server works on this file, in milliseconds since 1970; null when none does. A copy of the file alone, taken
-- meanwhile, still says so, and lacks the log in which the last entries stand.
alter table server add column serving_since integer;
