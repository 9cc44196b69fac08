-- What each source told of a person, so that none erases another's; persons.attributes is what all of them told, joined. A row
-- without attributes was written before this was kept: what persons.attributes has is what this source told.
alter table person_sources drop constraint person_sources_pkey;
alter table person_sources
    add primary key (person_id, source),
    add column attributes bytea,
    add column version    bigint not null default 0;

-- Whether persons.attributes was joined of what is kept by source; else it is all there is of what was told.
alter table persons add column joined boolean not null default false;

-- Persons declared to be one human: person_id is part of into_id until valid_to. Kept when they are separated again, since
-- events of the one are stored under the other.
create table person_merges (
    person_id  text collate "C" not null,
    into_id    text collate "C" not null,
    valid_from timestamptz not null,
    valid_to   timestamptz
);
create unique index person_merges_valid on person_merges (person_id) where valid_to is null;
create index person_merges_by_person on person_merges (person_id);
create index person_merges_by_into on person_merges (into_id);

-- Whom an alias named before, too, by the id of the person it means as long as it names nobody: what came under it is stored there.
create index person_links_by_provisional on person_links (('prov-' || substr(encode(hash, 'hex'), 1, 24)));
