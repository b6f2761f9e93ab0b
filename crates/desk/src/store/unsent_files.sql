select attachment.digest, attachment.name, attachment.size
from object join attachment on attachment.digest = object.digest
where object.receipt is null and object.refused is null
group by attachment.digest
order by min(attachment.place), attachment.digest
