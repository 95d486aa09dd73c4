/** Lets everything that is waiting for promises go on. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
