import fc from 'fast-check';
import { continuing, joinedSoFar } from './continuation';
import { prose, wholePart } from './prose';

const { joined } = prose('en');

const sentence = fc
  .array(
    fc.constantFrom('tests', 'help', 'see', 'p.', '12', 'memory', '[@a2020, p. 3]', '*well*'),
    {
      minLength: 4,
      maxLength: 12,
    },
  )
  .map((words) => `All ${words.join(' ')} last.`);

const text = fc
  .array(fc.tuple(sentence, fc.constantFrom(' ', ' ', '\n\n')), { minLength: 4, maxLength: 12 })
  .map((parts) =>
    parts
      .map((part) => part.join(''))
      .join('')
      .trim(),
  );

const cutText = text.chain((text) =>
  fc.integer({ min: 0, max: text.length - 1 }).map((at) => ({ text, before: text.slice(0, at) })),
);

describe('what is whole of an answer that broke off', () => {
  it.each([
    ['One is whole. Two is not', 'One is whole. '],
    ['A paragraph.\n\nAnother one.\n\nA third', 'A paragraph.\n\nAnother one.\n\n'],
    ['It is shown [@a2020, p. 3]. More [@b2021, p. ', 'It is shown [@a2020, p. 3]. '],
    ['Nothing is whole', ''],
    ['', ''],
  ])('%j', (text, whole) => {
    expect(wholePart(text, 'en')).toBe(whole);
  });

  it('is a beginning of it that cuts no citation', () => {
    fc.assert(
      fc.property(cutText, ({ before }) => {
        const whole = wholePart(before, 'en');
        expect(before.startsWith(whole)).toBe(true);
        expect(whole.split('[').length).toBe(whole.split(']').length);
        expect(whole).toMatch(/^$|[.]\s*$/);
      }),
    );
  });
});

describe('an answer in two parts', () => {
  it('is the whole one, whatever the model repeats of it', () => {
    fc.assert(
      fc.property(cutText, fc.nat(200), fc.boolean(), ({ text, before }, again, anew) => {
        const whole = wholePart(before, 'en');
        const rest = text.slice(whole.length);
        const repeated = again < 20 ? '' : whole.trimEnd().slice(-again);
        const seam = repeated === '' ? '' : whole.slice(whole.trimEnd().length);
        const after = anew && whole.length > 60 ? text : repeated + seam + rest;
        expect(joined(whole, after)).toBe(text);
      }),
    );
  });

  it('stays what it was where nothing more comes', () => {
    expect(joined('One is whole. ', ' \n')).toBe('One is whole.');
  });
});

it('a conversation without a begun answer is as it was', () => {
  const messages = [{ role: 'user' as const, content: 'A question.' }];
  expect(continuing({ messages, continuation: prose('en') }, '')).toBe(messages);
});

const { usable, messages } = prose('en');
const FIRST = 'Pauses between lessons help';

describe('the first sentence of an answer, before it is whole', () => {
  it.each([
    [`${FIRST} pup`, `${FIRST} `],
    [`${FIRST} `, `${FIRST} `],
    ['Pauses help pup', ''],
    ['Pauses', ''],
    [`${FIRST} [@cepeda2006, p. 3`, `${FIRST} `],
    [`${FIRST} [@cepeda2006, p. 3]. `, `${FIRST} `],
    [`${FIRST} [@cepeda2006, p. 3], as te`, `${FIRST} [@cepeda2006, p. 3], as `],
    [`${FIRST} **very mu`, `${FIRST} `],
    [`${FIRST} **very** mu`, `${FIRST} **very** `],
    [`${FIRST} \`a b`, `${FIRST} `],
    [`${FIRST} by $x + `, `${FIRST} by `],
    [`* ${FIRST} in a li`, `* ${FIRST} in a `],
    [`### A heading\n\n${FIRST} mo`, `### A heading\n\n${FIRST} `],
    [`| ${FIRST} | in a ta`, ''],
    [`${FIRST} so:\n\n| in | a ta`, `${FIRST} so:\n\n`],
    [`${FIRST}. The next one is n`, `${FIRST}. `],
  ])('%j', (begun, expected) => {
    expect(usable(begun)).toBe(expected);
  });

  it('is gone on with from its last words', () => {
    const asked = messages([{ role: 'user', content: 'Write.' }], `${FIRST} `);
    expect(asked).toEqual([
      { role: 'user', content: 'Write.' },
      { role: 'assistant', content: FIRST },
      { role: 'user', content: expect.stringContaining('“between lessons help”') as string },
    ]);
  });

  it.each([
    ['goes on', 'pupils a lot. More.', `${FIRST} pupils a lot. More.`],
    ['repeats the last words, as it is told', 'between lessons help pupils.', `${FIRST} pupils.`],
    ['repeats the last word', 'help pupils.', `${FIRST} pupils.`],
    ['repeats them in quotation marks', '“between lessons help” pupils.', `${FIRST} pupils.`],
    ['repeats them behind dots', '… lessons help pupils.', `${FIRST} pupils.`],
    ['goes on with a name', 'lessons help Roediger’s pupils.', `${FIRST} Roediger’s pupils.`],
    ['goes on with a comma', ', as it seems.', `${FIRST}, as it seems.`],
    ['repeats and goes on with a comma', 'help, as it seems.', `${FIRST}, as it seems.`],
    ['goes on with a citation', '[@cepeda2006].', `${FIRST} [@cepeda2006].`],
    ['begins anew', `${FIRST} pupils.`, `${FIRST} pupils.`],
    ['begins anew on another line', `\n${FIRST}\npupils.`, `${FIRST}\npupils.`],
    ['begins anew with other words', 'Tests help most.', 'Tests help most.'],
    ['begins anew with a list', '- Tests help.', '- Tests help.'],
    ['has nothing more to say', ' ', FIRST],
    ['cites at once', '[@cepeda2006, p. 3] pupils.', `${FIRST} [@cepeda2006, p. 3] pupils.`],
  ])('and a model that %s', (_, after, expected) => {
    expect(joined(`${FIRST} `, after)).toBe(expected);
  });

  it('may hold any signs', () => {
    const words = fc.array(fc.stringMatching(/^[!-~]{1,8}$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(words, words, (begun, rest) => {
        const before = `${FIRST} ${begun.join(' ')} `;
        const lower = `so ${rest.join(' ')}`;
        fc.pre(!/[.!?]["]?\s*$/.test(before));
        expect(joined(before, `${begun.at(-1) ?? ''} ${lower}`)).toBe(`${before}${lower}`);
      }),
    );
  });

  it('is the whole one in the end, wherever it broke off and whatever of it is repeated', () => {
    const words = ['tests', 'help', '[@a2020, p. 3]', '*very', 'well*', 'memory', '12', 'pupils'];
    const first = fc
      .shuffledSubarray(words, { minLength: 3 })
      .map((some) => `All ${some.join(' ')} last. So do walks.`);
    const cut = first.chain((whole) =>
      fc.nat(whole.indexOf('.')).map((at) => ({ whole, before: usable(whole.slice(0, at)) })),
    );
    fc.assert(
      fc.property(cut, fc.nat(6), ({ whole, before }, again) => {
        fc.pre(before !== '');
        const said = before.trim().split(' ');
        const repeated = said.slice(Math.max(0, said.length - again));
        const after = [...repeated, whole.slice(before.length)].join(' ');
        expect(whole.startsWith(before)).toBe(true);
        expect(joined(before, after)).toBe(whole);
      }),
    );
  });
});

describe('the rest of an answer, while it is still coming', () => {
  const request = { continuation: prose('en') };
  const before = 'Sleep helps. Pauses help as well. ';

  it.each([
    ['', before],
    ['Pauses he', before],
    ['Sleep helps. Pau', before],
    ['Tests', `${before}Tests`],
    ['Pauses help as well. Tests', `${before}Tests`],
  ])('counts when it says something new: %j', (after, expected) => {
    expect(joinedSoFar(request, before, after)).toBe(expected);
  });
});
