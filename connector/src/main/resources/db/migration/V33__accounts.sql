-- Which account of a platform each person comes with. It is theirs from the first time on: people may write another
-- number into their account there, and would otherwise come as whose it is.
create table lti.account (
    platform   bigint not null references lti.platform on delete cascade,
    subject    text not null,                  -- what the platform calls the account
    person_key text not null,
    first      timestamptz not null,
    seen       timestamptz not null,
    primary key (platform, subject),
    unique (person_key, platform)
);
