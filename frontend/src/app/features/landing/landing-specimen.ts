import { Component } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/**
 * A page of a thesis with one citation followed to its source. The specimen stays in English, as
 * a printed example would; its caption speaks the reader's language.
 */
@Component({
  selector: 'tg-landing-specimen',
  imports: [TranslocoDirective],
  templateUrl: './landing-specimen.html',
})
export class LandingSpecimen {}
