import { SettingsChange, StoredSettings } from './settings';

type Name = keyof SettingsChange;

const NAMES = Object.keys(SettingsChange.shape) as Name[];

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What a change really changes of what is stored, and how that was; null: not stored. */
export function difference(stored: StoredSettings, change: SettingsChange) {
  const wanted = SettingsChange.parse(change);
  const known = StoredSettings.parse(stored);
  const changed = NAMES.filter(
    (name) => wanted[name] !== undefined && !isSame(wanted[name], known[name] ?? null),
  );
  const pick = (of: SettingsChange): SettingsChange =>
    Object.fromEntries(changed.map((name) => [name, of[name] ?? null]));
  return { before: pick(known), after: pick(wanted) };
}

/** What is stored after a change. */
export function overlaid(stored: StoredSettings, change: SettingsChange): StoredSettings {
  const all = Object.entries({ ...stored, ...change });
  return StoredSettings.parse(Object.fromEntries(all.filter(([, value]) => value !== null)));
}
