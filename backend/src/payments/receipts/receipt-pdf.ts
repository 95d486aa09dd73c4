import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { FONTS, isFontFile, TEXT_FONT } from '../../exports';
import type { PriceList } from '../pricing/price-list';
import type { Payment } from '../payment';
import { majorUnits } from '../pricing/currency';
import { sumsOf } from '../state/payment-facts';

export interface Receipt extends Payment {
  receiptNumber: string;
  paidAt: Date;
  seller: PriceList['seller'];
  /** Where it was bought. */
  site: string;
  buyer: string;
}

const percent = (basisPoints: number): string => String(basisPoints / 100);

function lines(receipt: Receipt): [string, string][] {
  const { pages, grantedPages, currency, pagePrice, discount, amount, vat, facts } = receipt;
  const money = (units: number) => `${majorUnits(units, currency)} ${currency}`;
  const { refunded } = sumsOf(facts);
  const charged = pages - grantedPages;
  return [
    [`Thesis writing, ${String(charged)} pages at ${money(pagePrice)}`, money(amount + discount)],
    ...(grantedPages > 0
      ? [[`${String(grantedPages)} pages granted`, money(0)] as [string, string]]
      : []),
    ...(discount > 0 ? [['Discount', money(-discount)] as [string, string]] : []),
    ['Paid', money(amount)],
    [`of which VAT, ${percent(receipt.vatBasisPoints)} %`, money(vat)],
    ['of which net', money(amount - vat)],
    ...(refunded > 0 ? [['Refunded', money(-refunded)] as [string, string]] : []),
  ];
}

function content(receipt: Receipt): Content[] {
  const { receiptNumber, paidAt, seller, site, buyer, id } = receipt;
  const { name, address, vatId } = seller;
  const vat = vatId === '' ? '' : `VAT ID ${vatId}`;
  const from = [name, address, vat, site].filter((line) => line !== '');
  const rows = lines(receipt).map(([text, amount]) => [text, { text: amount, alignment: 'right' }]);
  return [
    { text: 'Receipt', fontSize: 22, margin: [0, 0, 0, 4] },
    { text: from.join('\n'), margin: [0, 0, 0, 12] },
    { text: `For ${buyer}`, margin: [0, 0, 0, 12] },
    { text: `Number ${receiptNumber}` },
    { text: `Date ${paidAt.toISOString().slice(0, 10)}` },
    { text: `Payment ${id}`, margin: [0, 0, 0, 16] },
    { layout: 'lightHorizontalLines', table: { widths: ['*', 'auto'], body: rows as Content[][] } },
  ];
}

/** One page, PDF 1.7. */
export function receiptPdf(receipt: Receipt): Promise<Buffer> {
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    version: '1.7',
    language: 'en',
    displayTitle: true,
    info: { title: `TesiGo receipt ${receipt.receiptNumber}`, creationDate: receipt.paidAt },
    defaultStyle: { font: TEXT_FONT, fontSize: 11, lineHeight: 1.2 },
    content: content(receipt),
  };
  pdfmake.setFonts(FONTS);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(isFontFile);
  return pdfmake.createPdf(definition).getBuffer();
}
