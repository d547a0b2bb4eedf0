import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

/** What libxml2, with which GitLab reads JUnit, and the schema beside this file find wrong. */
export const junitProblems = async (xml: string): Promise<readonly string[]> => {
  const { errors } = await validateXML({
    xml: { fileName: 'junit.xml', contents: xml },
    schema: readFileSync(new URL('./junit.xsd', import.meta.url), 'utf8'),
    maxMemoryPages: 4096,
  });

  return errors.map(({ message }) => message);
};
