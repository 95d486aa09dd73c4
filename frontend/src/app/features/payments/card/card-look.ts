import type { Appearance } from '@stripe/stripe-js';

/** Stripe's form in the colours that the page has at this place, light or dark. */
export function cardLook(place: HTMLElement, dark: boolean): Appearance {
  const style = getComputedStyle(place);
  return {
    theme: dark ? 'night' : 'stripe',
    variables: {
      colorText: style.color,
      colorBackground: style.backgroundColor,
      colorPrimary: style.outlineColor,
      fontFamily: style.fontFamily,
      borderRadius: style.borderRadius,
    },
  };
}
