-- What leaves the house: orders to others, written with what caused them, posted by one thread, kept with what became of them.

create table outreach_orders (
    order_id      uuid primary key,
    kind          text not null,
    urgency       smallint not null,
    case_id       text collate "C" not null,
    person_id     text collate "C" not null,
    level         text not null,
    body          text not null,
    put_by        text not null,
    put_at        timestamptz not null,
    state         text not null check (state in
        ('PENDING', 'SENDING', 'SENT', 'SHOWN', 'UNCERTAIN', 'DEAD', 'LAPSED', 'WITHHELD')),
    due_at        timestamptz not null,
    lapses_at     timestamptz not null,
    tries         int not null default 0,
    tried_at      timestamptz,
    taken_until   timestamptz,
    account_hash  bytea,
    -- An account can be stopped twice in its life; the number is free again when the stop certainly did not happen.
    stop_number   smallint check (stop_number in (1, 2)),
    answer_status int,
    answer        text
);
create unique index outreach_orders_stops on outreach_orders (account_hash, stop_number) where stop_number is not null;
create index outreach_orders_due on outreach_orders (urgency, due_at) where state in ('PENDING', 'SENDING');
create index outreach_orders_stuck on outreach_orders (put_at) where state in ('UNCERTAIN', 'DEAD');
create index outreach_orders_by_case on outreach_orders (case_id, put_at);
create index outreach_orders_messages on outreach_orders (person_id, tried_at) where kind = 'MESSAGE';
create index outreach_orders_exceptions on outreach_orders (person_id, lapses_at) where kind = 'PROTECTIVE_TRANSFER';
