/**
 * Stripe.js as far as the app's form calls it, for a test without a network: an element that is a
 * frame from Stripe's host, and a confirmation that asks Stripe's API. A part of itself is loaded
 * later, as the real one does, so that the page's policy is tried.
 * @see https://docs.stripe.com/js/payment_intents/confirm_payment
 */
export const STRIPE_SCRIPT = `
if (document.currentScript.src.endsWith('/stripe.js')) {
  const part = document.createElement('script');
  part.src = 'https://js.stripe.com/part.js';
  document.head.append(part);
}
var look = ({ variables }) => '#' + new URLSearchParams(variables);
window.Stripe = Object.assign((key) => ({
  elements: ({ clientSecret, appearance }) => {
    let frame;
    const element = {
      on: (name, call) => { if (name === 'ready') element.ready = call; },
      mount: (place) => {
        frame = document.createElement('iframe');
        frame.title = 'Secure payment input frame';
        frame.style = 'width: 100%; height: 5.5rem; border: 0; color-scheme: light';
        frame.src = 'https://js.stripe.com/frame.html' + look(appearance);
        frame.onload = () => element.ready();
        place.replaceChildren(frame);
      },
      destroy: () => frame.remove(),
    };
    const update = (options) => { frame.src = frame.src.replace(/#.*/, look(options.appearance)); };
    return { clientSecret, update, create: () => element, getElement: () => element };
  },
  confirmPayment: async ({ elements, confirmParams, redirect }) => {
    if (redirect !== 'if_required' || !confirmParams.return_url) throw new Error('parameters');
    const id = elements.clientSecret.replace(/_secret_.*/, '');
    const response = await fetch('https://api.stripe.com/confirm', {
      method: 'POST',
      body: JSON.stringify({ id, key }),
    });
    const { error } = await response.json();
    return error ? { error } : { paymentIntent: { id } };
  },
}), { version: 'endive' });
`;

export const STRIPE_FRAME = `<!doctype html>
<html lang="en"><title>Card</title>
<body><label>Card number <input></label>
<script>
function paint() {
  const look = new URLSearchParams(location.hash.slice(1));
  document.body.style.color = look.get('colorText');
  document.body.style.background = look.get('colorBackground');
  document.body.style.fontFamily = look.get('fontFamily');
}
addEventListener('hashchange', paint);
paint();
</script></body></html>`;
