import { Command } from 'commander';
import type { CheckOptions } from '../gate/subscriber-check/options.ts';
import { command, type Ended, once } from './command.ts';

const examples = [
  'subscriber check --url http://127.0.0.1:8080/hook',
  'subscriber check --url http://127.0.0.1:8080/hook --mode SYNC',
  'subscriber check --url http://127.0.0.1:8080/hook --trigger idn:identity-created --payload event.json',
  'subscriber check --url https://hooks.example.com/isc --mode SYNC --i-own-this-endpoint hooks.example.com',
];

const more = `
Credentials of the subscription, from the environment only: ISC_CHECK_USER and ISC_CHECK_PASSWORD, or
ISC_CHECK_BEARER. With them it is also tried with wrong ones and without.
Completions arrive on this machine. Where the subscriber runs elsewhere, ISC_SUBSCRIBER_URL is the address that
leads here, and ISC_SUBSCRIBER_PORT the port behind it.

The subscriber cannot tell these events from real ones: check a staging copy. Everything in them is invented.

Exit codes: 0 PASS, 1 FAIL (something documented is broken; advice alone fails nothing), 2 INCOMPLETE (not reached, or
it asks for credentials and none were given) or the input is wrong, 130 interrupted.`;

export const subscriberCommand = (ended: Ended): Command =>
  new Command('subscriber')
    .description('does your own webhook answer as a tenant expects')
    .exitOverride()
    .addCommand(checkCommand(ended));

const checkCommand = (ended: Ended): Command =>
  command('check', 'play the tenant once through everything against a subscriber of yours', examples)
    .requiredOption('--url <url>', 'the subscriber')
    .option('--trigger <id>', 'whose events it gets', 'idn:access-request-dynamic-approver')
    .option(
      '--mode <modes>',
      'SYNC, ASYNC or DYNAMIC, several with commas (default: every mode that the trigger allows)',
      once,
    )
    .option(
      '--payload <file>',
      'events of your own in place of the samples: a JSON file, a folder of them, or -; repeatable',
      (file: string, before: readonly string[]) => [...before, file],
      [],
    )
    .option('--response-deadline <duration>', 'how long a completion is waited for, ISO 8601', 'PT30S')
    .option('--i-own-this-endpoint <host>', 'allows a --url that is not on this machine')
    .addHelpText('after', more)
    .action(async (options: CheckOptions) => {
      const { runSubscriberCheck } = await import('../gate/subscriber-check/run-subscriber-check.ts');
      ended(await runSubscriberCheck(options));
    });
