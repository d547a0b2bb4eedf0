/** A block of a Jenkinsfile: `stage('gate') { ... }`, and the statements in it. */
export type Block = Readonly<{ name: string; blocks: readonly Block[]; statements: readonly string[] }>;

/**
 * What a declarative pipeline breaks of its documented structure: which sections may stand where, which are needed.
 * It knows nothing of plugins, and reads the quoting of Groovy only so far as to find the blocks.
 */
export const pipelineProblems = (text: string): readonly string[] => {
  const { blocks, statements } = blocksOf(text);
  const [pipeline, ...others] = blocks;
  if (pipeline?.name !== 'pipeline' || others.length + statements.length > 0)
    return ['a Jenkinsfile is one block "pipeline"'];

  return problemsIn(pipeline, 'pipeline');
};

type Rule = Readonly<{ needs?: readonly string[]; needsOne?: readonly string[]; allows?: readonly string[] }>;

const conditions = [
  'always',
  'changed',
  'fixed',
  'regression',
  'aborted',
  'failure',
  'success',
  'unstable',
  'unsuccessful',
  'cleanup',
];
const ofStage = ['agent', 'environment', 'input', 'options', 'post', 'tools', 'when'];
const bodies = ['steps', 'stages', 'parallel', 'matrix'];

/** Source: Jenkins' reference of the declarative syntax. */
const rules: Readonly<Record<string, Rule>> = {
  pipeline: {
    needs: ['agent', 'stages'],
    allows: [
      'agent',
      'stages',
      'environment',
      'options',
      'parameters',
      'post',
      'tools',
      'triggers',
      'libraries',
    ],
  },
  stages: { needs: ['stage'], allows: ['stage'] },
  parallel: { needs: ['stage'], allows: ['stage'] },
  stage: { needsOne: bodies, allows: [...bodies, ...ofStage] },
  post: { allows: conditions },
};

const problemsIn = (block: Block, kind: string): readonly string[] => {
  const { needs = [], needsOne, allows } = rules[kind] ?? {};
  const kinds = block.blocks.map(({ name }) => kindOf(name));
  const stray = allows === undefined ? [] : block.statements.filter((one) => !/^agent (any|none)$/.test(one));

  return [
    ...needs
      .filter((need) => !kinds.includes(need) && !block.statements.some((one) => one.startsWith(`${need} `)))
      .map((need) => `${block.name}: "${need}" is missing`),
    ...(needsOne !== undefined && kinds.filter((one) => needsOne.includes(one)).length !== 1
      ? [`${block.name}: one of ${needsOne.join(', ')}`]
      : []),
    ...kinds
      .filter((one) => allows !== undefined && !allows.includes(one))
      .map((one) => `${block.name}: "${one}" has no place here`),
    ...stray.map((one) => `${block.name}: "${one}" has no place here`),
    ...(block.blocks.length + block.statements.length === 0 ? [`${block.name}: is empty`] : []),
    ...block.blocks.flatMap((one) => (kindOf(one.name) in rules ? problemsIn(one, kindOf(one.name)) : [])),
  ];
};

const kindOf = (name: string): string => /^\w+/.exec(name)?.[0] ?? name;

const tokens = /'''[\s\S]*?'''|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[{};\n]|[^{};\n'"]+/g;

type Open = { name: string; blocks: Block[]; statements: string[] };

/** Throws where braces do not fit together. */
const blocksOf = (text: string): Block => {
  const root: Open = { name: '', blocks: [], statements: [] };
  const open: Open[] = [root];
  let words = '';
  const endStatement = (): void => {
    if (words.trim() !== '') open.at(-1)?.statements.push(words.trim());
    words = '';
  };
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{') {
      const block: Open = { name: words.trim(), blocks: [], statements: [] };
      open.at(-1)?.blocks.push(block);
      open.push(block);
      words = '';
    } else if (token === '}') {
      endStatement();
      if (open.length === 1) throw new Error('a brace closes nothing');
      open.pop();
    } else if (token === ';' || token === '\n') endStatement();
    else words += token;
  }
  if (open.length > 1) throw new Error(`${open.at(-1)?.name} is not closed`);

  return root;
};
