import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AuditTrail } from '../../audit';
import { AccountErasure, Revocations } from '../../auth';
import type { Principal } from '../../common';
import { Outbox } from '../../outbox';
import { ForgetPayer } from '../../payments';
import { ACCOUNT_ERASED } from './account-erased';
import { ErasureMail } from './erasure-mail';

const DOCUMENTS = 'select id from documents where owner_id = $1';

/** Longer than anything takes that may put a file into the folder of a document that is gone. */
const AGAIN_S = 3600;

/** Where it came from is of the person, too. */
const FROM_NOWHERE = { address: null, requestId: null };

/** Erases a person's account: the rows at once, the files as soon as a worker gets to them. */
@Injectable()
export class EraseAccount {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly account: AccountErasure,
    private readonly payer: ForgetPayer,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly revocations: Revocations,
    private readonly mail: ErasureMail,
  ) {}

  /** @throws ProblemException NOT_FOUND, SIGN_IN_AGAIN, CONFLICT for another address or moving money */
  async run(principal: Principal, email: string): Promise<void> {
    const { userId } = principal;
    const user = await this.dataSource.transaction(async (manager) => {
      const erased = await this.account.confirmed(manager, principal, email);
      await this.payer.run(manager, userId);
      const documents = await manager.query<{ id: string }[]>(DOCUMENTS, [userId]);
      const documentIds = documents.map(({ id }) => id);
      await this.account.erase(manager, userId, erased);
      await this.outbox.add(manager, ACCOUNT_ERASED, userId, { documentIds });
      await this.outbox.add(manager, ACCOUNT_ERASED, `${userId}:again`, { documentIds }, AGAIN_S);
      const event = { action: 'account.erased', actorId: userId, subjectId: userId } as const;
      await this.audit.record(event, FROM_NOWHERE, manager);
      return erased;
    });
    await this.revocations.publish({ userId });
    await this.mail.send(user);
  }
}
