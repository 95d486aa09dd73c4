export { ExportsModule } from './exports.module';
export { FONTS, isFontFile, TEXT_FONT } from './pdf/fonts';
