import { Component, signal } from '@angular/core';
import { Badge } from '../../ui/badge/badge';
import { type Bar, BarChart } from '../../ui/bar-chart/bar-chart';
import { Button } from '../../ui/button/button';
import { Confirm } from '../../ui/confirm/confirm';
import { Dialog } from '../../ui/dialog/dialog';
import { Empty } from '../../ui/empty/empty';
import { Field } from '../../ui/field/field';
import { FieldControl } from '../../ui/field/field-control';
import { DropScreen } from '../../ui/file-drop/drop-screen';
import { FileDrop } from '../../ui/file-drop/file-drop';
import { Icon } from '../../ui/icon/icon';
import { ICON_PATHS, type IconName } from '../../ui/icon/icon-paths';
import { Lazy, type LazyPart } from '../../ui/lazy/lazy';
import { Notice } from '../../ui/notice/notice';
import { Pager } from '../../ui/pager/pager';
import { PdfViewer } from '../../ui/pdf-viewer/pdf-viewer';
import { SAMPLE_LABELS } from '../../ui/pdf-viewer/sample-labels';
import { Progress } from '../../ui/progress/progress';
import { Prose } from '../../ui/prose/prose';
import type { CitationLabel } from '../../ui/prose/prose-context';
import { Switch } from '../../ui/switch/switch';
import type { Column } from '../../ui/table/column';
import { Table } from '../../ui/table/table';
import { ToolButton } from '../../ui/tool-button/tool-button';
import { SAMPLE_PDF } from './sample-pdf';

const TEXT = `### A heading within a section

Whoever recalls what was read keeps **more of it** [@marsh2019, p. 14], and *for longer*.

- a list
- of two

> A passage that is quoted at length.`;

interface Work {
  title: string;
  year: string;
}

const COLUMNS: readonly Column<Work>[] = [
  { key: 'title', label: 'Title', text: ({ title }) => title, sort: 'title' },
  { key: 'year', label: 'Year', text: ({ year }) => year, align: 'end', sort: 'year' },
];

/** Every widget of `ui`, in each of its states. */
@Component({
  selector: 'tg-widget-sheet',
  imports: [
    ...[
      Badge,
      BarChart,
      Button,
      Confirm,
      Dialog,
      DropScreen,
      Empty,
      Field,
      FieldControl,
      FileDrop,
      Icon,
      Lazy,
      Notice,
    ],
    ...[Pager, PdfViewer, Progress, Prose, Switch, Table, ToolButton],
  ],
  templateUrl: './widget-sheet.html',
})
export class WidgetSheet {
  protected readonly variants = ['primary', 'secondary', 'quiet', 'danger'] as const;
  protected readonly tones = ['plain', 'accent', 'good', 'warn', 'bad'] as const;
  protected readonly kinds = ['info', 'success', 'warning', 'danger'] as const;
  protected readonly icons = Object.keys(ICON_PATHS) as IconName[];
  protected readonly text = TEXT;
  protected readonly pdf = SAMPLE_PDF;
  protected readonly pdfLabels = SAMPLE_LABELS;
  protected readonly pdfPlace = { page: 1, passage: 'a page of' };
  protected readonly label: CitationLabel = () => '(Marsh, 2019, p. 14)';
  protected readonly bars: readonly Bar[] = [4, 9, 2, 7, 5].map((value, index) => ({
    ...{ label: `Day ${String(index + 1)}`, value, text: String(value) },
  }));
  protected readonly columns: readonly Column<Work>[] = COLUMNS;
  protected readonly works: readonly Work[] = [
    { title: 'Quiet rooms', year: '2019' },
    { title: 'Тихі кімнати', year: '2021' },
  ];
  protected readonly sort = signal<string | null>('-year');
  protected readonly confirming = signal(false);
  protected readonly working = signal(false);
  protected readonly page = signal(2);
  protected readonly lazy: LazyPart = {
    load: async () => (await import('./scale-sheet')).ScaleSheet,
  };
}
