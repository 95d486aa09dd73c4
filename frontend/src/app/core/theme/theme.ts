import { DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';
import { readSetting, writeSetting } from '../settings';

export type ThemeName = 'light' | 'dark';

export const isTheme = (value: unknown): value is ThemeName =>
  value === 'light' || value === 'dark';

/** Light or dark: as the system asks until the reader chooses. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly system = matchMedia('(prefers-color-scheme: dark)');
  private readonly systemDark = signal(this.system.matches);
  private readonly chosen = signal<ThemeName | null>(this.stored());

  /** Null: as the system asks. */
  readonly choice = this.chosen.asReadonly();

  constructor() {
    this.system.addEventListener('change', ({ matches }) => {
      this.systemDark.set(matches);
    });
    effect(() => {
      const theme = this.chosen();
      if (theme === null) delete this.root.dataset['theme'];
      else this.root.dataset['theme'] = theme;
    });
  }

  current(): ThemeName {
    return this.chosen() ?? (this.systemDark() ? 'dark' : 'light');
  }

  toggle(): void {
    this.choose(this.current() === 'dark' ? 'light' : 'dark');
  }

  /** @param theme null: as the system asks */
  choose(theme: ThemeName | null): void {
    writeSetting('theme', theme);
    this.chosen.set(theme);
  }

  private stored(): ThemeName | null {
    const theme = readSetting('theme');
    return isTheme(theme) ? theme : null;
  }
}
