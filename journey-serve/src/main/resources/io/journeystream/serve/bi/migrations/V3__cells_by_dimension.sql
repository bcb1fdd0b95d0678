-- Whoever asks about health chooses one period and one dimension first: a small part of all cells.
create index on bi.agg_health (period, dimension, cohort);
