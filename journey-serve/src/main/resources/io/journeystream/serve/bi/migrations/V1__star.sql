-- The star: facts and figures of the topics, as ./journey bi run keeps them. What each column means is in its comment,
-- which comes from the schemas of the topics (R__comments); only what no schema tells is commented here.

create schema if not exists bi_v1;
comment on schema bi is 'Journeystream: facts of the topics as a star, kept by its sink. Read the views of bi_v1 instead: these tables may change.';

do $$
begin
    if not exists (select from pg_roles where rolname = 'journeystream_reader') then
        create role journeystream_reader nologin;
    end if;
end
$$;

create table bi.dim_customer (
    customer_id text collate "C" primary key,
    identifiers integer not null,
    identifier_types text[] not null,
    since timestamptz
);
comment on table bi.dim_customer is 'Customers by their pseudonym: those that a journey or an identifier names. No identifier is here.';
comment on column bi.dim_customer.identifiers is 'How many identifiers name the customer; 0 if that is not known yet.';
comment on column bi.dim_customer.identifier_types is 'Kinds of these identifiers, such as account or phone, by name.';
comment on column bi.dim_customer.since is 'When the first of these named the customer in an event; null without any.';

create table bi.identifier (
    identifier_hash bytea primary key,
    identifier_type text not null,
    customer_id text collate "C" not null,
    since timestamptz not null
);
create index on bi.identifier (customer_id);

create table bi.dim_journey_type (
    type text primary key,
    title text not null,
    team text,
    defined boolean not null,
    target_fcr double precision,
    target_fcr_by_contact double precision,
    target_containment_raw double precision,
    target_containment_strict double precision,
    target_containment_verified double precision,
    target_effort double precision,
    target_ease double precision,
    target_cost double precision,
    target_switch_cost double precision,
    target_ces double precision,
    target_csat double precision,
    target_nps double precision
);
comment on table bi.dim_journey_type is 'Journey types: those of the definitions in force, and those that a fact names.';
comment on column bi.dim_journey_type.type is 'Journey type; unclassified for journeys without an intent.';
comment on column bi.dim_journey_type.title is 'Its title for people; the type where the definitions give none.';
comment on column bi.dim_journey_type.team is 'Team that owns the type; null if no definition names one.';
comment on column bi.dim_journey_type.defined is 'Whether the definitions in force have this type.';
comment on column bi.dim_journey_type.target_fcr is 'What the team aims at: first-contact resolution by journey, 0 to 1; null if it has no target. So for all targets.';
comment on column bi.dim_journey_type.target_fcr_by_contact is 'Target: first-contact resolution by contact, 0 to 1.';
comment on column bi.dim_journey_type.target_containment_raw is 'Target: raw containment, 0 to 1.';
comment on column bi.dim_journey_type.target_containment_strict is 'Target: strict containment, 0 to 1.';
comment on column bi.dim_journey_type.target_containment_verified is 'Target: verified containment, 0 to 1.';
comment on column bi.dim_journey_type.target_effort is 'Target: mean customer effort, 0 to 100, less is better.';
comment on column bi.dim_journey_type.target_ease is 'Target: mean ease, 1 to 7, more is better.';
comment on column bi.dim_journey_type.target_cost is 'Target: cost per resolution in the configured currency, less is better.';
comment on column bi.dim_journey_type.target_switch_cost is 'Target: switch cost a journey in the configured currency, less is better.';
comment on column bi.dim_journey_type.target_ces is 'Target: mean customer effort score, 1 to 7.';
comment on column bi.dim_journey_type.target_csat is 'Target: mean satisfaction, 1 to 5.';
comment on column bi.dim_journey_type.target_nps is 'Target: net promoter score, -100 to 100.';

create table bi.dim_channel (
    channel text primary key,
    mode text not null,
    family text not null,
    asynchronous boolean not null,
    cost_per_contact numeric(18, 6) not null,
    cost_per_minute numeric(18, 6) not null,
    concurrency numeric(9, 3) not null
);
comment on table bi.dim_channel is 'Channels: those of the definitions in force, and those that a fact names.';
comment on column bi.dim_channel.channel is 'Name of the channel, such as phone or bot.';
comment on column bi.dim_channel.mode is 'SELF_SERVICE or ASSISTED: whether an employee serves.';
comment on column bi.dim_channel.family is 'Going from one channel to another of its family is no switch.';
comment on column bi.dim_channel.asynchronous is 'Whether a message of an employee serves, without a connection.';
comment on column bi.dim_channel.cost_per_contact is 'Cost of each leg, in the configured currency.';
comment on column bi.dim_channel.cost_per_minute is 'Cost of each minute of a leg, in the configured currency.';
comment on column bi.dim_channel.concurrency is 'Contacts that one employee handles at a time; it divides the cost of minutes.';

create table bi.dim_date (
    date date primary key,
    year smallint not null,
    quarter smallint not null,
    month smallint not null,
    month_start date not null,
    week_start date not null,
    iso_year smallint not null,
    iso_week smallint not null,
    weekday smallint not null,
    weekday_name text not null,
    weekend boolean not null
);
comment on table bi.dim_date is 'Days in UTC: all days of every month of which there are facts.';
comment on column bi.dim_date.date is 'The day.';
comment on column bi.dim_date.year is 'Its year.';
comment on column bi.dim_date.quarter is 'Its quarter, 1 to 4.';
comment on column bi.dim_date.month is 'Its month, 1 to 12.';
comment on column bi.dim_date.month_start is 'First day of its month.';
comment on column bi.dim_date.week_start is 'Monday of its week.';
comment on column bi.dim_date.iso_year is 'Year of its ISO 8601 week.';
comment on column bi.dim_date.iso_week is 'ISO 8601 week, 1 to 53.';
comment on column bi.dim_date.weekday is 'Day of the week, 1 for Monday to 7 for Sunday.';
comment on column bi.dim_date.weekday_name is 'Name of the day in English.';
comment on column bi.dim_date.weekend is 'Whether it is a Saturday or a Sunday.';

create table bi.dim_hour (
    hour smallint primary key,
    label text not null
);
comment on table bi.dim_hour is 'Hours of the day in UTC.';
comment on column bi.dim_hour.hour is 'The hour, 0 to 23.';
comment on column bi.dim_hour.label is 'As text, such as 09:00.';
insert into bi.dim_hour select hour, lpad(hour::text, 2, '0') || ':00' from generate_series(0, 23) hour;

create table bi.fact_journey (
    journey_id text collate "C" not null,
    customer_id text collate "C" not null,
    type text not null,
    team text,
    definitions_version text not null,
    status text not null,
    maturity text not null,
    corrected boolean not null,
    cause text not null,
    started_at timestamptz not null,
    start_date date not null,
    start_hour smallint not null,
    active_until timestamptz not null,
    contact_count integer not null,
    contacts_omitted integer not null,
    events_omitted integer not null,
    channels text[] not null,
    channel_count integer not null,
    entry_channel text,
    last_channel text,
    forced_switches integer not null,
    voluntary_switches integer not null,
    concurrent_switches integer not null,
    cost numeric(18, 6) not null,
    switch_cost numeric(18, 6) not null,
    resolved boolean,
    resolution_basis text not null,
    first_contact_resolution boolean,
    terminal_class text,
    contained boolean,
    verified boolean,
    effort double precision not null,
    ease double precision not null,
    ces double precision,
    csat double precision,
    nps double precision,
    time_to_resolution_millis bigint,
    transfers integer not null,
    abandons integer not null,
    repeats integer not null,
    reopenings integer not null,
    wait_millis bigint not null,
    hold_millis bigint not null,
    handle_millis bigint not null,
    reauthentications double precision not null,
    misses double precision not null,
    agent_requests double precision not null,
    days_open double precision not null,
    negative_sentiment double precision not null,
    effort_share_repeats real not null,
    effort_share_forced_switches real not null,
    effort_share_voluntary_switches real not null,
    effort_share_transfers real not null,
    effort_share_abandons real not null,
    effort_share_wait_minutes real not null,
    effort_share_hold_minutes real not null,
    effort_share_reauthentications real not null,
    effort_share_misses real not null,
    effort_share_agent_requests real not null,
    effort_share_reopenings real not null,
    effort_share_days_open real not null,
    effort_share_negative_sentiment real not null,
    attributes jsonb not null,
    primary key (journey_id, started_at),
    foreign key (customer_id) references bi.dim_customer,
    foreign key (type) references bi.dim_journey_type,
    foreign key (start_date) references bi.dim_date,
    foreign key (start_hour) references bi.dim_hour,
    foreign key (entry_channel) references bi.dim_channel,
    foreign key (last_channel) references bi.dim_channel
) partition by range (started_at);

create table bi.fact_contact (
    journey_id text collate "C" not null,
    journey_started_at timestamptz not null,
    contact_no smallint not null,
    type text not null,
    team text,
    contact_id text not null,
    source text not null,
    direction text not null,
    started_at timestamptz not null,
    start_date date not null,
    start_hour smallint not null,
    ended_at timestamptz not null,
    first_channel text,
    last_channel text,
    leg_count integer not null,
    intent text,
    terminal_class text,
    abandoned boolean not null,
    abandons integer not null,
    cost numeric(18, 6) not null,
    wait_millis bigint not null,
    hold_millis bigint not null,
    handle_millis bigint not null,
    transfers integer not null,
    agents integer not null,
    primary key (journey_id, journey_started_at, contact_no),
    foreign key (journey_id, journey_started_at) references bi.fact_journey,
    foreign key (first_channel) references bi.dim_channel,
    foreign key (last_channel) references bi.dim_channel,
    foreign key (start_date) references bi.dim_date,
    foreign key (start_hour) references bi.dim_hour
) partition by range (journey_started_at);

create table bi.fact_leg (
    journey_id text collate "C" not null,
    journey_started_at timestamptz not null,
    contact_no smallint not null,
    leg_no smallint not null,
    type text not null,
    team text,
    direction text not null,
    channel text not null,
    mode text not null,
    started_at timestamptz not null,
    start_date date not null,
    start_hour smallint not null,
    ended_at timestamptz not null,
    served boolean not null,
    cost numeric(18, 6) not null,
    primary key (journey_id, journey_started_at, contact_no, leg_no),
    foreign key (journey_id, journey_started_at, contact_no) references bi.fact_contact,
    foreign key (channel) references bi.dim_channel,
    foreign key (start_date) references bi.dim_date,
    foreign key (start_hour) references bi.dim_hour
) partition by range (journey_started_at);

create table bi.fact_survey (
    journey_id text collate "C" not null,
    journey_started_at timestamptz not null,
    survey_no smallint not null,
    type text not null,
    team text,
    source text not null,
    event_id text not null,
    occurred_at timestamptz not null,
    occurred_date date not null,
    occurred_hour smallint not null,
    instrument text,
    score double precision,
    resolved boolean,
    primary key (journey_id, journey_started_at, survey_no),
    foreign key (journey_id, journey_started_at) references bi.fact_journey,
    foreign key (occurred_date) references bi.dim_date,
    foreign key (occurred_hour) references bi.dim_hour
) partition by range (journey_started_at);

create table bi.fact_switch (
    journey_id text collate "C" not null,
    journey_started_at timestamptz not null,
    journey_start_date date not null,
    type text not null,
    team text,
    from_channel text not null,
    to_channel text not null,
    switches integer not null,
    forced integer not null,
    voluntary integer not null,
    concurrent integer not null,
    cost numeric(18, 6) not null,
    delay_millis bigint not null,
    primary key (journey_id, journey_started_at, from_channel, to_channel),
    foreign key (journey_id, journey_started_at) references bi.fact_journey,
    foreign key (from_channel) references bi.dim_channel,
    foreign key (to_channel) references bi.dim_channel,
    foreign key (journey_start_date) references bi.dim_date
) partition by range (journey_started_at);

create table bi.agg_health (
    cell text collate "C" not null,
    type text not null,
    team text,
    period text not null,
    cohort timestamptz not null,
    cohort_date date not null,
    cohort_hour smallint not null,
    dimension text not null,
    value text,
    maturity text not null,
    journeys bigint not null,
    contacts bigint not null,
    resolved bigint not null,
    resolved_by_customer bigint not null,
    resolved_by_case bigint not null,
    resolved_by_outcome bigint not null,
    resolved_by_operation bigint not null,
    resolved_by_silence bigint not null,
    first_contact_known bigint not null,
    first_contact_resolved bigint not null,
    cell_first_contact_resolution double precision,
    cell_first_contact_resolution_by_contact double precision,
    self_service_entries bigint not null,
    self_service_handed_off bigint not null,
    self_service_contained_confirmed bigint not null,
    self_service_contained_assumed bigint not null,
    self_service_no_intent bigint not null,
    self_service_abandoned bigint not null,
    self_service_unconfirmed bigint not null,
    self_service_verified bigint not null,
    cell_raw_containment double precision,
    cell_strict_containment double precision,
    cell_verified_containment double precision,
    cell_leakage double precision,
    forced_switches bigint not null,
    voluntary_switches bigint not null,
    concurrent_switches bigint not null,
    cost numeric(24, 6) not null,
    switch_cost numeric(24, 6) not null,
    cost_of_resolved numeric(24, 6) not null,
    cell_cost_per_resolution double precision,
    cell_mean_cost_of_resolved double precision,
    journeys_with_1_channels bigint not null,
    cost_with_1_channels numeric(24, 6) not null,
    cost_squared_with_1_channels numeric(38, 12) not null,
    journeys_with_2_channels bigint not null,
    cost_with_2_channels numeric(24, 6) not null,
    cost_squared_with_2_channels numeric(38, 12) not null,
    journeys_with_3_channels bigint not null,
    cost_with_3_channels numeric(24, 6) not null,
    cost_squared_with_3_channels numeric(38, 12) not null,
    journeys_with_4_channels bigint not null,
    cost_with_4_channels numeric(24, 6) not null,
    cost_squared_with_4_channels numeric(38, 12) not null,
    cell_marginal_channel_cost double precision,
    cell_excess_cost double precision,
    cell_effort double precision,
    effort_sum numeric(24, 6) not null,
    cell_effort_median double precision,
    cell_effort_p90 double precision,
    driver_repeats numeric(24, 6) not null,
    driver_forced_switches numeric(24, 6) not null,
    driver_voluntary_switches numeric(24, 6) not null,
    driver_transfers numeric(24, 6) not null,
    driver_abandons numeric(24, 6) not null,
    driver_wait_minutes numeric(24, 6) not null,
    driver_hold_minutes numeric(24, 6) not null,
    driver_reauthentications numeric(24, 6) not null,
    driver_misses numeric(24, 6) not null,
    driver_agent_requests numeric(24, 6) not null,
    driver_reopenings numeric(24, 6) not null,
    driver_days_open numeric(24, 6) not null,
    driver_negative_sentiment numeric(24, 6) not null,
    wait_millis bigint not null,
    hold_millis bigint not null,
    handle_millis bigint not null,
    timed_resolutions bigint not null,
    time_to_resolution_millis bigint not null,
    cell_time_to_resolution_mean double precision,
    cell_time_to_resolution_median double precision,
    cell_time_to_resolution_p90 double precision,
    ces_answers bigint not null,
    ces_sum numeric(24, 6) not null,
    ces_easy bigint not null,
    cell_ces double precision,
    cell_ces_easy_share double precision,
    csat_answers bigint not null,
    csat_sum numeric(24, 6) not null,
    csat_satisfied bigint not null,
    cell_csat double precision,
    cell_csat_satisfied_share double precision,
    nps_answers bigint not null,
    nps_promoters bigint not null,
    nps_detractors bigint not null,
    cell_nps double precision,
    effort_histogram_up_to bigint[] not null,
    effort_histogram_count bigint[] not null,
    time_to_resolution_histogram_up_to bigint[] not null,
    time_to_resolution_histogram_count bigint[] not null,
    single_channel_cost_histogram_up_to bigint[] not null,
    single_channel_cost_histogram_count bigint[] not null,
    primary key (cell, cohort, maturity),
    foreign key (type) references bi.dim_journey_type,
    foreign key (cohort_date) references bi.dim_date,
    foreign key (cohort_hour) references bi.dim_hour
) partition by range (cohort);

create table bi.agg_flow (
    edge text collate "C" not null,
    type text not null,
    team text,
    day date not null,
    from_channel text,
    to_channel text,
    end_status text,
    maturity text not null,
    transitions bigint not null,
    forced bigint not null,
    voluntary bigint not null,
    concurrent bigint not null,
    cost numeric(24, 6) not null,
    delay_millis bigint not null,
    cell_mean_delay_millis double precision,
    primary key (edge, day, maturity),
    foreign key (type) references bi.dim_journey_type,
    foreign key (day) references bi.dim_date,
    foreign key (from_channel) references bi.dim_channel,
    foreign key (to_channel) references bi.dim_channel
) partition by range (day);

create table bi.fact_correction (
    kafka_partition integer not null,
    kafka_offset bigint not null,
    recorded_at timestamptz not null,
    journey_id text collate "C" not null,
    type text not null,
    team text,
    started_at timestamptz not null,
    start_date date not null,
    figure text not null,
    old_value numeric(24, 6),
    new_value numeric(24, 6),
    cause text not null,
    definitions_version text not null,
    primary key (kafka_partition, kafka_offset, started_at),
    foreign key (type) references bi.dim_journey_type,
    foreign key (start_date) references bi.dim_date
) partition by range (started_at);

create table bi.fact_alert (
    fingerprint text collate "C" not null,
    rule text not null,
    status text not null,
    severity text not null,
    type text not null,
    team text,
    dimension text not null,
    value text,
    labels jsonb not null,
    metric text not null,
    measured double precision,
    against double precision,
    sample bigint not null,
    window_from timestamptz not null,
    window_to timestamptz not null,
    since timestamptz not null,
    last_bad_at timestamptz not null,
    fired_at timestamptz,
    resolved_at timestamptz,
    asked_at timestamptz not null,
    correction text,
    message text not null,
    primary key (fingerprint),
    foreign key (type) references bi.dim_journey_type
);

create index on bi.fact_journey (customer_id);

create table bi.journey_place (
    journey_id text collate "C" primary key,
    started_at timestamptz not null
);

create table bi.definitions (
    single boolean primary key default true check (single),
    definitions_version text not null,
    currency text not null
);
comment on table bi.definitions is 'The definitions in force: one row, or none before any was read.';
comment on column bi.definitions.single is 'Always true: there is one row.';
comment on column bi.definitions.definitions_version is 'Content hash of the definitions in force.';
comment on column bi.definitions.currency is 'ISO 4217 code of all costs.';

create table bi.freshness (
    topic text primary key,
    watermark timestamptz,
    lag_records bigint not null,
    last_record_at timestamptz,
    last_write_at timestamptz not null,
    trouble text
);
comment on table bi.freshness is 'How fresh the rows are: one row for each topic that the sink reads.';
comment on column bi.freshness.topic is 'Name of the topic.';
comment on column bi.freshness.watermark is 'How far event time has come by the clock ticks that the sink has read; null if it has read none.';
comment on column bi.freshness.lag_records is 'Records of the topic that are not in the database yet, as of last_write_at.';
comment on column bi.freshness.last_record_at is 'When Kafka took the last record that is in the database; null if there is none.';
comment on column bi.freshness.last_write_at is 'When the sink last said so; far behind now if the sink, or the database, was away.';
comment on column bi.freshness.trouble is 'What holds the sink up, as a sentence; null if nothing does.';

create table bi.sink_writer (
    single boolean primary key default true check (single),
    epoch bigint not null
);
insert into bi.sink_writer (epoch) values (0);
comment on table bi.sink_writer is 'Which sink writes: each takes the next number, and one with an older number writes no more.';
comment on column bi.sink_writer.single is 'Always true: there is one row.';
comment on column bi.sink_writer.epoch is 'Number of the sink that writes.';

create table bi.sink_topic (
    topic text primary key,
    topic_id text not null
);
comment on table bi.sink_topic is 'From which topics the rows come.';
comment on column bi.sink_topic.topic is 'Name of the topic.';
comment on column bi.sink_topic.topic_id is 'Kafka''s id of the topic: a topic that was deleted and made anew has another.';

create table bi.sink_offset (
    topic text not null references bi.sink_topic,
    kafka_partition integer not null,
    next_offset bigint not null,
    primary key (topic, kafka_partition)
);
comment on table bi.sink_offset is 'How far each partition is in the database; written together with the rows.';
comment on column bi.sink_offset.topic is 'Name of the topic.';
comment on column bi.sink_offset.kafka_partition is 'Its partition.';
comment on column bi.sink_offset.next_offset is 'Offset of the first record that is not in the database.';

create table bi.reader_team (
    role_name name not null,
    team text not null,
    primary key (role_name, team)
);
comment on table bi.reader_team is 'Which role sees the rows of which team; whoever is a member of the role does, too.';
comment on column bi.reader_team.role_name is 'Role, of one person or of a group.';
comment on column bi.reader_team.team is 'Team as in the definitions; * for all teams, and for rows that no team owns.';

create view bi.my_teams as
select distinct rt.team
from bi.reader_team rt
join pg_roles r on r.rolname = rt.role_name
where pg_has_role(current_user, r.oid, 'usage');
comment on view bi.my_teams is 'Teams whose rows whoever asks may see.';
comment on column bi.my_teams.team is 'Team; * for all.';

alter table bi.fact_journey enable row level security;
create policy own_team on bi.fact_journey for select to journeystream_reader
    using ((select exists (select from bi.my_teams where team = '*')) or team = any (array(select team from bi.my_teams)));
alter table bi.fact_contact enable row level security;
create policy own_team on bi.fact_contact for select to journeystream_reader
    using ((select exists (select from bi.my_teams where team = '*')) or team = any (array(select team from bi.my_teams)));
alter table bi.fact_leg enable row level security;
create policy own_team on bi.fact_leg for select to journeystream_reader
    using ((select exists (select from bi.my_teams where team = '*')) or team = any (array(select team from bi.my_teams)));
alter table bi.fact_survey enable row level security;
create policy own_team on bi.fact_survey for select to journeystream_reader
    using ((select exists (select from bi.my_teams where team = '*')) or team = any (array(select team from bi.my_teams)));
alter table bi.fact_switch enable row level security;
create policy own_team on bi.fact_switch for select to journeystream_reader
    using ((select exists (select from bi.my_teams where team = '*')) or team = any (array(select team from bi.my_teams)));
alter table bi.agg_health enable row level security;
create policy own_team on bi.agg_health for select to journeystream_reader
    using ((select exists (select from bi.my_teams where team = '*')) or team = any (array(select team from bi.my_teams)));
alter table bi.agg_flow enable row level security;
create policy own_team on bi.agg_flow for select to journeystream_reader
    using ((select exists (select from bi.my_teams where team = '*')) or team = any (array(select team from bi.my_teams)));
alter table bi.fact_correction enable row level security;
create policy own_team on bi.fact_correction for select to journeystream_reader
    using ((select exists (select from bi.my_teams where team = '*')) or team = any (array(select team from bi.my_teams)));
alter table bi.fact_alert enable row level security;
create policy own_team on bi.fact_alert for select to journeystream_reader
    using ((select exists (select from bi.my_teams where team = '*')) or team = any (array(select team from bi.my_teams)));
alter table bi.dim_journey_type enable row level security;
create policy own_team on bi.dim_journey_type for select to journeystream_reader
    using ((select exists (select from bi.my_teams where team = '*')) or team = any (array(select team from bi.my_teams)));
alter table bi.dim_customer enable row level security;
create policy own_team on bi.dim_customer for select to journeystream_reader
    using ((select exists (select from bi.my_teams where team = '*'))
        or exists (select from bi.fact_journey j where j.customer_id = dim_customer.customer_id));

grant usage on schema bi to journeystream_reader;
grant select on
    bi.fact_journey,
    bi.fact_contact,
    bi.fact_leg,
    bi.fact_survey,
    bi.fact_switch,
    bi.agg_health,
    bi.agg_flow,
    bi.fact_correction,
    bi.fact_alert,
    bi.dim_customer,
    bi.dim_journey_type,
    bi.dim_channel,
    bi.dim_date,
    bi.dim_hour,
    bi.definitions,
    bi.freshness,
    bi.my_teams
to journeystream_reader;
