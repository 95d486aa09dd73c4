import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS_RULE } from '../../common';

type Controller = NonNullable<ReturnType<DiscoveryService['getControllers']>[number]['metatype']>;

type Handler = (...args: unknown[]) => unknown;

/** Stops start-up when a route says nothing about who may call it. */
@Injectable()
export class AccessRulesCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const open = this.discovery.getControllers().flatMap(({ metatype }) => this.unruled(metatype));
    if (open.length === 0) return;
    throw new Error(
      `No access rule on ${open.join(', ')}: add @Public(), @SignedIn() or @AdminOnly().`,
    );
  }

  private unruled(controller: Controller | null): string[] {
    if (controller === null) return [];
    const prototype = controller.prototype as Record<string, Handler>;
    return this.scanner
      .getAllMethodNames(prototype)
      .filter((name) => {
        const handler = prototype[name];
        if (handler === undefined || !Reflect.hasMetadata(PATH_METADATA, handler)) return false;
        return !this.reflector.getAllAndOverride(ACCESS_RULE, [handler, controller]);
      })
      .map((name) => `${controller.name}.${name}`);
  }
}
