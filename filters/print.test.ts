import { expect, test } from '@playwright/test';
import { compile, print } from './index.ts';

for (const [expression, printed] of [
  ["changes [?( @.a=='b'&&@.c )]", undefined],
  ["$['changes'][?( @['a']=='b'&&@.c )]", "$.changes[?(@.a == 'b' && @.c)]"],
  ['$[0][ "a b" ]', '$[0].["a b"]'],
  ['$..*[?(!@.a || !(@.b IN [1] && @.c size 2))]', '$..*[?(!@.a || !(@.b in [1] && @.c size 2))]'],
  ['$.a.length().b', '$.a.length().b'],
  ['$.a.size()[', '$.a.size()['],
  ['$[?(@.a.concat() == 1)]', '$[?(@.a.concat() == 1)]'],
  ['$.sum($.a, 2).x', '$.sum($.a, 2).x'],
  ['$[?((@.a || @.b) && @.c)]', '$[?((@.a || @.b) && @.c)]'],
] as const) {
  test(`writes ${expression} in one way`, () => {
    const result = compile(expression);

    expect(result.ok ? print(result.path.tree) : undefined).toBe(printed);
  });
}
