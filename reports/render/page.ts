import { createHash } from 'node:crypto';
import { type Html, html, verbatim } from './html.ts';
import { script } from './script.ts';
import { styles } from './styles.ts';

export type Page = Readonly<{
  title: string;
  /** What stands beside the switch for light and dark, at the top: a small line. */
  about: string;
  body: Html;
  /** Rules that only this page needs. */
  styles?: string;
}>;

/**
 * A whole page in one file: it asks nobody for anything, and its policy lets it run no script but its own. Same input,
 * same bytes.
 */
export const renderPage = ({ title, about, body, styles: more = '' }: Page): string =>
  html`${verbatim('<!doctype html>')}
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${verbatim(styles + more)}</style>
</head>
<body>
<header class="bar"><span>${about}</span><button type="button" id="theme" hidden>Dark</button></header>
<main>
${body}
</main>
<script>${verbatim(script)}</script>
</body>
</html>
`.markup;

const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
