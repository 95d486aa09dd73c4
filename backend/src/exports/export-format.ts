/** File formats that a document can be exported to. */
export const EXPORT_FORMATS = ['docx', 'pdf'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];
