-- How much of what is limited an address has used lately. A crash may lose it: nobody is kept out for longer than a
-- minute.
create unlogged table access.allowance (
    gate    text not null,                      -- which limit: RateLimit
    who     text not null,                      -- an address, or of IPv6 a network
    used    double precision not null,          -- at the time in "at"; it runs off evenly from then
    at      timestamptz not null,
    refused boolean not null default false,     -- whether there was no room for the last one
    told    timestamptz,                        -- when the log was told so
    primary key (gate, who)
);
create index on access.allowance (at);

-- What is left by now of what was used. In a minute all that may be used runs off.
create function access.level(a access.allowance, now timestamptz, most integer) returns double precision
    language sql immutable as $$
    select greatest(0, a.used - most / 60.0 * greatest(0, extract(epoch from now - a.at))) $$;
