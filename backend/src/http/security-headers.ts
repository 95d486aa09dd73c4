import helmet, { type HelmetOptions } from 'helmet';
import type { RequestHandler } from 'express';
import { isKeptForGood } from './web-app-files';

/**
 * Angular adds component styles as elements at run time, hence inline styles; scripts are ours
 * only, and the DOM sinks take only what Angular's sanitiser made (Trusted Types).
 */
const app = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      baseUri: ["'self'"],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      frameSrc: ["'none'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      requireTrustedTypesFor: ["'script'"],
      // the last two for the reader of PDFs, and for the frame without scripts in which admins look at mails
      trustedTypes: ['angular', 'angular#bundler', 'tesigo#mail', 'tesigo#pdf'],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
} satisfies HelmetOptions;

/**
 * Cards are typed into frames of Stripe's, which its script puts into the page. It loads more of
 * itself, for which it needs the default policy; the app makes one that lets in nothing else.
 * @see https://docs.stripe.com/security/guide#content-security-policy
 */
const STRIPE_FORM = {
  connectSrc: ["'self'", 'https://api.stripe.com'],
  frameSrc: ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
  scriptSrc: ["'self'", 'https://js.stripe.com', 'https://*.js.stripe.com'],
  trustedTypes: [...app.contentSecurityPolicy.directives.trustedTypes, 'default'],
};

function appWithStripe(): HelmetOptions {
  const { directives } = app.contentSecurityPolicy;
  const contentSecurityPolicy = {
    useDefaults: false,
    directives: { ...directives, ...STRIPE_FORM },
  };
  // a wallet pays in a window of its own, which has to say so to the frame that opened it
  const crossOriginOpenerPolicy = { policy: 'same-origin-allow-popups' } as const;
  return { ...app, contentSecurityPolicy, crossOriginOpenerPolicy };
}

/**
 * The program that reads PDFs: a worker is under the policy that it came with. It decodes images
 * with WebAssembly of our own origin, which the page itself may not run.
 */
const pdfReader: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      connectSrc: ["'self'"],
      frameAncestors: ["'none'"],
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    },
  },
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

/**
 * Answers of the API are data, never a page: nothing may be loaded or framed, and the headers that
 * guard pages would only be weight (OWASP REST Security Cheat Sheet). The same goes for scripts and
 * fonts of the app, of which a page asks for many.
 */
const data: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};

/** @param stripeForm whether cards are taken in the app itself */
export function securityHeaders(secure: boolean, stripeForm: boolean): RequestHandler {
  const transport: HelmetOptions = secure ? {} : { strictTransportSecurity: false };
  const wall = (options: HelmetOptions) => helmet({ ...options, ...transport } as HelmetOptions);
  const forApp = wall(stripeForm ? appWithStripe() : app);
  const forDocs = wall(docs);
  const forPdfReader = wall(pdfReader);
  const forData = wall(data);
  return (request, response, next) => {
    // Express finds routes in any case
    const path = request.path.toLowerCase();
    if (path.startsWith('/api/v1/')) {
      response.setHeader('Cache-Control', 'no-store');
      forData(request, response, next);
    } else if (isKeptForGood(path)) {
      forData(request, response, next);
    } else {
      const reader = path.startsWith('/pdfjs/') ? forPdfReader : forApp;
      const handler = path.startsWith('/api/docs') ? forDocs : reader;
      handler(request, response, next);
    }
  };
}
