import CSL, { type XmlNode } from 'citeproc';

/**
 * What the official Ukrainian locale leaves in English, gets wrong (`вип.` for a volume), or puts
 * as no Ukrainian sentence does (`12, Березень 2024`). A style's own terms still go before it.
 */
const UKRAINIAN = `<locale>
  <date form="text" delimiter=" ">
    <date-part name="day"/><date-part name="month"/><date-part name="year"/>
  </date>
  <terms>
    <term name="et-al">та ін.</term>
    <term name="online">онлайн</term>
    <term name="retrieved">отримано</term>
    <term name="volume" form="short">т.</term>
    <term name="page">сторінка</term>
    <term name="editor" form="verb">за редакцією</term>
    <term name="editor" form="verb-short">за ред.</term>
    <term name="translator" form="verb">у перекладі</term>
    <term name="translator" form="verb-short">пер.</term>
    <term name="ordinal">-те</term>
    <term name="ordinal-01">-ше</term>
    <term name="ordinal-02">-ге</term>
    <term name="ordinal-03">-тє</term>
    <term name="ordinal-07">-ме</term>
    <term name="ordinal-08">-ме</term>
    <term name="ordinal-11">-те</term>
    <term name="ordinal-12">-те</term>
    <term name="ordinal-13">-те</term>
    <term name="month-01">січня</term>
    <term name="month-02">лютого</term>
    <term name="month-03">березня</term>
    <term name="month-04">квітня</term>
    <term name="month-05">травня</term>
    <term name="month-06">червня</term>
    <term name="month-07">липня</term>
    <term name="month-08">серпня</term>
    <term name="month-09">вересня</term>
    <term name="month-10">жовтня</term>
    <term name="month-11">листопада</term>
    <term name="month-12">грудня</term>
  </terms>
</locale>`;

const SUPPLEMENTS: Partial<Record<string, string>> = { 'uk-UA': UKRAINIAN };

function partsOf(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter(
    (child) => typeof child !== 'string' && child.name === name,
  ) as XmlNode[];
}

/** The locale with what it lacks; of two dates or terms of one name, citeproc takes the later. */
export function supplemented(language: string, locale: XmlNode): XmlNode {
  const text = SUPPLEMENTS[language];
  if (text === undefined) return locale;
  const more = CSL.parseXml(text);
  const terms = partsOf(more, 'terms').flatMap(({ children }) => children);
  const children = locale.children.map((child) =>
    typeof child !== 'string' && child.name === 'terms'
      ? { ...child, children: [...child.children, ...terms] }
      : child,
  );
  return { ...locale, children: [...children, ...partsOf(more, 'date')] };
}
