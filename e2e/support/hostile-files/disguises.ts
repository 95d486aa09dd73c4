import { deflateRawSync } from 'node:zlib';

/** A ZIP archive of one entry (APPNOTE 4.3). The checksum is none, which no reader gets to see. */
export function zipOf(name: string, content: Buffer, statedSize = content.length): Buffer {
  const data = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(statedSize, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  local.copy(central, 6, 4, 30);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + data.length, 16);
  const label = Buffer.from(name);
  return Buffer.concat([local, label, data, central, label, end]);
}

/** Archives that unpack to far more than they are, lie about it, or hold one another. */
export function zipBombs(): Buffer[] {
  const zeros = zipOf('word/document.xml', Buffer.alloc(100 * 1024 * 1024));
  return [
    zeros,
    zipOf('inner.zip', zeros),
    zipOf('word/document.xml', Buffer.alloc(1000), 0xffffffff),
    zipOf('../../../../tmp/escaped', Buffer.from('x')),
    zipOf('[Content_Types].xml', Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><Types>&a;</Types>')),
  ];
}

/** Beginnings by which systems know programs, archives and pictures. */
const PROGRAMS = [
  '7f454c4602010100000000000000000002003e00',
  '4d5a90000300000004000000ffff0000',
  'cffaedfe0700000103000000',
  'cafebabe00000034',
  '0061736d01000000',
  '4c0000000114020000000000c000000000000046',
  'd0cf11e0a1b11ae1',
  '213c617263683e0a',
  '1f8b0800000000000003',
  '377abcaf271c',
  '526172211a0700',
  '89504e470d0a1a0a0000000d49484452',
  '47494638396101000100',
  'ffd8ffe000104a464946',
  '3026b2758e66cf11',
].map((head) => Buffer.concat([Buffer.from(head, 'hex'), Buffer.alloc(2000, 7)]));

const SCRIPTS = [
  '#!/bin/sh\nrm -rf /\n',
  '#!/usr/bin/env node\nprocess.exit()\n',
  '\ufeff#!/bin/bash\necho @article{a, title={x}}\n',
  ' \n#!/usr/bin/python3\nprint()\n',
  '<?php system($_GET["c"]); ?>',
  '@echo off\r\ndel /q *.*\r\n',
  '%!PS-Adobe-3.0\n{ } loop\n',
  '{\\rtf1\\ansi{\\object\\objdata 0}}',
  '<html><script>alert(1)</script></html>',
  'MIME-Version: 1.0\n\n<html></html>',
].map((script) => Buffer.from(script));

export const programs = (): Buffer[] => [...PROGRAMS, ...SCRIPTS];

/** One file that is two: whoever reads its beginning and whoever reads its end disagree. */
export function polyglots(pdf: Buffer, bibtex: string): Buffer[] {
  const archive = zipOf('a.class', Buffer.from('a program'));
  const references = Buffer.from(bibtex);
  return [
    Buffer.concat([pdf, archive]),
    Buffer.concat([archive, pdf]),
    Buffer.concat([references, archive]),
    Buffer.concat([references, pdf]),
    Buffer.concat([pdf, references]),
    ...programs().flatMap((program) => [
      Buffer.concat([program, pdf]),
      Buffer.concat([program, references]),
    ]),
  ];
}

/** File names that lead elsewhere, or break whoever prints them. */
export const ODD_NAMES = [
  '../../../../etc/passwd.bib',
  '..\\..\\windows\\system32\\report.bib',
  '/etc/cron.d/report.bib',
  'C:\\report.bib',
  '%2e%2e%2freport.bib',
  'report.bib\u0000.pdf',
  'report\u202ebib.exe',
  'report.bib\r\nSet-Cookie: a=b',
  '"; filename="other.bib',
  "report'; drop table sources; --.bib",
  '<img src=x onerror=alert(1)>.bib',
  '$(reboot).bib',
  '`reboot`.bib',
  '|reboot.bib',
  '-rf.bib',
  '.bib',
  '..',
  '.',
  'con.bib',
  'nul',
  ' .bib ',
  '__proto__',
  'звіт.bib',
  '📄.bib',
  `${'long'.repeat(2000)}.bib`,
  `report${'.bib'.repeat(200)}`,
  'report.BIB',
  'report.bib.',
  'report.bib::$DATA',
  'file:///etc/passwd',
];
