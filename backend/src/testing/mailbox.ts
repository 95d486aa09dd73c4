import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';

/** The messages in a mail directory, oldest first. */
export async function mailsIn(directory: string): Promise<ParsedMail[]> {
  const names = readdirSync(directory)
    .filter((name) => name.endsWith('.eml'))
    .sort();
  return Promise.all(names.map((name) => simpleParser(readFileSync(join(directory, name)))));
}

/** What a reader takes from a sign-in mail. */
export function signInMail(mail: ParsedMail | undefined): { token: string; code: string } {
  const token = /#token=([\w-]+)/.exec(mail?.text ?? '')?.[1];
  const code = /^[2-9A-Z]{8}$/m.exec(mail?.text ?? '')?.[0];
  if (token === undefined || code === undefined) throw new Error('not a sign-in mail');
  return { token, code };
}
