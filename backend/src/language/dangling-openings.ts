import type { DocumentLanguage } from '../common';

/**
 * First words that point to a sentence before: pronouns, demonstratives, connectives. A sentence
 * taken out of its text loses what they point to.
 */
const OPENINGS: Record<DocumentLanguage, string> = {
  en: `additionally, also, and, another, as a result, as such, because of this, besides, both, but,
    consequently, conversely, finally, first, for example, for instance, for this, further,
    furthermore, hence, he, her, here, his, however, i, if so, in addition, in contrast,
    in other words, in particular, in short, in such, in this, in these, indeed, instead, it, its,
    likewise, moreover, my, nevertheless, nonetheless, on the contrary, on the other hand, or, our,
    rather, second, secondly, she, similarly, so, specifically, still, such, that, their, then,
    therefore, these, they, third, this, those, thus, to this end, under these, we, yet`,
  uk: `або, адже, але, а, це, вона, вони, воно, він, до того ж, для цього, завдяки цьому, і, із цього,
    їх, їхній, їхня, їхні, його, її, крім того, ми, натомість, наприклад, насамперед, однак, отже,
    отож, по-друге, по-перше, при цьому, проте, у цій, у цьому, та, також, така, такі, такий,
    таким чином, тим самим, тобто, тож, тому, водночас, цей, ці, ця, цим, я`,
  it: `a tal fine, al contrario, anche, ciò, così, d'altra parte, di conseguenza, dunque, e, egli,
    ella, essa, essi, esse, esso, i quali, il quale, in particolare, in questo, infatti, infine,
    inoltre, invece, io, la quale, le quali, loro, lui, lei, ma, noi, o, per esempio, ad esempio,
    perciò, pertanto, per questo, però, quella, quelle, quelli, quello, questa, queste, questi,
    questo, quindi, sua, suo, tale, tali, tuttavia`,
  de: `aber, allerdings, also, andererseits, auch, auf diese weise, außerdem, beide, beispielsweise,
    dabei, dadurch, daher, damit, danach, daneben, dann, darüber hinaus, das bedeutet, das heißt,
    dennoch, deshalb, deswegen, dies, diese, dieser, dieses, diesem, diesen, doch, er, es, folglich,
    ferner, hier, hierbei, ich, ihr, ihre, ihm, im gegensatz dazu, in diesem, in dieser, insgesamt,
    jedoch, jene, jener, oder, schließlich, sein, seine, sie, so, somit, stattdessen, trotzdem, und,
    vielmehr, wir, zudem, zum beispiel`,
  fr: `ainsi, alors, au contraire, aussi, autrement dit, c'est, ce, ceci, cela, celle, celles, celui,
    cependant, ces, cet, cette, ceux, dans ce, dans cette, de même, de plus, d'autre part, donc,
    elle, elles, en effet, en outre, en revanche, en particulier, enfin, ensuite, et, il, ils, je,
    leur, leurs, mais, néanmoins, nous, or, ou, par conséquent, par exemple, pourtant, sa, son, ses,
    tel, telle, toutefois`,
  es: `a su vez, además, ahora bien, así, asimismo, como resultado, de este modo, de hecho,
    del mismo modo, e, él, ella, ellas, ellos, en cambio, en conclusión, en este, en esta,
    en particular, entonces, esa, ese, eso, esos, esta, estas, este, esto, estos, finalmente,
    lo anterior, no obstante, nosotros, o, pero, por ejemplo, por el contrario, por eso, por esta,
    por lo tanto, por otra parte, por tanto, pues, sin embargo, su, sus, tal, también, tampoco, y,
    yo`,
  cs: `ale, ani, avšak, dále, díky tomu, jeho, jejich, její, jinak, já, konečně, kromě toho, my,
    například, naopak, naproti tomu, navíc, nebo, on, ona, oni, ono, ovšem, podobně, přesto, proto,
    protože, tak, také, takže, takový, taková, takové, tato, tedy, ten, tento, ti, to, tohle, toto,
    tudíž, ty, tyto, v tomto, v této, však, z toho, zároveň`,
};

function matcherOf(openings: string): RegExp {
  const alternatives = openings.split(',').map((opening) =>
    opening
      .trim()
      .replace(/\s+/g, String.raw`\s+`)
      .replace("'", "['’]"),
  );
  return new RegExp(String.raw`^(?:${alternatives.join('|')})(?=[\s,:])`, 'iu');
}

const MATCHERS = Object.fromEntries(
  Object.entries(OPENINGS).map(([language, openings]) => [language, matcherOf(openings)]),
) as Record<DocumentLanguage, RegExp>;

export function leansOnContext(sentence: string, language: DocumentLanguage): boolean {
  return MATCHERS[language].test(sentence);
}
