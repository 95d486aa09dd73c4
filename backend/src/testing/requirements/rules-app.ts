import { DocumentsModule } from '../../documents';
import { GenerationModule } from '../../generation';
import { RequirementsModule } from '../../requirements';
import { SourcesModule } from '../../sources';
import { type TestApp, testApp } from '../test-app';
import { TestClient } from '../test-client';

/** A system with the rules of universities, and students of two of them. */
export class RulesApp {
  private constructor(
    readonly target: TestApp,
    readonly student: TestClient,
    readonly stranger: TestClient,
  ) {}

  static async start(): Promise<RulesApp> {
    const target = await testApp({
      features: { imports: [DocumentsModule, SourcesModule, GenerationModule, RequirementsModule] },
      environment: { RATE_LIMIT_DISABLED: 'true' },
    });
    const student = await new TestClient(target).signIn('student@uni.example.org');
    const stranger = await new TestClient(target).signIn('stranger@elsewhere.example.org');
    return new RulesApp(target, student, stranger);
  }

  /** @returns its id */
  async newDocument(client = this.student): Promise<string> {
    const fields = {
      title: 'Learning',
      topic: 'How students learn what lasts',
      language: 'en',
      type: 'bachelor_thesis',
      targetPages: 30,
      citationStyle: 'apa',
    };
    const { body } = await client.send('post', '/documents', fields).expect(201);
    return (body as { id: string }).id;
  }

  /** States the rules of a document. */
  put(id: string, body: object, client = this.student) {
    return client.send('put', `/documents/${id}/requirements`, body);
  }

  close(): Promise<void> {
    return this.target.close();
  }
}
