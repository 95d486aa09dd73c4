/** Every file that the database names, with what it has to be. */
export const STORED_FILES = `select storage_key as key, sha256, file_size as size from exports
  union all select storage_key, sha256, file_size from figures
  union all select storage_key, sha256, file_size from source_files`;
