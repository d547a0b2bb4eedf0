/** For pages whose charts stand two beside each other, one below the other on a phone; facts stand in a list with names. */
export const chartPageStyles = `
.answer{font-size:1.15rem;max-width:60rem}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,27rem),1fr));gap:.4rem 1.6rem}
.charts figure{margin:.8rem 0;min-width:0}
.charts figcaption small{display:block;font-weight:400;color:var(--muted)}
.charts svg{font-size:13px;width:100%}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.25rem 1.2rem;margin:1rem 0}
dt{color:var(--muted)}
dd{margin:0}
td.number,th.number{text-align:right}
td.number,.word{white-space:nowrap}
.numbers :is(th,td){white-space:nowrap}
.numbers :is(th,td):not(:first-child){text-align:right}
.text{min-width:15rem;overflow-wrap:normal}
.steps th,.steps td{font-size:12.5px;padding-right:.7rem}
@media (max-width:40rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
`;
