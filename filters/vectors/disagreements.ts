/** Vectors that are not met, each with its reason. All of them end in "cannot be judged", none in another answer. */
export const disagreements: Readonly<Record<string, string>> = {
  'filter-regex-045': 'look-ahead: no linear-time engine has it',
  'filter-regex-046': 'look-ahead: no linear-time engine has it',
  'filter-regex-047': "look-behind: no linear-time engine has it with Java's limits",
  'filter-regex-049': 'a back reference: no linear-time engine has it',
  'filter-regex-050':
    'a word boundary on a text beyond ASCII: Java counts other letters, the engine does not',
  'filter-regex-051':
    'a word boundary on a text beyond ASCII: Java counts other letters, the engine does not',
  'filter-regex-java-010': "a property of Java's own, \\p{javaLowerCase}",
  'filter-regex-java-013': 'a possessive quantifier: no linear-time engine has it',
  'filter-regex-java-026': 'a grapheme, \\X: no linear-time engine has it',
};
