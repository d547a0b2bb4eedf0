import { always, namesEach, preApproval } from '../testing/broken.ts';
import { approver, rightCode } from '../testing/user-subscriber.ts';

namesEach([
  {
    is: 'answers 500',
    code: always(() => ({ status: 500, body: { error: 'oops' } })),
    modes: ['SYNC'],
    named: ['answer.success'],
    seen: /^500: \{"error":"oops"\}$/,
  },
  {
    is: 'redirects',
    code: always(() => ({ status: 302, headers: { location: 'https://login.example.com/' } })),
    modes: ['SYNC'],
    named: ['answer.success'],
    seen: /^302, to https:\/\/login\.example\.com\/, with an empty body$/,
  },
  {
    is: 'answers SYNC with nothing',
    code: always(() => ({})),
    modes: ['SYNC'],
    named: ['output.present'],
    seen: /^200, with an empty body$/,
  },
  {
    is: 'answers SYNC with a page',
    code: always(() => ({ headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' })),
    modes: ['SYNC'],
    named: ['output.present'],
    seen: /HTML, as of a login page/,
  },
  {
    is: 'wraps its SYNC answer as a completion',
    code: always(() => ({ body: { secret: 's', output: { approved: true, comment: '', approver: 'a' } } })),
    modes: ['SYNC'],
    trigger: preApproval,
    named: ['output.bare'],
    seen: /"output", as a completion has it/,
  },
  {
    is: 'answers as behind a gateway that is not there',
    code: always(() => ({ body: { statusCode: 200, body: JSON.stringify(approver) } })),
    modes: ['SYNC'],
    named: ['output.bare'],
    seen: /the body has the output in "body"/,
  },
  {
    is: 'answers with an output of another shape',
    code: always(() => ({ body: { approved: 'yes', comment: '', approver: 'a' } })),
    modes: ['SYNC'],
    trigger: preApproval,
    named: ['output.schema'],
    seen: /^\/approved must be boolean/,
  },
  {
    is: 'answers after more than 10 s',
    code:
      ({ pass }) =>
      () => {
        pass(11_000);
        return { body: approver };
      },
    modes: ['SYNC'],
    named: ['answer.time'],
    seen: /^answered 200 after 11[.\d]* s$/,
  },
  {
    is: 'needs more than 10 s for its first call',
    code:
      ({ pass }) =>
      (event) => {
        if (event.number === 1) pass(11_000);
        return rightCode(event);
      },
    modes: ['SYNC'],
    named: ['answer.first-call'],
    seen: /^answered 200 after 11[.\d]* s$/,
  },
  {
    is: 'never answers',
    code: always(() => 'none'),
    modes: ['SYNC'],
    patienceMs: 100,
    named: ['answer.time'],
    seen: /^no answer; given up after/,
  },
  {
    is: 'closes the connection',
    code: always(({ response }) => {
      response.destroy();
      return 'none';
    }),
    modes: ['SYNC'],
    named: ['answer.whole'],
    seen: /closed without a whole answer/,
  },
]);
