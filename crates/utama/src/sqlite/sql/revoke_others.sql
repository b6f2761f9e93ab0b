update desks set token = randomblob(32), token_arrived = 1, revoked = ifnull(revoked, ?4)
where office = ?1 and desk = ?2 and origin <> ?3
