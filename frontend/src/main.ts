import { askEarly } from './app/core/session/early-grant';

// what can be asked for before the app is there is under way while its scripts are
askEarly();
void import('./bootstrap');
