import { ServeStaticModule } from '@nestjs/serve-static';
import { cacheHeaders, WEB_APP_ROOT } from './web-app-files';

/** Serves the built web app; every path that is not the API's is the app's to route. */
export const WebAppModule = ServeStaticModule.forRoot({
  rootPath: WEB_APP_ROOT,
  exclude: ['/api/{*path}', '/health/{*path}', '/metrics'],
  serveStaticOptions: { setHeaders: cacheHeaders, fallthrough: true, redirect: false },
});
