export { ConsentModule } from './consent.module';
export { ConsentsRepository } from './consents.repository';
