-- A letter that holds no more keeps its number in the agenda book. Filled when the tables are written anew.
drop table letter;

create table letter (
    subject text not null,
    paper text not null,
    -- As it was typed; empty while it is to follow.
    number text not null,
    -- In small letters and without blanks: by which one number is known from another.
    known_by text not null,
    written_on text not null,
    -- Number of the request or the objection; empty where the matter has none.
    register text not null,
    -- 0 of one that was taken back or replaced.
    in_force integer not null
) strict;

create index letter_of_subject on letter (subject);
create index letter_by_number on letter (known_by);
