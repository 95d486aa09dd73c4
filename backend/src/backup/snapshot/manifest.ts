import { z } from 'zod';

/** Raised when files of the new form cannot be read by what read the old one. */
export const FORMAT = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const SavedTable = z.object({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.int().min(0),
  /** Of all rows in the text format of COPY, in the order of the primary key. */
  sha256,
});

export type SavedTable = z.infer<typeof SavedTable>;

const SavedFile = z.object({
  /** Of the product's own storage. */
  key: z.string(),
  sha256,
  /** Bytes. */
  size: z.int().min(0),
});

export type SavedFile = z.infer<typeof SavedFile>;

/** What a backup holds. It is written last: without it there is no backup. */
export const Manifest = z.object({
  format: z.literal(FORMAT),
  id: z.string(),
  /** The moment of which everything in it is. */
  asOf: z.iso.datetime(),
  /** The last migration that the database had. */
  migration: z.string(),
  /** Those that others refer to first. */
  tables: z.array(SavedTable),
  files: z.array(SavedFile),
  /** Files that the database named and the storage did not have, or had otherwise. */
  missing: z.array(z.string()),
  /** Secrets that signed what is in the database, the current one first. */
  jwtSecrets: z.array(z.string()),
  /** Accounts that have been erased; none of them may come back. */
  erased: z.array(z.uuid()),
});

export type Manifest = z.infer<typeof Manifest>;
