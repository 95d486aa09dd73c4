import { z } from 'zod';
import { speakPlainly } from './plain-messages';
import { validationProblem } from './validation.pipe';

const Form = z.object({
  title: z.string().min(1).max(5),
  pages: z.int().min(3).max(200),
  style: z.enum(['apa', 'ieee']),
  tags: z.array(z.string()).min(1),
  own: z.string().refine(() => false, 'Said by the schema itself.'),
});

function messages(input: unknown) {
  const { error } = Form.safeParse(input);
  return validationProblem(error?.issues ?? []).errors;
}

describe('messages about fields', () => {
  beforeAll(speakPlainly);

  it('are plain words with a pointer to the field', () => {
    expect(messages({ title: '', pages: 2, style: 'x', tags: [], own: '' })).toEqual([
      { pointer: '/title', message: 'Fill this in.' },
      { pointer: '/pages', message: 'Must be 3 or more.' },
      { pointer: '/style', message: 'Choose one of: apa, ieee.' },
      { pointer: '/tags', message: 'Name 1 or more.' },
      { pointer: '/own', message: 'Said by the schema itself.' },
    ]);
  });

  it('say what is too much, missing or of another kind', () => {
    expect(messages({ title: 'longer', pages: 201, style: 'apa', tags: 'a' })).toEqual([
      { pointer: '/title', message: 'Write 5 characters or fewer.' },
      { pointer: '/pages', message: 'Must be 200 or less.' },
      { pointer: '/tags', message: 'Must be of the type array.' },
      { pointer: '/own', message: 'This is missing.' },
    ]);
  });
});
