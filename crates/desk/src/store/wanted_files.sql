select attachment.digest, attachment.name, attachment.size
from wanted join attachment on attachment.digest = wanted.digest
where wanted.refused is null
group by attachment.digest
order by min(attachment.place), attachment.digest
