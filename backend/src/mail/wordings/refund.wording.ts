import type { WordingOf } from './mail-texts';

type Wording = WordingOf<'job-ended'>;

const BUTTON = { en: 'See the payment', uk: 'Переглянути платіж', it: 'Vedi il pagamento' };

const WHY = {
  en: 'You get this mail because it is about your money.',
  uk: 'Ви отримали цей лист, бо йдеться про ваші гроші.',
  it: 'Ricevi questa mail perché riguarda il tuo denaro.',
};

/** The amount stands between lead and button. */
export const refundSucceededWording: Wording = {
  en: {
    subject: 'TesiGo: money is on its way back to you',
    lead: 'We have sent back to you:',
    button: BUTTON.en,
    note: 'It goes to the card or account that it came from. Banks take some days to show it.',
    why: WHY.en,
  },
  uk: {
    subject: 'TesiGo: гроші повертаються до вас',
    lead: 'Ми повернули вам:',
    button: BUTTON.uk,
    note: 'Гроші надійдуть на ту саму картку чи рахунок. Банкові потрібно кілька днів, щоб їх показати.',
    why: WHY.uk,
  },
  it: {
    subject: 'TesiGo: ti stiamo restituendo del denaro',
    lead: 'Ti abbiamo restituito:',
    button: BUTTON.it,
    note: 'Torna sulla carta o sul conto da cui è arrivato. Le banche impiegano qualche giorno a mostrarlo.',
    why: WHY.it,
  },
};

/** What we say to it stands between lead and button. */
export const refundRejectedWording: Wording = {
  en: {
    subject: 'TesiGo: about the refund you asked for',
    lead: 'We cannot send back what you asked for. The reason:',
    button: BUTTON.en,
    note: 'If you see it otherwise, ask again and say why.',
    why: WHY.en,
  },
  uk: {
    subject: 'TesiGo: про повернення, яке ви просили',
    lead: 'Ми не можемо повернути те, що ви просили. Причина:',
    button: BUTTON.uk,
    note: 'Якщо ви бачите це інакше, попросіть ще раз і поясніть чому.',
    why: WHY.uk,
  },
  it: {
    subject: 'TesiGo: il rimborso che hai chiesto',
    lead: 'Non possiamo restituire quanto hai chiesto. Il motivo:',
    button: BUTTON.it,
    note: 'Se la vedi diversamente, chiedilo di nuovo e spiega perché.',
    why: WHY.it,
  },
};

/** The amount stands between lead and button. */
export const refundFailedWording: Wording = {
  en: {
    subject: 'TesiGo: your bank did not take a refund',
    lead: 'We could not send back to you:',
    button: BUTTON.en,
    note: 'The card or account that it came from takes nothing more. Ask for it again, and say where we can reach you.',
    why: WHY.en,
  },
  uk: {
    subject: 'TesiGo: ваш банк не прийняв повернення',
    lead: 'Нам не вдалося повернути вам:',
    button: BUTTON.uk,
    note: 'Картка чи рахунок, з яких надійшли гроші, більше нічого не приймають. Попросіть ще раз і скажіть, як із вами зв’язатися.',
    why: WHY.uk,
  },
  it: {
    subject: 'TesiGo: la tua banca non ha accettato un rimborso',
    lead: 'Non siamo riusciti a restituirti:',
    button: BUTTON.it,
    note: 'La carta o il conto da cui è arrivato non accetta più nulla. Chiedilo di nuovo e dicci come raggiungerti.',
    why: WHY.it,
  },
};
