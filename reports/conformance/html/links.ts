import { type Html, html } from '../../render/html.ts';
import type { CellResult, ConformanceReport, ViolationResult } from '../report.ts';

/** Ids of what has a place in the page: short, and without a tenant's text. */
export type Places = Readonly<{
  cell: (cell: Pick<CellResult, 'apiVersion' | 'operation' | 'status'>) => string;
  clause: (id: string) => string;
  /** Empty where there is no such spec. */
  spec: (id: string) => string;
  violation: (violation: ViolationResult) => string;
}>;

export const placesOf = ({ specs, violations }: ConformanceReport): Places => {
  const specNumbers = new Map(specs.map(({ id }, index) => [id, `spec-${index + 1}`]));
  const numbers = new Map(violations.map((violation, index) => [violation, `violation-${index + 1}`]));

  return {
    cell: ({ apiVersion, operation, status }) => `cell-${apiVersion}-${operation}-${status}`,
    clause: (id) => `clause-${id}`,
    spec: (id) => specNumbers.get(id) ?? '',
    violation: (violation) => numbers.get(violation) ?? '',
  };
};

/** Places, and the way to them: a link leads to what there is, and is plain text otherwise. */
export type Links = Places & Readonly<{ to: (place: string, text: Html | string, kind?: string) => Html }>;

export const linksTo = (places: Places, has: (place: string) => boolean): Links => ({
  ...places,
  to: (place, text, kind) =>
    has(place)
      ? html`<a href="#${place}"${kind === undefined ? undefined : html` class="${kind}"`}>${text}</a>`
      : html`<span${kind === undefined ? undefined : html` class="${kind}"`}>${text}</span>`,
});
