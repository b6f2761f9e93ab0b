select header, payload
from entries
where office = any($1) and kind = 'office'
