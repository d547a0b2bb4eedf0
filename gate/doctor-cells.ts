import type { Capability } from '../specs/support/capabilities.ts';
import type { ListedSpec } from './listed-specs.ts';

/** A setting that would let a gate judge more, and how many cells it would judge then, those before it included. */
export type Step = Readonly<{ cells: number; setting: string; gives: string }>;

type Offer = Readonly<
  | { capability: Capability; gives: string; setting: string }
  | { capability: Capability; gives: string; risk: string }
>;

/** In the order in which a careful owner would allow them. */
const offers: readonly Offer[] = [
  {
    capability: 'writes',
    setting: 'ISC_ALLOW_WRITES=HOST',
    gives: 'creates and removes its own subscriptions, disabled',
  },
  { capability: 'expired', setting: 'ISC_EXPIRED_TOKEN', gives: 'the 401 of expiry' },
  {
    capability: 'readonly',
    setting: 'ISC_READONLY_CLIENT_ID and _SECRET',
    gives: '403 to a client that may only read',
  },
  { capability: 'noscope', setting: 'ISC_NOSCOPE_CLIENT_ID and _SECRET', gives: '403' },
  { capability: 'slots', risk: 'slots', gives: 'a free REQUEST_RESPONSE slot' },
  { capability: 'limits', risk: 'limits', gives: 'the limit of 50' },
  { capability: 'enabled', risk: 'enabled', gives: 'enabled subscriptions' },
  { capability: 'quota', risk: 'quota', gives: '429; needs ISC_QUOTA other than off' },
];

/** How many cells the specs judge with these capabilities. */
export const cellsWith = (specs: readonly ListedSpec[], has: ReadonlySet<Capability>): number =>
  new Set(specs.filter(({ needs }) => needs.every((need) => has.has(need))).flatMap(({ cells }) => cells))
    .size;

/** What each further setting adds, one on top of the other; those that add no cell are left out. */
export const steps = (
  specs: readonly ListedSpec[],
  has: ReadonlySet<Capability>,
  host: string,
): readonly Step[] => {
  const found: Step[] = [];
  const risks = offers.flatMap((offer) => ('risk' in offer && has.has(offer.capability) ? [offer.risk] : []));
  const reached = new Set(has);
  let cells = cellsWith(specs, reached);
  for (const offer of offers) {
    if (reached.has(offer.capability)) continue;
    const now = cellsWith(specs, reached.add(offer.capability));
    if (now === cells) {
      reached.delete(offer.capability);
      continue;
    }
    if ('risk' in offer) risks.push(offer.risk);
    const setting =
      'risk' in offer ? `ISC_ALLOW_RISKS=${risks.join(',')}` : offer.setting.replace('HOST', host);
    found.push({ cells: now, setting, gives: offer.gives });
    cells = now;
  }

  return found;
};
