import type { WordingOf } from './mail-texts';

/** What the sign-in mail says; the link and the code stand between these parts. */
export const signInWording: WordingOf<'sign-in'> = {
  en: {
    subject: 'Your TesiGo sign-in link',
    heading: 'Sign in to TesiGo',
    lead: 'Open this link in the browser where you asked for it, then press “Sign in”:',
    button: 'Open the sign-in page',
    otherDevice: 'Reading this on another device? Type this code in that browser instead:',
    expiry: 'Both work once, for {{minutes}} minutes.',
    notYou:
      'If you did not ask for this, you need not do anything. Nobody can sign in without this mail.',
  },
  uk: {
    subject: 'Ваше посилання для входу в TesiGo',
    heading: 'Вхід до TesiGo',
    lead: 'Відкрийте це посилання в тому браузері, де ви його замовили, і натисніть «Увійти»:',
    button: 'Відкрити сторінку входу',
    otherDevice: 'Читаєте лист на іншому пристрої? Тоді введіть у тому браузері цей код:',
    expiry: 'Обидва спрацюють один раз, протягом {{minutes}} хвилин.',
    notYou:
      'Якщо ви цього не замовляли, нічого робити не потрібно. Без цього листа ніхто не зможе увійти.',
  },
  it: {
    subject: 'Il tuo link di accesso a TesiGo',
    heading: 'Accedi a TesiGo',
    lead: 'Apri questo link nel browser da cui lo hai richiesto, poi premi «Accedi»:',
    button: 'Apri la pagina di accesso',
    otherDevice: 'Leggi su un altro dispositivo? Scrivi invece questo codice in quel browser:',
    expiry: 'Valgono una volta sola, per {{minutes}} minuti.',
    notYou:
      'Se non lo hai richiesto tu, non devi fare nulla. Senza questa mail nessuno può accedere.',
  },
};
