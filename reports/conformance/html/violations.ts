import { type Html, html, nothing } from '../../render/html.ts';
import { filter } from '../../render/parts.ts';
import { placed, type Room } from '../../render/room.ts';
import type { ConformanceReport, ViolationResult } from '../report.ts';
import type { Links } from './links.ts';
import { violationBlocks } from './violation.ts';
import { kindOf } from './words.ts';

/** Every broken promise, waived one and warning: as many in full as fit, the others in a line each. */
export const violationList = (
  { violations }: ConformanceReport,
  links: Links,
  room: Room<ViolationResult>,
): Html => {
  if (violations.length === 0) return nothing;
  const left = violations.length - room.full.size - room.brief.size;

  return html`<section id="violations"><h2>Violations</h2>
${violations.length === 1 ? undefined : filter('violation-list', 'Filter violations', [...new Set(violations.map((violation) => kindOf(violation).word))])}
<div id="violation-list">${placed(violations, room, violationBlocks(links))}</div>
${left === 0 ? undefined : html`<p>${left} more, see conformance.json</p>`}</section>`;
};
