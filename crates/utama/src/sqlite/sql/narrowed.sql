    and case ?2
        when 'every' then true
        when 'open' then decided_on is null
        when 'forwarded' then forwarded_on is not null
        when 'decided' then decided_on is not null
        when 'these' then request in (select unhex(value) from json_each(?3))
    end
    and substr(received_on, 1, length(?4)) = ?4
