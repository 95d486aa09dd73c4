import { isKeptForGood } from './web-app.module';

describe('files of the web app', () => {
  it.each(['chunk-DHlvPR2Q.js', 'chunk-B_PEmdhI.js', 'main-Bo-uI_Zq.js', 'styles-KFDJXHL5.css'])(
    'are kept for good when their name carries a hash: %s',
    (name) => {
      expect(isKeptForGood(`/srv/browser/${name}`)).toBe(true);
    },
  );

  it.each(['index.html', 'favicon.svg', 'robots.txt', '3rdpartylicenses.txt'])(
    'are asked for again otherwise: %s',
    (name) => {
      expect(isKeptForGood(`/srv/browser-with-hash/${name}`)).toBe(false);
    },
  );
});
