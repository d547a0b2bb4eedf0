type Steps = Readonly<{
  name: string;
  /** Where the manifests are, as the user named it. */
  folder: string;
  /** The folder of the raw files in it. */
  part: string;
  /** The manifests, in the order in which they are created. */
  files: readonly string[];
  /** Whether the other side of the run must be there while the pods run. */
  provisioned: boolean;
  scenario: 'dispatch-latency' | 'subscriber';
}>;

/** README.md beside the manifests: what to do with them, one step after the other. */
export const stepsPage = (steps: Steps): string => {
  const sections = [
    secret(steps),
    ...(steps.provisioned ? [provision(steps)] : []),
    start(steps),
    results(steps),
    report(steps),
    cleanUp(steps),
  ];

  return `# ${steps.name}

A load run for the k6 operator (TestRun, k6.io/v1alpha1; written for v1.6.0). It runs once: for another, write new manifests. The volume in results.yaml is shared by all pods (ReadWriteMany): name a storage class in it where the cluster's default one is not. All commands go into one namespace.

${sections.map((text, index) => `## ${index + 1}. ${text}`).join('\n')}`;
};

const code = (...lines: readonly string[]): string => `\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`;

const secret = ({ name, scenario }: Steps): string =>
  scenario === 'subscriber'
    ? `Where your subscriber wants credentials, give them to the runners${code(
        `kubectl create secret generic ${name}-secret --from-literal=ISC_LOAD_AUTHORIZATION="Bearer $ISC_CHECK_BEARER"`,
      )}`
    : `Give the runners a client of the tenant${code(
        `kubectl create secret generic ${name}-secret --from-literal=ISC_LOAD_CLIENT_ID="$SAIL_CLIENT_ID" --from-literal=ISC_LOAD_CLIENT_SECRET="$SAIL_CLIENT_SECRET"`,
      )}
It is the client of the settings. Its quota holds for all pods together.
`;

const provision = ({ folder, scenario }: Steps): string =>
  `Be the other side of the pods, and leave it running${code(`npx isc-triggers load --provision ${folder}`)}
${
  scenario === 'subscriber'
    ? 'It receives the callbacks of your subscriber, at ISC_SUBSCRIBER_URL.'
    : 'It subscribes on the tenant of the settings, writes plan.yaml with the ids of the subscriptions, receives the events at ISC_SUBSCRIBER_URL and looks at the statuses.'
} It ends by itself once the run is over, or with Ctrl-C, and removes what it made. Go on once it says so.
`;

const start = ({ folder, files, name }: Steps): string =>
  `Start the pods${code(
    `kubectl create ${files.map((file) => `-f ${folder}/${file}`).join(' ')}`,
    `kubectl get testrun ${name} -o jsonpath='{.status.stage}'`,
  )}
The stage goes to \`finished\`, whether the run passed or not; \`error\` is told in the log of the initializer's pod.
`;

const results = ({ folder, part, name }: Steps): string =>
  `Fetch what the pods wrote, and how they ended${code(
    `kubectl cp ${name}-reader:/results/. ${folder}/${part}`,
    `kubectl get pods -l isc-triggers-run=${name} -o json > ${folder}/${part}/pods.json`,
  )}`;

const report = ({ folder }: Steps): string =>
  `Count it${code(`npx isc-triggers report ${folder}`)}
One report of all pods, load.json and load.html in ${folder}, as of a run of one process; it ends with 0 only where the run is PASS. A pod that did nothing, or whose files are missing, makes it INVALID.
`;

const cleanUp = ({ folder, files, name }: Steps): string =>
  `Clean up${code(
    `kubectl delete ${files.map((file) => `-f ${folder}/${file}`).join(' ')}`,
    `kubectl delete secret ${name}-secret --ignore-not-found`,
  )}`;
