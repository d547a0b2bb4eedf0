/**
 * What a run of `dispatch-latency` knows of its events, whichever of its parts and runners they were in, in the order
 * of their intended starts. Times in ms since 1970. An event is `leg, step, n`; it is answered once all whom it went
 * to have answered it.
 */
export const dispatchTables = `
create table events (
  leg integer, step integer, warmup boolean, runner integer, n bigint, mode varchar,
  intended double, started double, accepted double, status integer, answered double
);
create table deliveries (
  leg integer, step integer, warmup boolean, n bigint, mode varchar, path varchar, intended double,
  delivered double, copies bigint, answered double, answerStatus integer,
  completed double, completionStatus integer, visible double, failed boolean
);
create table drops (leg integer, step integer, warmup boolean, runner integer, moment double, intended double);
create table repeated (leg integer, events bigint);
create table steps (leg integer, step integer, rateFrom double, rateTo double, seconds double, warmup boolean, startedAt double);
`;
