import { Initial1763800000000 } from './1763800000000-initial';
import { SessionsAndAudit1795735000000 } from './1795735000000-sessions-and-audit';
import { ExistenceChecks1795738000000 } from './1795738000000-existence-checks';
import { MandatorySources1795739000000 } from './1795739000000-mandatory-sources';
import { CitationSupport1795740000000 } from './1795740000000-citation-support';
import { SourceIdentities1795741000000 } from './1795741000000-source-identities';
import { PassagesRankedInProcess1795742000000 } from './1795742000000-passages-ranked-in-process';
import { PlatformTokens1795743000000 } from './1795743000000-platform-tokens';
import { SectionVersions1795744000000 } from './1795744000000-section-versions';
import { RequirementJudgements1795745000000 } from './1795745000000-requirement-judgements';
import { Abstracts1795746000000 } from './1795746000000-abstracts';
import { PaidAnswers1795747000000 } from './1795747000000-paid-answers';
import { Outbox1795748000000 } from './1795748000000-outbox';
import { JobTurns1795748100000 } from './1795748100000-job-turns';
import { QueueOrder1795748200000 } from './1795748200000-queue-order';
import { Payments1795750000000 } from './1795750000000-payments';
import { FormattingRequirements1795755000000 } from './1795755000000-formatting-requirements';
import { Figures1795759000000 } from './1795759000000-figures';
import { ExportsAsMarkdown1795760000000 } from './1795760000000-exports-as-markdown';
import { ForgetAddresses1795762000000 } from './1795762000000-forget-addresses';
import { Settings1795764000000 } from './1795764000000-settings';
import { ModelUsage1795764100000 } from './1795764100000-model-usage';
import { AdminLists1795764200000 } from './1795764200000-admin-lists';
import { Backups1795766000000 } from './1795766000000-backups';
import { JobOrigins1795766100000 } from './1795766100000-job-origins';
import { ArchivedDocuments1795768000000 } from './1795768000000-archived-documents';
import { BegunAnswers1795772000000 } from './1795772000000-begun-answers';
import { Suggestions1795773000000 } from './1795773000000-suggestions';
import { SourceFiles1795774000000 } from './1795774000000-source-files';
import { ForgettingPeople1795776000000 } from './1795776000000-forgetting-people';
import { Consents1795776100000 } from './1795776100000-consents';
import { ForgettingByOwner1795777000000 } from './1795777000000-forgetting-by-owner';
import { MailWordings1795778000000 } from './1795778000000-mail-wordings';
import { SourceMerges1795779000000 } from './1795779000000-source-merges';
import { SourceJoins1795779100000 } from './1795779100000-source-joins';
import { JoinsBehindOthers1795780000000 } from './1795780000000-joins-behind-others';
import { FrontTexts1795781000000 } from './1795781000000-front-texts';

/** In the order they are applied. */
export const migrations = [
  Initial1763800000000,
  SessionsAndAudit1795735000000,
  ExistenceChecks1795738000000,
  MandatorySources1795739000000,
  CitationSupport1795740000000,
  SourceIdentities1795741000000,
  PassagesRankedInProcess1795742000000,
  PlatformTokens1795743000000,
  SectionVersions1795744000000,
  RequirementJudgements1795745000000,
  Abstracts1795746000000,
  PaidAnswers1795747000000,
  Outbox1795748000000,
  JobTurns1795748100000,
  QueueOrder1795748200000,
  Payments1795750000000,
  FormattingRequirements1795755000000,
  Figures1795759000000,
  ExportsAsMarkdown1795760000000,
  ForgetAddresses1795762000000,
  Settings1795764000000,
  ModelUsage1795764100000,
  AdminLists1795764200000,
  Backups1795766000000,
  JobOrigins1795766100000,
  ArchivedDocuments1795768000000,
  BegunAnswers1795772000000,
  Suggestions1795773000000,
  SourceFiles1795774000000,
  ForgettingPeople1795776000000,
  Consents1795776100000,
  ForgettingByOwner1795777000000,
  MailWordings1795778000000,
  SourceMerges1795779000000,
  SourceJoins1795779100000,
  JoinsBehindOthers1795780000000,
  FrontTexts1795781000000,
];
