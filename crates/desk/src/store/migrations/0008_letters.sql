-- The letters in force, by the number the agenda book gave them: which number was used before, and which is still to follow.
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
    primary key (subject, paper)
) strict, without rowid;

create index letter_by_number on letter (known_by);
