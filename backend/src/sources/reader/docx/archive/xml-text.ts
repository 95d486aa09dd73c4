import { UnreadableFile } from '../../reading';
import type { ArchivePart } from './open-archive';
import { DAMAGED } from './refusals';
import { type Allowance, unpack } from './unpack';

/** The encodings that a part may have (ECMA-376 part 2, 10.1). */
function encodingOf(data: Uint8Array): string {
  if (data[0] === 0xff && data[1] === 0xfe) return 'utf-16le';
  return data[0] === 0xfe && data[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/**
 * Unpacks a part of XML as text, piece by piece.
 * @throws UnreadableFile
 */
export function unpackText(
  part: ArchivePart,
  allowance: Allowance,
  onText: (text: string) => void,
): void {
  let decoder: TextDecoder | undefined;
  const decode = (data?: Uint8Array) => {
    try {
      return decoder?.decode(data, { stream: data !== undefined }) ?? '';
    } catch (error) {
      throw new UnreadableFile('DAMAGED', DAMAGED, { cause: error });
    }
  };
  unpack(part, allowance, (data) => {
    if (data.length === 0) return;
    decoder ??= new TextDecoder(encodingOf(data), { fatal: true });
    onText(decode(data));
  });
  onText(decode());
}
