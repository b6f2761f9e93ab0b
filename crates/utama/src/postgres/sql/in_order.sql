    (decided_on is not null),
    case when decided_on is null then coalesce(due, '9999') else '' end,
    decided_on desc,
    number,
    request
limit $5 offset $6
