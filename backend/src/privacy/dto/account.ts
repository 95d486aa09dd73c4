import { z } from 'zod';

/** Proof that the owner means it. */
export const DeleteAccount = z
  .strictObject({
    email: z
      .string()
      .trim()
      .toLowerCase()
      .max(320)
      .meta({ description: 'The address of the account, typed once more' }),
  })
  .meta({ id: 'DeleteAccount' });

export type DeleteAccount = z.infer<typeof DeleteAccount>;
