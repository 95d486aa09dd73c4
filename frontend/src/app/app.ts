import {
  Component,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { filter, pairwise, take } from 'rxjs';
import { Footer } from './core/layout/footer';
import { Header } from './core/layout/header';
import { Session } from './core/session/session';
import { Theme } from './core/theme/theme';
import { Texts } from './core/i18n/texts';
import { Lazy, type LazyPart } from './ui/lazy/lazy';

/** Pages that show nothing of a session. */
const PUBLIC = ['/', '/farewell'];

@Component({
  selector: 'tg-root',
  imports: [Footer, Header, Lazy, RouterOutlet, TranslocoDirective],
  template: `
    <a
      *transloco="let t"
      tgButton
      class="skip-link tg-button"
      href="#main"
      (click)="focusMain($event)"
    >
      {{ t('header.skip') }}
    </a>
    <tg-header />
    @if (session.state() === 'signed-in') {
      <ng-container [tgLazy]="notices" />
    }
    <main #main id="main" tabindex="-1"><router-outlet /></main>
    @if (arrived()) {
      <tg-footer />
    }
  `,
})
export class App {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  private readonly texts = inject(Texts);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  /** Before the first page is there, what follows it would only be pushed away by it. */
  protected readonly arrived = signal(false);

  protected readonly notices: LazyPart = {
    load: async () => {
      await this.texts.load(['common']);
      return (await import('./core/notices/notice-bar')).NoticeBar;
    },
  };

  constructor() {
    inject(Theme);
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        take(1),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        this.arrived.set(true);
      });
    // after a change of page the keyboard and the screen reader go on at its content
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        pairwise(),
        filter(([before, after]) => pathOf(before.url) !== pathOf(after.url)),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        this.main().nativeElement.focus({ preventScroll: true });
      });
    this.leaveWhenSessionEnds();
    if (this.session.wasSignedIn()) void this.session.renew();
  }

  protected focusMain(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }

  private leaveWhenSessionEnds(): void {
    let wasSignedIn = false;
    effect(() => {
      const state = this.session.state();
      const { url } = this.router;
      if (state === 'signed-out' && wasSignedIn && !PUBLIC.includes(url)) {
        const queryParams = { returnUrl: url, ended: true };
        this.router.navigate(['/sign-in'], { queryParams }).catch(() => {
          // offline the page may not load, yet nothing of the session may stay on the screen
          this.document.location.reload();
        });
      }
      wasSignedIn = state === 'signed-in';
    });
  }
}

const pathOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? url;
