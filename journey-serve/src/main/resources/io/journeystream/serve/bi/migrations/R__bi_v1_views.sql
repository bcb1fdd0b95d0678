-- The public contract: columns are only ever added, at the end. Comments come from the tables (R__comments), but for
-- columns that are computed here. Whoever asks sees the rows that the policies of the tables let them see.

comment on schema bi_v1 is 'Journeystream for analysts: journeys, contacts and health as a star. Columns are only ever added.';

create or replace view bi_v1.fact_journey with (security_invoker = true) as
select
    journey_id,
    customer_id,
    type,
    team,
    definitions_version,
    status,
    maturity,
    corrected,
    cause,
    started_at,
    start_date,
    start_hour,
    active_until,
    contact_count,
    contacts_omitted,
    events_omitted,
    channels,
    channel_count,
    entry_channel,
    last_channel,
    forced_switches,
    voluntary_switches,
    concurrent_switches,
    cost,
    switch_cost,
    resolved,
    resolution_basis,
    first_contact_resolution,
    terminal_class,
    contained,
    verified,
    effort,
    ease,
    ces,
    csat,
    nps,
    time_to_resolution_millis,
    transfers,
    abandons,
    repeats,
    reopenings,
    wait_millis,
    hold_millis,
    handle_millis,
    reauthentications,
    misses,
    agent_requests,
    days_open,
    negative_sentiment,
    effort_share_repeats,
    effort_share_forced_switches,
    effort_share_voluntary_switches,
    effort_share_transfers,
    effort_share_abandons,
    effort_share_wait_minutes,
    effort_share_hold_minutes,
    effort_share_reauthentications,
    effort_share_misses,
    effort_share_agent_requests,
    effort_share_reopenings,
    effort_share_days_open,
    effort_share_negative_sentiment,
    attributes
from bi.fact_journey;

create or replace view bi_v1.fact_contact with (security_invoker = true) as
select
    journey_id,
    journey_started_at,
    contact_no,
    type,
    team,
    contact_id,
    source,
    direction,
    started_at,
    start_date,
    start_hour,
    ended_at,
    first_channel,
    last_channel,
    leg_count,
    intent,
    terminal_class,
    abandoned,
    abandons,
    cost,
    wait_millis,
    hold_millis,
    handle_millis,
    transfers,
    agents,
    maturity
from bi.fact_contact;

create or replace view bi_v1.fact_leg with (security_invoker = true) as
select
    journey_id,
    journey_started_at,
    contact_no,
    leg_no,
    type,
    team,
    direction,
    channel,
    mode,
    started_at,
    start_date,
    start_hour,
    ended_at,
    served,
    cost,
    maturity
from bi.fact_leg;

create or replace view bi_v1.fact_survey with (security_invoker = true) as
select
    journey_id,
    journey_started_at,
    survey_no,
    type,
    team,
    source,
    event_id,
    occurred_at,
    occurred_date,
    occurred_hour,
    instrument,
    score,
    resolved,
    maturity
from bi.fact_survey;

create or replace view bi_v1.fact_switch with (security_invoker = true) as
select
    journey_id,
    journey_started_at,
    journey_start_date,
    type,
    team,
    from_channel,
    to_channel,
    switches,
    forced,
    voluntary,
    concurrent,
    cost,
    delay_millis,
    maturity
from bi.fact_switch;

create or replace view bi_v1.agg_health with (security_invoker = true) as
select
    cell,
    type,
    team,
    period,
    cohort,
    cohort_date,
    cohort_hour,
    dimension,
    value,
    maturity,
    journeys,
    contacts,
    resolved,
    resolved_by_customer,
    resolved_by_case,
    resolved_by_outcome,
    resolved_by_operation,
    resolved_by_silence,
    first_contact_known,
    first_contact_resolved,
    cell_first_contact_resolution,
    cell_first_contact_resolution_by_contact,
    self_service_entries,
    self_service_handed_off,
    self_service_contained_confirmed,
    self_service_contained_assumed,
    self_service_no_intent,
    self_service_abandoned,
    self_service_unconfirmed,
    self_service_verified,
    cell_raw_containment,
    cell_strict_containment,
    cell_verified_containment,
    cell_leakage,
    forced_switches,
    voluntary_switches,
    concurrent_switches,
    cost,
    switch_cost,
    cost_of_resolved,
    cell_cost_per_resolution,
    cell_mean_cost_of_resolved,
    journeys_with_1_channels,
    cost_with_1_channels,
    cost_squared_with_1_channels,
    journeys_with_2_channels,
    cost_with_2_channels,
    cost_squared_with_2_channels,
    journeys_with_3_channels,
    cost_with_3_channels,
    cost_squared_with_3_channels,
    journeys_with_4_channels,
    cost_with_4_channels,
    cost_squared_with_4_channels,
    cell_marginal_channel_cost,
    cell_excess_cost,
    cell_effort,
    effort_sum,
    cell_effort_median,
    cell_effort_p90,
    driver_repeats,
    driver_forced_switches,
    driver_voluntary_switches,
    driver_transfers,
    driver_abandons,
    driver_wait_minutes,
    driver_hold_minutes,
    driver_reauthentications,
    driver_misses,
    driver_agent_requests,
    driver_reopenings,
    driver_days_open,
    driver_negative_sentiment,
    wait_millis,
    hold_millis,
    handle_millis,
    timed_resolutions,
    time_to_resolution_millis,
    cell_time_to_resolution_mean,
    cell_time_to_resolution_median,
    cell_time_to_resolution_p90,
    ces_answers,
    ces_sum,
    ces_easy,
    cell_ces,
    cell_ces_easy_share,
    csat_answers,
    csat_sum,
    csat_satisfied,
    cell_csat,
    cell_csat_satisfied_share,
    nps_answers,
    nps_promoters,
    nps_detractors,
    cell_nps
from bi.agg_health;

create or replace view bi_v1.agg_flow with (security_invoker = true) as
select
    edge,
    type,
    team,
    day,
    from_channel,
    to_channel,
    end_status,
    maturity,
    transitions,
    forced,
    voluntary,
    concurrent,
    cost,
    delay_millis,
    cell_mean_delay_millis
from bi.agg_flow;

create or replace view bi_v1.fact_correction with (security_invoker = true) as
select
    recorded_at,
    journey_id,
    type,
    team,
    started_at,
    start_date,
    figure,
    old_value,
    new_value,
    cause,
    definitions_version,
    coalesce(new_value, 0) - coalesce(old_value, 0) as difference,
    kafka_partition,
    kafka_offset
from bi.fact_correction;

create or replace view bi_v1.fact_alert with (security_invoker = true) as
select
    fingerprint,
    rule,
    status,
    severity,
    type,
    team,
    dimension,
    value,
    labels,
    metric,
    measured,
    against,
    sample,
    window_from,
    window_to,
    since,
    last_bad_at,
    fired_at,
    resolved_at,
    asked_at,
    correction,
    message
from bi.fact_alert;

comment on column bi_v1.fact_correction.difference is 'new_value less old_value, null taken as 0: these sum to what has become of the figure since.';

create or replace view bi_v1.agg_health_bucket with (security_invoker = true) as
select
    h.cell, h.maturity, h.type, h.team, h.period, h.cohort, h.cohort_date, h.cohort_hour, h.dimension, h.value,
    'effort' as histogram,
    unnest(h.effort_histogram_up_to) as up_to, unnest(h.effort_histogram_count) as count
from bi.agg_health h
union all
select
    h.cell, h.maturity, h.type, h.team, h.period, h.cohort, h.cohort_date, h.cohort_hour, h.dimension, h.value,
    'time_to_resolution' as histogram,
    unnest(h.time_to_resolution_histogram_up_to) as up_to, unnest(h.time_to_resolution_histogram_count) as count
from bi.agg_health h
union all
select
    h.cell, h.maturity, h.type, h.team, h.period, h.cohort, h.cohort_date, h.cohort_hour, h.dimension, h.value,
    'single_channel_cost' as histogram,
    unnest(h.single_channel_cost_histogram_up_to) as up_to, unnest(h.single_channel_cost_histogram_count) as count
from bi.agg_health h;
comment on column bi_v1.agg_health_bucket.histogram is 'effort: efforts in millionths; time_to_resolution: milliseconds; single_channel_cost: costs of resolved journeys with one channel, in millionths of the currency. Buckets of one histogram may be added up over cells, by up_to: quantiles within 1 %.';
comment on column bi_v1.agg_health_bucket.up_to is 'Greatest value in the bucket; the least is greater than that of the bucket below.';
comment on column bi_v1.agg_health_bucket.count is 'How many values are in it.';
comment on view bi_v1.agg_health_bucket is 'The histograms of agg_health, bucket by bucket, empty ones left out.';

create or replace view bi_v1.dim_customer with (security_invoker = true) as
select
    customer_id,
    identifiers,
    identifier_types,
    since
from bi.dim_customer;

create or replace view bi_v1.dim_journey_type with (security_invoker = true) as
select
    type,
    title,
    team,
    defined,
    target_fcr,
    target_fcr_by_contact,
    target_containment_raw,
    target_containment_strict,
    target_containment_verified,
    target_effort,
    target_ease,
    target_cost,
    target_switch_cost,
    target_ces,
    target_csat,
    target_nps
from bi.dim_journey_type;

create or replace view bi_v1.dim_channel with (security_invoker = true) as
select
    channel,
    mode,
    family,
    asynchronous,
    cost_per_contact,
    cost_per_minute,
    concurrency
from bi.dim_channel;

create or replace view bi_v1.dim_date with (security_invoker = true) as
select
    date,
    year,
    quarter,
    month,
    month_start,
    week_start,
    iso_year,
    iso_week,
    weekday,
    weekday_name,
    weekend
from bi.dim_date;

create or replace view bi_v1.dim_hour with (security_invoker = true) as
select
    hour,
    label
from bi.dim_hour;

create or replace view bi_v1.definitions with (security_invoker = true) as
select
    definitions_version,
    currency
from bi.definitions;

create or replace view bi_v1.freshness with (security_invoker = true) as
select
    topic,
    watermark,
    lag_records,
    last_record_at,
    last_write_at,
    trouble
from bi.freshness;

grant usage on schema bi_v1 to journeystream_reader;
grant select on all tables in schema bi_v1 to journeystream_reader;
