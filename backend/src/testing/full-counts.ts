/**
 * How often something is tried: a few times within `npm test`, as often as the product promises with
 * `FAULT_ROUNDS=full`.
 */
export const countOf = ({ few, full }: { few: number; full: number }): number =>
  process.env['FAULT_ROUNDS'] === 'full' ? full : few;
