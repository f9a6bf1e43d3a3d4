-- Experience by background, as the municipality itself has added it up. Nothing here names anybody, but small
-- categories stand here as they are: only the package's service decides what is released.
create schema background;

create table background.category (
    round      text not null,
    grp        text not null check (grp in ('CHILD', 'CONTACT_PEDAGOGUE', 'PARENT')),
    background text not null,                   -- the dimension, such as the parents' education
    theme      text not null,
    category   text not null,
    n          integer not null check (n > 0),
    mean       double precision not null,       -- of the theme's index, in percent of maximum possible
    variance   double precision not null,
    families   integer not null,                -- 0 but for parents
    raters     integer not null,                -- 0 but for contact pedagogues
    position   integer not null,                -- of the category, as the file has them
    primary key (round, grp, background, theme, category)
);

-- What the categories of a background are parts of: everybody of a group on a theme in a round that has closed, in
-- percent of maximum possible, and how many of the group were invited and answered at all.
create view results.municipal_total as
    select m.round, m.theme, m.grp, m.n, 100 * (m.mean - 1) / s.steps as mean,
           m.variance * (100.0 / s.steps) ^ 2 as variance, m.families, m.raters,
           p.eligible, p.answered, p.families as families_answered
      from results.municipal_result m
      join (values ('SMILEY_3', 2), ('FIT_4', 3), ('AGREE_5', 4)) s (scale, steps) on s.scale = m.scale
      join (select round, grp, sum(eligible) as eligible, sum(answered) as answered, sum(families) as families
              from results.participation group by round, grp) p on p.round = m.round and p.grp = m.grp;
