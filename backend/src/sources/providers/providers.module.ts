import { Module } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { CONFIGURATION, type Configuration, type SourceProviderName } from '../../config';
import { REDIS } from '../../redis';
import { AnswerCache } from './answer-cache';
import { Arxiv } from './apis/arxiv';
import { Crossref } from './apis/crossref';
import { OpenAlex } from './apis/openalex';
import { SemanticScholar } from './apis/semantic-scholar';
import { PoliteProvider } from './polite-provider';
import type { ProviderAccess, ProviderApi } from './provider-api';
import { ProviderChain, PROVIDERS } from './provider-chain';
import { SharedLimits } from './shared-limits';
import { overHttp } from './transport';

const APIS: Record<SourceProviderName, new (access: ProviderAccess) => ProviderApi> = {
  semantic_scholar: SemanticScholar,
  openalex: OpenAlex,
  crossref: Crossref,
  arxiv: Arxiv,
};

function configuredProviders({ sourceProviders }: Configuration, redis: Redis): PoliteProvider[] {
  const { order, access, contactEmail } = sourceProviders;
  const tools = {
    limits: new SharedLimits(redis),
    cache: new AnswerCache(redis),
    transport: overHttp,
    random: Math.random,
  };
  return order.map((name) => {
    const api = new APIS[name]({ ...access[name], contactEmail });
    return new PoliteProvider(api, tools);
  });
}

/** The services that know of published works, behind one chain. */
@Module({
  providers: [
    ProviderChain,
    { provide: PROVIDERS, inject: [CONFIGURATION, REDIS], useFactory: configuredProviders },
  ],
  exports: [ProviderChain],
})
export class ProvidersModule {}
