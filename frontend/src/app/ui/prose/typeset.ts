/**
 * Sets a formula as MathML, which browsers show by themselves and screen readers read. What does it
 * is loaded with the first formula: most texts have none.
 * @returns false for what cannot be read as TeX; nothing is changed then
 */
export async function typeset(tex: string, display: boolean, into: HTMLElement): Promise<boolean> {
  const { default: temml } = await import('temml');
  const made = into.ownerDocument.createElement('span');
  try {
    temml.render(tex, made, { displayMode: display, throwOnError: true, trust: false });
  } catch {
    return false;
  }
  for (const letter of made.querySelectorAll('mi:not([mathvariant])')) {
    const isOne = [...(letter.textContent ?? '')].length === 1;
    letter.classList.toggle('tg-math-letter', isOne);
  }
  into.replaceChildren(...made.childNodes);
  return true;
}
