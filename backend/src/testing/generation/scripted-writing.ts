import { Logger } from '@nestjs/common';
import { DocumentsModule } from '../../documents';
import { GenerationModule } from '../../generation';
import type { GeneratedOutline, GeneratedSection } from '../../generation/dto/generate';
import { SourcesModule } from '../../sources';
import { OpenAiServer } from '../openai/openai-server';
import type { ScriptedReply } from '../openai/reply';
import { testApp, type TestApp } from '../test-app';
import { type Author, WritingFixture } from './writing-fixture';

/** A model's answer to an outline task: sections about one of the sample's sources. */
export function planOf(...roles: string[]): string {
  const sections = roles.map((role, index) => ({
    title: `Retrieval practice, part ${String(index)}`,
    level: 1,
    role,
    keyPoints: ['Testing and retention'],
    targetWords: 500,
    sourceKeys: ['roediger2006'],
  }));
  return JSON.stringify({ researchQuestion: 'How does testing help?', sections });
}

export const say = (text: string): ScriptedReply => ({ kind: 'text', text });

/** The API with a scripted language model, and a document that it has outlined. */
export class ScriptedWriting {
  private constructor(
    readonly server: OpenAiServer,
    readonly target: TestApp,
    readonly fixture: WritingFixture,
    readonly author: Author,
    readonly documentId: string,
    readonly plan: GeneratedOutline,
  ) {}

  /** @param environment what is tested, such as `LLM_POLISH`; the first answer plans `roles` */
  static async start(
    environment: Record<string, string>,
    plan: ScriptedReply = say(planOf('introduction', 'body', 'conclusion')),
  ): Promise<ScriptedWriting> {
    Logger.overrideLogger(false);
    const server = await OpenAiServer.start();
    const target = await testApp({
      features: { imports: [DocumentsModule, SourcesModule, GenerationModule] },
      environment: {
        RATE_LIMIT_DISABLED: 'true',
        OPENAI_BASE_URL: server.baseUrl,
        LLM_MODELS: 'wise',
        ...environment,
      },
    });
    const fixture = new WritingFixture(target);
    const author = await fixture.author();
    const documentId = await fixture.sampleDocument(author);
    await server.script([plan]);
    const { body } = await fixture.send(author, 'post', '/generate/outline', { documentId });
    return new ScriptedWriting(
      ...([server, target, fixture, author] as const),
      documentId,
      body as GeneratedOutline,
    );
  }

  sectionId(index = 1): string {
    return this.plan.outline.sections[index]?.id ?? '';
  }

  /** Has a section written, the first of the body unless told otherwise, with these answers. */
  async write(replies: readonly ScriptedReply[], index = 1): Promise<GeneratedSection> {
    await this.server.script([...replies]);
    const task = { documentId: this.documentId, sectionId: this.sectionId(index) };
    const { body } = await this.fixture.send(this.author, 'post', '/generate/section', task);
    return body as GeneratedSection;
  }

  /** A sentence that stands in a passage of the planned source, without its full stop. */
  async carriedSentence(): Promise<string> {
    const [passage] = await this.fixture.query<{ text: string }>(
      `select p.text from passages p join sources s on s.id = p.source_id
       where s.document_id = $1 and s.key = 'roediger2006' order by p.ordinal`,
      [this.documentId],
    );
    return passage?.text.split(/(?<=\.) /)[0]?.replace(/\.$/, '') ?? '';
  }

  /** What the API tells about the document, below its path. */
  async told<Body>(path: string): Promise<Body> {
    const whole = `/documents/${this.documentId}${path}`;
    return (await this.fixture.send(this.author, 'get', whole).expect(200)).body as Body;
  }

  async stop(): Promise<void> {
    await this.target.close();
    await this.server.stop();
  }
}
