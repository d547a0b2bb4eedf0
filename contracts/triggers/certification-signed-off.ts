import { dateTime, flag, integer, object, oneOfThese, orNull, text } from './schema-parts.ts';
import { fireAndForget } from './trigger.ts';

const reviewer = object(
  { type: oneOfThese('IDENTITY', 'GOVERNANCE_GROUP'), id: text, name: text },
  { email: orNull(text) },
);

const campaignRef = object({
  id: text,
  name: text,
  type: oneOfThese('CAMPAIGN'),
  campaignType: oneOfThese('MANAGER', 'SOURCE_OWNER', 'SEARCH', 'ROLE_COMPOSITION', 'MACHINE_ACCOUNT'),
  description: orNull(text),
  correlatedStatus: oneOfThese('CORRELATED', 'UNCORRELATED'),
  mandatoryCommentRequirement: oneOfThese('ALL_DECISIONS', 'REVOKE_ONLY_DECISIONS', 'NO_DECISIONS'),
});

const reassignment = object(
  {},
  {
    from: object({}, { type: oneOfThese('CERTIFICATION'), id: text, name: text, reviewer }),
    comment: text,
  },
);

const certification = object(
  {
    id: text,
    name: text,
    created: dateTime,
    campaignRef,
    phase: oneOfThese('STAGED', 'ACTIVE', 'SIGNED'),
    due: dateTime,
    signed: dateTime,
    reviewer,
    hasErrors: flag,
    completed: flag,
    decisionsMade: integer,
    decisionsTotal: integer,
    entitiesCompleted: integer,
    entitiesTotal: integer,
  },
  { modified: orNull(dateTime), reassignment: orNull(reassignment), errorMessage: orNull(text) },
);

export const certificationSignedOff = fireAndForget({
  id: 'idn:certification-signed-off',
  name: 'Certification Signed Off',
  description: 'A reviewer closed a certification.',
  inputSchema: object({ certification }),
  sampleInput: {
    certification: {
      id: '6d9e0f4ab1c7482389d5c3e60b27fa50',
      name: 'Crew of Priya Lund',
      created: '2026-02-18T08:00:02.000Z',
      modified: '2026-02-27T15:12:48.000Z',
      campaignRef: {
        id: '2f6b81d94c0e4f57a3b8d60e917c5a40',
        name: 'Spring review of the ferry desk',
        type: 'CAMPAIGN',
        campaignType: 'MANAGER',
        description: null,
        correlatedStatus: 'CORRELATED',
        mandatoryCommentRequirement: 'NO_DECISIONS',
      },
      phase: 'SIGNED',
      due: '2026-03-18T17:00:00.000Z',
      signed: '2026-02-27T15:12:47.000Z',
      reviewer: {
        type: 'IDENTITY',
        id: 'e08d35b7f2964c1ab5e7d9140c6f8b41',
        name: 'Priya Lund',
        email: 'priya.lund@ferry.example',
      },
      reassignment: null,
      hasErrors: false,
      errorMessage: null,
      completed: true,
      decisionsMade: 24,
      decisionsTotal: 24,
      entitiesCompleted: 8,
      entitiesTotal: 8,
    },
  },
});
