import type { DocumentLanguage } from '../../common';

/**
 * Words that a scholarly title or heading has whatever it is about. Together with the language's
 * stop words they are left out of queries: a passage that shares only these with a topic does not
 * speak about it.
 */
export const GENERIC_WORDS: Record<DocumentLanguage, string> = {
  en: `analyse analysis analyze approach approaches article aspect aspects case chapter conclusion
    consequences consideration context effect effects essay evidence example examples factor factors
    finding findings impact impacts implication implications important influence influences
    introduction issue issues literature method methods number overview paper problem problems
    question questions research researchers result results review role roles section studies study
    summary thesis topic type types use used uses using various`,
  de: `abschnitt analyse ansatz ansätze arbeit aspekt aspekte auswirkung auswirkungen bedeutung
    beispiel beispiele einfluss einflüsse einführung einleitung ergebnis ergebnisse faktor faktoren
    fazit folgen forschung frage fragen kapitel literatur methode methoden problem probleme rolle
    rollen studie studien thema überblick untersuchung untersuchungen wirkung wirkungen
    zusammenfassung`,
  fr: `analyse approche approches article aspect aspects cas chapitre conclusion conséquences
    contexte effet effets étude études exemple exemples facteur facteurs impact importance influence
    introduction littérature méthode méthodes problème problèmes question questions recherche
    recherches résultat résultats rôle rôles section thème utilisation`,
  es: `análisis artículo aspecto aspectos capítulo caso conclusión consecuencias contexto efecto
    efectos ejemplo ejemplos enfoque enfoques estudio estudios factor factores impacto importancia
    influencia introducción investigación investigaciones literatura método métodos papel problema
    problemas pregunta preguntas resultado resultados revisión sección tema uso`,
  it: `analisi approccio approcci articolo aspetti aspetto capitolo caso conclusione conseguenze
    contesto effetti effetto esempi esempio fattore fattori impatto importanza influenza
    introduzione letteratura metodi metodo problema problemi domanda domande ricerca ricerche
    risultati risultato ruolo sezione studi studio tema uso`,
  uk: `аналіз аспект аспекти висновок висновки вплив впливи впливу вступ дослідження досліджень
    ефект ефекти ефекту значення контекст література літератури метод методи методів наслідки огляд
    питання підхід підходи приклад приклади проблема проблеми результат результати розділ роль ролі
    стаття тема теми фактор фактори факторів чинник чинники чинників`,
  cs: `analýza analýzy aspekt aspekty dopad dopady důsledky efekt efekty faktor faktory kapitola
    kontext literatura metoda metody otázka otázky problém problémy přehled příklad příklady přístup
    přístupy role studie téma účinek účinky úvod vliv vlivu vlivy výsledek výsledky význam výzkum
    výzkumu závěr`,
};
