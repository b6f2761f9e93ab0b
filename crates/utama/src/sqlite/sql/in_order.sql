    (decided_on is not null), iif(decided_on is null, ifnull(due, '9999'), ''), decided_on desc, number, request
limit ?5 offset ?6
