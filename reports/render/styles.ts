const light =
  '--ink:#1b1f24;--paper:#fff;--panel:#f5f7f9;--muted:#59626d;--line:#d5dae0;--link:#0b57a4;--good:#19702f;--good-soft:#e3f4e7;--bad:#b3212b;--bad-soft:#fdeaea;--warn:#8a5200;--warn-soft:#fdf1dc;--info:#5a3ea6;--info-soft:#efeafb;--first:#2563a8;--second:#b45309';
const dark =
  '--ink:#e4e7ea;--paper:#14171a;--panel:#1d2125;--muted:#a2abb5;--line:#363c43;--link:#7ab8f5;--good:#62c77c;--good-soft:#17301e;--bad:#ff8a84;--bad-soft:#3a1b1d;--warn:#eab464;--warn-soft:#33270f;--info:#bda7f5;--info-soft:#281f40;--first:#6cb0f5;--second:#f0a95b';

/** What all pages look like: light and dark as the reader's system has it or as chosen, on a phone and in print. */
export const styles = `
:root{color-scheme:light;${light}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${dark}}}
:root[data-theme=dark]{color-scheme:dark;${dark}}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0;font:14px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
main,.bar{max-width:76rem;margin:0 auto;padding:0 1rem}
.bar{display:flex;justify-content:space-between;align-items:center;gap:1rem;padding-top:.6rem;color:var(--muted)}
h1{font-size:1.5rem;line-height:1.25;margin:.4rem 0}
h2{font-size:1.1rem;margin:1.8rem 0 .6rem}
h3{font-size:1rem;margin:0}
p{margin:.3rem 0}
a{color:var(--link)}
.muted{color:var(--muted)}
code,pre{font:12.5px/1.5 ui-monospace,Menlo,Consolas,monospace}
pre{margin:0;padding:.5rem .6rem;background:var(--panel);border:1px solid var(--line);border-radius:4px;white-space:pre-wrap;overflow-wrap:anywhere}
button,input,select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--muted);border-radius:4px;padding:.15rem .6rem}
button{cursor:pointer;white-space:nowrap}
:focus-visible{outline:2px solid var(--link);outline-offset:1px}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:.25rem .9rem .25rem 0;border-bottom:1px solid var(--line)}
th{font-weight:600;overflow-wrap:normal}
summary{cursor:pointer}
.scroll,figure{overflow-x:auto}
.scroll+.scroll{margin-top:1rem}
figure{margin:1rem 0}figcaption{font-weight:600;margin-bottom:.3rem}
.copied{position:relative}
.copied button{position:absolute;top:.3rem;right:.3rem;font-size:12px}
.copied pre{padding-right:4.5rem}
.copied pre span{display:inline-block;max-width:100%}
.filter{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:.4rem 0}
.filter input{flex:1 1 12rem;max-width:28rem}
.badge{display:inline-block;padding:0 .45em;border-radius:3px;font-weight:600;font-size:12px}
.PASS,.passed{color:var(--good);background:var(--good-soft)}
.FAIL,.failed{color:var(--bad);background:var(--bad-soft)}
.INCOMPLETE,.INVALID,.error,.warning{color:var(--warn);background:var(--warn-soft)}
.waived{color:var(--info);background:var(--info-soft)}
.skipped{color:var(--muted);background:var(--panel)}
@media (max-width:40rem){body{font-size:15px}th,td{padding-right:.5rem}}
@media print{:root,:root:not([data-theme=light]),:root[data-theme]{color-scheme:light;${light}}body{font-size:10pt}button,.filter{display:none!important}main,.bar{max-width:none;padding:0}article,tr{break-inside:avoid}a{color:inherit}.copied pre{padding-right:.6rem}.scroll{overflow:visible}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
