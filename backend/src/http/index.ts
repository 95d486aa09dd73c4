export { configureHttp, setRoutePrefix } from './configure-http';
export { HttpServerAdapter } from './http-server.adapter';
export { openApiDocument } from './openapi';
export { UnknownPaths } from './unknown-paths';
export { WebAppModule } from './web-app.module';
