select exists (
    select 1
    from desks
    where origin = ?1 and (token_arrived = 0 or last_contact is null or last_contact <= ?2 or last_contact > ?3)
)
