/** What this run was told: the file that ISC_LOAD_PLAN names. Only when a script is loaded. */
export const readPlan = <Plan>(): Plan => JSON.parse(open(__ENV.ISC_LOAD_PLAN ?? ''));
