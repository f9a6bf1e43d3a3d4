-- What the tool tells platforms: grades; and what it reads there: participants.

-- Where somebody has come from, so that what they do here can be told there.
create table lti.seat (
    id            bigint generated always as identity primary key,
    platform      bigint not null references lti.platform on delete cascade,
    resource_link text not null,
    subject       text not null,               -- what the platform calls the person
    person_key    text not null,
    line_item     text not null,               -- address of the activity's column of grades
    page          text not null,               -- the page launched, below the application's root
    seen          timestamptz not null,
    unique (platform, resource_link, subject)
);
create index on lti.seat (person_key, page);

-- The platform's courses that people have come from, and where their participants can be read.
create table lti.course (
    platform bigint not null references lti.platform on delete cascade,
    context  text not null,
    title    text not null,
    members  text not null,
    seen     timestamptz not null,
    primary key (platform, context)
);
