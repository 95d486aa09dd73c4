import fc from 'fast-check';
import { DOCUMENT_LANGUAGES } from '../../../common';
import { wordsOf } from '../../../language';
import { sampleOutlineTask } from '../../../testing/generation/sample-tasks';
import type { AbstractTask } from '../../tasks/abstract-task';
import { answerOffline } from '../offline-writer';
import { composeAbstract } from './compose-abstract';

const taskWith = (framing: string[]): AbstractTask => {
  const { version, language, document } = sampleOutlineTask(1000);
  return { version, language, document, kind: 'abstract', targetWords: 200, sections: [], framing };
};

const sentence = fc
  .array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 40 })
  .map((words) => `${words.join(' ')}.`);

describe('an abstract without a language model', () => {
  it('is made of what the text says of itself, in its order, and never too long', () => {
    fc.assert(
      fc.property(fc.uniqueArray(sentence, { minLength: 1, maxLength: 40 }), (framing) => {
        const text = composeAbstract(taskWith(framing));
        expect(wordsOf(text).length).toBeLessThanOrEqual(250);
        let from = 0;
        const kept = framing.filter((one) => {
          const at = text.indexOf(one, from);
          if (at !== from) return false;
          from += one.length + 1;
          return true;
        });
        expect(kept.join(' ')).toBe(text);
      }),
    );
  });

  it.each(DOCUMENT_LANGUAGES)(
    'names title and topic where the text says nothing (%s)',
    (language) => {
      const task = { ...taskWith([]), language };
      const text = composeAbstract(task);
      expect(text).toContain(task.document.title);
      expect(answerOffline(['rules', JSON.stringify(task)])).toBe(text);
    },
  );
});
