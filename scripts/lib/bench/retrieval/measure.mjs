// @ts-check
// What `npm run bench:retrieval` measures, as a process of its own: the product's search, here the
// caller. Says its figures over IPC.
import { measureRelevance } from './collection.mjs';
import { measureLatency } from './latency.mjs';
import { Product } from './product.mjs';

const { DATABASE_URL = '', CISI: directory } = process.env;
const product = new Product(DATABASE_URL);
await product.open();
try {
  const relevance = directory ? await measureRelevance(product, directory) : undefined;
  process.send?.({ latency: await measureLatency(product), relevance });
} finally {
  await product.close();
}
