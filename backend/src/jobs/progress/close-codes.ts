/** WebSocket close codes (RFC 6455; 4000–4999 are the application's). */
export const CLOSE = {
  policyViolation: 1008,
  tryAgainLater: 1013,
  unauthenticated: 4401,
  notFound: 4404,
} as const;
