import { type Html, html, nothing } from '../../render/html.ts';
import { cut } from '../../text.ts';

/** Why something came out as it did, and the setting that would change it. */
export const why = ({ reason, setting }: Readonly<{ reason?: string; setting?: string }>): Html =>
  reason === undefined
    ? nothing
    : html`<p>${cut(reason, 500)}${setting === undefined ? undefined : html`; <code>${cut(setting, 300)}</code>`}</p>`;
