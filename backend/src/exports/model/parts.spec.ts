import { MODEL_PARTS, type ModelPart } from './document-model';
import { partsInOrder } from './parts';

describe('the order of the parts', () => {
  it('is the usual one where no rule states another', () => {
    expect(partsInOrder({})).toEqual([...MODEL_PARTS]);
  });

  it.each<[ModelPart[], string]>([
    [
      ['title_page', 'abstract', 'contents', 'body', 'bibliography', 'acknowledgements'],
      'title_page abstract second_abstract contents list_of_figures list_of_tables abbreviations body bibliography appendices declaration acknowledgements',
    ],
    [
      ['title_page', 'contents', 'bibliography', 'acknowledgements'],
      'title_page abstract second_abstract contents list_of_figures list_of_tables abbreviations body bibliography appendices declaration acknowledgements',
    ],
    [
      ['declaration', 'contents', 'abstract', 'body'],
      'title_page acknowledgements declaration contents list_of_figures list_of_tables abbreviations abstract second_abstract body bibliography appendices',
    ],
    [
      ['body', 'appendices', 'bibliography'],
      'title_page acknowledgements abstract second_abstract contents list_of_figures list_of_tables abbreviations body appendices declaration bibliography',
    ],
    [
      ['contents', 'abbreviations'],
      'title_page acknowledgements abstract second_abstract contents list_of_figures list_of_tables abbreviations body bibliography appendices declaration',
    ],
  ])('keeps what is ruled, and puts the others where they usually stand: %j', (ruled, order) => {
    expect(partsInOrder({ partOrder: ruled }).join(' ')).toBe(order);
  });
});
