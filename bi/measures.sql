-- Each measure of the Power BI model once more, in SQL: for whoever has a database and no Power BI, and for the test
-- that both say what journey.health.v1 says. Put before a statement what it is over:
--
--   with cells as (
--       select * from bi_v1.agg_health
--       where maturity = 'MATURED' and period = 'DAY' and dimension = 'ALL' and type = 'billing'
--   ), buckets as (
--       select b.* from bi_v1.agg_health_bucket b join cells c on b.cell = c.cell and b.maturity = c.maturity
--   ), edges as (
--       select * from bi_v1.agg_flow where maturity = 'MATURED' and type = 'billing'
--   ), pairs as (
--       select * from bi_v1.fact_switch where maturity = 'MATURED' and type = 'billing'
--   ), types as (
--       select * from bi_v1.dim_journey_type where type = 'billing'
--   )
--
-- "published": what one cell itself says of it, in a column of agg_health (of agg_flow, where a statement is over edges).

-- measure: Journeys
-- published: journeys
select sum(journeys) from cells;

-- measure: Contacts
-- published: contacts
select sum(contacts) from cells;

-- measure: Resolved journeys
-- published: resolved
select sum(resolved) from cells;

-- measure: Resolved by customer
-- published: resolved_by_customer
select sum(resolved_by_customer) from cells;

-- measure: Resolved by case
-- published: resolved_by_case
select sum(resolved_by_case) from cells;

-- measure: Resolved by outcome
-- published: resolved_by_outcome
select sum(resolved_by_outcome) from cells;

-- measure: Resolved by operation
-- published: resolved_by_operation
select sum(resolved_by_operation) from cells;

-- measure: Resolved by silence
-- published: resolved_by_silence
select sum(resolved_by_silence) from cells;

-- measure: Journeys with known FCR
-- published: first_contact_known
select sum(first_contact_known) from cells;

-- measure: Journeys resolved in one contact
-- published: first_contact_resolved
select sum(first_contact_resolved) from cells;

-- measure: FCR by journey
-- published: cell_first_contact_resolution
select sum(first_contact_resolved)::float8 / nullif(sum(first_contact_known), 0) from cells;

-- measure: FCR by contact
-- published: cell_first_contact_resolution_by_contact
select sum(first_contact_resolved)::float8 / nullif(sum(contacts), 0) from cells;

-- measure: Self-service entries
-- published: self_service_entries
select sum(self_service_entries) from cells;

-- measure: Self-service handed off
-- published: self_service_handed_off
select sum(self_service_handed_off) from cells;

-- measure: Self-service contained confirmed
-- published: self_service_contained_confirmed
select sum(self_service_contained_confirmed) from cells;

-- measure: Self-service contained assumed
-- published: self_service_contained_assumed
select sum(self_service_contained_assumed) from cells;

-- measure: Self-service no intent
-- published: self_service_no_intent
select sum(self_service_no_intent) from cells;

-- measure: Self-service abandoned
-- published: self_service_abandoned
select sum(self_service_abandoned) from cells;

-- measure: Self-service unconfirmed
-- published: self_service_unconfirmed
select sum(self_service_unconfirmed) from cells;

-- measure: Self-service verified
-- published: self_service_verified
select sum(self_service_verified) from cells;

-- measure: Raw containment
-- published: cell_raw_containment
select sum(self_service_entries - self_service_handed_off)::float8 / nullif(sum(self_service_entries), 0) from cells;

-- measure: Strict containment
-- published: cell_strict_containment
select sum(self_service_contained_confirmed + self_service_contained_assumed)::float8 / nullif(sum(self_service_entries - self_service_no_intent), 0) from cells;

-- measure: Verified containment
-- published: cell_verified_containment
select sum(self_service_verified)::float8 / nullif(sum(self_service_entries - self_service_no_intent), 0) from cells;

-- measure: Leakage
-- published: cell_leakage
select 1 - sum(self_service_verified)::float8 / nullif(sum(self_service_contained_confirmed + self_service_contained_assumed), 0) from cells;

-- measure: Forced switches
-- published: forced_switches
select sum(forced_switches) from cells;

-- measure: Voluntary switches
-- published: voluntary_switches
select sum(voluntary_switches) from cells;

-- measure: Concurrent switches
-- published: concurrent_switches
select sum(concurrent_switches) from cells;

-- measure: Forced switches per journey
select sum(forced_switches)::float8 / nullif(sum(journeys), 0) from cells;

-- measure: Cost
-- published: cost
select sum(cost) from cells;

-- measure: Switch cost
-- published: switch_cost
select sum(switch_cost) from cells;

-- measure: Cost of resolved
-- published: cost_of_resolved
select sum(cost_of_resolved) from cells;

-- measure: Cost per journey
select sum(cost)::float8 / nullif(sum(journeys), 0) from cells;

-- measure: Switch cost per journey
select sum(switch_cost)::float8 / nullif(sum(journeys), 0) from cells;

-- measure: Cost per resolution
-- published: cell_cost_per_resolution
select sum(cost)::float8 / nullif(sum(resolved), 0) from cells;

-- measure: Mean cost of resolved
-- published: cell_mean_cost_of_resolved
select sum(cost_of_resolved)::float8 / nullif(sum(resolved), 0) from cells;

-- measure: Journeys with 1 channels
-- published: journeys_with_1_channels
select sum(journeys_with_1_channels) from cells;

-- measure: Cost with 1 channels
-- published: cost_with_1_channels
select sum(cost_with_1_channels) from cells;

-- measure: Cost per journey with 1 channels
select sum(cost_with_1_channels)::float8 / nullif(sum(journeys_with_1_channels), 0) from cells;

-- measure: Journeys with 2 channels
-- published: journeys_with_2_channels
select sum(journeys_with_2_channels) from cells;

-- measure: Cost with 2 channels
-- published: cost_with_2_channels
select sum(cost_with_2_channels) from cells;

-- measure: Cost per journey with 2 channels
select sum(cost_with_2_channels)::float8 / nullif(sum(journeys_with_2_channels), 0) from cells;

-- measure: Journeys with 3 channels
-- published: journeys_with_3_channels
select sum(journeys_with_3_channels) from cells;

-- measure: Cost with 3 channels
-- published: cost_with_3_channels
select sum(cost_with_3_channels) from cells;

-- measure: Cost per journey with 3 channels
select sum(cost_with_3_channels)::float8 / nullif(sum(journeys_with_3_channels), 0) from cells;

-- measure: Journeys with 4 channels
-- published: journeys_with_4_channels
select sum(journeys_with_4_channels) from cells;

-- measure: Cost with 4 channels
-- published: cost_with_4_channels
select sum(cost_with_4_channels) from cells;

-- measure: Cost per journey with 4 channels
select sum(cost_with_4_channels)::float8 / nullif(sum(journeys_with_4_channels), 0) from cells;

-- measure: Marginal channel cost
-- published: cell_marginal_channel_cost
select (n * xy - x * y)::float8 / nullif(n * xx - x * x, 0)
from (
    select
        sum(journeys_with_1_channels) + sum(journeys_with_2_channels) + sum(journeys_with_3_channels) + sum(journeys_with_4_channels) as n,
        sum(journeys_with_1_channels) + 2 * sum(journeys_with_2_channels) + 3 * sum(journeys_with_3_channels) + 4 * sum(journeys_with_4_channels) as x,
        sum(cost_with_1_channels) + sum(cost_with_2_channels) + sum(cost_with_3_channels) + sum(cost_with_4_channels) as y,
        sum(journeys_with_1_channels) + 4 * sum(journeys_with_2_channels) + 9 * sum(journeys_with_3_channels) + 16 * sum(journeys_with_4_channels) as xx,
        sum(cost_with_1_channels) + 2 * sum(cost_with_2_channels) + 3 * sum(cost_with_3_channels) + 4 * sum(cost_with_4_channels) as xy
    from cells
) as sums;

-- measure: Single-channel median cost
select case when up_to = 0 then 0 else (2 * up_to - greatest(1, up_to / 51) + 1) / 2.0 / 1e6 end
from (
    select up_to, sum(sum(count)) over (order by up_to) as passed, sum(sum(count)) over () as number
    from buckets
    where histogram = 'single_channel_cost'
    group by up_to
) as ranked
where passed >= ceil(0.5 * number)
order by up_to
limit 1;

-- measure: Excess cost
-- published: cell_excess_cost
select
    (select (sum(cost_with_2_channels) + sum(cost_with_3_channels) + sum(cost_with_4_channels))::float8 / nullif(sum(journeys_with_2_channels) + sum(journeys_with_3_channels) + sum(journeys_with_4_channels), 0) from cells)
    - (select case when up_to = 0 then 0 else (2 * up_to - greatest(1, up_to / 51) + 1) / 2.0 / 1e6 end
    from (
        select up_to, sum(sum(count)) over (order by up_to) as passed, sum(sum(count)) over () as number
        from buckets
        where histogram = 'single_channel_cost'
        group by up_to
    ) as ranked
    where passed >= ceil(0.5 * number)
    order by up_to
    limit 1);

-- measure: Effort sum
-- published: effort_sum
select sum(effort_sum) from cells;

-- measure: Effort
-- published: cell_effort
select sum(effort_sum)::float8 / nullif(sum(journeys), 0) from cells;

-- measure: Ease
-- published: 7 - 6 * cell_effort / 100
select 7 - 6 * sum(effort_sum)::float8 / nullif(sum(journeys), 0) / 100 from cells;

-- measure: Effort median
-- published: cell_effort_median
select case when up_to = 0 then 0 else (2 * up_to - greatest(1, up_to / 51) + 1) / 2.0 / 1e6 end
from (
    select up_to, sum(sum(count)) over (order by up_to) as passed, sum(sum(count)) over () as number
    from buckets
    where histogram = 'effort'
    group by up_to
) as ranked
where passed >= ceil(0.5 * number)
order by up_to
limit 1;

-- measure: Effort P90
-- published: cell_effort_p90
select case when up_to = 0 then 0 else (2 * up_to - greatest(1, up_to / 51) + 1) / 2.0 / 1e6 end
from (
    select up_to, sum(sum(count)) over (order by up_to) as passed, sum(sum(count)) over () as number
    from buckets
    where histogram = 'effort'
    group by up_to
) as ranked
where passed >= ceil(0.9 * number)
order by up_to
limit 1;

-- measure: Driver repeats
-- published: driver_repeats
select sum(driver_repeats) from cells;

-- measure: Repeats per journey
select sum(driver_repeats)::float8 / nullif(sum(journeys), 0) from cells;

-- measure: Driver forced switches
-- published: driver_forced_switches
select sum(driver_forced_switches) from cells;

-- measure: Driver voluntary switches
-- published: driver_voluntary_switches
select sum(driver_voluntary_switches) from cells;

-- measure: Voluntary switches per journey
select sum(driver_voluntary_switches)::float8 / nullif(sum(journeys), 0) from cells;

-- measure: Driver transfers
-- published: driver_transfers
select sum(driver_transfers) from cells;

-- measure: Transfers per journey
select sum(driver_transfers)::float8 / nullif(sum(journeys), 0) from cells;

-- measure: Driver abandons
-- published: driver_abandons
select sum(driver_abandons) from cells;

-- measure: Abandons per journey
select sum(driver_abandons)::float8 / nullif(sum(journeys), 0) from cells;

-- measure: Driver wait minutes
-- published: driver_wait_minutes
select sum(driver_wait_minutes) from cells;

-- measure: Wait minutes per journey
select sum(driver_wait_minutes)::float8 / nullif(sum(journeys), 0) from cells;

-- measure: Driver hold minutes
-- published: driver_hold_minutes
select sum(driver_hold_minutes) from cells;

-- measure: Hold minutes per journey
select sum(driver_hold_minutes)::float8 / nullif(sum(journeys), 0) from cells;

-- measure: Driver reauthentications
-- published: driver_reauthentications
select sum(driver_reauthentications) from cells;

-- measure: Reauthentications per journey
select sum(driver_reauthentications)::float8 / nullif(sum(journeys), 0) from cells;

-- measure: Driver misses
-- published: driver_misses
select sum(driver_misses) from cells;

-- measure: Misses per journey
select sum(driver_misses)::float8 / nullif(sum(journeys), 0) from cells;

-- measure: Driver agent requests
-- published: driver_agent_requests
select sum(driver_agent_requests) from cells;

-- measure: Agent requests per journey
select sum(driver_agent_requests)::float8 / nullif(sum(journeys), 0) from cells;

-- measure: Driver reopenings
-- published: driver_reopenings
select sum(driver_reopenings) from cells;

-- measure: Reopenings per journey
select sum(driver_reopenings)::float8 / nullif(sum(journeys), 0) from cells;

-- measure: Driver days open
-- published: driver_days_open
select sum(driver_days_open) from cells;

-- measure: Days open per journey
select sum(driver_days_open)::float8 / nullif(sum(journeys), 0) from cells;

-- measure: Driver negative sentiment
-- published: driver_negative_sentiment
select sum(driver_negative_sentiment) from cells;

-- measure: Negative sentiment per journey
select sum(driver_negative_sentiment)::float8 / nullif(sum(journeys), 0) from cells;

-- measure: Wait milliseconds
-- published: wait_millis
select sum(wait_millis) from cells;

-- measure: Wait minutes per contact
select sum(wait_millis)::float8 / nullif(sum(contacts) * 60000, 0) from cells;

-- measure: Hold milliseconds
-- published: hold_millis
select sum(hold_millis) from cells;

-- measure: Hold minutes per contact
select sum(hold_millis)::float8 / nullif(sum(contacts) * 60000, 0) from cells;

-- measure: Handle milliseconds
-- published: handle_millis
select sum(handle_millis) from cells;

-- measure: Handle minutes per contact
select sum(handle_millis)::float8 / nullif(sum(contacts) * 60000, 0) from cells;

-- measure: Timed resolutions
-- published: timed_resolutions
select sum(timed_resolutions) from cells;

-- measure: Resolution milliseconds
-- published: time_to_resolution_millis
select sum(time_to_resolution_millis) from cells;

-- measure: Hours to resolution
-- published: cell_time_to_resolution_mean / 3600000
select sum(time_to_resolution_millis)::float8 / nullif(sum(timed_resolutions) * 3600000, 0) from cells;

-- measure: Hours to resolution median
-- published: cell_time_to_resolution_median / 3600000
select case when up_to = 0 then 0 else (2 * up_to - greatest(1, up_to / 51) + 1) / 2.0 / 3600000 end
from (
    select up_to, sum(sum(count)) over (order by up_to) as passed, sum(sum(count)) over () as number
    from buckets
    where histogram = 'time_to_resolution'
    group by up_to
) as ranked
where passed >= ceil(0.5 * number)
order by up_to
limit 1;

-- measure: Hours to resolution P90
-- published: cell_time_to_resolution_p90 / 3600000
select case when up_to = 0 then 0 else (2 * up_to - greatest(1, up_to / 51) + 1) / 2.0 / 3600000 end
from (
    select up_to, sum(sum(count)) over (order by up_to) as passed, sum(sum(count)) over () as number
    from buckets
    where histogram = 'time_to_resolution'
    group by up_to
) as ranked
where passed >= ceil(0.9 * number)
order by up_to
limit 1;

-- measure: CES answers
-- published: ces_answers
select sum(ces_answers) from cells;

-- measure: CES sum
-- published: ces_sum
select sum(ces_sum) from cells;

-- measure: CES easy answers
-- published: ces_easy
select sum(ces_easy) from cells;

-- measure: CES
-- published: cell_ces
select sum(ces_sum)::float8 / nullif(sum(ces_answers), 0) from cells;

-- measure: CES easy share
-- published: cell_ces_easy_share
select sum(ces_easy)::float8 / nullif(sum(ces_answers), 0) from cells;

-- measure: CSAT answers
-- published: csat_answers
select sum(csat_answers) from cells;

-- measure: CSAT sum
-- published: csat_sum
select sum(csat_sum) from cells;

-- measure: CSAT satisfied answers
-- published: csat_satisfied
select sum(csat_satisfied) from cells;

-- measure: CSAT
-- published: cell_csat
select sum(csat_sum)::float8 / nullif(sum(csat_answers), 0) from cells;

-- measure: CSAT satisfied share
-- published: cell_csat_satisfied_share
select sum(csat_satisfied)::float8 / nullif(sum(csat_answers), 0) from cells;

-- measure: NPS answers
-- published: nps_answers
select sum(nps_answers) from cells;

-- measure: NPS promoters
-- published: nps_promoters
select sum(nps_promoters) from cells;

-- measure: NPS detractors
-- published: nps_detractors
select sum(nps_detractors) from cells;

-- measure: NPS
-- published: cell_nps
select 100 * sum(nps_promoters - nps_detractors)::float8 / nullif(sum(nps_answers), 0) from cells;

-- measure: FCR target
select case when count(distinct type) = 1 then max(target_fcr) end from types;

-- measure: FCR against target
select
    (select sum(first_contact_resolved)::float8 / nullif(sum(first_contact_known), 0) from cells)
    - (select case when count(distinct type) = 1 then max(target_fcr) end from types);

-- measure: FCR by contact target
select case when count(distinct type) = 1 then max(target_fcr_by_contact) end from types;

-- measure: FCR by contact against target
select
    (select sum(first_contact_resolved)::float8 / nullif(sum(contacts), 0) from cells)
    - (select case when count(distinct type) = 1 then max(target_fcr_by_contact) end from types);

-- measure: Raw containment target
select case when count(distinct type) = 1 then max(target_containment_raw) end from types;

-- measure: Raw containment against target
select
    (select sum(self_service_entries - self_service_handed_off)::float8 / nullif(sum(self_service_entries), 0) from cells)
    - (select case when count(distinct type) = 1 then max(target_containment_raw) end from types);

-- measure: Strict containment target
select case when count(distinct type) = 1 then max(target_containment_strict) end from types;

-- measure: Strict containment against target
select
    (select sum(self_service_contained_confirmed + self_service_contained_assumed)::float8 / nullif(sum(self_service_entries - self_service_no_intent), 0) from cells)
    - (select case when count(distinct type) = 1 then max(target_containment_strict) end from types);

-- measure: Verified containment target
select case when count(distinct type) = 1 then max(target_containment_verified) end from types;

-- measure: Verified containment against target
select
    (select sum(self_service_verified)::float8 / nullif(sum(self_service_entries - self_service_no_intent), 0) from cells)
    - (select case when count(distinct type) = 1 then max(target_containment_verified) end from types);

-- measure: Effort target
select case when count(distinct type) = 1 then max(target_effort) end from types;

-- measure: Effort against target
select
    (select sum(effort_sum)::float8 / nullif(sum(journeys), 0) from cells)
    - (select case when count(distinct type) = 1 then max(target_effort) end from types);

-- measure: Ease target
select case when count(distinct type) = 1 then max(target_ease) end from types;

-- measure: Ease against target
select
    (select 7 - 6 * sum(effort_sum)::float8 / nullif(sum(journeys), 0) / 100 from cells)
    - (select case when count(distinct type) = 1 then max(target_ease) end from types);

-- measure: Cost target
select case when count(distinct type) = 1 then max(target_cost) end from types;

-- measure: Cost against target
select
    (select sum(cost)::float8 / nullif(sum(resolved), 0) from cells)
    - (select case when count(distinct type) = 1 then max(target_cost) end from types);

-- measure: Switch cost target
select case when count(distinct type) = 1 then max(target_switch_cost) end from types;

-- measure: Switch cost against target
select
    (select sum(switch_cost)::float8 / nullif(sum(journeys), 0) from cells)
    - (select case when count(distinct type) = 1 then max(target_switch_cost) end from types);

-- measure: CES target
select case when count(distinct type) = 1 then max(target_ces) end from types;

-- measure: CES against target
select
    (select sum(ces_sum)::float8 / nullif(sum(ces_answers), 0) from cells)
    - (select case when count(distinct type) = 1 then max(target_ces) end from types);

-- measure: CSAT target
select case when count(distinct type) = 1 then max(target_csat) end from types;

-- measure: CSAT against target
select
    (select sum(csat_sum)::float8 / nullif(sum(csat_answers), 0) from cells)
    - (select case when count(distinct type) = 1 then max(target_csat) end from types);

-- measure: NPS target
select case when count(distinct type) = 1 then max(target_nps) end from types;

-- measure: NPS against target
select
    (select 100 * sum(nps_promoters - nps_detractors)::float8 / nullif(sum(nps_answers), 0) from cells)
    - (select case when count(distinct type) = 1 then max(target_nps) end from types);

-- measure: Transitions
-- published: transitions
select sum(transitions) from edges;

-- measure: Steps to channels
-- published: case when to_channel is not null then transitions end
select sum(transitions) filter (where to_channel is not null) from edges;

-- measure: Steps between channels
-- published: case when from_channel is not null and to_channel is not null then transitions end
select sum(transitions) filter (where from_channel is not null and to_channel is not null) from edges;

-- measure: Forced steps
-- published: forced
select sum(forced) from edges;

-- measure: Voluntary steps
-- published: voluntary
select sum(voluntary) from edges;

-- measure: Concurrent steps
-- published: concurrent
select sum(concurrent) from edges;

-- measure: Step cost
-- published: cost
select sum(cost) from edges;

-- measure: Step delay milliseconds
-- published: delay_millis
select sum(delay_millis) from edges;

-- measure: Hours of delay per step
-- published: case when from_channel is not null and to_channel is not null then cell_mean_delay_millis / 3600000 end
select
    sum(delay_millis)::float8
    / nullif(sum(transitions) filter (where from_channel is not null and to_channel is not null) * 3600000, 0)
from edges;

-- measure: Cost per step
select sum(cost)::float8 / nullif(sum(transitions) filter (where to_channel is not null), 0) from edges;

-- measure: Forced share of steps
select
    sum(forced)::float8
    / nullif(sum(transitions) filter (where from_channel is not null and to_channel is not null), 0)
from edges;

-- measure: Switches between channels
select sum(switches) from pairs;

-- measure: Forced between channels
select sum(forced) from pairs;

-- measure: Voluntary between channels
select sum(voluntary) from pairs;

-- measure: Cost after switches
select sum(cost) from pairs;

-- measure: Corrections
select count(*) from bi_v1.fact_correction;

-- measure: Journeys corrected
select count(distinct journey_id) from bi_v1.fact_correction;

-- measure: Corrected by
select case when count(distinct figure) = 1 then sum(difference) end from bi_v1.fact_correction;

-- measure: Records behind
select sum(lag_records) from bi_v1.freshness;

-- measure: Event time until
select min(watermark) from bi_v1.freshness;

-- measure: Last written
select min(last_write_at) from bi_v1.freshness;

-- measure: Alerts firing
select count(*) filter (where status = 'FIRING') from bi_v1.fact_alert;
