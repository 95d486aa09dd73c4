/** An image that is damaged, or larger than one may be; its message is for the student. */
export class UnreadableImage extends Error {}

export const tooManyPixels = () =>
  new UnreadableImage('The image has more than 50 million pixels. Make it smaller.');

export const damaged = (cause: unknown) =>
  new UnreadableImage('The image is damaged or not complete. Save it anew and add it again.', {
    cause,
  });
