import { type Document, Packer } from 'docx';
import { imageOf } from './image-stand-ins';

/** Its types keep it to itself. */
interface Compiler {
  compile(document: Document): ReadonlyMap<string, string | Uint8Array>;
}

/**
 * The files of a package by their paths, in its order. docx gives them away only in an archive, which
 * would have to be read and made anew for what is changed in them.
 */
export function writtenParts(document: Document): ReadonlyMap<string, string | Uint8Array> {
  const { compiler } = Packer as unknown as { compiler: Compiler };
  const parts = [...compiler.compile(document)];
  return new Map(
    parts.map(([path, part]) => [path, typeof part === 'string' ? part : imageOf(part)]),
  );
}
