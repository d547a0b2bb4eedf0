import { answerLimitMs } from './deadline.ts';

/** Why an invocation failed, as its status shows it. Documented is that there is one; its words are free. */
export type LocalizedError = Readonly<{ locale: string; message: string }>;

/** The causes of a failure. None repeats what a subscriber sent: that could be a secret. */
export const failure = {
  late: (): LocalizedError => told(`The subscriber did not answer within ${answerLimitMs / 1000} seconds.`),
  unreachable: (reason: string): LocalizedError => told(`The subscriber could not be reached: ${reason}.`),
  refused: (status: number): LocalizedError =>
    told(`The subscriber answered ${status}: a status from 200 to 299 is expected.`),
  noOutput: (): LocalizedError => told('The answer of the subscriber holds no output: it is no JSON object.'),
  expired: (responseDeadline: string): LocalizedError =>
    told(`The invocation was not completed before its response deadline of ${responseDeadline}.`),
  reported: (message: string): LocalizedError => told(message),
};

const told = (message: string): LocalizedError => ({ locale: 'en-US', message });
