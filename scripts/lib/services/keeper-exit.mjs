// @ts-check

/** Exit code of a keeper that found another one at work in its directory (EX_TEMPFAIL). */
export const KEEPER_TAKEN = 75;
