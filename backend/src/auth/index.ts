export { AccountControl, type AdminAct } from './account/account-control';
export { AccountErasure, type ErasedUser } from './account/account-erasure';
export { AuthService } from './access/auth.service';
export { bearerToken } from './access/bearer-token';
export { type AuthenticatedPrincipal, type Revocation } from './access/principal-cache';
export { Revocations } from './access/revocations';
export { AuthModule } from './auth.module';
export { EndSession } from './session/end-session';
export { allowedOrigins } from './same-origin.guard';
