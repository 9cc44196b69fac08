-- Consumers of the journal get the events that warn; most answers that found something found no level.
drop index events_to_consume;
create index events_to_consume on events (seq) where assessment is not null and level <> 'NONE';

-- The first half of the id of an event's assessment, as the product makes it: to make it here, for the index, cost more than to
-- write the event. Keys from before have none, and keep an index of their own.
alter table event_keys add column assessment_hash bigint;
create index event_keys_by_assessment_hash on event_keys (assessment_hash) where assessment_hash is not null;
drop index event_keys_by_assessment;
create index event_keys_by_assessment on event_keys (assessment_id(source, event_id)) where assessment_hash is null;
