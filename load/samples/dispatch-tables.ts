/** What a run of `dispatch-latency` knows of its events, whichever of its parts they were in. Times in ms since 1970. */
export const dispatchTables = `
create table events (
  leg integer, step integer, warmup boolean, n bigint, mode varchar, event varchar,
  intended double, started double, accepted double, status integer
);
create table deliveries (
  leg integer, step integer, warmup boolean, mode varchar, event varchar, path varchar, intended double,
  delivered double, copies bigint, answered double, answerStatus integer,
  completed double, completionStatus integer, visible double, failed boolean
);
create table drops (leg integer, step integer, warmup boolean, moment double, intended double);
create table steps (leg integer, step integer, rateFrom double, rateTo double, seconds double, warmup boolean, startedAt double);
`;
