import { newId } from '../../common';
import { SourcesModule } from '../../sources';
import { testApp, type TestApp } from '../test-app';
import { TestClient } from '../test-client';
import { ProviderServer } from './provider-server';

const OWNER = 'owner@example.org';

const ADD_DOCUMENT = `insert into documents
    (id, owner_id, title, topic, language, type, target_pages, citation_style)
  select $1, id, 'T', 'T', 'en', 'essay', 5, 'apa' from users where email = $2`;

/** The sources of an owner's documents, in an app whose providers are the test services. */
export class SourcesFixture {
  private constructor(
    readonly server: ProviderServer,
    readonly target: TestApp,
    readonly owner: TestClient,
  ) {}

  static async start(): Promise<SourcesFixture> {
    const server = await ProviderServer.start();
    const features = { imports: [SourcesModule] };
    const target = await testApp({ features, environment: server.environment });
    return new SourcesFixture(server, target, await new TestClient(target).signIn(OWNER));
  }

  /** @returns the id of a new document of the owner */
  async document(): Promise<string> {
    const id = newId();
    await this.target.database.dataSource.query(ADD_DOCUMENT, [id, OWNER]);
    return id;
  }

  async stop(): Promise<void> {
    await this.target.close();
    await this.server.stop();
  }
}
