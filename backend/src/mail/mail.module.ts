import { Module } from '@nestjs/common';
import { MailerModule } from '@nestjs-modules/mailer';
import { CONFIGURATION } from '../config';
import { MailRenderer } from './mail-renderer';
import { MailService } from './mail.service';
import { mailerOptions } from './mailer-options';

@Module({
  imports: [
    MailerModule.forRootAsync({
      imports: [],
      inject: [CONFIGURATION],
      useFactory: mailerOptions,
    }),
  ],
  providers: [MailService, MailRenderer],
  exports: [MailService],
})
export class MailModule {}
