-- What an account has besides its password. codes: hashes of the codes on paper that are left, a space between them.
create table second_factors (
    account uuid primary key,
    secret bytea not null check (length(secret) = 20),
    confirmed boolean not null,
    last_step bigint not null,
    codes text not null
);
