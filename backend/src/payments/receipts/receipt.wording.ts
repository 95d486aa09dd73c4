import type { Locale } from '../../mail';

/** What a receipt says around its numbers; what has a number is a function of it. */
export interface ReceiptWording {
  receipt: string;
  number: string;
  date: string;
  payment: string;
  buyer: (name: string) => string;
  vatId: (id: string) => string;
  writing: (pages: string, price: string) => string;
  granted: (pages: string) => string;
  discount: string;
  paid: string;
  vat: (percent: string) => string;
  net: string;
  refunded: string;
}

export const RECEIPT_WORDING: Readonly<Record<Locale, ReceiptWording>> = {
  en: {
    receipt: 'Receipt',
    number: 'Number',
    date: 'Date',
    payment: 'Payment',
    buyer: (name) => `For ${name}`,
    vatId: (id) => `VAT ID ${id}`,
    writing: (pages, price) => `Thesis writing, ${pages} pages at ${price}`,
    granted: (pages) => `${pages} pages granted`,
    discount: 'Discount',
    paid: 'Paid',
    vat: (percent) => `of which VAT, ${percent} %`,
    net: 'of which net',
    refunded: 'Refunded',
  },
  uk: {
    receipt: 'Квитанція',
    number: 'Номер',
    date: 'Дата',
    payment: 'Платіж',
    buyer: (name) => `Платник: ${name}`,
    vatId: (id) => `Номер платника ПДВ ${id}`,
    writing: (pages, price) => `Написання роботи, сторінок: ${pages}, по ${price}`,
    granted: (pages) => `Надано сторінок: ${pages}`,
    discount: 'Знижка',
    paid: 'Сплачено',
    vat: (percent) => `з них ПДВ, ${percent} %`,
    net: 'з них без ПДВ',
    refunded: 'Повернено',
  },
  it: {
    receipt: 'Ricevuta',
    number: 'Numero',
    date: 'Data',
    payment: 'Pagamento',
    buyer: (name) => `Per ${name}`,
    vatId: (id) => `Partita IVA ${id}`,
    writing: (pages, price) => `Stesura della tesi, pagine: ${pages}, a ${price}`,
    granted: (pages) => `Pagine concesse: ${pages}`,
    discount: 'Sconto',
    paid: 'Pagato',
    vat: (percent) => `di cui IVA, ${percent} %`,
    net: 'di cui imponibile',
    refunded: 'Rimborsato',
  },
};
