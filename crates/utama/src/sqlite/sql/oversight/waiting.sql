select
    (select count(*) from requests where forwarded_on is not null and (?1 is null or office in (select value from json_each(?1))))
    + (select count(*) from tests where stage = 'tested' and (?1 is null or office in (select value from json_each(?1))))
    + (select count(*) from questions where stage = 'awaits_ppid_main' and (?1 is null or office in (select value from json_each(?1))))
