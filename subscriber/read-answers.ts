import { readFile } from 'node:fs/promises';
import { isJsonObject, parseJson } from '../dispatch/json.ts';
import type { Answer, Answering } from './answer.ts';

/** How each path is answered, and `otherwise` the rest. */
export type AnswerTable = Readonly<Record<string, Answering>>;

/**
 * Reads a file of answers: an object that holds by path an answer, or a list of them, as `answer.ts` types them.
 * @throws Error that names the file and what is wrong
 */
export const readAnswers = async (file: string): Promise<AnswerTable> => {
  const table = parseJson(await readFile(file, 'utf8'));
  if (!isJsonObject(table)) throw new Error(`${file} is no JSON object of paths and answers.`);
  for (const [path, how] of Object.entries(table)) {
    if (!isAnswering(how)) {
      throw new Error(
        `${file}: the answer to ${path} is no answer: give an object, "never" or a list of them.`,
      );
    }
  }

  return table as AnswerTable;
};

const isAnswering = (how: unknown): how is Answering =>
  Array.isArray(how) ? how.length > 0 && how.every(isAnswer) : isAnswer(how);

const isAnswer = (how: unknown): how is Answer => how === 'never' || isJsonObject(how);
