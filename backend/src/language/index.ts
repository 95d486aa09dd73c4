export { type Lexicon, lexiconFor, lexiconOf, stemsOf, wordsOf } from './lexicon';
export { comparableWords, type PlacedWord, placedWords } from './placed-words';
export { foldWord, sameWord } from './same-word';
export { canStandAlone, splitSentences } from './sentences';
export { BARRIER, type SharedRun, ShingleIndex } from './shingle-index';
