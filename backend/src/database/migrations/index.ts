import { Initial1763800000000 } from './1763800000000-initial';

/** In the order they are applied. */
export const migrations = [Initial1763800000000];
