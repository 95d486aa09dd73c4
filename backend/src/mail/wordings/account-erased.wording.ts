import type { WordingOf } from './mail-texts';

/** The address stands between lead and button. */
export const accountErasedWording: WordingOf<'job-ended'> = {
  en: {
    subject: 'TesiGo: your account is deleted',
    lead: 'As you asked, we have deleted the account of:',
    button: 'To TesiGo',
    note: 'Your documents, sources and files are gone. Of payments we keep what the law wants, without your name.',
    why: 'You get this mail because the account was yours. It is the last one. If it was not you who deleted it, write to those who run this installation.',
  },
  uk: {
    subject: 'TesiGo: ваш обліковий запис видалено',
    lead: 'На ваше прохання ми видалили обліковий запис:',
    button: 'До TesiGo',
    note: 'Ваших документів, джерел і файлів більше немає. Про платежі ми зберігаємо те, чого вимагає закон, без вашого імені.',
    why: 'Ви отримали цей лист, бо запис був вашим. Він останній. Якщо видалили не ви, напишіть тим, хто керує цією установкою.',
  },
  it: {
    subject: 'TesiGo: il tuo account è stato eliminato',
    lead: 'Come hai chiesto, abbiamo eliminato l’account di:',
    button: 'Vai a TesiGo',
    note: 'I tuoi documenti, le fonti e i file non ci sono più. Dei pagamenti conserviamo ciò che vuole la legge, senza il tuo nome.',
    why: 'Ricevi questa mail perché l’account era tuo. È l’ultima. Se non lo hai eliminato tu, scrivi a chi gestisce questa installazione.',
  },
};
