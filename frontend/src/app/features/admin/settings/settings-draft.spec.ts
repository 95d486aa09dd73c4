import type { Settings } from '../../../api/generated/models';
import { changeOf, draftOf } from './settings-draft';

const settings: Settings = {
  models: ['gpt-5', 'offline'],
  dailyTokenLimit: 1_000_000,
  platformDailyTokenLimit: null,
  signUps: true,
  generation: true,
  maintenance: { on: false, message: { it: 'Torniamo presto.', en: 'Back soon.' } },
  announcement: null,
};

describe('the draft of the settings', () => {
  it('changes nothing as long as nothing is typed', () => {
    expect(changeOf(settings, draftOf(settings))).toEqual({});
  });

  it('sends what was changed, and that alone', () => {
    const draft = { ...draftOf(settings), models: 'offline\n gpt-5 \n\n', dailyTokenLimit: 5 };
    expect(changeOf(settings, draft)).toEqual({
      models: ['offline', 'gpt-5'],
      dailyTokenLimit: 5,
    });
  });

  it('has no limit and no text where nothing is written', () => {
    const limited = { ...settings, platformDailyTokenLimit: 9, announcement: { en: 'Hello' } };
    const draft = draftOf(limited);
    const emptied = {
      ...draft,
      platformDailyTokenLimit: ' ',
      announcement: draftOf(settings).announcement,
    };
    expect(changeOf(limited, emptied)).toEqual({
      platformDailyTokenLimit: null,
      announcement: null,
    });
  });

  it('keeps the message of a maintenance that is switched on', () => {
    const { message } = settings.maintenance;
    expect(changeOf(settings, { ...draftOf(settings), maintenance: true })).toEqual({
      maintenance: { on: true, message: { en: message?.en, it: message?.it } },
    });
  });
});
