import type { DocumentLanguage } from '../../common';
import { checkedText } from '../../testing/checks/checked-text';
import { ConsistencyCheck } from './consistency.check';

async function found(language: DocumentLanguage, ...contents: string[]): Promise<string[]> {
  const { findings } = await new ConsistencyCheck().check(checkedText(contents, { language }));
  return findings.map(({ kind, sectionId, start, end }) => {
    const content = contents[Number(sectionId?.slice(1)) - 1] ?? '';
    return `${kind}: ${content.slice(start ?? 0, end ?? 0)}`;
  });
}

describe('the consistency of a text', () => {
  it.each<[DocumentLanguage, string, string[]]>([
    ['en', 'An e-mail is an e-mail. An email is not.', ['spelling: email']],
    ['en', 'They organise the behaviour. We organize it.', ['spelling: organize']],
    [
      'de',
      'Der Lernprozess ist ein Lernprozess, der Lern-Prozess nicht.',
      ['spelling: Lern-Prozess'],
    ],
    ['uk', 'Цей проєкт і той проєкт. А от проект інший.', ['spelling: проект']],
    ['cs', 'Mluví se o filozofii a jeho filozofii, ne o filosofii.', ['spelling: filosofii']],
    ['it', 'Non si sa perché, e perché no, ma perchè.', ['spelling: perchè']],
    ['fr', 'Il faut connaître, ou connaître mieux, et connaitre.', ['spelling: connaitre']],
    ['es', 'Un periodo, otro periodo y el período.', ['spelling: período']],
  ])('has one spelling of a word in %s', async (language, text, expected) => {
    expect(await found(language, text)).toEqual(expected);
  });

  it('has one way to write a name, and a word, with capitals', async () => {
    const named = 'We use GitHub. They use GitHub. You use Github.';
    expect(await found('en', named)).toEqual(['capitals: Github']);
    const web =
      'On the internet and the internet or an internet they met. So the Internet and an Internet, too.';
    expect(await found('en', web)).toEqual(['capitals: Internet', 'capitals: Internet']);
  });

  it('has one decimal sign', async () => {
    expect(await found('de', 'Es sind 3,5 und 4,25 Prozent.', 'Es sind 2.5 Prozent.')).toEqual([
      'decimals: 2.5',
    ]);
    expect(await found('en', 'A mean of 3.5, then 4.2 and 3,75 points.')).toEqual([
      'decimals: 3,75',
    ]);
  });

  it('has one kind of quotation marks', async () => {
    const text = 'He says “one” and “two words”. She says "three".';
    expect(await found('en', text)).toEqual(['quotation_marks: "three"']);
    expect(await found('de', 'Das „eine“, das „andere” und das «dritte».')).toEqual([
      'quotation_marks: «dritte»',
    ]);
  });

  it.each<[DocumentLanguage, string, string]>([
    ['en', 'The World Health Organization (WHO) acts.', 'WHO'],
    ['de', 'Die Weltgesundheitsorganisation (WHO) handelt.', 'WHO'],
    ['uk', 'Всесвітня організація охорони здоров’я (ВООЗ) діє.', 'ВООЗ'],
    ['es', 'La Organización Mundial de la Salud (OMS) actúa.', 'OMS'],
  ])('introduces an acronym once, and first, in %s', async (language, text, acronym) => {
    expect(await found(language, text, `${acronym}.`)).toEqual([]);
    expect(await found(language, `${acronym}.`, text)).toEqual([`acronym_early: ${acronym}`]);
    expect(await found(language, text, text)).toEqual([`acronym_again: ${acronym}`]);
  });

  it.each<[DocumentLanguage, string]>([
    ['en', 'See Figure 3.1 and Chapter 2.4. It was 1,250 people, or 12.5 percent.'],
    ['en', 'In March they march; may we say so in May? Memory is memory. The Web 2.0, and 3.5.'],
    ['en', 'The author re-creates what recreation is (see above), and he is in IT, as it is.'],
    ['en', 'Brown and others said so. A brown bear, he said, is what Brown and Brown saw.'],
    [
      'de',
      'Am 12.5. waren es 3,5 Prozent, wie Industrie 4.0 zeigt. Das Lernen; wir lernen lernen.',
    ],
    ['fr', 'Il dit « le mot “juste” » et « un autre ». C’est 3,5 ou 1.250 personnes.'],
    ['uk', 'Це “слово” і “ще одне”. Таких 3,5 відсотка, див. розділ 2.1. З вересня по 12.05.2020.'],
    ['cs', 'Dne 12.5. bylo 3,5 procenta. Viz kapitola 2.1. Byt a být nejsou totéž, byt a být.'],
    ['it', 'Nel 2006-2010 erano 3,5. La DNA (acido) e il DNA. Il papa e il papà.'],
    ['es', 'Esta está, el papá y el papa; 3,5 y 1.250, y la sección 2.1.'],
  ])('is not doubted for nothing in %s: %s', async (language, text) => {
    expect(await found(language, text)).toEqual([]);
  });
});
