import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { FONTS, isFontFile, TEXT_FONT } from '../../exports';
import type { Locale } from '../../mail';
import type { Payment } from '../payment';
import { decimalsOf } from '../pricing/currency';
import type { PriceList } from '../pricing/price-list';
import { sumsOf } from '../state/payment-facts';
import { RECEIPT_WORDING } from './receipt.wording';

export interface Receipt extends Payment {
  receiptNumber: string;
  paidAt: Date;
  seller: PriceList['seller'];
  /** Where it was bought. */
  site: string;
  buyer: string;
}

type Row = [string, string];

/** Amounts as the language writes them, with the currency's code. */
function moneyIn(locale: Locale, currency: string): (units: number) => string {
  const digits = decimalsOf(currency);
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const format = new Intl.NumberFormat(locale, fraction);
  return (units) => `${format.format(units / 10 ** digits)} ${currency}`;
}

function lines(receipt: Receipt, locale: Locale): Row[] {
  const { pages, grantedPages, currency, pagePrice, discount, amount, vat } = receipt;
  const say = RECEIPT_WORDING[locale];
  const money = moneyIn(locale, currency);
  const { refunded } = sumsOf(receipt.facts);
  const granted: Row = [say.granted(String(grantedPages)), money(0)];
  const percent = new Intl.NumberFormat(locale).format(receipt.vatBasisPoints / 100);
  return [
    [say.writing(String(pages - grantedPages), money(pagePrice)), money(amount + discount)],
    ...(grantedPages > 0 ? [granted] : []),
    ...(discount > 0 ? [[say.discount, money(-discount)] satisfies Row] : []),
    [say.paid, money(amount)],
    [say.vat(percent), money(vat)],
    [say.net, money(amount - vat)],
    ...(refunded > 0 ? [[say.refunded, money(-refunded)] satisfies Row] : []),
  ];
}

function content(receipt: Receipt, locale: Locale): Content[] {
  const { receiptNumber, paidAt, seller, site, buyer, id } = receipt;
  const { name, address, vatId } = seller;
  const say = RECEIPT_WORDING[locale];
  const from = [name, address, vatId === '' ? '' : say.vatId(vatId), site];
  const rows = lines(receipt, locale).map(([text, amount]) => [
    text,
    { text: amount, alignment: 'right' },
  ]);
  return [
    { text: say.receipt, fontSize: 22, margin: [0, 0, 0, 4] },
    { text: from.filter((line) => line !== '').join('\n'), margin: [0, 0, 0, 12] },
    { text: say.buyer(buyer), margin: [0, 0, 0, 12] },
    { text: `${say.number} ${receiptNumber}` },
    { text: `${say.date} ${paidAt.toISOString().slice(0, 10)}` },
    { text: `${say.payment} ${id}`, margin: [0, 0, 0, 16] },
    { layout: 'lightHorizontalLines', table: { widths: ['*', 'auto'], body: rows as Content[][] } },
  ];
}

/** One page, PDF 1.7. */
export function receiptPdf(receipt: Receipt, locale: Locale): Promise<Buffer> {
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    version: '1.7',
    language: locale,
    displayTitle: true,
    info: {
      title: `TesiGo: ${RECEIPT_WORDING[locale].receipt} ${receipt.receiptNumber}`,
      creationDate: receipt.paidAt,
    },
    defaultStyle: { font: TEXT_FONT, fontSize: 11, lineHeight: 1.2 },
    content: content(receipt, locale),
  };
  pdfmake.setFonts(FONTS);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(isFontFile);
  return pdfmake.createPdf(definition).getBuffer();
}
