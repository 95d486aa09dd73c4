export { CitationStylesModule } from './citation-styles.module';
