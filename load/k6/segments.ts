/**
 * What makes k6 one of several runners of a run, counted from 0: it makes every event whose number leaves `index` when
 * divided by `segments`, so numbers are given once over all of them. None for a runner that is alone.
 */
export const segmentArguments = (index: number, segments: number): readonly string[] =>
  segments === 1
    ? []
    : [
        `--execution-segment=${edge(index, segments)}:${edge(index + 1, segments)}`,
        `--execution-segment-sequence=${Array.from({ length: segments + 1 }, (_, at) => edge(at, segments)).join(',')}`,
      ];

const edge = (index: number, segments: number): string =>
  index === 0 ? '0' : index === segments ? '1' : `${index}/${segments}`;
