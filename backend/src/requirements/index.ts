export type { TitlePageDetails } from './dto/requirements';
export type { Formatting, Rule } from './profile/formatting';
export { bareValues } from './profile/profile';
export type { Part, TitlePageField } from './profile/vocabulary';
export { RequirementsModule } from './requirements.module';
export { RequirementsService } from './requirements.service';
