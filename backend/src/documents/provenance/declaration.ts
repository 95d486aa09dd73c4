import type { DocumentLanguage } from '../../common';
import type { Declaration } from '../dto/provenance';
import { KINDS, percentages, type WordShares } from './percentages';

export interface Authorship {
  words: WordShares;
  /** Names of the language models, most words first. */
  models: readonly string[];
}

interface Wording {
  title: string;
  intro: string;
  /** `{share}` and `{models}` are filled in. */
  model: string;
  offline: string;
  person: string;
  close: string;
}

const WORDING: Record<DocumentLanguage, Wording> = {
  en: {
    title: 'Declaration on the use of AI',
    intro: 'This text was made with the program TesiGo, which keeps a record of who wrote what.',
    model: '{share} of the words stand as a language model wrote them ({models}).',
    offline: '{share} of the words stand as a program took them from the sources and joined them.',
    person: '{share} of the words were written or changed by the author.',
    close: 'The author answers for the whole text and for its sources.',
  },
  uk: {
    title: 'Декларація про використання штучного інтелекту',
    intro: 'Цей текст створено за допомогою програми TesiGo, яка веде облік того, хто що написав.',
    model: '{share} слів стоять так, як їх написала мовна модель ({models}).',
    offline: '{share} слів стоять так, як їх узяла з джерел і поєднала програма.',
    person: '{share} слів написав або змінив автор.',
    close: 'За весь текст і джерела відповідає автор.',
  },
  it: {
    title: 'Dichiarazione sull’uso dell’intelligenza artificiale',
    intro:
      'Questo testo è stato realizzato con il programma TesiGo, che registra chi ha scritto che cosa.',
    model: 'Il {share} delle parole è come lo ha scritto un modello linguistico ({models}).',
    offline: 'Il {share} delle parole è come un programma lo ha preso dalle fonti e collegato.',
    person: 'Il {share} delle parole è stato scritto o modificato dall’autore.',
    close: 'L’autore risponde dell’intero testo e delle fonti.',
  },
  de: {
    title: 'Erklärung zur Verwendung von KI',
    intro: 'Dieser Text entstand mit dem Programm TesiGo, das festhält, wer was geschrieben hat.',
    model: '{share} der Wörter stehen so da, wie ein Sprachmodell sie geschrieben hat ({models}).',
    offline:
      '{share} der Wörter stehen so da, wie ein Programm sie den Quellen entnommen und verbunden hat.',
    person: '{share} der Wörter hat die Verfasserin oder der Verfasser geschrieben oder geändert.',
    close: 'Für den ganzen Text und die Quellen steht die Verfasserin oder der Verfasser ein.',
  },
  fr: {
    title: 'Déclaration sur l’usage de l’intelligence artificielle',
    intro: 'Ce texte a été réalisé avec le programme TesiGo, qui consigne qui a écrit quoi.',
    model: '{share} des mots sont tels qu’un modèle de langage les a écrits ({models}).',
    offline: '{share} des mots sont tels qu’un programme les a tirés des sources et reliés.',
    person: '{share} des mots ont été écrits ou modifiés par l’auteur.',
    close: 'L’auteur répond de l’ensemble du texte et des sources.',
  },
  es: {
    title: 'Declaración sobre el uso de la inteligencia artificial',
    intro: 'Este texto se hizo con el programa TesiGo, que registra quién escribió qué.',
    model: 'El {share} de las palabras está como lo escribió un modelo de lenguaje ({models}).',
    offline: 'El {share} de las palabras está como un programa lo tomó de las fuentes y lo unió.',
    person: 'El {share} de las palabras lo escribió o cambió el autor.',
    close: 'El autor responde de todo el texto y de las fuentes.',
  },
  cs: {
    title: 'Prohlášení o použití umělé inteligence',
    intro: 'Tento text vznikl s programem TesiGo, který vede záznam o tom, kdo co napsal.',
    model: '{share} slov stojí tak, jak je napsal jazykový model ({models}).',
    offline: '{share} slov stojí tak, jak je program převzal ze zdrojů a spojil.',
    person: '{share} slov napsal nebo změnil autor.',
    close: 'Za celý text i zdroje odpovídá autor.',
  },
};

/** Null when a person wrote everything, or nothing is written. */
export function declarationOf(
  { words, models }: Authorship,
  language: DocumentLanguage,
): Declaration | null {
  if (words.model + words.offline === 0) return null;
  const wording = WORDING[language];
  const shares = percentages(words);
  const format = new Intl.NumberFormat(language, { style: 'percent' });
  const sentences = KINDS.filter((kind) => shares[kind] > 0).map((kind) =>
    wording[kind]
      .replace('{share}', format.format(shares[kind] / 100))
      .replace('{models}', models.join(', ')),
  );
  return {
    title: wording.title,
    paragraphs: [[wording.intro, ...sentences].join(' '), wording.close],
  };
}
