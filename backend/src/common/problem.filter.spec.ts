import { QueryFailedError } from 'typeorm';
import { toProblemException } from './problem.filter';

/** As pg words them; see its `client.js` and pg-pool's `index.js`. */
const LOST = [
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Query read timeout',
];

describe('what is thrown', () => {
  it.each(LOST)('is a store that is away where pg says “%s”', (message) => {
    expect(toProblemException(new Error(message)).code).toBe('UNAVAILABLE');
    const ofQuery = new QueryFailedError('select 1', [], new Error(message));
    expect(toProblemException(ofQuery).code).toBe('UNAVAILABLE');
  });

  it.each(['57P01', '57P03', '08006', '53300', 'ECONNRESET', 'ECONNREFUSED'])(
    'is a store that is away where its code is %s',
    (code) => {
      expect(toProblemException(Object.assign(new Error('x'), { code })).code).toBe('UNAVAILABLE');
    },
  );

  it('is our own fault where nothing is known about it', () => {
    expect(toProblemException(new Error('Connections are fine')).code).toBe('INTERNAL');
    expect(toProblemException(undefined).code).toBe('INTERNAL');
  });
});
