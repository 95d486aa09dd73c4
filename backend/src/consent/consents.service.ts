import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ProblemException } from '../common';
import { ConsentsRepository, type Decided } from './consents.repository';
import type { Consent, ConsentList, DecideConsent } from './dto/consent';
import { PURPOSE, type PurposeName, PURPOSES } from './purposes';

const OUTDATED = 'The text has changed since you read it. Read it again, then decide.';

/** What a purpose is, and how an account stands to it. */
function standing(purpose: PurposeName, all: readonly Decided[]): Consent {
  const { basis, version, text } = PURPOSE[purpose];
  const own = all.filter((one) => one.purpose === purpose);
  const latest = own.find(({ decision }) => decision !== 'informed')?.decision;
  const history = own.map(({ decision, version, locale, via, at }) => ({
    ...{ decision, version, locale, via },
    at: at.toISOString(),
  }));
  const given = latest === undefined ? basis !== 'consent' : latest === 'given';
  return { purpose, basis, version, text, given, history };
}

/** What people can say yes and no to, and what they have said. */
@Injectable()
export class ConsentsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly consents: ConsentsRepository,
  ) {}

  async list(userId: string): Promise<ConsentList> {
    const all = await this.consents.history(userId);
    return { items: PURPOSES.map((purpose) => standing(purpose, all)) };
  }

  /**
   * Records a decision, with what it undoes; what is so already is recorded no second time.
   * @throws ProblemException CONFLICT for another version of the text
   */
  decide(userId: string, { purpose, given, version, locale }: DecideConsent): Promise<Consent> {
    const { version: current, undoing } = PURPOSE[purpose];
    if (version !== current) throw new ProblemException('CONFLICT', OUTDATED);
    return this.dataSource.transaction(async (manager) => {
      await this.consents.takeTurn(manager, userId);
      const before = standing(purpose, await this.consents.history(userId, manager));
      if (before.given === given) return before;
      const decision = given ? 'given' : 'withdrawn';
      await this.consents.record(manager, userId, { purpose, decision, locale, via: 'account' });
      if (!given && undoing !== undefined) await manager.query(undoing, [userId]);
      return standing(purpose, await this.consents.history(userId, manager));
    });
  }
}
