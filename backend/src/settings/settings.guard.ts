import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { type Principal, ProblemException } from '../common';
import { CurrentSettings } from './current-settings';
import type { LocalText } from './settings';

const DURING_MAINTENANCE = 'during-maintenance';
const STARTS_WRITING = 'starts-writing';

/** Goes on during maintenance although it changes something. */
export const DuringMaintenance = () => SetMetadata(DURING_MAINTENANCE, true);

/** Has something written, or paid for that purpose: refused while generation is switched off. */
export const StartsWriting = () => SetMetadata(STARTS_WRITING, true);

const READING: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

const RETRY_SECONDS = 120;

const LANGUAGES = ['en', 'uk', 'it'] as const;

/** The text in the language that the client likes best of those there are. */
function textFor(request: Pick<Request, 'acceptsLanguages'>, text: LocalText): string | undefined {
  const written = LANGUAGES.filter((language) => text[language] !== undefined);
  const best = request.acceptsLanguages(...written);
  return text[written.find((language) => language === best) ?? written[0] ?? 'en'];
}

export function inMaintenance(message?: string): ProblemException {
  const detail =
    message ??
    'The service is being looked after. You can read everything; come back soon to write.';
  return new ProblemException('MAINTENANCE', detail, { retryAfter: RETRY_SECONDS });
}

/** Refuses what admins have switched off. Stands behind the access guard, which knows admins. */
@Injectable()
export class SettingsGuard implements CanActivate {
  constructor(
    private readonly settings: CurrentSettings,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const { maintenance, generation } = this.settings.now;
    if (maintenance.on) this.refuseChanges(context, maintenance.message);
    if (!generation && this.has(STARTS_WRITING, context)) {
      const detail = 'Writing is switched off for the moment. Nothing was lost; try again later.';
      throw new ProblemException('GENERATION_OFF', detail);
    }
    return true;
  }

  private refuseChanges(context: ExecutionContext, message: LocalText | null): void {
    const request = context.switchToHttp().getRequest<Request & { user?: Principal }>();
    if (READING.includes(request.method) || request.user?.role === 'admin') return;
    if (this.has(DURING_MAINTENANCE, context)) return;
    throw inMaintenance(message === null ? undefined : textFor(request, message));
  }

  private has(mark: string, context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<boolean | undefined>(mark, targets) === true;
  }
}
