export { OwnDocument } from './own-document.guard';
