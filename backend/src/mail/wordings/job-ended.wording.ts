import type { WordingOf } from './mail-texts';

type Wording = WordingOf<'job-ended'>;

const WHY = {
  en: 'You get this mail because the writing took longer than a minute.',
  uk: 'Ви отримали цей лист, бо написання тривало довше хвилини.',
  it: 'Ricevi questa mail perché la scrittura è durata più di un minuto.',
};

/** The document's title stands between lead and button. */
export const jobCompletedWording: Wording = {
  en: {
    subject: 'TesiGo: your document is written',
    lead: 'The writing of this document is finished:',
    button: 'Read it',
    note: 'Every citation in it points to one of your sources. Read it, and make it yours.',
    why: WHY.en,
  },
  uk: {
    subject: 'TesiGo: ваш документ написано',
    lead: 'Цей документ дописано до кінця:',
    button: 'Читати',
    note: 'Кожне посилання в ньому веде до одного з ваших джерел. Прочитайте й зробіть текст своїм.',
    why: WHY.uk,
  },
  it: {
    subject: 'TesiGo: il tuo documento è scritto',
    lead: 'La scrittura di questo documento è finita:',
    button: 'Leggi',
    note: 'Ogni citazione rimanda a una delle tue fonti. Leggilo e fallo tuo.',
    why: WHY.it,
  },
};

export const jobFailedWording: Wording = {
  en: {
    subject: 'TesiGo: the writing of your document has stopped',
    lead: 'This document could not be written to the end:',
    button: 'See what happened',
    note: 'What is written so far is kept. Open the document to see what is in the way, and go on from there.',
    why: WHY.en,
  },
  uk: {
    subject: 'TesiGo: написання вашого документа зупинилося',
    lead: 'Цей документ не вдалося дописати до кінця:',
    button: 'Подивитися, що сталося',
    note: 'Усе написане збережено. Відкрийте документ, щоб побачити, що заважає, і продовжити звідти.',
    why: WHY.uk,
  },
  it: {
    subject: 'TesiGo: la scrittura del tuo documento si è fermata',
    lead: 'Non è stato possibile scrivere questo documento fino alla fine:',
    button: 'Vedi che cosa è successo',
    note: 'Quanto è già scritto resta. Apri il documento per vedere che cosa lo impedisce e riprendi da lì.',
    why: WHY.it,
  },
};

export const jobPausedWording: Wording = {
  en: {
    subject: 'TesiGo: the writing of your document is paused',
    lead: 'The tokens of the day are spent, in the middle of this document:',
    button: 'Open the document',
    note: 'What is written so far is kept. After midnight UTC you can have the rest written.',
    why: WHY.en,
  },
  uk: {
    subject: 'TesiGo: написання вашого документа призупинено',
    lead: 'Токени на сьогодні вичерпано посеред цього документа:',
    button: 'Відкрити документ',
    note: 'Усе написане збережено. Після опівночі за UTC решту можна буде дописати.',
    why: WHY.uk,
  },
  it: {
    subject: 'TesiGo: la scrittura del tuo documento è in pausa',
    lead: 'I token di oggi sono finiti a metà di questo documento:',
    button: 'Apri il documento',
    note: 'Quanto è già scritto resta. Dopo la mezzanotte UTC puoi far scrivere il resto.',
    why: WHY.it,
  },
};
