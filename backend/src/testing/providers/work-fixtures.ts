/** An invented work, as the four services would each describe it. */
export interface FixtureWork {
  doi: string;
  title: string;
  given: string;
  family: string;
  year: number;
  container: string;
  abstract: string;
  retracted?: boolean;
  thesis?: boolean;
}

export const RECALL: FixtureWork = {
  doi: '10.5555/recall.2019',
  title: 'Recalling what was read on a night train',
  given: 'Ada',
  family: 'Testova',
  year: 2019,
  container: 'Journal of Invented Learning',
  abstract:
    'Passengers who recalled a text remembered more of it. Those who read it again did not.',
};

export const TAKEN_BACK: FixtureWork = {
  ...RECALL,
  doi: '10.5555/taken-back.2018',
  title: 'Sleeping on a book is as good as reading it',
  year: 2018,
  retracted: true,
};

export const THESIS: FixtureWork = {
  ...RECALL,
  doi: '10.5555/thesis.2020',
  title: 'A dissertation about reading on night trains',
  year: 2020,
  thesis: true,
};

const words = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** Whether half of the words that are looked for stand in the title. */
export function matches({ title }: FixtureWork, query: string): boolean {
  const known = new Set(words(title));
  const asked = words(query);
  return asked.filter((word) => known.has(word)).length * 2 >= Math.max(1, asked.length);
}
