import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Session } from '../../core/session/session';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { LandingSpecimen } from './landing-specimen';

@Component({
  selector: 'tg-landing-page',
  imports: [Button, Icon, LandingSpecimen, RouterLink, TranslocoDirective],
  templateUrl: './landing-page.html',
})
export class LandingPage {
  protected readonly session = inject(Session);
  protected readonly steps = ['topic', 'sources', 'outline', 'writing', 'export'] as const;
  protected readonly promises = ['only', 'leads', 'same'] as const;
  protected readonly limits = ['invent', 'detectors', 'author', 'padding'] as const;
}
