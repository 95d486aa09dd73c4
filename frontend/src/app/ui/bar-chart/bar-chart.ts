import { Component, computed, input, ViewEncapsulation } from '@angular/core';

export interface Bar {
  /** What it is of, such as a day. */
  label: string;
  value: number;
  /** The value in words. */
  text: string;
}

/** Of the drawing, in units of its own; bars fill it whatever its size on the screen. */
const STEP = 10;
const GAP = 2;
const HEIGHT = 100;

/**
 * Values side by side. The drawing is one image with a name; whoever uses it has the values as a
 * table too.
 */
@Component({
  selector: 'tg-bar-chart',
  template: `
    <figure class="tg-chart">
      <figcaption>
        <span class="tg-chart-heading">{{ heading() }}</span>
        <span class="tg-chart-sum">{{ summary() }}</span>
      </figcaption>
      <svg
        role="img"
        preserveAspectRatio="none"
        [attr.viewBox]="'0 0 ' + width() + ' ' + height"
        [attr.aria-label]="heading() + ': ' + summary()"
      >
        @for (bar of drawn(); track $index) {
          <rect
            [attr.x]="bar.x"
            [attr.y]="bar.y"
            [attr.width]="bar.width"
            [attr.height]="bar.height"
          >
            <title>{{ bar.title }}</title>
          </rect>
        }
      </svg>
      <div class="tg-chart-ends" aria-hidden="true">
        <span>{{ bars().at(0)?.label }}</span>
        <span>{{ bars().at(-1)?.label }}</span>
      </div>
    </figure>
  `,
  styleUrl: './bar-chart.css',
  encapsulation: ViewEncapsulation.None,
})
export class BarChart {
  readonly heading = input.required<string>();
  /** What the drawing says, in a few words. */
  readonly summary = input.required<string>();
  readonly bars = input.required<readonly Bar[]>();

  protected readonly height = HEIGHT;
  protected readonly width = computed(() => Math.max(1, this.bars().length) * STEP);
  protected readonly drawn = computed(() => {
    const most = Math.max(1, ...this.bars().map(({ value }) => value));
    return this.bars().map(({ label, value, text }, index) => {
      // something is more than nothing, however little
      const height = value <= 0 ? 0 : Math.max(2, (HEIGHT * value) / most);
      const place = { x: index * STEP + GAP / 2, y: HEIGHT - height, width: STEP - GAP };
      return { ...place, height, title: `${label}: ${text}` };
    });
  });
}
