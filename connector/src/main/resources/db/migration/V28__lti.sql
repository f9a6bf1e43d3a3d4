-- The platforms that people come from with a launch, and the tool's own keys.
create schema lti;

create table lti.platform (
    id             bigint generated always as identity primary key,
    issuer         text not null,
    client_id      text not null,
    name           text not null,
    auth_endpoint  text not null,
    token_endpoint text not null,
    jwks_uri       text not null,
    public_key     text,                       -- pasted PEM or JWKS, then jwks_uri is not asked
    state          text not null check (state in ('WAITING', 'ACTIVE', 'DISABLED')),
    registered     timestamptz not null,
    unique (issuer, client_id)
);

create table lti.deployment (
    platform bigint not null references lti.platform on delete cascade,
    id       text not null,                    -- the platform's
    primary key (platform, id)
);

create table lti.tool_key (
    kid         text primary key,
    key_pair    text not null,                 -- as a JWK, the private half included
    valid_from  timestamptz not null,
    valid_until timestamptz                    -- published until then, though a newer one signs
);
