export * from './access';
export { ERROR_CODES, type ErrorCode } from './error-codes';
export { IdPipe, newId } from './identifier';
export { etagOf, staleVersion, versionFrom } from './if-match';
export { DOCUMENT_LANGUAGES, type DocumentLanguage } from './languages';
export { type Page, pageOf, PageQuery, toPage } from './pagination';
export { type FieldError, notFound, Problem, ProblemException } from './problem';
export { ProblemFilter, toProblemException } from './problem.filter';
export { validationPipe, validationProblem } from './validation.pipe';
