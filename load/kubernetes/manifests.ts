import type { FlatFiles } from './flat-script.ts';

export type PodsRun = Readonly<{
  /** Of all that is made in the cluster: at most 51 characters, no dots. */
  name: string;
  /** Runners. */
  parallelism: number;
  /** The entry of the script among its files. */
  file: string;
  script: FlatFiles;
  /** What the scenario is told. */
  plan: unknown;
}>;

/** The k6 that pods run: the version that tools/k6 pins. */
const k6Image = (version: string): string => `grafana/k6:${version}`;
const starterImage = 'ghcr.io/grafana/k6-operator:starter-v1.6.0';
const readerImage = 'busybox:1.37.0';
/** The user of k6's image. */
const user = 12_345;

/** A ConfigMap holds no more, its keys included. */
const mostBytes = 1_048_576;

/** Manifests by the names of their files. `k6Version` is `2.2.0`. */
export const manifestsOf = (
  run: PodsRun,
  k6Version: string,
): Readonly<Record<string, readonly unknown[]>> => ({
  'results.yaml': [resultsClaim(run), reader(run)],
  'script.yaml': [configMap(`${run.name}-script`, run.script)],
  'plan.yaml': [planMap(run)],
  'testrun.yaml': [testRun(run, k6Version)],
});

/** The ConfigMap of a plan alone: it is written anew once the subscriptions are there. */
export const planMap = ({ name, plan }: Pick<PodsRun, 'name' | 'plan'>): unknown =>
  configMap(`${name}-plan`, { 'plan.json': JSON.stringify(plan) });

/** Bytes of a ConfigMap beyond what it may hold; 0 where it holds them. */
export const bytesTooMany = (files: FlatFiles): number =>
  Math.max(
    0,
    Object.entries(files).reduce((sum, [key, text]) => sum + Buffer.byteLength(key + text), 0) - mostBytes,
  );

const configMap = (name: string, data: FlatFiles): unknown => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  data,
});

const resultsClaim = ({ name }: PodsRun): unknown => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: `${name}-results` },
  spec: { accessModes: ['ReadWriteMany'], resources: { requests: { storage: '10Gi' } } },
});

/** What a namespace of the level `restricted` asks for. */
const securityContext = {
  runAsNonRoot: true,
  runAsUser: user,
  runAsGroup: user,
  fsGroup: user,
  seccompProfile: { type: 'RuntimeDefault' },
};
const containerSecurityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

const resultsVolume = ({ name }: PodsRun) => ({
  name: 'results',
  persistentVolumeClaim: { claimName: `${name}-results` },
});

/** Holds the volume while results are copied from it. */
const reader = (run: PodsRun): unknown => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: `${run.name}-reader` },
  spec: {
    restartPolicy: 'Never',
    securityContext,
    containers: [
      {
        name: 'reader',
        image: readerImage,
        command: ['sleep', '86400'],
        securityContext: containerSecurityContext,
        volumeMounts: [{ name: 'results', mountPath: '/results' }],
      },
    ],
    volumes: [resultsVolume(run)],
  },
});

/**
 * The run itself. Left out are the initializer, which then is as the runners are, and `cleanup`, which would delete
 * the pods with their exit codes. The operator restarts nothing.
 */
const testRun = (run: PodsRun, k6Version: string): unknown => ({
  apiVersion: 'k6.io/v1alpha1',
  kind: 'TestRun',
  metadata: { name: run.name },
  spec: {
    parallelism: run.parallelism,
    script: { configMap: { name: `${run.name}-script`, file: run.file } },
    args: [
      ...['--system-tags', 'scenario', '--summary-mode', 'disabled', '--log-format', 'raw'],
      ...['--console-output', '/results/$(POD_NAME).rows.csv', '--out', 'csv=/results/$(POD_NAME).csv.gz'],
    ],
    runner: {
      image: k6Image(k6Version),
      metadata: { labels: { 'isc-triggers-run': run.name } },
      env: [
        { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
        { name: 'ISC_LOAD_PLAN', value: '/plan/plan.json' },
        { name: 'K6_CSV_TIME_FORMAT', value: 'unix_nano' },
        { name: 'K6_NO_USAGE_REPORT', value: 'true' },
        { name: 'K6_AUTO_EXTENSION_RESOLUTION', value: 'false' },
      ],
      envFrom: [{ secretRef: { name: `${run.name}-secret`, optional: true } }],
      resources: { requests: { cpu: '1', memory: '1Gi' } },
      securityContext,
      containerSecurityContext,
      volumes: [resultsVolume(run), { name: 'plan', configMap: { name: `${run.name}-plan` } }],
      volumeMounts: [
        { name: 'results', mountPath: '/results' },
        { name: 'plan', mountPath: '/plan', readOnly: true },
      ],
    },
    starter: { image: starterImage, securityContext, containerSecurityContext },
  },
});
