-- When a request was last answered by PPID Utama, when its answer left, and how that stands to its deadline; every consequence test,
-- not only those that wait. Folded from the entries: the new version of the fold fills them.
alter table requests add column answered_on text collate "C";
alter table requests add column left_on text;
alter table requests add column timely text;
create index requests_answered on requests (answered_on) where answered_on is not null;
alter table tests add column information text not null default '';
alter table tests add column stage text not null default 'tested';
alter table tests add column decided_on text collate "C";

-- What PPID Utama does on a case before it answers: who has it, of which unit something was asked and until when, notes among
-- colleagues. subject: the identity of the request or the test.
create table case_steps (
    number bigint generated always as identity primary key,
    office text collate "C" not null,
    subject uuid not null,
    at bigint not null,
    login text not null,
    kind text not null,
    unit text not null,
    due text,
    text text not null
);
create index case_steps_of on case_steps (office, subject);
