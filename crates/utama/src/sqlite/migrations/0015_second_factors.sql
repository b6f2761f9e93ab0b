-- What an account has besides its password. codes: hashes of the codes on paper that are left, a space between them.
create table second_factors (
    account blob primary key check (length(account) = 16),
    secret blob not null check (length(secret) = 20),
    confirmed integer not null,
    last_step integer not null,
    codes text not null
) strict, without rowid;
