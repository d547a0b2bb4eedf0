/** Light and dark, as the reader's system has it. */
export const styles = `
:root { color-scheme: light dark; --ink: #1c2024; --paper: #ffffff; --muted: #6b7280; --line: #d7dbe0; --first: #2563a8; --second: #b45309; --bad: #c0262d; --good: #1a7f37; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ea; --paper: #15181b; --muted: #9aa2ab; --line: #343a40; --first: #6cb0f5; --second: #f0a95b; --bad: #ff7b72; --good: #4ac26b; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; border-top: 1px solid var(--line); padding-top: 1rem; }
.verdict { padding: 0.1em 0.5em; border-radius: 0.3em; color: var(--paper); background: var(--muted); }
.verdict.PASS { background: var(--good); } .verdict.FAIL { background: var(--bad); }
.muted { color: var(--muted); } figure { margin: 1.5rem 0; overflow-x: auto; } figcaption { margin-bottom: 0.5rem; font-weight: 600; }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 0.2rem 1rem 0.2rem 0; border-bottom: 1px solid var(--line); }
`;
