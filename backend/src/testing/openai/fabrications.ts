/**
 * A model that invents whatever it writes: every way of citing that we know of, of works that do
 * not exist. All of them are by these people, from these years, or under these names.
 */
export const INVENTED =
  /203[1-9]|Smithers|Quillfeather|Schönhuber|Dupontel|Garcíaz|Rossinelli|Novotnik|Забродь|invented|ghost|10\.9999/iu;

/** What its statements are about; no source of any test speaks of them. */
export const UNHEARD_OF = /penguin/i;

const look = (key: string, from: RegExp, to: string): string => key.replace(from, to);

/** Latin letters that Cyrillic ones look like. */
const HOMOGLYPHS: Record<string, string> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', i: 'і' };

type Fabrication = (key: string) => string;

const UNKNOWN_KEYS: Fabrication[] = [
  () => 'Sleep doubles retention in penguins [@invented2031, p. 12].',
  () => 'Several penguins agree [see @invented2031, pp. 3-5; -@ghost2032].',
  (key) => `Penguins learn faster in winter [@${key}; @invented2031].`,
  (key) => `Penguins learn faster in spring [@${key}a].`,
  (key) => `Penguins learn faster in summer [@${key.toUpperCase()}].`,
  (key) =>
    `Penguins forget in autumn [@${look(key, /[aeopci]/, HOMOGLYPHS[/[aeopci]/.exec(key)?.[0] ?? ''] ?? 'х')}].`,
  (key) => `Penguins hide a sign [@${key.slice(0, 2)}\u200b${key.slice(2)}].`,
  (key) => `Penguins hide a hyphen [@${key.slice(0, 3)}\u00ad${key.slice(3)}].`,
  () => 'Penguins use a wide sign ［＠invented2031］.',
  () => 'Penguins use a reference [&#64;invented2031].',
  () => 'Penguins escape [\\@invented2031] and write x@invented2031 in [y@ghost2032].',
  () => 'As @ghost1999 and @{invented2031} say, penguins nest.',
  () => 'Penguins nest [[@invented2031, see [@ghost2032]]].',
  () => 'Penguins never close a bracket [@invented2031, p. 4',
  () => 'Penguins write code `[@invented2031]` and\n\n```\n[@ghost2032]\n```\n',
  () => 'Penguins comment <!-- [@invented2031] and Smithers 2031 --> on everything.',
  () => '| Penguins | Count |\n| - | - |\n| Smithers (2031) | 42 [@invented2031] |\n',
];

const PLACES: Fabrication[] = [
  (key) => `Penguins are on a page past the end [@${key}, p. 99999].`,
  (key) => `Penguins have a chapter of their own [@${key}, chap. 12].`,
  (key) => `Penguins are cited aside [@${key}, as Smithers 2031 shows].`,
  (key) => `Penguins are cited before [as in Smithers, 2031, and @${key}].`,
];

const OTHER_FORMS: Fabrication[] = [
  () => 'Penguins are numbered [12] and [3, 5-7] and [4](https://invented.example).',
  () => 'Penguins are raised everywhere.¹² They return【4†source】.',
  () =>
    'Penguins have feet[^1] and a note^[Smithers, The Invented Book, 2031].\n\n[^1]: Smithers, 2031.\n',
  () => 'Penguins typeset \\cite{invented2031} and \\parencite[12]{ghost2032}.',
  () => 'Penguins link <a href="#smithers2031">(Smithers, 2031)</a><sup>7</sup>.',
  () => 'Penguins click [Smithers 2031](https://doi.org/10.9999/invented.2031).',
  () => 'Penguins draw ![Figure by Smithers 2031](https://invented.example/2031.png).',
  () => 'Penguins resolve at https://doi.org/10.9999/invented.2031 and doi:10.9999/ghost.',
  () => 'Penguins preprint as arXiv:2031.01234 and PMID: 20310001.',
  () => 'Penguins browse https://invented.example/paper and www.invented.example.',
  () => 'Penguins are the same as before (ibid., p. 203) by Smithers.',
  (key) => `“These words of penguins stand in no source at all” [@${key}].`,
  () => 'Someone said: “Penguins know these words that nobody has ever written”.',
  () => '> Penguins are quoted here at some length by nobody in particular.\n',
  (key) =>
    `Smithers showed in 2031 that penguins sing opera arias beneath frozen harbours [@${key}].`,
  (key) =>
    `Penguins doubled their income by 2033 in every province of the realm [@${key}, emphasis added].`,
];

const PROSE: Fabrication[] = [
  () => 'Smithers (2031) found it. Smithers and Quillfeather (2031, p. 4) agreed.',
  () => 'This is known (Smithers, 2031; Quillfeather & Smithers, 2032, pp. 1–2).',
  () => 'Smithers et al. found it in 2031. Smithers et al., 2031, repeat it.',
  () => 'Smithers and colleagues established this in 2031.',
  () => 'In 2031 Smithers showed it. In a landmark 2031 study, Quillfeather confirmed it.',
  () => '*Smithers* (**2031**) and Smi\u00adthers (2031) and Smithers&#32;(2031) insist.',
  () => 'A study by Quillfeather from 2031 says so; see Smithers 2031.',
  () =>
    'Schönhuber (2031) zeigt es. Nach Schönhuber u. a. (2031) gilt es; Schönhuber zeigte 2031 mehr.',
  () => 'Dupontel (2031) le montre. Dupontel et al. ont montré cela en 2031 (Dupontel, 2031).',
  () =>
    'Garcíaz (2031) lo muestra. Según Garcíaz y otros (2031), Garcíaz demostró en 2031 lo mismo.',
  () =>
    'Rossinelli (2031) lo mostra. Secondo Rossinelli e altri (2031), Rossinelli dimostrò nel 2031 ciò.',
  () =>
    'Забродько (2031) це доводить. Забродько та ін. (2031) згодні; Забродько показав у 2031 році те саме.',
  () =>
    'Novotnik (2031) to ukazuje. Podle Novotnik a kol. (2031) Novotnik ukázal v roce 2031 totéž.',
];

const REFERENCE_LISTS: Fabrication[] = [
  () =>
    '\n\n## References\n\nSmithers, J. (2031). The invented book. Ghost Press.\n\n1. Quillfeather, A. Another. 2032.',
  () => '\n\n**Literaturverzeichnis**\n\n- Schönhuber, K. (2031): Erfundenes. Berlin.',
  () => '\n\nСписок використаних джерел\n\n1. Забродько О. Вигадана книга. Київ, 2031.',
  () =>
    '\n\nSmithers, J., & Quillfeather, A. B. (2031). Sleep in penguins. Invented Letters, 4(2), 1–9.',
  () => '',
];

const HONEST = 'An honest sentence without any citation stays.';

interface Task {
  passages?: { key: string; text: string }[];
}

function taskIn(content: string): Task {
  try {
    return JSON.parse(content) as Task;
  } catch {
    return {};
  }
}

/** Its answer to a task to write, the `turn`th: some of everything, in another mix each time. */
export function fabricate(task: string, turn: number): string {
  const { passages = [] } = taskIn(task);
  const passage = passages[turn % Math.max(1, passages.length)];
  const key = passage?.key ?? 'nobody';
  const [carried = ''] = (passage?.text ?? '').split(/(?<=\.)\s/);
  const pick = (from: readonly Fabrication[], step: number) =>
    from[(turn * step + Math.floor(turn / from.length)) % from.length]?.(key) ?? '';
  const parts = [
    pick(UNKNOWN_KEYS, 1),
    pick(PROSE, 3),
    HONEST,
    pick(OTHER_FORMS, 5),
    `${carried.replace(/\.$/, '')} [@${key}].`,
    pick(PLACES, 1),
    pick(UNKNOWN_KEYS, 7),
    '\n\n',
    pick(PROSE, 5),
    pick(OTHER_FORMS, 3),
    pick(REFERENCE_LISTS, 1),
  ];
  return parts.join(turn % 3 === 0 ? '\n\n' : ' ');
}

/** Its judgement of anything. */
export function praise(): string {
  const verdicts = Array.from({ length: 50 }, (_, number) => ({ number, verdict: 'supported' }));
  return JSON.stringify({ verdicts });
}
