import type { Locale } from '../mail';

export const PURPOSES = ['privacy-notice', 'job-mails', 'profile-sharing'] as const;

export type PurposeName = (typeof PURPOSES)[number];

/**
 * On what a purpose rests (GDPR): `information` is told and asks for nothing (Article 13); a `default`
 * holds until it is objected to (Article 21); a `consent` holds from when it is given (Article 7).
 */
export type Basis = 'information' | 'default' | 'consent';

export interface Purpose {
  basis: Basis;
  /** Of the text; goes up whenever the text says something else. */
  version: number;
  text: Record<Locale, string>;
  /** What else is undone by taking it back; $1 is the account. */
  undoing?: string;
}

/**
 * All that people are told or can say no to. What an account and its documents cannot be had without
 * (Article 6 paragraph 1 b) is in none of these: a yes that nobody can refuse would be no consent.
 */
export const PURPOSE: Readonly<Record<PurposeName, Purpose>> = {
  'privacy-notice': {
    basis: 'information',
    version: 1,
    text: {
      en: 'How TesiGo treats your data: the page “Privacy”, linked where you sign in.',
      it: 'Come TesiGo tratta i tuoi dati: la pagina «Privacy», collegata dove accedi.',
      uk: 'Як TesiGo поводиться з вашими даними: сторінка «Приватність», посилання на яку є біля входу.',
    },
  },
  'job-mails': {
    basis: 'default',
    version: 1,
    text: {
      en: 'A mail when a long piece of writing is done, has stopped or is paused.',
      it: 'Un’e-mail quando una stesura lunga è finita, si è fermata o è in pausa.',
      uk: 'Лист, коли тривале написання завершено, зупинено або призупинено.',
    },
  },
  'profile-sharing': {
    basis: 'consent',
    version: 1,
    text: {
      en: 'Rules of form that you share are seen by whoever signs in with a mail address of your university. Your name is not. Taken back, they are no longer shared.',
      it: 'Le regole di forma che condividi sono visibili a chi accede con un indirizzo della tua università. Il tuo nome no. Se ritiri il consenso, non sono più condivise.',
      uk: 'Правила оформлення, якими ви ділитеся, бачать ті, хто входить з адресою вашого університету. Ваше ім’я — ні. Якщо відкликати згоду, вони більше не спільні.',
    },
    undoing: 'delete from shared_profiles where shared_by = $1',
  },
};
