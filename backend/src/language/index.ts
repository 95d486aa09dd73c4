export { type Lexicon, lexiconFor, lexiconOf, stemsOf, wordsOf } from './lexicon';
export { foldWord, sameWord } from './same-word';
export { canStandAlone, splitSentences } from './sentences';
