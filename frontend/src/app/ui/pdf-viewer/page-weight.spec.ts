import { Scales, weightOf } from './page-weight';

describe('the weight of a page', () => {
  it('is its operators and the letters that they show', () => {
    const argsArray = [null, [['a', 'b', -120, 'c']], [['d']], ['g_font', 12]];
    expect(weightOf({ argsArray }, 0)).toBe(4 + 5);
    expect(weightOf({ argsArray }, 2)).toBe(2 + 1);
    expect(weightOf({ argsArray }, 4)).toBe(0);
  });

  it('is not that of the numbers of a curve', () => {
    const argsArray = [[20, [new Float32Array(100_000)], new Float32Array(4)]];
    expect(weightOf({ argsArray }, 0)).toBe(1);
  });
});

describe('Scales', () => {
  it('are overloaded by more than can be passed on, however it comes', () => {
    const scales = new Scales();
    expect(scales.areOverloaded()).toBe(false);
    const argsArray: unknown[] = Array(900_000).fill(null);
    scales.show({ argsArray });
    expect(scales.areOverloaded()).toBe(false);
    expect(scales.areOverloaded()).toBe(false);
    argsArray.push([Array(100_000).fill('a')]);
    expect(scales.areOverloaded()).toBe(true);
  });
});
