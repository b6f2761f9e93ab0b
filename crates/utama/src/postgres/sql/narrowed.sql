    and case $2::text
        when 'every' then true
        when 'open' then decided_on is null
        when 'forwarded' then forwarded_on is not null
        when 'decided' then decided_on is not null
        when 'these' then request = any($3::uuid[])
    end
    and left(received_on, length($4::text)) = $4
