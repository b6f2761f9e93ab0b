select text, signature, published, login from packs as latest
where version = (select max(version) from packs as other where other.line = latest.line)
  and not exists (
    select 1 from pack_deliveries as sent
    where sent.office = $1 and sent.line = latest.line and sent.version = latest.version
  )
order by line
