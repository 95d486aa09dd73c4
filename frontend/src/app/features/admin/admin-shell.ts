import { Component, ViewEncapsulation } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { AdminNav } from './admin-nav';

/** The administration: its pages beside the way to them. */
@Component({
  selector: 'tg-admin-shell',
  imports: [AdminNav, RouterOutlet],
  template: `
    <tg-admin-nav />
    <div class="admin-page"><router-outlet /></div>
  `,
  styleUrls: ['./admin.css', './admin-parts.css'],
  encapsulation: ViewEncapsulation.None,
  host: { class: 'wide page admin' },
})
export class AdminShell {}
