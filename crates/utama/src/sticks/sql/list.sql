select origin, office, desk, at, taken, refused, returned, more
from acknowledgments
order by at desc, office, desk, origin
