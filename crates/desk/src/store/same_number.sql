select request.id, request.number
from request
join request as other
    on other.desk = request.desk and other.year = request.year and other.serial = request.serial and other.id <> request.id
group by request.id
order by request.place
