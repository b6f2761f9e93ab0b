-- Two random identities are 32 bytes that no token's hash is.
update desks
set
    token = decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'),
    token_arrived = true,
    revoked = coalesce(revoked, $4)
where office = $1 and desk = $2 and origin <> $3
