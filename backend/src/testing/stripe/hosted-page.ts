import type { StripeObject } from './objects';

const escaped = (text: unknown): string =>
  String(text).replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

/** The page where a customer pays: in place of the form for cards, buttons for what may come of it. */
export function hostedPage({ id, ...object }: StripeObject): string {
  const amount = object['amount_total'] ?? object['amount'];
  const button = (attempt: string, label: string) =>
    `<button name="attempt" value="${attempt}">${label}</button>`;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Pay (test)</title></head>
<body>
<main>
<h1>Pay ${escaped(amount)} ${escaped(object['currency']).toUpperCase()}</h1>
<p>A test double of Stripe. No money moves.</p>
<form method="post" action="/c/pay/${escaped(id)}">
${button('succeeds', 'Pay')}
${button('declined', 'Have the card declined')}
${button('delayed', 'Pay by bank debit')}
</form>
</main>
</body>
</html>`;
}
