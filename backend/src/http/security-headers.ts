import helmet, { type HelmetOptions } from 'helmet';
import type { RequestHandler } from 'express';

/**
 * Angular adds component styles as elements at run time, hence inline styles; scripts are ours
 * only, and the DOM sinks take only what Angular's sanitiser made (Trusted Types).
 */
const app: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      baseUri: ["'self'"],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      frameSrc: ["'self'", 'blob:'],
      imgSrc: ["'self'", 'data:', 'blob:'],
      objectSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['angular', 'angular#bundler'],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
};

/** The reader of the OpenAPI document is somebody else's page and knows no Trusted Types. */
const docs: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      frameAncestors: ["'none'"],
      imgSrc: ["'self'", 'data:'],
      styleSrc: ["'self'", "'unsafe-inline'"],
    },
  },
};

export function securityHeaders(secure: boolean): RequestHandler {
  const transport: HelmetOptions = secure ? {} : { strictTransportSecurity: false };
  const forApp = helmet({ ...app, ...transport } as HelmetOptions);
  const forDocs = helmet({ ...docs, ...transport } as HelmetOptions);
  return (request, response, next) => {
    const handler = request.path.startsWith('/api/docs') ? forDocs : forApp;
    handler(request, response, next);
  };
}
