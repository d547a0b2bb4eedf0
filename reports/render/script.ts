/**
 * What pages do beyond showing: switch light and dark, copy (`data-copy`: the id of what to copy), filter
 * (`data-filter`: the id of the list whose `data-item`s stay when they hold the text; `data-outcome` narrows them),
 * open what a link leads to, open all for print. A page is whole without it.
 */
export const script = `
const root = document.documentElement;
const theme = document.getElementById('theme');
const dark = () => (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
const name = () => { theme.textContent = dark() ? 'Light' : 'Dark'; };
theme.hidden = false;
name();
theme.addEventListener('click', () => { root.dataset.theme = dark() ? 'light' : 'dark'; name(); });

const copy = async (text) => {
  try { await navigator.clipboard.writeText(text); return true; } catch {}
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
};
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const done = await copy(document.getElementById(button.dataset.copy).textContent);
    button.textContent = done ? 'Copied' : 'Select it by hand';
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  });
}

for (const form of document.querySelectorAll('[data-filter]')) {
  form.hidden = false;
  const items = [...document.getElementById(form.dataset.filter).querySelectorAll('[data-item]')];
  const words = form.querySelector('input');
  const outcome = form.querySelector('select');
  const count = form.querySelector('output');
  const apply = () => {
    const wanted = words.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const item of items) {
      const text = item.textContent.toLowerCase();
      const fits = wanted.every((word) => text.includes(word)) && (!outcome || !outcome.value || item.dataset.item === outcome.value);
      item.hidden = !fits;
      if (fits) shown += 1;
    }
    count.textContent = shown + ' of ' + items.length;
  };
  form.addEventListener('input', apply);
  apply();
}

const open = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  target.hidden = false;
  for (let each = target; each; each = each.parentElement) if (each.tagName === 'DETAILS') each.open = true;
  target.scrollIntoView();
};
addEventListener('hashchange', open);
addEventListener('click', ({ target }) => { if (target.closest?.('a[href^="#"]')?.hash === location.hash) open(); });
open();
let shut = [];
addEventListener('beforeprint', () => {
  shut = [...document.querySelectorAll('details[data-print]:not([open])')];
  for (const each of shut) each.open = true;
});
addEventListener('afterprint', () => { for (const each of shut) each.open = false; });
`;
