import type { Locale } from './mail-message';

interface SignInWording extends Record<string, string> {
  subject: string;
  heading: string;
  lead: string;
  button: string;
  otherDevice: string;
  expiryBefore: string;
  expiryAfter: string;
  notYou: string;
}

/** What the sign-in mail says; the link, the code and the minutes stand between these parts. */
export const signInWording: Record<Locale, SignInWording> = {
  en: {
    subject: 'Your TesiGo sign-in link',
    heading: 'Sign in to TesiGo',
    lead: 'Open this link in the browser where you asked for it, then press “Sign in”:',
    button: 'Open the sign-in page',
    otherDevice: 'Reading this on another device? Type this code in that browser instead:',
    expiryBefore: 'Both work once, for',
    expiryAfter: 'minutes.',
    notYou:
      'If you did not ask for this, you need not do anything. Nobody can sign in without this mail.',
  },
  uk: {
    subject: 'Ваше посилання для входу в TesiGo',
    heading: 'Вхід до TesiGo',
    lead: 'Відкрийте це посилання в тому браузері, де ви його замовили, і натисніть «Увійти»:',
    button: 'Відкрити сторінку входу',
    otherDevice: 'Читаєте лист на іншому пристрої? Тоді введіть у тому браузері цей код:',
    expiryBefore: 'Обидва спрацюють один раз, протягом',
    expiryAfter: 'хвилин.',
    notYou:
      'Якщо ви цього не замовляли, нічого робити не потрібно. Без цього листа ніхто не зможе увійти.',
  },
  it: {
    subject: 'Il tuo link di accesso a TesiGo',
    heading: 'Accedi a TesiGo',
    lead: 'Apri questo link nel browser da cui lo hai richiesto, poi premi «Accedi»:',
    button: 'Apri la pagina di accesso',
    otherDevice: 'Leggi su un altro dispositivo? Scrivi invece questo codice in quel browser:',
    expiryBefore: 'Valgono una volta sola, per',
    expiryAfter: 'minuti.',
    notYou:
      'Se non lo hai richiesto tu, non devi fare nulla. Senza questa mail nessuno può accedere.',
  },
};
