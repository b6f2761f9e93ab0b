select place, header, payload,
    exists (
        select 1 from writer
        where writer.origin = entry.origin
            and lower(hex(writer.key)) in (
                select json_extract(value, '$.server_key') from local where name = 'enrolment'
                union all
                select earlier.value from local, json_each(local.value) as earlier where local.name = 'earlier_servers'
            )
    )
from entry
where subject = ?1
