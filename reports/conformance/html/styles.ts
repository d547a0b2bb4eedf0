/** What only the gate's report needs. */
export const styles = `
h1 .badge{font-size:1.1em;padding:.05em .5em}
.next{margin:.7rem 0}
nav{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin:.7rem 0 0;padding:.4rem 0;border-block:1px solid var(--line)}
nav a{text-decoration:none}nav small{color:var(--muted)}
.overview{display:flex;flex-wrap:wrap;gap:0 3rem}.overview>*{min-width:0;max-width:100%}
.broken{width:100%}.broken th:nth-child(3){min-width:9rem}.broken th:nth-child(4){width:36%}.broken td:nth-child(2){white-space:nowrap}
.broken tbody tr:first-child td{border-top:2px solid var(--bad)}
.cells td,.cells th{padding:.12rem .25rem;border:0;vertical-align:middle}
.cells tbody th{font:12.5px ui-monospace,Menlo,Consolas,monospace;padding-right:.8rem}
.cell{display:inline-block;min-width:4.2rem;padding:.05rem .4rem;border:1px solid transparent;border-radius:3px;text-decoration:none;text-align:center;font-size:12.5px;margin-right:.2rem}
.cell.fault{border:1px dashed var(--muted)}
.cell.failed{font-weight:700;border:1px solid var(--bad)}
.version{border-bottom:1px solid var(--line);padding:.35rem 0}
.violation{border:1px solid var(--line);border-left:4px solid var(--muted);border-radius:4px;padding:.6rem .9rem;margin:.7rem 0}
.failed-edge{border-left-color:var(--bad)}.warning-edge{border-left-color:var(--warn)}.waived-edge{border-left-color:var(--info)}
.statement{font-weight:600}
.label{margin:.5rem 0 .15rem;color:var(--muted)}
.diff{display:grid;grid-template-columns:5.5rem 1fr;margin:.5rem 0;font:12.5px/1.5 ui-monospace,Menlo,Consolas,monospace;border:1px solid var(--line);border-radius:4px;overflow:hidden}
.diff dt,.diff dd{margin:0;padding:.25rem .6rem}.diff dd{white-space:pre-wrap}
.expected,.diff dt:first-child{background:var(--good-soft)}.seen,.diff dt:nth-of-type(2){background:var(--bad-soft)}
.diff ins,.diff del{text-decoration:none;font-weight:700}.diff ins{color:var(--good)}.diff del{color:var(--bad)}
.list{margin-top:1.2rem;border-top:1px solid var(--line);padding-top:.5rem}.list h2{display:inline;margin:0}
.list [data-item]{border-bottom:1px solid var(--line);padding:.35rem 0}
.list p,.list ul{margin-left:1.2rem}
ul{margin:.3rem 0;padding-left:1.2rem}
:target{outline:2px solid var(--link);outline-offset:2px}
@media (min-width:40.01rem){.cell small:not(.always){display:none}}
@media (max-width:40rem){.broken thead,.cells thead{display:none}.broken,.broken tbody,.broken tr,.broken td,.cells,.cells tbody,.cells tr,.cells tbody th{display:block}.broken td{border:0!important;padding:.05rem 0}.broken td:nth-child(2){white-space:normal}.broken tr{border-bottom:1px solid var(--line);padding:.5rem 0}.cells tr{padding:.25rem 0}.cells td{display:inline}.cell{min-width:0;margin:0 .1rem .25rem 0}.diff{grid-template-columns:1fr}.counts th,.counts td{padding-right:.2rem;font-size:11px}}
@media print{.overview{display:block}nav{display:none}}
`;
