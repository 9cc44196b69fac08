-- What erasing one person asks for.
create index persons_by_merge on persons (merged_into) where merged_into is not null;
create index feedback_by_person on feedback (person_id);
create index labels_by_person on labels (person_id);
create index outreach_orders_by_person on outreach_orders (person_id);
create index bank_notices_by_person on bank_notices (person_id);

-- Keys of erased events have no person; they end when the events would have.
create index event_keys_erased on event_keys (day) where person_id = '';

-- What has been kept long enough.
create index cases_by_closing on cases (closed_at) where state = 'CLOSED';
create index outreach_orders_by_age on outreach_orders (put_at);
