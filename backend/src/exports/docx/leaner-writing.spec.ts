import { NextAttributeComponent, XmlComponent } from 'docx';
import { exportsOfAllKinds } from '../../testing/exports-of-all-kinds';
import { buildModel } from '../model/build-model';
import { renderDocx } from './render-docx';

const prepare = () => ({
  component: XmlComponent.prototype.prepForXml,
  attributes: NextAttributeComponent.prototype.prepForXml,
});
const docxs = prepare();

function put({ component, attributes }: typeof docxs): void {
  XmlComponent.prototype.prepForXml = component;
  NextAttributeComponent.prototype.prepForXml = attributes;
}

jest.setTimeout(120_000);

describe('leaner writing', () => {
  it('writes what docx writes', async () => {
    const kinds = await exportsOfAllKinds();
    const written = async () => {
      const files = [];
      for (const [, input] of kinds) files.push(await renderDocx(buildModel(input)));
      return files;
    };
    const ours = await written();
    const leaner = prepare();
    expect(leaner.component).not.toBe(docxs.component);
    expect(leaner.attributes).not.toBe(docxs.attributes);
    put(docxs);
    try {
      for (const [index, file] of (await written()).entries()) {
        expect([kinds[index]?.[0], file.equals(ours[index] ?? file.subarray(1))]).toEqual([
          kinds[index]?.[0],
          true,
        ]);
      }
    } finally {
      put(leaner);
    }
  });
});
