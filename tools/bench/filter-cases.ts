/** A class of expressions that both dialects understand and answer alike, with the document that they are read on. */
export type FilterClass = Readonly<{ name: string; expressions: readonly string[] }>;

/** An event of 20 changes and 10 items: as large as real ones get. */
export const benchDocument = {
  identity: { id: 'i1', name: 'Ada Lamb', type: 'IDENTITY', manager: { id: 'm1', name: 'Bo Reed' } },
  changes: Array.from({ length: 20 }, (_, index) => ({
    attribute: `attribute${index}`,
    oldValue: `old ${index}`,
    newValue: index,
  })),
  items: Array.from({ length: 10 }, (_, index) => ({
    id: `item${index}`,
    type: index % 2 === 0 ? 'ROLE' : 'ENTITLEMENT',
    owner: { id: `o${index}`, name: `Owner ${index}` },
  })),
};

export const filterClasses: readonly FilterClass[] = [
  { name: 'path', expressions: ['$.identity.name', '$.identity.manager.id', "$['identity']['type']"] },
  { name: 'index', expressions: ['$.changes[0]', '$.items[7]', '$.changes[12].attribute'] },
  { name: 'wildcard', expressions: ['$.changes[*]', '$.items[*].owner.name', '$.identity.*'] },
  { name: 'scan', expressions: ['$..name', '$..attribute', '$.items..id'] },
  {
    name: 'predicate',
    expressions: [
      '$.changes[?(@.attribute == "attribute7")]',
      '$.changes[?(@.newValue > 15)]',
      '$.items[?(@.owner.id == "o3")].id',
    ],
  },
  {
    name: 'predicate, and',
    expressions: [
      '$.changes[?(@.attribute == "attribute7" && @.newValue == 7)]',
      '$.items[?(@.type == "ROLE" && @.owner.id != "o2")]',
    ],
  },
  {
    name: 'predicate, or',
    expressions: [
      '$.changes[?(@.attribute == "attribute7" || @.newValue < 3)]',
      '$.items[?(@.id == "item1" || @.id == "item2" || @.owner.id == "o9")]',
    ],
  },
  { name: 'exists', expressions: ['$.changes[?(@.oldValue)]', '$.items[?(@.owner)]'] },
  { name: 'slice', expressions: ['$.changes[2:9]', '$.items[:4]', '$.changes[5:].attribute'] },
];
