-- How often persons were disturbed, by whatever: tries they noticed, messages that went out. And which messages went out by
-- themselves, so that none goes out twice.

create table contacts (
    person_id text collate "C" not null,
    at        timestamptz not null,
    kind      text not null,
    -- The order of a message; null for a try.
    order_id  uuid unique
);
create index contacts_by_person on contacts (person_id, at);

insert into contacts (person_id, at, kind)
select c.person_id, a.at, a.channel from attempts a join cases c using (case_id)
where a.contact in ('SMS_ONLY', 'NO_ANSWER', 'REACHED_PHONE', 'REACHED_IN_PERSON', 'HUNG_UP', 'ABUSIVE')
    and a.at > now() - interval '2 days';

insert into contacts (person_id, at, kind, order_id)
select person_id, tried_at, 'MESSAGE', order_id from outreach_orders
where kind = 'MESSAGE' and tried_at > now() - interval '2 days' and state <> 'DEAD';

-- The last message of a family that went to a person by itself; the key makes the second one of a race wait and find it.
create table automatic_messages (
    person_id  text collate "C" not null,
    family     text not null,
    level      text not null,
    level_rank int not null,
    at         timestamptz not null,
    order_id   uuid not null unique,
    primary key (person_id, family)
);

drop index outreach_orders_messages;
create index outreach_orders_shown on outreach_orders (put_at) where state = 'SHOWN';
