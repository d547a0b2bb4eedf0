/** What only the health page needs. */
export const styles = `
h1 small{font-size:1.05rem;font-weight:600}
h1 .badge{font-size:1.1em;padding:.05em .5em}
.next{margin:.7rem 0}
.finding{border:1px solid var(--line);border-left:4px solid var(--muted);border-radius:4px;padding:.6rem .9rem;margin:.7rem 0}
.error-edge{border-left-color:var(--bad)}.warning-edge{border-left-color:var(--warn)}.info-edge{border-left-color:var(--info)}
.finding h3 .muted{font-weight:400}
.what{font-weight:600}
#about th{display:none}
`;
