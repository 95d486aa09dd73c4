export { configureHttp, setRoutePrefix } from './configure-http';
export { openApiDocument } from './openapi';
export { WebAppModule } from './web-app.module';
