import { testApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { AdminModule } from '../admin.module';

const DEAN = 'dean@example.org';

it('no model is set where there is no server of any', async () => {
  const environment = { ADMIN_EMAILS: DEAN };
  const target = await testApp({ features: { imports: [AdminModule] }, environment });
  const dean = await new TestClient(target).signIn(DEAN);
  const order = (models: string[]) =>
    dean.send('patch', '/admin/settings', { models }).set('If-Match', '*');
  const refused = await order(['gpt-4.1']).expect(422);
  expect(refused.body).toMatchObject({ errors: [{ pointer: '/models' }] });
  await order(['offline']).expect(200);
  await target.close();
});
