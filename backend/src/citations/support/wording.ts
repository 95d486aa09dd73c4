import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '../../common/languages';

/** Words of a language that matter to whether a passage carries a sentence. Stems end in `*`. */
export interface Wording {
  negations: string;
  /** Words for more of something, and for less of it. */
  more: string;
  less: string;
  /** Words that report or order what is said; they say nothing about the subject. */
  reporting: string;
  /** The words for 1 to 12 and 100, in this order. */
  numbers: string;
}

export const WORDINGS: Record<DocumentLanguage, Wording> = {
  en: {
    negations: 'not no never none neither nor without cannot nothing hardly fail* lack*',
    more: 'more increas* improv* enhanc* rais* higher better stronger strengthen* faster greater grow* benefit* help* longer promot* support*',
    less: 'less fewer decreas* reduc* lower* worse* weak* impair* slow* harm* hinder* diminish* declin* shorter prevent* undermin*',
    reporting:
      'show* find* found report* argu* suggest* conclud* accord* study studies research* author* result* evidence chapter section part paper source* describ* discuss* note* demonstrat* state* claim* observ* indicat* point* literature',
    numbers: 'one two three four five six seven eight nine ten eleven twelve hundred',
  },
  de: {
    negations: 'nicht kein* nie niemals ohne weder nichts kaum',
    more: 'mehr steiger* erhöh* verbesser* höher* besser* stärk* schneller* größer* wachs* förder* hilft helfen länger* begünstig* unterstütz*',
    less: 'weniger senk* sinkt sinken verringer* reduzier* niedriger* schlechter* schwäch* langsamer* schad* hemm* verschlechter* mindert mindern kürzer* behinder* verhinder* beeinträchtig*',
    reporting:
      'zeig* fand* find* bericht* argumentier* schließ* studie* forsch* untersuch* autor* ergebnis* befund* kapitel* abschnitt* teil* quelle* beschreib* beleg* laut zufolge hinweis* beobacht* literatur',
    numbers: 'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert',
  },
  fr: {
    negations: 'pas jamais aucun aucune sans ni non rien nullement',
    more: 'davantage augment* amélior* accroî* renforc* meilleur* mieux élev* supérieur* rapide* grand* favoris* aide* aider* soutien* stimul*',
    less: 'moins diminu* rédui* affaibli* pire* inférieur* lent* nui* entrav* détérior* baiss* dégrad* empêch* frein*',
    reporting:
      'montr* trouv* rapport* soutienn* conclu* selon étude* recherch* auteur* résultat* chapitre* section* partie* source* décri* affirm* observ* constat* indiqu* démontr* littérature',
    numbers: 'un deux trois quatre cinq six sept huit neuf dix onze douze cent',
  },
  es: {
    negations: 'no nunca jamás sin ni ningún ninguna ninguno nada tampoco',
    more: 'más aument* mejor* increment* refuerz* reforz* mayor* superior* rápid* crec* favorec* ayud* elev* promuev* facilit*',
    less: 'menos disminu* reduc* empeor* debilit* peor* inferior* menor* lent* perjudic* dificult* baj* impid* obstaculiz*',
    reporting:
      'muestr* mostr* encontr* hall* inform* sostien* concluy* según estudio* investig* autor* resultado* capítulo* sección parte fuente* describ* afirm* observ* indic* demuestr* demostr* literatura',
    numbers: 'uno dos tres cuatro cinco seis siete ocho nueve diez once doce cien',
  },
  it: {
    negations: 'non mai nessun* senza né niente nulla',
    more: 'più aument* miglior* accresc* rafforz* maggior* superior* veloc* cresc* favori* aiut* meglio sostien* promuov* facilit*',
    less: 'meno diminu* ridu* peggior* indebol* inferior* minor* lent* danneggi* ostacol* abbass* impedi* compromett*',
    reporting:
      'mostr* trov* riport* sostien* conclu* secondo studio studi ricerc* autor* risultat* capitol* sezion* parte fonte fonti descriv* afferm* osserv* indic* dimostr* letteratura',
    numbers: 'uno due tre quattro cinque sei sette otto nove dieci undici dodici cento',
  },
  uk: {
    negations: 'не ні ніколи без жоден жодн* немає ані нічого',
    more: 'більш* збільш* підвищ* покращ* поліпш* зміцн* посил* вищ* кращ* краще сильніш* швидш* зрост* сприя* допомаг* довш* підтрим*',
    less: 'менш* зменш* зниж* погірш* послаб* гірш* слабш* повільніш* шкод* заважа* скороч* коротш* перешкод*',
    reporting:
      'показ* виявл* виявив повідомл* стверджу* дійш* висновк* дослід* автор* результат* розділ* підрозділ* частин* джерел* опис* зазнач* свідч* спостер* довод* довед* згідно літератур*',
    numbers: 'один два три чотири п’ять шість сім вісім дев’ять десять одинадцять дванадцять сто',
  },
  cs: {
    negations: 'ne není nejsou nikdy bez žádn* ani nic nikoli nelze nemá nemají',
    more: 'více víc zvyš* zlepš* posil* vyšší lepší lépe silnější rychlejší rost* rychleji podpor* pomáh* větší déle usnadň*',
    less: 'méně sniž* zhorš* oslab* nižší horší hůře slabší pomal* škod* brání omez* zkrac* menší kratší',
    reporting:
      'ukaz* ukáz* zjist* zjišť* uvád* tvrd* dosp* podle studi* výzkum* autor* výsled* kapitol* oddíl* část* zdroj* popis* doklád* naznač* pozor* prokáz* literatur*',
    numbers: 'jeden dva tři čtyři pět šest sedm osm devět deset jedenáct dvanáct sto',
  },
};

/** What is made once of the wording of each language. */
export function byLanguage<T>(make: (wording: Wording) => T): Record<DocumentLanguage, T> {
  const entries = DOCUMENT_LANGUAGES.map((language) => [language, make(WORDINGS[language])]);
  return Object.fromEntries(entries) as Record<DocumentLanguage, T>;
}
