/** What only the gate's report needs. */
export const styles = `
h1 small{font-size:1.05rem;font-weight:600}
h1 .badge{font-size:1.1em;padding:.05em .5em}
.next{margin:.7rem 0}
.cells caption{text-align:left;color:var(--muted);padding-bottom:.2rem}
.cells td,.cells th{padding:.12rem .25rem;border:0}
.cells tbody th{font:12.5px ui-monospace,Menlo,Consolas,monospace;padding-right:.8rem}
.cell{display:inline-block;min-width:4.2rem;padding:.05rem .4rem;border:1px solid transparent;border-radius:3px;text-decoration:none;text-align:center;font-size:12.5px;margin-right:.2rem}
.cell.fault{border:1px dashed var(--muted)}
.cell.failed{font-weight:700;border:1px solid var(--bad)}
.violation{border:1px solid var(--line);border-left:4px solid var(--muted);border-radius:4px;padding:.6rem .9rem;margin:.7rem 0}
.failed-edge{border-left-color:var(--bad)}.warning-edge{border-left-color:var(--warn)}.waived-edge{border-left-color:var(--info)}
.statement{font-weight:600}
.label{margin:.5rem 0 .15rem;color:var(--muted)}
.diff{display:grid;grid-template-columns:5.5rem 1fr;margin:.5rem 0;font:12.5px/1.5 ui-monospace,Menlo,Consolas,monospace;border:1px solid var(--line);border-radius:4px;overflow:hidden}
.diff dt,.diff dd{margin:0;padding:.25rem .6rem}.diff dd{white-space:pre-wrap}
.expected,.diff dt:first-child{background:var(--good-soft)}.seen,.diff dt:nth-of-type(2){background:var(--bad-soft)}
.diff ins,.diff del{text-decoration:none;font-weight:700}.diff ins{color:var(--good)}.diff del{color:var(--bad)}
.spec,#clause-list details,#cells details{border-bottom:1px solid var(--line);padding:.35rem 0}
ul{margin:.3rem 0;padding-left:1.2rem}
:target{outline:2px solid var(--link);outline-offset:2px}
@media (max-width:40rem){.broken thead{display:none}.broken,.broken tbody,.broken tr,.broken td{display:block}.broken td{border:0;padding:.05rem 0}.broken tr{border-bottom:1px solid var(--line);padding:.35rem 0}.diff{grid-template-columns:1fr}.cell{min-width:3.4rem}.counts th,.counts td{padding-right:.3rem;font-size:12px}}
`;
