/** Strokes on a 24 × 24 grid, as `ICON_PATHS`; apart from those, so that only the room loads them. */
export const TOOL_ICONS = {
  strong: 'M7.5 5h5.2a3.4 3.4 0 0 1 0 6.8H7.5V5Zm0 6.8h6a3.6 3.6 0 0 1 0 7.2h-6v-7.2Z',
  emphasis: 'M10 5h7M7 19h7M13.8 5l-3.6 14',
  code: 'm9 7-5 5 5 5m6-10 5 5-5 5',
  heading: 'M6 5v14M17 5v14M6 12h11',
  bullets: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1',
  numbers:
    'M10 6.5h10M10 12h10M10 17.5h10M4 5l1.5-.8V9M4 14.5c0-1.4 2.5-1.4 2.5.1 0 1-2.5 2.4-2.5 3.4h2.6',
  quotation:
    'M9.5 7.5c-2.8 1-4.5 3-4.5 6v3h4.5v-4.3H7.2M18.5 7.5c-2.8 1-4.5 3-4.5 6v3h4.5v-4.3h-2.3',
  table: 'M4 5h16v14H4V5Zm0 5h16M4 14.5h16M12 5v14',
  cite: 'M4 5.5h16v10.5h-8l-4.5 3.5V16H4V5.5Zm8 2.7v5m-2.5-2.5h5',
  formula: 'M18 6.5V5H6.5l6 7-6 7H18v-1.5',
  figure: 'M4 5h16v14H4V5Zm0 11 4.5-4.5 3.5 3.5 3-3 5 5M15.5 9.2h.1',
  suggest:
    'M5 19l9.5-9.5 2.500 2.500L7.500 21.500H5V19ZM17 3v4M15 5h4M7 5v3M5.500 6.500h3M20 14v3M18.500 15.500h3',
  undo: 'M8.5 5 4 9.5 8.5 14M4 9.5h10a5 5 0 0 1 0 10h-3',
  redo: 'M15.500 5 20 9.5 15.500 14M20 9.5H10a5 5 0 0 0 0 10h3',
  find: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13Zm4.800-1.700 5.200 5.200',
  source: 'M4 6h16v12H4V6Zm3 9V9l2.500 3L12 9v6m4.500-6v5.500M14.500 12.800l2 2.200 2-2.200',
  focus: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  shortcuts: 'M3 7h18v10H3V7Zm3.500 3.300h.1m3.400 0h.1m3.400 0h.1m3.400 0h.1M7.500 13.800h9',
} as const;

export type ToolIconName = keyof typeof TOOL_ICONS;
