insert into requests (
    office, request, number, received_on, registered_on, stage, safe_due, official_due, due, decided_on, forwarded_on, answered_on,
    left_on, timely, last_entry
)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
