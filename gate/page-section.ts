const marks = (name: string) => [`<!-- ${name} -->`, `<!-- /${name} -->`] as const;

/** Puts `text` into the section of that name, in place of what it held; a page without it gets it at its end. */
export const withSection = (page: string, name: string, text: string): string => {
  const [open, close] = marks(name);
  const section = `${open}\n${text.trim()}\n${close}`;
  const [from, to] = [page.indexOf(open), page.indexOf(close)];
  if (from < 0 || to < from) return `${page.trimEnd()}\n\n${section}\n`.trimStart();

  return `${page.slice(0, from)}${section}${page.slice(to + close.length)}`;
};
