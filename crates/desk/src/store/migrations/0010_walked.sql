-- Indexes that lists, the first screen and registers walk instead of the table: in the order of each column of the list, by day of
-- registration and of the answer, by what may be chosen, and by what waits.
create index request_received on request (received_on, place);
create index request_by_name on request (name_key, place);
create index request_numbered on request (year, serial, desk, place);
create index request_registered on request (registered_on, year, serial, place);
create index request_decided on request (decided_on) where decided_on is not null;
create index request_by_channel on request (channel);
create index request_by_officer on request (officer);
create index request_by_desk on request (desk);
create index request_by_number on request (number);
create index request_open on request (place) where decided_on is null and nearest is null;
create index request_late on request (late_after, stage) where late_after is not null;
