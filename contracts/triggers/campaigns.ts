import { dateTime, object, oneOfThese, orNull, text } from './schema-parts.ts';
import { fireAndForget } from './trigger.ts';

const campaign = {
  id: text,
  name: text,
  description: text,
  created: dateTime,
  type: oneOfThese('MANAGER', 'SOURCE_OWNER', 'SEARCH', 'ROLE_COMPOSITION'),
  campaignOwner: object({ id: text, displayName: text, email: text }),
};

/** A campaign that has begun: it has a deadline. */
const begunCampaign = (status: string) =>
  object({
    campaign: object(
      { ...campaign, deadline: dateTime, status: oneOfThese(status) },
      { modified: orNull(dateTime) },
    ),
  });

const sample = {
  id: '2f6b81d94c0e4f57a3b8d60e917c5a40',
  name: 'Spring review of the ferry desk',
  description: 'Team leads look through what their crews may do',
  created: '2026-02-16T07:30:00.000Z',
  type: 'MANAGER',
  campaignOwner: {
    id: 'e08d35b7f2964c1ab5e7d9140c6f8b41',
    displayName: 'Priya Lund',
    email: 'priya.lund@ferry.example',
  },
};

export const campaignActivated = fireAndForget({
  id: 'idn:campaign-activated',
  name: 'Campaign Activated',
  description: 'A certification campaign was opened for its reviewers.',
  inputSchema: begunCampaign('ACTIVE'),
  sampleInput: {
    campaign: {
      ...sample,
      modified: '2026-02-18T08:00:00.000Z',
      deadline: '2026-03-18T17:00:00.000Z',
      status: 'ACTIVE',
    },
  },
});

export const campaignEnded = fireAndForget({
  id: 'idn:campaign-ended',
  name: 'Campaign Ended',
  description: 'A certification campaign was finished or ran out of time.',
  inputSchema: begunCampaign('COMPLETED'),
  sampleInput: {
    campaign: {
      ...sample,
      modified: '2026-03-18T17:00:05.000Z',
      deadline: '2026-03-18T17:00:00.000Z',
      status: 'COMPLETED',
    },
  },
});

export const campaignGenerated = fireAndForget({
  id: 'idn:campaign-generated',
  name: 'Campaign Generated',
  description: 'A certification campaign was put together and waits to be activated.',
  inputSchema: object({
    campaign: object(
      { ...campaign, status: oneOfThese('STAGED', 'ACTIVATING', 'ACTIVE') },
      { modified: orNull(text), deadline: orNull(text) },
    ),
  }),
  sampleInput: { campaign: { ...sample, modified: null, deadline: null, status: 'STAGED' } },
});
