export { AuthModule } from './auth.module';
export { type AuthenticatedPrincipal, AuthService } from './auth.service';
