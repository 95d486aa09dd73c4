import { readFileSync } from 'node:fs';
import validate from '@ooxml-tools/validate';

/*
 * Prints, for each Word file that it is given, what Microsoft's own validator of the format says: a
 * program of its own, since it is .NET in WebAssembly, which a test's sandbox does not take.
 */
const reports = [];
for (const path of process.argv.slice(2)) {
  const complaints = await validate(readFileSync(path), 'docx', 'Microsoft365');
  reports.push(
    complaints.map(
      ({ description, path: place }) =>
        `${place.partUri} ${place.xpath}: ${description.slice(0, 300)}`,
    ),
  );
}
process.stdout.write(JSON.stringify(reports));
process.exit();
