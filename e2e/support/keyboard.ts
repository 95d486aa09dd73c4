import type { Locator, Page } from 'playwright-core';

/** More stops than any page has between two things that follow each other. */
const MOST_STOPS = 400;

/**
 * Runs in the page: what is wrong with the place of the keyboard. It has to be seen (WCAG 2.2, 2.4.7)
 * and nothing may lie over it (2.4.11).
 */
function faultOfFocus(): string | null {
  const focused = document.activeElement;
  if (focused === null || focused === document.body || focused.id === 'main') return null;
  const marked = (element: Element): boolean => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  const name = `${focused.tagName} “${(focused.ariaLabel ?? focused.textContent).trim().slice(0, 40)}”`;
  // a native control that is drawn by its label is marked there
  const drawn = [focused, focused.closest('label'), focused.parentElement];
  if (!drawn.some((element) => element !== null && marked(element))) return `not marked: ${name}`;
  const { left, top, width, height } = focused.getBoundingClientRect();
  if (width < 3 || height < 3) return null;
  const [x, y] = [left + width / 2, top + Math.min(height / 2, 40)];
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return `outside the window: ${name}`;
  const shown = document.elementFromPoint(x, y);
  const isShown =
    shown === null || drawn.some((one) => one?.contains(shown) === true || shown.contains(one));
  return isShown ? null : `covered by ${shown.tagName}.${shown.className}: ${name}`;
}

/** A student who has no mouse. */
export class Keyboard {
  /** Where the focus was not to be seen, on all pages. */
  readonly faults = new Set<string>();

  constructor(private readonly page: Page) {}

  /** Goes on, stop by stop, to what is wanted. */
  async to(wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await wanted.waitFor({ state: 'attached' });
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(key);
      await this.look();
    }
    throw new Error(`the keyboard does not lead to ${String(wanted)}`);
  }

  /** Goes there and presses it. */
  async press(wanted: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.to(wanted);
    await this.page.keyboard.press(key);
  }

  async type(wanted: Locator, text: string): Promise<void> {
    await this.to(wanted);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
  }

  /** Chooses in a list by the first letters of what is wanted. */
  async choose(list: Locator, letters: string): Promise<void> {
    await this.to(list);
    await this.page.keyboard.type(letters);
    await this.page.keyboard.press('Tab');
  }

  /** Looks at every stop of a page, from its top to its end. */
  async through(): Promise<void> {
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await this.page.keyboard.press('Tab');
      if (await this.page.evaluate(() => document.activeElement === document.body)) return;
      await this.look();
    }
  }

  private async look(): Promise<void> {
    const fault = await this.page.evaluate(faultOfFocus);
    if (fault !== null) this.faults.add(`${new URL(this.page.url()).pathname}: ${fault}`);
  }
}
