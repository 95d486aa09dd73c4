/** Small choices of this browser. Nothing secret belongs here. */
export type Setting = 'language' | 'theme' | 'signed-in' | 'return-url' | 'apart';

const nameOf = (setting: Setting): string => `tesigo.${setting}`;

export function readSetting(setting: Setting): string | null {
  try {
    return localStorage.getItem(nameOf(setting));
  } catch {
    return null; // storage can be switched off; the choice is then made anew each time
  }
}

export function writeSetting(setting: Setting, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(nameOf(setting));
    else localStorage.setItem(nameOf(setting), value);
  } catch {
    // as above
  }
}
