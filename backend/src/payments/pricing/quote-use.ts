/**
 * Which payments take up what is limited (a code's uses, an allowance's pages): all that were made
 * or still can be; not a quote that has run out.
 */
export const IN_USE = `status <> 'expired' and (status <> 'quoted' or valid_until > now())`;
