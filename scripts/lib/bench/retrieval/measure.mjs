// @ts-check
// What `npm run bench:retrieval` measures, as a process of its own: the product's search, here the
// caller. Says its figures over IPC.
import { measureLatency } from './latency.mjs';
import { Product } from './product.mjs';
import { measureRelevance } from './relevance.mjs';

const { DATABASE_URL = '', CISI, CRAN } = process.env;
const product = new Product(DATABASE_URL);
await product.open();
try {
  const cisi = CISI ? await measureRelevance(product, 'cisi', CISI) : undefined;
  const cran = CRAN ? await measureRelevance(product, 'cran', CRAN) : undefined;
  process.send?.({ latency: await measureLatency(product), cisi, cran });
} finally {
  await product.close();
}
