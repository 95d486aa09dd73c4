import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const APP = join(__dirname, '../app');

/** Paths of what may hold a template or a route, within the app. */
export function sourcesOf(directory = APP): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : sourcesOf(path);
    return /(?<!\.spec)\.(html|ts)$/.test(entry.name) ? [relative(APP, path)] : [];
  });
}

const read = (path: string): string => readFileSync(join(APP, path), 'utf8');

/** Keys that a template names in full; those put together at run time are not seen. */
export function usedKeys(path: string): string[] {
  const text = read(path);
  const prefix = /\*transloco="let t; prefix: '([\w.]+)'/.exec(text)?.[1];
  const plain = [...text.matchAll(/\bt\(\s*'([\w.]+)'\s*[,)]/g)];
  const plural = [...text.matchAll(/\bt\(\s*locale\.plural\('([\w.]+)'/g)];
  return [...plain, ...plural].map(([, key]) =>
    prefix ? `${prefix}.${String(key)}` : String(key),
  );
}

/** `sources` of `features/sources/listing/…`; undefined outside the features. */
export const featureOf = (path: string): string | undefined =>
  /^features\/([^/]+)\//.exec(path)?.[1];

interface LoadedFeature {
  feature: string;
  /** The feature whose routes lead there; undefined for the app's own. */
  from: string | undefined;
  parts: string[];
}

const ROUTE = /withTexts\(\s*\[([^\]]*)\],\s*async \(\) =>\s*\(await import\('([^']+)'/g;

function loadedBy(path: string): LoadedFeature[] {
  return [...read(path).matchAll(ROUTE)].flatMap(([, list = '', target = '']) => {
    const feature = featureOf(join(path, '..', target));
    const parts = [...list.matchAll(/'([\w-]+)'/g)].map(([, part]) => String(part));
    return feature === undefined ? [] : [{ feature, from: featureOf(path), parts }];
  });
}

/** Whether the way to a feature leads through another one; routes of its own add to its parts. */
const outside = (from: string | undefined, feature: string): from is string =>
  from !== undefined && from !== feature;

/** The parts whose texts are there when a feature is shown, by the routes that lead to it. */
export function partsByFeature(): ReadonlyMap<string, ReadonlySet<string>> {
  const loaded = sourcesOf()
    .filter((path) => path.endsWith('routes.ts'))
    .flatMap(loadedBy);
  const partsOf = (feature: string): string[] =>
    loaded
      .filter((one) => one.feature === feature)
      .flatMap(({ from, parts }) => [...parts, ...(outside(from, feature) ? partsOf(from) : [])]);
  const features = loaded.map(({ feature }) => feature);
  return new Map(features.map((feature) => [feature, new Set(['shell', ...partsOf(feature)])]));
}
