// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applicationEnv, ownerEnv } from './prepare.mjs';
import { readSettings } from './settings.mjs';

const PRIVATE = { databaseUrl: 'postgresql://tesigo:hunter2@127.0.0.1:5/tesigo' };

/** @param {NodeJS.ProcessEnv} env @param {{ databaseUrl?: string }} [urls] */
function environments(env, urls) {
  const settings = readSettings(env);
  const serving = applicationEnv(settings, { env, urls });
  return { serving, owner: ownerEnv(serving, { settings, urls }) };
}

describe('the database', () => {
  it('that is private is served by a role that does not know the password of its owner', () => {
    const { serving, owner } = environments({}, PRIVATE);
    const url = new URL(serving.DATABASE_URL ?? '');
    assert.equal(url.username, 'tesigo_app');
    assert.ok(!JSON.stringify(serving).includes('hunter2'));
    assert.equal(owner.DATABASE_OWNER_URL, PRIVATE.databaseUrl);
    assert.equal(owner.DATABASE_URL, serving.DATABASE_URL);
  });

  it('of an operator is asked as told, and by its owner only to be changed', () => {
    const env = { DATABASE_URL: 'postgres://app@db/t', DATABASE_OWNER_URL: 'postgres://own@db/t' };
    const { serving, owner } = environments(env);
    assert.equal(serving.DATABASE_URL, env.DATABASE_URL);
    assert.equal(serving.DATABASE_OWNER_URL, undefined);
    assert.equal(owner.DATABASE_OWNER_URL, env.DATABASE_OWNER_URL);
  });

  it('of an operator with one role is used with that one', () => {
    const { serving, owner } = environments({ DATABASE_URL: 'postgres://one@db/t' });
    assert.equal(serving.DATABASE_URL, 'postgres://one@db/t');
    assert.equal(owner.DATABASE_OWNER_URL, undefined);
  });

  it('has no owner without a role to serve', () => {
    assert.throws(() => readSettings({ DATABASE_OWNER_URL: 'postgres://own@db/t' }), /without/);
  });
});

describe('Node', () => {
  it('keeps the options of an operator, after our own', () => {
    const { serving } = environments({ NODE_OPTIONS: '--inspect' });
    assert.equal(serving.NODE_OPTIONS, '--v8-pool-size=0 --inspect');
    assert.equal(environments({}).serving.NODE_OPTIONS, '--v8-pool-size=0');
  });
});
