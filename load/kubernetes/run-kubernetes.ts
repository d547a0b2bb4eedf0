import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { makeFolder } from '../../client/make-folder.ts';
import { newRunId } from '../../client/run-mark.ts';
import { toolVersion } from '../../client/tool-version.ts';
import { readSettings, SettingsError } from '../../config.ts';
import { UsageError } from '../../gate/gate-options.ts';
import { pinnedVersion } from '../k6/build-k6.ts';
import type { LoadOptions } from '../load-options.ts';
import { writePart } from '../parts/part.ts';
import { programFolder } from '../place.ts';
import { planRun } from '../plan-run.ts';
import { quotaText } from '../quota-text.ts';
import { readSlo } from '../slo/read-slo.ts';
import { ownEndpoint } from '../subscriber/endpoint.ts';
import { targetOf } from '../target-of.ts';
import { flatName, flatScript } from './flat-script.ts';
import { bytesTooMany, manifestsOf } from './manifests.ts';
import { planPods } from './plan-pods.ts';
import { stepsPage } from './steps-page.ts';
import { writeManifest } from './write-manifest.ts';

/** `load --kubernetes DIR`: writes manifests for the k6 operator, and how to go on; sends nothing. Gives 0. */
export const runKubernetes = async (options: LoadOptions, folder: string): Promise<number> => {
  const { settings, problems } = readSettings({ env: process.env, cwd: process.cwd() });
  if (!settings) throw new SettingsError(problems);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UsageError(
      `${folder} is not empty: each run has manifests and results of its own. Name another folder.`,
    );
  const scenario = scenarioOf(options);
  const plan = planRun({ ...options, scenario }, settings.quota);
  const endpoint = scenario === 'subscriber' ? ownEndpoint(options.url, options.iOwnThisEndpoint) : undefined;
  const slo = readSlo(options.slo ?? join(programFolder(), 'load/slo.yaml'));
  const runId = newRunId();
  const name = `isc-load-${runId}`;
  const pods = planPods({ plan, options, settings, slo, runId, endpoint });
  const path = `load/scenarios/${scenario}.ts`;
  const script = flatScript(programFolder(), path);
  for (const files of [script, { 'plan.json': JSON.stringify(pods.plan) }])
    if (bytesTooMany(files) > 0)
      throw new UsageError(
        `A ConfigMap holds 1 MiB, and this run needs ${bytesTooMany(files)} bytes more: take a smaller payload.`,
      );
  const k6 = pinnedVersion(join(programFolder(), 'tools/k6')).slice(1);
  const partName = `${scenario}-0`;
  makeFolder(join(folder, partName));
  writePart(join(folder, partName), pods.part, {
    tool: { name: 'isc-triggers', version: toolVersion() },
    run: { id: runId, started: new Date().toISOString() },
    target: targetOf(settings, endpoint),
    conditions: {
      workload: plan.workload.name,
      rate: plan.rate,
      k6,
      quota: quotaText(settings.quota),
      cores: options.segments,
    },
    scenarios: [scenario],
  });
  const run = { name, parallelism: options.segments, file: flatName(path), script, plan: pods.plan };
  const manifests = manifestsOf(run, k6);
  for (const [file, documents] of Object.entries(manifests)) writeManifest(join(folder, file), documents);
  const page = join(folder, 'README.md');
  writeFileSync(
    page,
    stepsPage({
      name,
      folder: relative(process.cwd(), resolve(folder)) || '.',
      part: partName,
      files: Object.keys(manifests),
      provisioned: pods.provisioned,
      scenario,
    }),
  );
  process.stdout.write(
    `Wrote ${Object.keys(manifests).join(', ')} for ${name}: ${options.segments} runners, ${plan.rate}/s, ${modesText(pods.part)}; nothing was sent.\n` +
      `Next     the steps in ${page}\n`,
  );

  return 0;
};

/** One scenario of an open model: with --url the subscriber's. */
const scenarioOf = ({ scenario, url }: LoadOptions): 'dispatch-latency' | 'subscriber' => {
  const named = scenario ?? (url === undefined ? 'dispatch-latency' : 'subscriber');
  if (named === 'dispatch-latency' || named === 'subscriber') return named;
  throw new UsageError(
    `--kubernetes takes one scenario whose events can be split, dispatch-latency or subscriber, not "${named}".`,
  );
};

const modesText = (part: ReturnType<typeof planPods>['part']): string =>
  part.scenario === 'subscriber' ? part.mode : part.targets.map(({ mode }) => mode).join(' ');
